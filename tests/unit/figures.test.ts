import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  areaName,
  byPeriod,
  changeText,
  formatNumber,
  sentence,
  seriesOf,
  valueParts,
  valueText,
  type Figure,
} from '../../src/figures/index.ts';
import type { Indicator, Observation, Release } from '../../src/schema/index.ts';

interface Made {
  value?: number;
  qualifier?: Observation['qualifier'];
  measure?: Indicator['measure'];
  unit?: { vi: string; en: string };
  area?: string;
  period?: Release['period'];
  base?: Observation['base'];
  publishedAt?: string;
}

const half2023 = { start: '2023-01-01', end: '2023-06-30' };

const figure = ({
  value = 5,
  qualifier = 'exact',
  measure = 'count',
  unit = { vi: 'vụ', en: 'cases' },
  area = 'VN-04',
  period = half2023,
  base,
  publishedAt = '2023-07-21',
}: Made = {}): Figure => ({
  indicatorId: 'so-vu',
  indicator: {
    label: { vi: 'Số vụ mua bán người', en: 'Trafficking cases' },
    unit,
    sourceUnits: [],
    sourceTerms: [],
    keywords: [],
    measure,
    definition: { vi: 'Số vụ trong kỳ.', en: 'Cases in the period.' },
    caveat: { vi: 'Có vụ không ai báo.', en: 'Some are never reported.' },
    topic: 'mua-ban-nguoi',
  },
  releaseId: 'nua-dau-2023',
  release: {
    title: { vi: 'Nửa đầu 2023', en: 'First half of 2023' },
    area,
    period,
    publishedAt,
    source: 'bao-cao',
    producer: { vi: 'Ủy ban nhân dân tỉnh', en: 'Provincial People’s Committee' },
    observations: [],
  },
  observation: {
    indicator: 'so-vu',
    value,
    qualifier,
    quote: 'so-vu',
    corroboratedBy: [],
    status: 'final',
    base,
    revisions: [],
  },
  sourceId: 'bao-cao',
  source: {
    title: 'Báo cáo',
    publisher: 'Ủy ban nhân dân tỉnh',
    kind: 'report',
    dateAccessed: '2026-03',
    language: 'vi',
    quotes: {},
  },
  quote: 'đã phát hiện 05 vụ',
});

describe('formatNumber', () => {
  test.each([
    [5, '5', '5'],
    [5100, '5.100', '5,100'],
    [443_000, '443.000', '443,000'],
    [9.25, '9,25', '9.25'],
    [-9.25, '-9,25', '-9.25'],
    [1_234_567.5, '1.234.567,5', '1,234,567.5'],
    [0, '0', '0'],
    [0.1 + 0.2, '0,3', '0.3'],
  ])('%d', (value, vi, en) => {
    expect(formatNumber(value)).toBe(vi);
    expect(formatNumber(value, 'en')).toBe(en);
  });

  test('can be read back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }).map((value) => value / 100),
        (value) => {
          expect(Number(formatNumber(value).replaceAll('.', '').replace(',', '.'))).toBe(value);
          expect(Number(formatNumber(value, 'en').replaceAll(',', ''))).toBe(value);
        },
      ),
    );
  });
});

describe('a value in words', () => {
  test.each<[string, Made, string, string]>([
    ['an exact count', {}, '5 vụ', '5 cases'],
    ['over', { value: 443_000, qualifier: 'over' }, 'trên 443.000 vụ', 'over 443,000 cases'],
    ['under', { value: 100, qualifier: 'under' }, 'dưới 100 vụ', 'under 100 cases'],
    ['about', { value: 5100, qualifier: 'about' }, 'khoảng 5.100 vụ', 'about 5,100 cases'],
    ['a share', { value: 80.6, measure: 'share' }, '80,6%', '80.6%'],
    ['a share that is not exact', { value: 62, measure: 'share', qualifier: 'about' }, 'khoảng 62%', 'about 62%'],
    ['a fall', { value: -9.25, measure: 'change' }, 'giảm 9,25%', 'down 9.25%'],
    ['a rise', { value: 12, measure: 'change' }, 'tăng 12%', 'up 12%'],
    ['a rise of more than', { value: 12, measure: 'change', qualifier: 'over' }, 'tăng trên 12%', 'up over 12%'],
    ['billions', { value: 6e12, measure: 'money' }, '6.000 tỷ đồng', '6,000 billion đồng'],
    ['a billion', { value: 1e9, measure: 'money' }, '1 tỷ đồng', '1 billion đồng'],
    [
      'part of a billion',
      { value: 18_900e9 + 5e8, measure: 'money', qualifier: 'about' },
      'khoảng 18.900,5 tỷ đồng',
      'about 18,900.5 billion đồng',
    ],
    ['millions', { value: 250e6, measure: 'money' }, '250 triệu đồng', '250 million đồng'],
    ['zero', { value: 0 }, '0 vụ', '0 cases'],
  ])('%s', (_name, made, vi, en) => {
    expect(valueText(figure(made))).toBe(vi);
    expect(valueText(figure(made), 'en')).toBe(en);
  });

  test('comes in parts to be set apart', () => {
    expect(valueParts(figure({ value: 443_000, qualifier: 'over' }))).toEqual({
      qualifier: 'trên',
      number: '443.000',
      unit: 'vụ',
    });
    expect(valueParts(figure({ value: -9.25, measure: 'change' }))).toEqual({
      qualifier: 'giảm',
      number: '9,25%',
      unit: '',
    });
  });
});

