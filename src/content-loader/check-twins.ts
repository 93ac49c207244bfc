/** Checks that no two entries of a kind are called the same: a reader could not tell them apart, and one was probably copied. */
import type { Problem } from '../problems/index.ts';
import { collections } from '../schema/index.ts';
import type { ContentFile } from './read.ts';

/** Names count as the same whatever their case, their spaces and the form of their marks. */
const fold = (name: string): string => name.normalize('NFC').toLocaleLowerCase('vi').replace(/\s+/g, ' ').trim();

export const checkTwins = (files: readonly ContentFile[]): Problem[] => {
  const first = new Map<string, ContentFile>();
  return files.flatMap((file): Problem[] => {
    const field = collections[file.kind].uniqueField;
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
