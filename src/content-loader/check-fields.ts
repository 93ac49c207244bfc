/** Checks on field values that no schema can make: dates against each other and against today, and names that two files share. */
import { dates } from '../i18n/index.ts';
import type { Problem } from '../problems/index.ts';
import type { CollectionName } from '../schema/index.ts';
import type { ContentFile } from './read.ts';

/** Dates of something that has happened, so none may be in the future. A dot leads into a group of fields. */
const pastDates = [
  'publishedAt',
  'updatedAt',
  'verifiedAt',
  'datePublished',
  'dateAccessed',
  'reviewedAt',
  'withdrawn.date',
];
/** In each pair the first date may not be after the second. */
const datePairs = [
  ['publishedAt', 'updatedAt'],
  ['publishedAt', 'withdrawn.date'],
  ['datePublished', 'dateAccessed'],
  ['date', 'publishedAt'],
] as const;

/** Future dates and dates in the wrong order. `today`: the day in Vietnam, `YYYY-MM-DD`. The data may be invalid. */
export const checkDates = (file: ContentFile, today: string): Problem[] => {
  const dateIn = (field: string): string | null => {
    const value = field
      .split('.')
      .reduce<unknown>((group, name) => (group as Record<string, unknown> | null | undefined)?.[name], file.data);
    return typeof value === 'string' && /^\d{4}(-\d\d){0,2}$/.test(value) ? value : null;
  };
  const problem = (field: string, code: 'date-future' | 'date-order', detail: Problem['detail']): Problem => ({
    file: file.file,
    ...file.locate(field.split('.')),
    code,
    detail,
  });
  return [
    ...pastDates.flatMap((field): Problem[] => {
      const value = dateIn(field);
      return value && isAfter(value, today) ? [problem(field, 'date-future', { field, value: dates.day(value) })] : [];
    }),
    ...datePairs.flatMap(([first, second]): Problem[] => {
      const [from, to] = [dateIn(first), dateIn(second)];
      return from && to && isAfter(from, to)
        ? [problem(second, 'date-order', { first, second, from: dates.day(from), to: dates.day(to) })]
        : [];
    }),
  ];
};

/** Whether one date is after another, compared at the lower precision of the two: `2026-03` is not after `2026-03-01`. */
const isAfter = (date: string, other: string): boolean => {
  const length = Math.min(date.length, other.length);
  return date.slice(0, length) > other.slice(0, length);
};

/** The field that must differ between all entries of a kind: readers could not tell two of them apart, and one was probably copied. */
const uniqueFields: Partial<Record<CollectionName, string>> = {
  alerts: 'title',
  articles: 'title',
  conferences: 'title',
  'self-checks': 'title',
  pages: 'title',
  glossary: 'term',
  hotlines: 'number',
  banks: 'name',
  'public-names': 'name',
};

/** Ignores case, spaces and the Unicode form of diacritics. */
const normalizeTitle = (title: string): string =>
  title.normalize('NFC').toLocaleLowerCase('vi').replace(/\s+/g, ' ').trim();

/** Entries with the title, term, number or name of another entry of their kind. The data may be invalid. */
export const checkDuplicateTitles = (files: readonly ContentFile[]): Problem[] => {
  const seen = new Map<string, ContentFile>();
  return files.flatMap((file): Problem[] => {
    const field = uniqueFields[file.kind];
    const value = field && (file.data as Record<string, unknown> | null)?.[field];
    if (!field || typeof value !== 'string' || value === '') return [];
    const key = `${file.kind} ${normalizeTitle(value)}`;
    const other = seen.get(key);
    if (!other) {
      seen.set(key, file);
      return [];
    }
    const detail = { field, value, other: other.file };
    return [{ file: file.file, ...file.locate([field]), code: 'name-duplicate', detail }];
  });
};
