/**
 * The languages of the site. Vietnamese is the original; every other language is a door to it.
 *
 * To add one:
 * 1. a line in `locales` below; the compiler then names every table that lacks the language:
 *    words (`strings.ts`; its table may stand in a file beside it), names of facets, figures, addresses (`translations` in `routes.ts`);
 *    `dates.ts` takes its ways of writing days and periods, which no compiler can miss;
 * 2. its fields in content: `localized` and `english` in `schema/fields.ts` show how, `headline` in `headline.ts` reads them;
 * 3. its pages: a folder in `src/pages/` beside `en/`, each page in `layouts/Translated.astro`.
 * A page that the language lacks needs nothing: links lead to the Vietnamese one, and the switch to the language's home.
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