test('areas have names, and a code without one stands for itself', () => {
  expect([areaName('VN'), areaName('VN', 'en')]).toEqual(['Cả nước', 'Viet Nam']);
  expect([areaName('VN-04'), areaName('VN-04', 'en')]).toEqual(['Tỉnh Cao Bằng', 'Cao Bằng province']);
  expect([areaName('VN-09'), areaName('VN-HN'), areaName('VN-SG', 'en')]).toEqual([
    'Tỉnh Lạng Sơn',
    'Thành phố Hà Nội',
    'Hồ Chí Minh City',
  ]);
  expect(areaName('VN-99')).toBe('VN-99');
});

describe('sentence', () => {
  test('says where, when, what, how much and by whom', () => {
    expect(sentence(figure())).toBe(
      'Số vụ mua bán người, tỉnh Cao Bằng, 6 tháng đầu năm 2023: 5 vụ (Ủy ban nhân dân tỉnh).',
    );
    expect(sentence(figure(), 'en')).toBe(
      'Trafficking cases, Cao Bằng province, first 6 months of 2023: 5 cases (Provincial People’s Committee).',
    );
  });

  test('says what a change is against', () => {
    const change = figure({ value: -9.25, measure: 'change', base: { start: '2022-01-01', end: '2022-06-30' } });
    expect(sentence(change)).toContain('giảm 9,25% so với 6 tháng đầu năm 2022 (');
    expect(sentence(change, 'en')).toContain('down 9.25% against first 6 months of 2022 (');
  });

  test('begins with the label as it is written', () => {
    const made = figure();
    const abbreviated = { ...made, indicator: { ...made.indicator, label: { vi: 'ANTT ổn định', en: 'CAP alerts' } } };
    expect(sentence(abbreviated)).toMatch(/^ANTT ổn định, tỉnh .*: 5 vụ/);
    expect(sentence(abbreviated, 'en')).toMatch(/^CAP alerts, .*: 5 cases/);
  });
});

describe('changeText', () => {
  test.each<[string, Made, Made, string, string]>([
    ['a rise in per cent', { value: 4 }, { value: 5 }, 'tăng 25%', 'up 25%'],
    ['a fall in per cent', { value: 5 }, { value: 4 }, 'giảm 20%', 'down 20%'],
    ['one decimal', { value: 3 }, { value: 4 }, 'tăng 33,3%', 'up 33.3%'],
    ['more than double', { value: 1000 }, { value: 3500 }, 'tăng 250%', 'up 250%'],
    [
      'percentage points of shares',
      { value: 0.45, measure: 'share' },
      { value: 0.18, measure: 'share' },
      'giảm 0,27 điểm phần trăm',
      'down 0.27 percentage points',
    ],
    [
      'a share from zero',
      { value: 0, measure: 'share' },
      { value: 2, measure: 'share' },
      'tăng 2 điểm phần trăm',
      'up 2 percentage points',
    ],
    [
      'an earlier value that is not exact',
      { value: 100, qualifier: 'over' },
      { value: 150 },
      'tăng khoảng 50%',
      'up about 50%',
    ],
    [
      'a later value that is not exact',
      { value: 100 },
      { value: 50, qualifier: 'about' },
      'giảm khoảng 50%',
      'down about 50%',
    ],
    [
      'shares that are not exact',
      { value: 60, measure: 'share', qualifier: 'about' },
      { value: 62, measure: 'share' },
      'tăng khoảng 2 điểm phần trăm',
      'up about 2 percentage points',
    ],
    ['no change', { value: 5 }, { value: 5 }, 'không đổi', 'unchanged'],
    ['from zero, of which nothing is a percentage', { value: 0 }, { value: 5 }, 'tăng', 'up'],
    ['to zero', { value: 5 }, { value: 0 }, 'giảm 100%', 'down 100%'],
  ])('%s', (_name, earlier, later, vi, en) => {
    expect(changeText(figure(earlier), figure(later))).toBe(vi);
    expect(changeText(figure(earlier), figure(later), 'en')).toBe(en);
  });

  test('is never infinite or empty', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e6 }),
        fc.integer({ min: 0, max: 1e6 }),
        fc.constantFrom<Indicator['measure']>('count', 'share', 'money'),
        (from, to, measure) => {
          expect(changeText(figure({ value: from, measure }), figure({ value: to, measure }))).toMatch(
            /^(?:không đổi|(?:tăng|giảm)(?: [\d.,]+(?:%| điểm phần trăm))?)$/,
          );
        },
      ),
    );
  });
});

