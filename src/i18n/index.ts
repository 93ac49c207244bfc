/** The languages of the site: interface texts, dates, names and paths. */
import type { Locale } from './locales.ts';
import { en, vi, type StringKey } from './strings.ts';

const strings: Record<Locale, Record<StringKey, string>> = { vi, en };

/** An interface text in a language. */
export const t = (key: StringKey, locale: Locale = 'vi'): string => strings[locale][key];

export type { StringKey } from './strings.ts';
export { dates } from './dates.ts';
export { spokenNumber } from './spell-number.ts';
export * from './facets.ts';
export { headline } from './headline.ts';
export * from './locales.ts';
export * from './routes.ts';
