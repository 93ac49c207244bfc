/** Quantities read from Vietnamese and English sentences. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readQuantities, type Quantity } from '../../src/figures/quantities.ts';

/** What a test says of a quantity: fields it leaves out are those of a plain exact number. */
type Said = Partial<Omit<Quantity, 'text' | 'index' | 'following'>>;

const plain: Said = {
  value: null,
  qualifier: 'exact',
  direction: null,
  change: null,
  percent: false,
  unit: null,
  currency: null,
  range: null,
  of: null,
  multiple: null,
  rank: null,
  magnitude: null,
  spelled: false,
};

/** The fields of each quantity that `plain` has. */
const read = (text: string, language: 'vi' | 'en' = 'vi'): Said[] =>
  readQuantities(text, { language }).map((quantity) =>
    Object.fromEntries(Object.keys(plain).map((key) => [key, quantity[key as keyof Quantity]])),
  );
const wanted = (...said: Said[]): Said[] => said.map((one) => ({ ...plain, ...one }));
const dong = { unit: 'đồng', currency: 'VND' };

describe('Vietnamese', () => {
  test.each<[string, ...Said[]]>([
    // Qualifiers and their negations.
    ['không quá 5 vụ', { value: 5, qualifier: 'at-most', unit: 'vụ' }],
    ['tối đa 20 người', { value: 20, qualifier: 'at-most', unit: 'người' }],
    ['không dưới 100 người', { value: 100, qualifier: 'at-least', unit: 'người' }],
    ['ít nhất 12 nạn nhân', { value: 12, qualifier: 'at-least', unit: 'nạn nhân' }],
    ['từ 30 vụ trở lên', { value: 30, qualifier: 'at-least', unit: 'vụ' }],
    ['không ít hơn 5 vụ', { value: 5, qualifier: 'at-least', unit: 'vụ' }],
    ['trên dưới 100 vụ', { value: 100, qualifier: 'about', unit: 'vụ' }],
    ['xấp xỉ 100 vụ', { value: 100, qualifier: 'about', unit: 'vụ' }],
    ['chưa đầy 200 trường hợp', { value: 200, qualifier: 'under', unit: 'trường hợp' }],
    ['ngót 40 vụ', { value: 40, qualifier: 'nearly', unit: 'vụ' }],
    ['gần 90%', { value: 90, qualifier: 'nearly', percent: true, unit: '%' }],
    ['ước tính trên 6.000 tỷ đồng', { value: 6e12, qualifier: 'over', ...dong }],
    ['chiếm tới 63,7%', { value: 63.7, percent: true, unit: '%' }],
    // Levels and changes.
    ['giảm 761 vụ', { value: 761, unit: 'vụ', direction: 'down', change: 'by' }],
    ['ít hơn 03 vụ', { value: 3, unit: 'vụ', direction: 'down', change: 'by' }],
    ['cao hơn 8,48%', { value: 8.48, unit: '%', percent: true, direction: 'up', change: 'by' }],
    ['(-24,25%)', { value: 24.25, unit: '%', percent: true, direction: 'down', change: 'by' }],
    ['giảm xuống còn 8 vụ', { value: 8, unit: 'vụ', change: 'to' }],
    ['tăng lên 44%', { value: 44, unit: '%', percent: true, change: 'to' }],
    [
      'giảm từ 12% xuống 8%',
      { value: 12, unit: '%', percent: true, change: 'from' },
      { value: 8, unit: '%', percent: true, change: 'to' },
    ],
    ['tăng từ 5 lên 7 vụ', { value: 5, unit: 'vụ', change: 'from' }, { value: 7, unit: 'vụ', change: 'to' }],
    [
      'giảm 761 vụ (15,4%), 567 bị can (8,3%)',
      { value: 761, unit: 'vụ', direction: 'down', change: 'by' },
      { value: 15.4, unit: '%', percent: true, direction: 'down', change: 'by' },
      { value: 567, unit: 'bị can', direction: 'down', change: 'by' },
      { value: 8.3, unit: '%', percent: true, direction: 'down', change: 'by' },
    ],
    ['trộm cắp 53 vụ (29,44%)', { value: 53, unit: 'vụ' }, { value: 29.44, unit: '%', percent: true }],
    ['giảm 2 điểm phần trăm', { value: 2, unit: 'điểm phần trăm', direction: 'down', change: 'by' }],
    // Ranges, parts, multiples, ranks, orders of magnitude.
    ['khoảng 8.000 - 10.000 tỷ đồng', { range: [8e12, 10e12], qualifier: 'about', ...dong }],
    ['từ 5 đến 7 vụ', { range: [5, 7], unit: 'vụ' }],
    ['5-7 vụ', { range: [5, 7], unit: 'vụ' }],
    ['341/360 vụ', { of: [341, 360], unit: 'vụ' }],
    ['206/113 vụ', { of: [206, 113], unit: 'vụ' }],
    ['chiếm tới 1/3 trong tổng số', { of: [1, 3] }],
    ['5 trong số 7 nạn nhân', { value: 5, unit: 'nạn nhân', of: [5, 7] }, { value: 7, unit: 'nạn nhân' }],
    ['hơn một nửa', { of: [1, 2], qualifier: 'over', spelled: true }],
    ['tăng gấp rưỡi', { multiple: 1.5, direction: 'up', spelled: true }],
    ['gấp 2,3 lần', { multiple: 2.3, unit: 'lần' }],
    ['đứng thứ 3 cả nước', { rank: 3 }],
    ['hàng nghìn tỷ đồng', { magnitude: 1e12, qualifier: 'about', spelled: true, ...dong }],
    // Scale, money, glued and carried units.
    ['1.200 tỷ 500 triệu đồng', { value: 1_200_500_000_000, ...dong }],
    ['3 tỷ rưỡi', { value: 3_500_000_000 }],
    ['gần 40 nghìn tỷ đồng', { value: 40e12, qualifier: 'nearly', ...dong }],
    ['gần 16 tỉ USD', { value: 16e9, qualifier: 'nearly', unit: 'usd', currency: 'USD' }],
    ['850.000 đồng', { value: 850_000, ...dong }],
    ['1,4kg heroin', { value: 1.4, unit: 'kg' }],
    ['385 vụ so với 507 năm 2013', { value: 385, unit: 'vụ' }, { value: 507, unit: 'vụ' }],
    // Words.
    ['ba vụ, sáu bị can', { value: 3, unit: 'vụ', spelled: true }, { value: 6, unit: 'bị can', spelled: true }],
    ['09 (chín) vụ', { value: 9, unit: 'vụ' }],
    ['hai mươi mốt nạn nhân', { value: 21, unit: 'nạn nhân', spelled: true }],
    ['ba trăm linh năm vụ', { value: 305, unit: 'vụ', spelled: true }],
    ['không xảy ra vụ nào', { value: 0, unit: 'vụ', spelled: true }],
    ['chưa phát hiện nạn nhân', { value: 0, unit: 'nạn nhân', spelled: true }],
    // Names and dates are no quantities.
    ['ngày 21/7/2023, quý 4/2025, giai đoạn 2011-2022'],
    ['Nghị định 282/2025/NĐ-CP, Điều 150, C02, lúc 19h30, 10:30'],
    ['gọi 0868-222-333'],
    ['mỗi năm người dân khai báo'],
  ])('%s', (text, ...said) => expect(read(text)).toEqual(wanted(...said)));
});

