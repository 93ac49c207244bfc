/** Checks dates against each other and against the day: nothing happened tomorrow, and nothing was changed before it was there. */
import { dates } from '../i18n/index.ts';
import type { Problem } from '../problems/index.ts';
import type { ContentFile } from './read.ts';

/** Fields that tell what has been done; they cannot lie ahead. A dot leads into a group. */
const past = [
  'publishedAt',
  'updatedAt',
  'verifiedAt',
  'datePublished',
  'dateAccessed',
  'reviewedAt',
  'withdrawn.date',
];
/** Of each pair the first comes first. */
const order = [
  ['publishedAt', 'updatedAt'],
  ['publishedAt', 'withdrawn.date'],
  ['datePublished', 'dateAccessed'],
  ['date', 'publishedAt'],
] as const;

/** `today`: the day in Vietnam, `YYYY-MM-DD`. */
export const checkDates = (file: ContentFile, today: string): Problem[] => {
  const dateIn = (field: string): string | null => {
    const value = field
      .split('.')
      .reduce<unknown>((group, name) => (group as Record<string, unknown> | null | undefined)?.[name], file.data);
    return typeof value === 'string' && /^\d{4}(-\d\d){0,2}$/.test(value) ? value : null;
  };
  const report = (field: string, code: 'date-future' | 'date-order', detail: Problem['detail']): Problem => ({
    file: file.file,
    ...file.locate(field.split('.')),
    code,
    detail,
  });
  return [
    ...past.flatMap((field): Problem[] => {
      const value = dateIn(field);
      return value && isAfter(value, today) ? [report(field, 'date-future', { field, value: dates.day(value) })] : [];
    }),
    ...order.flatMap(([first, second]): Problem[] => {
      const [from, to] = [dateIn(first), dateIn(second)];
      return from && to && isAfter(from, to)
        ? [report(second, 'date-order', { first, second, from: dates.day(from), to: dates.day(to) })]
        : [];
    }),
  ];
};

/** Whether one date lies wholly after another, as exactly as both are known. */
const isAfter = (date: string, other: string): boolean => {
  const length = Math.min(date.length, other.length);
  return date.slice(0, length) > other.slice(0, length);
};
