/** The languages of the site: words, dates, addresses. */
import type { Locale } from './locales.ts';
import { en, vi, type StringKey } from './strings.ts';

const strings: Record<Locale, Record<StringKey, string>> = { vi, en };

/** A word of the interface. */
export const t = (key: StringKey, locale: Locale = 'vi'): string => strings[locale][key];

export type { StringKey } from './strings.ts';
export { dates } from './dates.ts';
export { spokenNumber } from './spoken.ts';
export * from './facets.ts';
export { headline } from './headline.ts';
export * from './locales.ts';
export * from './routes.ts';
