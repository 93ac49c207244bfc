/** Lowercase ASCII words joined by hyphens: file names, ids and URL segments. */
export const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Vietnamese without its marks: `Đừng gọi` becomes `Dung goi`. Other letters stay as they are. */
export const unaccented = (value: string): string =>
  value.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đð]/g, 'd').replace(/[ĐÐ]/g, 'D');

/** The slug of a Vietnamese text: `Việc nhẹ, lương cao` becomes `viec-nhe-luong-cao`. Empty if no letter or digit is left. */
export const slugFrom = (value: string): string =>
  unaccented(value)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
