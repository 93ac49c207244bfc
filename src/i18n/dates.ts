import { buildTime } from '../environment.ts';
import type { Locale } from './locales.ts';

const monthsEn = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Formats an ISO date of any precision: `21/7/2023`, `tháng 3/2026`, `năm 2024`. */
const day = (iso: string, locale: Locale = 'vi'): string => {
  const [year, month, date] = iso.split('-').map(Number);
  if (locale === 'en') return [date, month && monthsEn[month - 1], year].filter(Boolean).join(' ');
  if (date) return `${date}/${month}/${year}`;
  return month ? `tháng ${month}/${year}` : `năm ${year}`;
};

const quarterNames = ['I', 'II', 'III', 'IV'];

/** Formats a period: `6 tháng đầu năm 2023`, `năm 2024`, `quý IV/2025`, else its two days. */
const period = ({ start, end }: { start: string; end: string }, locale: Locale = 'vi'): string => {
  const vi = locale === 'vi';
  if (start === end) return vi ? `ngày ${day(start)}` : day(start, locale);
  const [year, month] = start.split('-').map(Number) as [number, number];
  const [endYear, endMonth, endDay] = end.split('-').map(Number) as [number, number, number];
  const wholeMonths = start.endsWith('-01') && endDay === new Date(Date.UTC(endYear, endMonth, 0)).getUTCDate();
  if (wholeMonths && year === endYear) {
    if (month === endMonth) return day(start.slice(0, 7), locale);
    if (month === 1 && endMonth === 12) return vi ? `năm ${year}` : `${year}`;
    if (month === 1) return vi ? `${endMonth} tháng đầu năm ${year}` : `first ${endMonth} months of ${year}`;
    if (month % 3 === 1 && endMonth === month + 2) {
      return vi ? `quý ${quarterNames[(month - 1) / 3]}/${year}` : `Q${(month + 2) / 3} ${year}`;
    }
    if (month === 7 && endMonth === 12) return vi ? `6 tháng cuối năm ${year}` : `second half of ${year}`;
  }
  if (wholeMonths && month === 1 && endMonth === 12) return vi ? `giai đoạn ${year}–${endYear}` : `${year}–${endYear}`;
  return vi ? `từ ${day(start)} đến ${day(end)}` : `${day(start, locale)} to ${day(end, locale)}`;
};

/** The calendar day in Vietnam at a moment, as `YYYY-MM-DD`. */
const inVietnam = (moment: Date): string => vietnamese.format(moment);
const vietnamese = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' });

/** A time of a calendar day in Vietnam as an ISO date-time with its offset: `2026-11-23T00:00:00+07:00`. */
const moment = (day: string, time = '00:00:00'): string => `${day}T${time}+07:00`;

/** Today in Vietnam for builds, checks and drafts: the day of `SOURCE_DATE_EPOCH`, else of the clock. */
const today = (): string => inVietnam(buildTime());

/** The day `months` before another (after it, where negative), clamped to the last day of its month. */
const monthsBefore = (iso: string, months: number): string => {
  const [year = 0, month = 1, date = 1] = iso.split('-').map(Number);
  const last = new Date(Date.UTC(year, month - months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 - months, Math.min(date, last))).toISOString().slice(0, 10);
};

export const dates = { inVietnam, day, moment, period, today, monthsBefore };
