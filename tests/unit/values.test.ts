/** What a figure is printed as, in every form, and that the reader of quantities reads the same back. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  attributionText,
  countsIn,
  findMismatch,
  frequencyOf,
  levelOf,
  periodText,
  plainValueText,
  readQuantities,
  sentence,
  statusText,
  valueText,
  type Figure,
} from '../../src/figures/index.ts';
import {
  amount,
  currencyCodes,
  indicator as indicatorSchema,
  qualifiers,
  release as releaseSchema,
  type Amount,
  type Currency,
  type Indicator,
  type Observation,
  type Release,
} from '../../src/schema/index.ts';

interface Made {
  value: Amount;
  measure?: Indicator['measure'];
  unit?: Indicator['unit'];
  currency?: Currency;
  qualifier?: Observation['qualifier'];
  status?: Observation['status'];
  publisher?: string;
  timing?: Release['timing'];
  period?: Release['period'];
}

const figure = ({
  value,
  measure = 'count',
  unit = { vi: 'vụ', en: 'cases' },
  currency,
  qualifier = 'exact',
  status = value === null ? 'missing' : 'final',
  publisher = 'Báo Tiền Phong',
  timing,
  period = { start: '2023-01-01', end: '2023-06-30' },
}: Made): Figure => {
  const release = releaseSchema.parse({
    title: { vi: 'Đợt', en: 'Release' },
    area: 'VN-04',
    period,
    timing,
    publishedAt: '2023-07-21',
    source: 'bao',
    producer: { vi: 'Bộ Công an', en: 'Ministry of Public Security' },
    observations: [{ indicator: 'so', value, qualifier, status, quote: 'so' }],
  });
  return {
    indicatorId: 'so',
    indicator: indicatorSchema.parse({
      label: { vi: 'Số', en: 'Number' },
      unit,
      measure,
      currency,
      definition: { vi: 'Định nghĩa', en: 'Definition' },
      caveat: { vi: 'Lưu ý', en: 'Caveat' },
      topic: 'lua-dao',
    }),
    releaseId: 'dot',
    release,
    observation: release.observations[0]!,
    sourceId: 'bao',
    source: {
      title: 'Bài',
      publisher,
      kind: 'press',
      dateAccessed: '2026-03',
      language: 'vi',
      quotes: {},
      ...(publisher === 'Trang Phường 3' && { english: { publisher: 'website of Ward 3' } }),
    },
    quote: '',
  };
};

describe('a value in words', () => {
  test.each<[string, Made, string, string]>([
    [
      'a range of money',
      { value: { range: [8e12, 1e13] }, measure: 'money' },
      '8.000–10.000 tỷ đồng',
      '8,000–10,000 billion đồng',
    ],
    [
      'a range across two scales',
      { value: { range: [5e8, 1.5e9] }, measure: 'money' },
      '500–1.500 triệu đồng',
      '500–1,500 million đồng',
    ],
    ['a range of a fall', { value: { range: [-10, -8] }, measure: 'change' }, 'giảm 8–10%', 'down 8–10%'],
    ['a rough range', { value: { range: [5, 7] }, qualifier: 'about' }, 'khoảng 5–7 vụ', 'about 5–7 cases'],
    ['a part of a whole', { value: { of: [341, 360] } }, '341/360 vụ', '341/360 cases'],
    ['a multiple', { value: { multiple: 1.5 }, measure: 'change' }, 'gấp 1,5 lần', '1.5 times as many'],
    [
      'a rough multiple',
      { value: { multiple: 2 }, measure: 'change', qualifier: 'nearly' },
      'gấp gần 2 lần',
      'nearly 2 times as many',
    ],
    ['half', { value: { multiple: 0.5 }, measure: 'change' }, 'giảm một nửa', 'halved'],
    ['a missing value', { value: null }, 'không có số liệu', 'no data'],
    [
      'nearly',
      { value: 16e9, measure: 'money', currency: 'USD', qualifier: 'nearly' },
      'gần 16 tỷ USD',
      'nearly 16 billion USD',
    ],
    ['yuan', { value: 3e6, measure: 'money', currency: 'CNY' }, '3 triệu nhân dân tệ', '3 million yuan'],
    ['money below a million', { value: 850_000, measure: 'money' }, '850.000 đồng', '850,000 đồng'],
    ['money that is not round', { value: 1_234_567_891, measure: 'money' }, '1.234.567.891 đồng', '1,234,567,891 đồng'],
    ['an estimate', { value: 5, status: 'estimated' }, '5 vụ (ước tính)', '5 cases (estimate)'],
    ['a provisional value', { value: 5, status: 'provisional' }, '5 vụ (tạm tính)', '5 cases (provisional)'],
    ['a break', { value: 5, status: 'break' }, '5 vụ (đã đổi cách đếm)', '5 cases (break in series)'],
  ])('%s', (_name, made, vi, en) => {
    expect([valueText(figure(made)), valueText(figure(made), 'en')]).toEqual([vi, en]);
  });

  test('only what is neither final nor missing has a word for its status', () => {
    expect(statusText(figure({ value: 5 }))).toBe('');
    expect(statusText(figure({ value: null }))).toBe('');
  });
});

describe('who counted', () => {
  test('the producer signs, and the paper is named as the way it is known', () => {
    expect(sentence(figure({ value: 5 }))).toContain(': 5 vụ (Bộ Công an, dẫn qua Báo Tiền Phong).');
    expect(sentence(figure({ value: 5 }), 'en')).toContain(
      ': 5 cases (Ministry of Public Security, via Báo Tiền Phong).',
    );
    expect(attributionText(figure({ value: 5, publisher: 'Trang Phường 3' }), 'en')).toBe(
      'Ministry of Public Security, via website of Ward 3',
    );
  });

  test('a producer that published it itself is named once', () => {
    const own = figure({ value: 5, publisher: 'Bộ Công an' });
    expect(attributionText(own)).toBe('Bộ Công an');
    expect(attributionText(own, 'en')).toBe('Ministry of Public Security');
  });

  test.each([
    ['estimated', '(số ước tính của Bộ Công an, dẫn qua Báo Tiền Phong).', '(estimate; Ministry of Public Security'],
    ['provisional', '(số tạm tính của Bộ Công an, dẫn qua Báo Tiền Phong).', '(provisional; Ministry of Public'],
    ['break', '(đã đổi cách đếm, không so với số trước; Bộ Công an', '(break in series; Ministry of Public'],
  ] as const)('the sentence says that a value is %s', (status, vi, en) => {
    expect(sentence(figure({ value: 5, status }))).toContain(vi);
    expect(sentence(figure({ value: 5, status }), 'en')).toContain(en);
  });
});

test('the days of a stock and of a running total are told apart from a period', () => {
  const day = { start: '2026-03-09', end: '2026-03-09' };
  expect(periodText({ period: day, timing: 'as-of' })).toBe('tính đến ngày 9/3/2026');
  expect(periodText({ period: day })).toBe('ngày 9/3/2026');
  const since = { start: '2020-02-01', end: '2021-01-13' };
  expect(periodText({ period: since, timing: 'cumulative' })).toBe('lũy kế từ tháng 2/2020 đến ngày 13/1/2021');
  expect(periodText({ period: since, timing: 'cumulative' }, 'en')).toBe(
    'running total from February 2020 to 13 January 2021',
  );
  expect(periodText({ period: { start: '2020-02-04', end: '2021-01-13' }, timing: 'cumulative' })).toBe(
    'lũy kế từ 4/2/2020 đến ngày 13/1/2021',
  );
});

test('frequencies are those of SDMX', () => {
  const of = (start: string, end: string, timing?: Release['timing']) =>
    frequencyOf({ period: { start, end }, timing });
  expect([
    of('2023-01-01', '2023-12-31'),
    of('2023-01-01', '2023-06-30'),
    of('2023-04-01', '2023-06-30'),
    of('2023-02-01', '2023-02-28'),
    of('2023-02-06', '2023-02-12'),
    of('2023-02-06', '2023-02-06'),
    of('2023-01-01', '2023-12-15'),
    of('2023-02-06', '2023-02-06', 'as-of'),
    of('2023-01-01', '2023-12-31', 'cumulative'),
  ]).toEqual(['A', 'S', 'Q', 'M', 'W', 'D', '_O', '_Z', '_Z']);
});

test('what is drawn: a number, the ends of a range, the part of a whole, and nothing for what is missing', () => {
  expect(
    [5, { range: [5, 7] } as Amount, { of: [3, 7] } as Amount, { multiple: 2 }, null].map((value) =>
      levelOf({ value: value }),
    ),
  ).toEqual([[5, 5], [5, 7], [3, 3], null, null]);
});

const cents = fc
  .tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 0, max: 99 }))
  .map(([whole, part]) => Number(`${whole}.${String(part).padStart(2, '0')}`));
const whole = fc.oneof(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 1e9 }));
const dong = fc.oneof(
  whole,
  fc.integer({ min: 1, max: 999_999 }).map((millions) => millions * 1e6),
  fc.integer({ min: 1, max: 99_999 }).map((tenths) => tenths * 1e8),
);
const pairOf = (number: fc.Arbitrary<number>) =>
  fc
    .tuple(number, number)
    .filter(([a, b]) => a !== b)
    .map(([a, b]): [number, number] => [Math.min(a, b), Math.max(a, b)]);

const units = [
  { vi: 'vụ', en: 'cases' },
  { vi: 'bị can', en: 'accused' },
  { vi: 'nạn nhân', en: 'victims' },
  { vi: 'người', en: 'people' },
] as const;
const unit = fc.constantFrom(...units);
const negated = (value: Amount): Amount =>
  typeof value === 'number'
    ? -value
    : value !== null && 'range' in value
      ? { range: [-value.range[1], -value.range[0]] }
      : value;
const singleOrRange = (number: fc.Arbitrary<number>): fc.Arbitrary<Amount> =>
  fc.oneof(
    number,
    pairOf(number).map((range) => ({ range })),
  );

/** Every form with every measure that can have it. */
const made: fc.Arbitrary<Made> = fc.oneof(
  fc.record({ measure: fc.constant('count' as const), unit, value: singleOrRange(whole) }),
  fc.record({ measure: fc.constant('count' as const), unit, value: pairOf(whole).map((of) => ({ of })) }),
  fc.record({
    measure: fc.constant('money' as const),
    currency: fc.constantFrom(...currencyCodes),
    value: singleOrRange(dong),
  }),
  fc.record({ measure: fc.constant('share' as const), value: singleOrRange(cents) }),
  fc.record({
    measure: fc.constant('change' as const),
    value: fc.oneof(
      singleOrRange(cents),
      singleOrRange(cents).map(negated),
      fc.integer({ min: 11, max: 99 }).map((tenths) => ({ multiple: tenths / 10 })),
      fc.constant({ multiple: 0.5 }),
    ),
  }),
);

