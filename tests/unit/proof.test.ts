/** Numbers read from Vietnamese text, and figures held against the words of their source. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countsIn, findMismatch, formatNumber, readQuantities, valueText } from '../../src/figures/index.ts';
import {
  indicator as indicatorSchema,
  qualifiers,
  release as releaseSchema,
  type Indicator,
  type Observation,
} from '../../src/schema/index.ts';

const read = (text: string) =>
  readQuantities(text).map(({ value, qualifier, direction, percent }) => ({ value, qualifier, direction, percent }));
const plain = { qualifier: 'exact', direction: null, percent: false };

const indicator = (measure: Indicator['measure'], unit: string, sourceUnits: string[] = []): Indicator =>
  indicatorSchema.parse({
    label: { vi: 'Số', en: 'Number' },
    unit: { vi: unit, en: 'unit' },
    sourceUnits,
    measure,
    definition: { vi: 'Định nghĩa', en: 'Definition' },
    caveat: { vi: 'Lưu ý', en: 'Caveat' },
    topic: 'mua-ban-nguoi',
  });
const observation = (value: number, qualifier: Observation['qualifier'] = 'exact'): Observation =>
  releaseSchema.parse({
    title: { vi: 'Đợt', en: 'Release' },
    area: 'VN',
    period: { start: '2023-01-01', end: '2023-06-30' },
    publishedAt: '2023-07-21',
    source: 's',
    producer: { vi: 'Bộ Công an', en: 'Ministry of Public Security' },
    observations: [{ indicator: 'i', value, qualifier, quote: 'q' }],
  }).observations[0]!;

describe('numbers of a text', () => {
  test.each([
    ['trên 443.000 người tham gia', [{ ...plain, value: 443_000, qualifier: 'over' }]],
    ['hơn 2.300 tỉ đồng', [{ ...plain, value: 2.3e12, qualifier: 'over' }]],
    ['>2.300 tỷ', [{ ...plain, value: 2.3e12, qualifier: 'over' }]],
    ['ước tính trên 6.000 tỷ đồng', [{ ...plain, value: 6e12, qualifier: 'over' }]],
    ['gần 90%', [{ ...plain, value: 90, qualifier: 'nearly', percent: true }]],
    ['dưới 5 triệu đồng', [{ ...plain, value: 5e6, qualifier: 'under' }]],
    ['khoảng 1,5 triệu đồng', [{ ...plain, value: 1_500_000, qualifier: 'about' }]],
    ['giảm 9,25% so với cùng kỳ năm 2022', [{ ...plain, value: 9.25, direction: 'down', percent: true }]],
    ['tăng hơn 18,2%', [{ ...plain, value: 18.2, qualifier: 'over', direction: 'up', percent: true }]],
    [
      '3 vụ/6 bị can',
      [
        { ...plain, value: 3 },
        { ...plain, value: 6 },
      ],
    ],
    [
      'bắt giữ 3 vụ, 06 bị can',
      [
        { ...plain, value: 3 },
        { ...plain, value: 6 },
      ],
    ],
    ['duy trì trên 90%.', [{ ...plain, value: 90, qualifier: 'over', percent: true }]],
    ['28 phần trăm nạn nhân', [{ ...plain, value: 28, percent: true }]],
  ])('%s', (text, expected) => expect(read(text)).toEqual(expected));

  test.each([
    'ngày 21/7/2023',
    'từ 1/7',
    'Luật số 53/2024/QH15',
    'giai đoạn 2023–2024',
    'C02',
    'A4',
    'BCĐ138',
    '1.2.3',
    '10:30:15a',
  ])('no number of a date, a code or a document is read: %s', (text) =>
    expect(readQuantities(text).filter(({ value }) => value !== 10 && value !== 30)).toEqual([]),
  );

  test('text in decomposed Unicode reads the same', () => {
    const text = 'giảm 9,25% và trên 5.100 buổi tuyên truyền';
    expect(read(text.normalize('NFD'))).toEqual(read(text));
  });

  test('every value that the site prints is read back to the same quantity, in both languages', () => {
    const units = {
      vụ: { vi: 'vụ', en: 'cases' },
      'bị can': { vi: 'bị can', en: 'accused' },
      đồng: { vi: 'đồng', en: 'đồng' },
      '%': { vi: '%', en: '%' },
    } as const;
    const measures = { vụ: ['count'], 'bị can': ['count'], đồng: ['money'], '%': ['share', 'change'] } as const;
    fc.assert(
      fc.property(
        fc.constantFrom<keyof typeof units>('vụ', 'bị can', 'đồng', '%'),
        fc.integer({ min: 1, max: 1e9 }),
        fc.integer({ min: 0, max: 99 }),
        fc.constantFrom(...qualifiers),
        fc.constantFrom('vi' as const, 'en' as const),
        fc.boolean(),
        (unit, whole, cents, qualifier, locale, isLast) => {
          const measure = measures[unit][isLast ? measures[unit].length - 1 : 0] ?? 'count';
          const size = unit === '%' ? Number(`${whole % 1000}.${String(cents).padStart(2, '0')}`) : whole;
          const value = measure === 'change' && cents % 2 === 0 ? -size : size;
          const printed = valueText(
            {
              indicator: { ...indicator(measure, unit), unit: units[unit] },
              observation: observation(value, qualifier),
            },
            locale,
          );
          const text = locale === 'vi' ? `Kết quả ${printed} trong kỳ` : `It came to ${printed} in the period`;
          const found = readQuantities(text, { language: locale });
          expect(
            found.map((one) => one.value),
            text,
          ).toEqual([size]);
          expect(found[0], text).toMatchObject({ qualifier, percent: unit === '%' });
          if (measure === 'change') expect(found[0], text).toMatchObject({ direction: value < 0 ? 'down' : 'up' });
          if (measure === 'money') expect(found[0], text).toMatchObject({ currency: 'VND' });
          if (measure === 'count') expect(countsIn(found[0]!, units[unit][locale]), text).toBe(true);
        },
      ),
    );
  });

  test('no text makes it fail or hang, and what it read stands in the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        for (const numeral of readQuantities(text)) {
          expect(numeral.value ?? 0).toBeGreaterThanOrEqual(0);
          expect(text.normalize('NFC')).toContain(numeral.text);
        }
      }),
    );
    expect(readQuantities('1.'.repeat(50_000))).toHaveLength(0);
  });
});

describe('a figure and the quote of its source', () => {
  const trafficking =
    'Phát hiện, điều tra 3 vụ/6 bị can về hành vi mua bán người, tiếp nhận với phía Trung Quốc 4 công dân là nạn nhân';

  test.each([
    [observation(3), indicator('count', 'vụ'), trafficking],
    [observation(6), indicator('count', 'bị can'), trafficking],
    [observation(4), indicator('count', 'nạn nhân', ['công dân']), trafficking],
    [observation(443_000, 'over'), indicator('count', 'người tham gia'), 'với trên 443.000 người tham gia'],
    [observation(-9.25), indicator('change', '%'), 'được kiềm chế, giảm 9,25% so với cùng kỳ năm 2022'],
    [observation(90, 'over'), indicator('share', '%'), 'duy trì trên 90%'],
    [observation(2.3e12, 'over'), indicator('money', 'đồng'), 'số tiền hơn 2.300 tỉ đồng'],
  ])('agree: %#', (value, of, quote) => expect(findMismatch(value, of, { text: quote, language: 'vi' })).toBeNull());

  test.each([
    [
      'a wrong digit',
      observation(434_000, 'over'),
      indicator('count', 'người tham gia'),
      'với trên 443.000 người tham gia',
      { kind: 'value', stated: 'trên 443.000' },
    ],
    [
      'a lost “trên”',
      observation(443_000),
      indicator('count', 'người tham gia'),
      'với trên 443.000 người tham gia',
      { kind: 'qualifier', stated: 'trên 443.000' },
    ],
    [
      'a fall written as a rise',
      observation(9.25),
      indicator('change', '%'),
      'giảm 9,25%',
      { kind: 'direction', stated: '9,25%' },
    ],
    [
      'the accused taken for cases',
      observation(6),
      indicator('count', 'vụ'),
      trafficking,
      { kind: 'unit', stated: '6 bị can về' },
    ],
    [
      'a per cent taken for a count',
      observation(90, 'over'),
      indicator('count', 'vụ'),
      'duy trì trên 90%',
      { kind: 'unit', stated: 'trên 90%' },
    ],
    [
      'a quote without numbers',
      observation(5),
      indicator('count', 'vụ'),
      'không có số nào',
      { kind: 'value', stated: '' },
    ],
    [
      'a change taken for a level',
      observation(761),
      indicator('count', 'vụ'),
      'so với cùng kỳ giảm 761 vụ',
      { kind: 'change', stated: '761 vụ' },
    ],
    [
      'a fall taken for a share',
      observation(22.55),
      indicator('share', '%'),
      'giảm sâu (giảm 22,55%)',
      { kind: 'change', stated: '22,55% )' },
    ],
    [
      'an end of a range',
      observation(10e12, 'about'),
      indicator('money', 'đồng'),
      'khoảng 8.000 - 10.000 tỷ đồng',
      { kind: 'range', stated: 'khoảng 8.000 - 10.000 tỷ đồng' },
    ],
    [
      'the smaller part of a compound number',
      observation(500e6),
      indicator('money', 'đồng'),
      '1.200 tỷ 500 triệu đồng',
      { kind: 'value', stated: '1.200 tỷ 500 triệu' },
    ],
    [
      'an order of magnitude',
      observation(1e12),
      indicator('money', 'đồng'),
      'lên tới hàng nghìn tỷ đồng',
      { kind: 'magnitude', stated: 'hàng nghìn tỷ đồng' },
    ],
    [
      'dollars taken for đồng',
      observation(16e9, 'nearly'),
      indicator('money', 'đồng'),
      'gần 16 tỉ USD',
      { kind: 'unit', stated: 'gần 16 tỉ usd' },
    ],
    [
      '“không quá” taken for “trên”',
      observation(5, 'over'),
      indicator('count', 'vụ'),
      'không quá 5 vụ',
      { kind: 'qualifier', stated: 'không quá 5' },
    ],
    [
      'a thousand for a million',
      observation(6e9, 'over'),
      indicator('money', 'đồng'),
      'trên 6.000 tỷ đồng',
      { kind: 'value', stated: 'trên 6.000 tỷ' },
    ],
  ])('differ by %s', (_name, value, of, quote, flaw) =>
    expect(findMismatch(value, of, { text: quote, language: 'vi' })).toEqual(flaw),
  );

  test('the words around a number say what it counts', () => {
    const quote = {
      text: 'có 28% nạn nhân bị mua bán ra nước ngoài, 72% nạn nhân bị mua bán trong nước',
      language: 'vi',
    } as const;
    const abroad = { ...indicator('share', '%'), sourceTerms: ['ra nước ngoài'] };
    const athome = { ...indicator('share', '%'), sourceTerms: ['trong nước'] };
    expect(findMismatch(observation(28), abroad, quote)).toBeNull();
    expect(findMismatch(observation(72), athome, quote)).toBeNull();
    expect(findMismatch(observation(72), abroad, quote)?.kind).toBe('subject');
    expect(findMismatch(observation(28), athome, quote)?.kind).toBe('subject');
  });

  test('an English source is read in English', () => {
    const cases = { ...indicator('count', 'vụ'), unit: { vi: 'vụ', en: 'cases' } };
    expect(findMismatch(observation(2135), cases, { text: 'a total of 2,135 cases', language: 'en' })).toBeNull();
    expect(findMismatch(observation(2135), cases, { text: 'a total of 2,135 vụ', language: 'vi' })).not.toBeNull();
  });

  test('any other value is found out', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 0, max: 1e6 }), (stated, claimed) => {
        const flaw = findMismatch(observation(claimed), indicator('count', 'vụ'), {
          text: `đã phát hiện ${formatNumber(stated)} vụ trong kỳ`,
          language: 'vi',
        });
        expect(flaw === null).toBe(stated === claimed);
      }),
    );
  });
});
