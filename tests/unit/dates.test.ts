import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dates, type Locale } from '../../src/i18n/index.ts';

describe('a day, a month or a year', () => {
  test.each([
    ['2023-07-21', '21/7/2023', '21 July 2023'],
    ['2026-11-03', '3/11/2026', '3 November 2026'],
    ['2026-03', 'tháng 3/2026', 'March 2026'],
    ['2026-12', 'tháng 12/2026', 'December 2026'],
    ['2024', 'năm 2024', '2024'],
  ])('%s', (iso, vi, en) => {
    expect(dates.day(iso)).toBe(vi);
    expect(dates.day(iso, 'en')).toBe(en);
  });
});

describe('a period', () => {
  test.each([
    ['one day', '2023-07-21', '2023-07-21', 'ngày 21/7/2023', '21 July 2023'],
    ['a month', '2023-03-01', '2023-03-31', 'tháng 3/2023', 'March 2023'],
    ['January', '2023-01-01', '2023-01-31', 'tháng 1/2023', 'January 2023'],
    ['February of a leap year', '2024-02-01', '2024-02-29', 'tháng 2/2024', 'February 2024'],
    ['the first half year', '2023-01-01', '2023-06-30', '6 tháng đầu năm 2023', 'first 6 months of 2023'],
    ['the second half year', '2023-07-01', '2023-12-31', '6 tháng cuối năm 2023', 'second half of 2023'],
    ['eleven months', '2025-01-01', '2025-11-30', '11 tháng đầu năm 2025', 'first 11 months of 2025'],
    ['the first three months', '2025-01-01', '2025-03-31', '3 tháng đầu năm 2025', 'first 3 months of 2025'],
    ['the second quarter', '2025-04-01', '2025-06-30', 'quý II/2025', 'Q2 2025'],
    ['the third quarter', '2025-07-01', '2025-09-30', 'quý III/2025', 'Q3 2025'],
    ['the fourth quarter', '2025-10-01', '2025-12-31', 'quý IV/2025', 'Q4 2025'],
    ['a year', '2024-01-01', '2024-12-31', 'năm 2024', '2024'],
    ['several years', '2018-01-01', '2022-12-31', 'giai đoạn 2018–2022', '2018–2022'],
    [
      'three months that are no quarter',
      '2023-02-01',
      '2023-04-30',
      'từ 1/2/2023 đến 30/4/2023',
      '1 February 2023 to 30 April 2023',
    ],
    [
      'months across two years',
      '2023-12-01',
      '2024-02-29',
      'từ 1/12/2023 đến 29/2/2024',
      '1 December 2023 to 29 February 2024',
    ],
    ['a range of days', '2022-12-15', '2023-06-14', 'từ 15/12/2022 đến 14/6/2023', '15 December 2022 to 14 June 2023'],
    [
      'all but the last day of a half year',
      '2023-01-01',
      '2023-06-29',
      'từ 1/1/2023 đến 29/6/2023',
      '1 January 2023 to 29 June 2023',
    ],
    [
      'all but the first day of a year',
      '2023-01-02',
      '2023-12-31',
      'từ 2/1/2023 đến 31/12/2023',
      '2 January 2023 to 31 December 2023',
    ],
    [
      'February of a leap year, cut short',
      '2024-02-01',
      '2024-02-28',
      'từ 1/2/2024 đến 28/2/2024',
      '1 February 2024 to 28 February 2024',
    ],
  ])('%s', (_name, start, end, vi, en) => {
    expect(dates.period({ start, end })).toBe(vi);
    expect(dates.period({ start, end }, 'en')).toBe(en);
  });

  const iso = fc
    .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const month = fc.integer({ min: 0, max: 35 });
  const day = (months: number, date: number): string =>
    new Date(Date.UTC(2020, months, date)).toISOString().slice(0, 10);
  const period = fc.oneof(
    fc.tuple(iso, iso).map(([a, b]) => (a <= b ? { start: a, end: b } : { start: b, end: a })),
    // Whole months: most of the named periods.
    fc.tuple(month, month).map(([a, b]) => ({ start: day(Math.min(a, b), 1), end: day(Math.max(a, b) + 1, 0) })),
  );

  test.each<Locale>(['vi', 'en'])('two periods never have one name: %s', (locale) => {
    fc.assert(
      fc.property(period, period, (a, b) => {
        fc.pre(a.start !== b.start || a.end !== b.end);
        expect(dates.period(a, locale)).not.toBe(dates.period(b, locale));
      }),
      { numRuns: 3000 },
    );
  });

  test('every name holds its years and nothing undefined', () => {
    fc.assert(
      fc.property(period, fc.constantFrom<Locale>('vi', 'en'), (value, locale) => {
        const name = dates.period(value, locale);
        expect(name).toContain(value.start.slice(0, 4));
        expect(name).toContain(value.end.slice(0, 4));
        expect(name).not.toMatch(/undefined|NaN|null/);
      }),
    );
  });
});