describe('what is printed is read back to the same quantity', () => {
  test.each(['vi', 'en'] as const)('%s', (locale) => {
    fc.assert(
      fc.property(made, fc.constantFrom(...qualifiers), (parts, qualifier) => {
        const isHalf =
          typeof parts.value === 'object' &&
          parts.value !== null &&
          'multiple' in parts.value &&
          parts.value.multiple < 1;
        const given = figure({ ...parts, qualifier: isHalf ? 'exact' : qualifier });
        expect(amount.safeParse(parts.value).success).toBe(true);
        const printed = plainValueText(given, locale);
        const text = locale === 'vi' ? `Kết quả ${printed} trong kỳ` : `It came to ${printed} in the period`;
        const found = readQuantities(text, { language: locale });
        expect(found, text).toHaveLength(1);
        const [read] = found;
        const { value } = given.observation;
        const size = (number: number) => Math.abs(number);
        if (typeof value === 'number') expect(read?.value, text).toBe(size(value));
        else if (value !== null && 'range' in value)
          expect(read?.range, text).toEqual(value.range.map(size).sort((a, b) => a - b));
        else if (value !== null && 'of' in value) expect(read?.of, text).toEqual(value.of);
        else if (value !== null) expect(read?.multiple, text).toBe(value.multiple);
        expect(read?.qualifier, text).toBe(given.observation.qualifier);
        if (given.indicator.measure === 'money') expect(read?.currency, text).toBe(given.indicator.currency);
        if (given.indicator.measure === 'count') expect(countsIn(read!, given.indicator.unit[locale]), text).toBe(true);
        // The proof takes what is printed for what it is.
        expect(findMismatch(given.observation, given.indicator, { text, language: locale }), text).toBeNull();
      }),
      { numRuns: 2000 },
    );
  });

  test.each(['vi', 'en'] as const)('with its status, %s', (locale) => {
    fc.assert(
      fc.property(
        whole,
        fc.constantFrom('final' as const, 'provisional' as const, 'estimated' as const, 'break' as const),
        fc.constantFrom(...qualifiers),
        (value, status, qualifier) => {
          const text = valueText(figure({ value, status, qualifier }), locale);
          expect(readQuantities(text, { language: locale }), text).toMatchObject([{ value, qualifier }]);
        },
      ),
    );
  });
});
