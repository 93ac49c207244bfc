/** Checks that no two entries of a kind are called the same: a reader could not tell them apart, and one was probably copied. */
import type { Problem } from '../problems/index.ts';
import type { ContentFile } from './read.ts';

/** The field that names an entry, for the kinds in which two may not share it. */
const named: Partial<Record<ContentFile['kind'], string>> = {
  alerts: 'title',
  articles: 'title',
  conferences: 'title',
  'self-checks': 'title',
  pages: 'title',
  glossary: 'term',
  hotlines: 'number',
  'public-names': 'name',
};

/** Names count as the same whatever their case, their spaces and the form of their marks. */
const fold = (name: string): string => name.normalize('NFC').toLocaleLowerCase('vi').replace(/\s+/g, ' ').trim();

export const checkTwins = (files: readonly ContentFile[]): Problem[] => {
  const first = new Map<string, ContentFile>();
  return files.flatMap((file): Problem[] => {
    const field = named[file.kind];
    const value = field && (file.data as Record<string, unknown> | null)?.[field];
    if (!field || typeof value !== 'string' || value === '') return [];
    const key = `${file.kind} ${fold(value)}`;
    const other = first.get(key);
    if (other)
      return [
        {
          file: file.file,
          ...file.locate([field]),
          code: 'name-duplicate',
          detail: { field, value, other: other.file },
        },
      ];
    first.set(key, file);
    return [];
  });
};
