/**
 * The languages of the site. Vietnamese is the original; other languages have a part of the pages.
 *
 * To add one:
 * 1. Add a line to `locales` below. Type errors then show every table that lacks the language: `strings.ts`, the names of
 *    facets and figures, and `translations` in `routes.ts`. Add its date formats to `dates.ts`, which no type error shows.
 * 2. Add its fields to the content, as `localized` and `english` do in `schema/fields.ts`, and to `headline.ts`.
 * 3. Add its pages: a folder in `src/pages/` beside `en/`, each page with `layouts/Translated.astro`.
 * For a page that the language lacks, links lead to the Vietnamese page, and the language switch to the language's home page.
 */
export const locales = {
  vi: { name: 'Tiếng Việt', short: 'VI', tag: 'vi-VN' },
  en: { name: 'English', short: 'EN', tag: 'en-GB' },
} as const satisfies Record<string, { name: string; short: string; tag: string }>;

/** A language by its code (ISO 639-1), which is also the `lang` of its pages. */
export type Locale = keyof typeof locales;
/** A language besides the original. */
export type Translation = Exclude<Locale, 'vi'>;
export const localeNames = Object.keys(locales) as Locale[];