const lastDay = (year: number, month: number): string => new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
const monthly = (start: number, months: number): Release['period'] => {
  const [year, month] = [2015 + Math.floor(start / 12), (start % 12) + 1];
  const last = start + months;
  return {
    start: `${year}-${String(month).padStart(2, '0')}-01`,
    end: lastDay(2015 + Math.floor((last - 1) / 12), ((last - 1) % 12) + 1),
  };
};
/** Months that a period touches. */
const calendarMonths = ({ start, end }: { start: string; end: string }): number =>
  (Number(end.slice(0, 4)) - Number(start.slice(0, 4))) * 12 + Number(end.slice(5, 7)) - Number(start.slice(5, 7)) + 1;
const days = ({ start, end }: Release['period']): number => (Date.parse(end) - Date.parse(start)) / 86_400_000 + 1;

describe('seriesOf', () => {
  const year = (of: number) => ({ start: `${of}-01-01`, end: `${of}-12-31` });

  test('joins the periods of one area and length, oldest first', () => {
    const made = [2024, 2022, 2023].map((of) => figure({ period: year(of) }));
    expect(
      seriesOf(made).map(({ area, months, figures }) => [
        area,
        months,
        figures.map(({ release }) => release.period.start),
      ]),
    ).toEqual([['VN-04', 12, ['2022-01-01', '2023-01-01', '2024-01-01']]]);
  });

  test('counts a leap year and another as the same length', () => {
    expect(seriesOf([figure({ period: year(2024) }), figure({ period: year(2023) })])).toHaveLength(1);
  });

  test('keeps areas and lengths apart, the longest series first', () => {
    const series = seriesOf([
      figure({ area: 'VN', period: year(2023) }),
      figure({ period: half2023 }),
      figure({ period: year(2023) }),
      figure({ period: year(2024) }),
    ]);
    expect(series.map(({ area, months, figures }) => [area, months, figures.length])).toEqual([
      ['VN-04', 12, 2],
      ['VN-04', 6, 1],
      ['VN', 12, 1],
    ]);
  });

  test('keeps apart what is not counted in whole months', () => {
    const series = seriesOf([
      figure({ period: { start: '2023-07-21', end: '2023-07-21' } }),
      figure({ period: { start: '2023-07-01', end: '2023-07-15' } }),
    ]);
    expect(series.map(({ months, figures }) => [months, figures.length])).toEqual([
      [0, 1],
      [0, 1],
    ]);
  });

  const period = fc.oneof(
    fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 24 })).map(([start, months]) => monthly(start, months)),
    fc.tuple(fc.nat(400), fc.nat(60)).map(([start, length]) => {
      const day = (number: number) => new Date(Date.UTC(2023, 0, 1 + number)).toISOString().slice(0, 10);
      return { start: day(start), end: day(start + length) };
    }),
  );
  const figures = fc.array(fc.record({ area: fc.constantFrom('VN', 'VN-04', 'VN-01'), period }).map(figure), {
    maxLength: 12,
  });

  test('never joins different areas or lengths, and loses nothing', () => {
    fc.assert(
      fc.property(figures, (made) => {
        const series = seriesOf(made);
        expect(series.flatMap((each) => each.figures)).toHaveLength(made.length);
        for (const { area, months, figures: joined } of series) {
          expect([...new Set(joined.map(({ release }) => release.area))]).toEqual([area]);
          // In whole months by the calendar, or else to the day.
          const lengths = joined.map(({ release: { period } }) => (months > 0 ? calendarMonths(period) : days(period)));
          expect(new Set(lengths).size).toBe(1);
          if (months > 0) expect(lengths[0]).toBe(months);
          expect(joined.map(({ release }) => release.period.end)).toEqual(
            joined.map(({ release }) => release.period.end).sort(),
          );
        }
      }),
      { numRuns: 500 },
    );
  });
});

test('byPeriod puts the newest period first, and of one period the last published', () => {
  const made = [
    figure({ period: { start: '2022-01-01', end: '2022-12-31' }, publishedAt: '2023-01' }),
    figure({ publishedAt: '2023-07-01' }),
    figure({ publishedAt: '2023-07-21' }),
  ];
  expect([...made].sort(byPeriod).map(({ release }) => release.publishedAt)).toEqual([
    '2023-07-21',
    '2023-07-01',
    '2023-01',
  ]);
});
