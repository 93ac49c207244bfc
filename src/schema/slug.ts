import { stripDiacritics } from '../vietnamese.ts';

/** Lowercase ASCII words joined by hyphens: file names, ids and URL segments. */
export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The slug of a Vietnamese text: `Việc nhẹ, lương cao` becomes `viec-nhe-luong-cao`. Empty if no letter or digit is left. */
export const slugFrom = (value: string): string =>
  stripDiacritics(value)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
