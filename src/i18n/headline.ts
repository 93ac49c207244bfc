import type { Locale, Translation } from './locales.ts';

interface Headline {
  title: string;
  summary: string;
}

/** The field of an entry with its title and summary in a language. */
const fields = { en: 'english' } as const satisfies Record<Translation, string>;

/** Title and summary of an article or alert in a language; nothing else of it is translated. */
export const headline = (data: Headline & Record<(typeof fields)[Translation], Headline>, locale: Locale): Headline =>
  locale === 'vi' ? data : data[fields[locale]];