describe('English', () => {
  test.each<[string, ...Said[]]>([
    ['13,627 victims', { value: 13_627, unit: 'victims' }],
    ['about 2,135 cases', { value: 2135, qualifier: 'about', unit: 'cases' }],
    ['nine were male', { value: 9, spelled: true }],
    ['the share rose to over 40%', { value: 40, qualifier: 'over', percent: true, unit: '%', change: 'to' }],
    ['a 12% increase', { value: 12, percent: true, unit: '%', direction: 'up', change: 'by' }],
    ['no fewer than 12 victims', { value: 12, qualifier: 'at-least', unit: 'victims' }],
    ['up to 500 people', { value: 500, qualifier: 'at-most', unit: 'people' }],
    [
      'fell by 15 cases (8.3%)',
      { value: 15, unit: 'cases', direction: 'down', change: 'by' },
      { value: 8.3, unit: '%', percent: true, direction: 'down', change: 'by' },
    ],
    [
      'increased from 77 to 147 cases',
      { value: 77, unit: 'cases', change: 'from' },
      { value: 147, unit: 'cases', change: 'to' },
    ],
    ['from 5 to 7 cases', { range: [5, 7], unit: 'cases' }],
    ['no cases were recorded', { value: 0, unit: 'cases', spelled: true }],
    ['$16.2 billion', { value: 16.2e9, unit: 'usd', currency: 'USD' }],
    ['two-thirds of the victims', { of: [2, 3], spelled: true }],
    ['the number doubled', { multiple: 2, spelled: true }],
    ['twenty-one people', { value: 21, unit: 'people', spelled: true }],
    ['in the first half of 2023, on 21 July 2023, between 2018 and 2022, under Article 150'],
  ])('%s', (text, ...said) => expect(read(text, 'en')).toEqual(wanted(...said)));

  test('the language of the source decides what a comma means', () => {
    expect(read('2,135 người')[0]?.value).toBe(2.135);
    expect(read('2,135 people', 'en')[0]?.value).toBe(2135);
  });
});

interface Gold {
  sentence: string;
  language?: 'vi' | 'en';
  quantities: {
    value?: number;
    range?: [number, number];
    of?: [number, number];
    multiple?: number;
    rank?: number;
    words?: string;
    unit?: string;
    qualifier?: string;
    direction?: string | null;
  }[];
}

/** Whether a quantity that was read is the one that a sentence is said to state. */
const isStated = (
  read: Quantity,
  { value, range, of, multiple, rank, words, unit = '', ...said }: Gold['quantities'][number],
) => {
  const hasUnit = unit === '' || (unit === '%' ? read.percent : read.unit === unit || read.following.startsWith(unit));
  if (value !== undefined)
    return read.value === value && hasUnit && read.qualifier === said.qualifier && read.direction === said.direction;
  if (range)
    return (
      read.range?.join() === range.join() &&
      (said.qualifier === undefined || (hasUnit && read.qualifier === said.qualifier))
    );
  if (of) return read.of?.join() === of.join() && hasUnit;
  if (multiple !== undefined) return read.multiple === multiple;
  if (rank !== undefined) return read.rank === rank;
  return words !== undefined && (read.of !== null || read.multiple !== null || read.magnitude !== null || read.spelled);
};

// The second list was written for this test, in the manner of reports and newspapers, before the reader saw it.
test.each(['number-sentences', 'more-number-sentences'])(
  'quantities of sentences, each found with value, unit, qualifier and direction: %s',
  (file) => {
    const gold = JSON.parse(readFileSync(new URL(`../figures/${file}.json`, import.meta.url), 'utf8')) as Gold[];
    const missed = gold.flatMap(({ sentence, language, quantities }) => {
      const found = readQuantities(sentence, language && { language });
      const wrong = quantities.filter((said) => {
        const at = found.findIndex((read) => isStated(read, said));
        // Each quantity that was read answers for one that is stated.
        if (at >= 0) found.splice(at, 1);
        return at < 0;
      });
      const none = quantities.length === 0 ? found.map(({ text }) => text) : [];
      return [...wrong, ...none].map((each) => `${sentence}: ${JSON.stringify(each)}`);
    });
    expect(missed).toEqual([]);
  },
);

test('a quantity knows its place and its words', () => {
  const text = 'Cả nước phát hiện hơn 28.700 vụ, bắt gần 48.700 đối tượng.';
  for (const { index, value, text: words } of readQuantities(text)) {
    expect(text.slice(index)).toMatch(new RegExp(`^${(value ?? 0).toLocaleString('vi-VN').replaceAll('.', '\\.')}`));
    expect(text).toContain(words);
  }
});

test('any text is read without an error, in the order of its words, and in time that grows with its length', () => {
  const pieces = [
    'giảm',
    'từ',
    'đến',
    '12',
    '1.234',
    '%',
    'vụ',
    '(',
    ')',
    '/',
    '-',
    'không',
    'năm',
    'hàng',
    'tỷ',
    ', ',
  ];
  fc.assert(
    fc.property(
      fc.array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 5 })), { maxLength: 40 }),
      fc.constantFrom('vi' as const, 'en' as const),
      (words, language) => {
        const indexes = readQuantities(words.join(' '), { language }).map(({ index }) => index);
        expect(indexes).toEqual([...indexes].sort((a, b) => a - b));
      },
    ),
  );
  expect(readQuantities('1.'.repeat(50_000))).toEqual([]);
  expect(readQuantities('giảm từ 5 đến 7 vụ, '.repeat(2000))).toHaveLength(4000);
});
