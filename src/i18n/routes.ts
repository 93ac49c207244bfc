/** The URL paths of the site, without the base. Every link and every check of a link takes them from here. */
import type { CollectionName } from '../schema/index.ts';
import { site, type RequiredId } from '../site.ts';
import { localeNames, type Locale, type Translation } from './locales.ts';

/** The collections whose entries have a page each, with the folder of those pages. */
export const folders = {
  alerts: '/canh-bao/',
  articles: '/bai-viet/',
  conferences: '/hoi-nghi/',
  indicators: '/so-lieu/',
  'self-checks': '/tu-kiem-tra/',
  pages: '/',
} as const satisfies Partial<Record<CollectionName, string>>;

/** The pages that exist whatever the content. */
export const paths = {
  home: '/',
  alerts: folders.alerts,
  articles: folders.articles,
  conferences: folders.conferences,
  figures: folders.indicators,
  data: '/du-lieu/',
  help: '/can-giup-do/',
  /** How to call one's own bank at once, with the numbers that are proven. */
  banks: '/goi-ngan-hang/',
  check: folders['self-checks'],
  hotlines: '/duong-day-nong/',
  search: '/tim-kiem/',
  glossary: '/thuat-ngu/',
  sources: '/nguon/',
  corrections: '/dinh-chinh/',
  follow: '/theo-doi/',
  /** What the device keeps, and the download of the offline bundle. */
  offline: '/luu-tren-may/',
  /** The offline fallback page. */
  noNetwork: '/ngoai-tuyen/',
  handouts: '/in-va-phat/',
  /** All numbers on one A4 sheet to hang up, and as four A6 cards on a sheet. */
  numbersSheet: '/in-va-phat/cac-so/',
  numbersCards: '/in-va-phat/the-nho/',
} as const;

/** The feeds, each with the page that it follows. */
export const feedPages = {
  all: paths.home,
  alerts: paths.alerts,
  articles: paths.articles,
  conferences: paths.conferences,
  figures: paths.figures,
  corrections: paths.corrections,
} as const;
export type FeedName = keyof typeof feedPages;
/** `xml` is Atom, `json` is JSON Feed. */
export type FeedFormat = 'xml' | 'json';

/** Segments of facet pages: `/canh-bao/kenh/cuoc-goi/`. */
export const facetSegments = { method: 'thu-doan', channel: 'kenh', audience: 'doi-tuong', topic: 'chu-de' } as const;
export type Facet = keyof typeof facetSegments;

export const alertPath = (id: string): string => `${folders.alerts}${id}/`;
/** The A4 sheet for a notice board. */
export const noticePath = (id: string): string => `${alertPath(id)}to-roi/`;
/** The text to read on a loudspeaker, as a page and as plain text. */
export const speechPath = (id: string): string => `${alertPath(id)}loa/`;
export const speechTextPath = (id: string): string => `${alertPath(id)}loa.txt`;
export const articlePath = (id: string): string => `${folders.articles}${id}/`;
export const conferencePath = (id: string): string => `${folders.conferences}${id}/`;
export const selfCheckPath = (id: string): string => `${folders['self-checks']}${id}/`;
export const indicatorPath = (id: string): string => `${folders.indicators}${id}/`;
export const observationPath = (indicator: string, release: string): string =>
  `${folders.indicators}${indicator}/${release}/`;
/** A figure before a change; `version` is the first day of that value. */
export const versionPath = (indicator: string, release: string, version: string): string =>
  `${observationPath(indicator, release)}ban/${version}/`;
/** One change in the history of a figure, also the id of its feed entry. */
export const changePath = (indicator: string, release: string, change: string): string =>
  `${observationPath(indicator, release)}#doi-${change}`;
export const feedPath = (name: FeedName, format: FeedFormat): string => `${feedPages[name]}feed.${format}`;
/** The CAP message (Common Alerting Protocol) of a severe or extreme alert. */
export const capPath = (id: string): string => `${alertPath(id)}cap.xml`;
/** The Atom feed of the CAP messages in force. */
export const capIndexPath = `${paths.alerts}cap.xml`;
/** The manifest of the offline bundle. */
export const packManifestPath = `${paths.offline}goi.json`;
/** The figure alone, for an `<iframe>` on other sites. */
export const embedPath = (indicator: string, release: string): string => `/nhung/${indicator}/${release}/`;
export const sourcePath = (id: string): string => `${paths.sources}#${id}`;
export const termPath = (id: string): string => `${paths.glossary}#${id}`;
export const facetPath = (list: string, facet: Facet, value: string): string =>
  `${list}${facetSegments[facet]}/${value}/`;

/** A page of a paginated list; page 1 has the path of the list itself. */
export const listPagePath = (list: string, number: number): string =>
  number === 1 ? list : `${list}${list.startsWith('/en/') ? 'page' : 'trang'}/${number}/`;
/** The end of the path of page 2 and later. */
const LATER_PAGE = /(?:trang|page)\/\d+\/$/;

/** The page of an entry; null for a collection whose entries share one page. */
export const entryPath = (kind: CollectionName, id: string): string | null =>
  kind in folders ? `${folders[kind as keyof typeof folders]}${id}/` : null;

/** The page of an entry of `requiredEntries`; any other id is a type error. */
export const requiredPath = <K extends 'articles' | 'alerts' | 'pages'>(kind: K, id: RequiredId<K>): string =>
  `${folders[kind]}${String(id)}/`;

/**
 * The translated pages of each language, by the path of the Vietnamese original.
 * A list in `withEntries` stands for the pages of its entries too.
 */
const translations: Record<Translation, Readonly<Record<string, string>>> = {
  en: {
    [paths.home]: '/en/',
    [paths.help]: '/en/help/',
    [paths.hotlines]: '/en/hotlines/',
    [paths.banks]: '/en/call-bank/',
    [paths.alerts]: '/en/alerts/',
    [paths.articles]: '/en/articles/',
    [paths.figures]: '/en/figures/',
    [paths.search]: '/en/search/',
    [requiredPath('pages', 'gioi-thieu')]: '/en/about/',
  },
};
const withEntries: readonly string[] = [folders.alerts, folders.articles];

/** The last segment of a path directly below `folder`: `x/` of `/canh-bao/x/`; undefined for any other path. */
const entryBelow = (path: string, folder: string): string | undefined =>
  path.startsWith(folder) ? /^[^/]+\/$/.exec(path.slice(folder.length))?.[0] : undefined;

/** The Vietnamese path of a page that exists in several languages, given either; undefined for a page in Vietnamese only. */
const originalOf = (path: string): string | undefined => {
  for (const [original, translated] of Object.values(translations).flatMap((table) => Object.entries(table))) {
    if (path === original || path === translated) return original;
    const entry = withEntries.includes(original) && (entryBelow(path, original) ?? entryBelow(path, translated));
    if (entry) return original + entry;
  }
  return undefined;
};

/** The path of the same page in a language, or null where it has none. */
export const counterpart = (path: string, locale: Locale): string | null => {
  // Pages of a list break at other entries in each language, so every page leads to the first one.
  const original = originalOf(path.replace(LATER_PAGE, ''));
  if (original === undefined || locale === 'vi') return original ?? null;
  const table = translations[locale];
  const list = withEntries.find((folder) => entryBelow(original, folder));
  if (list === undefined) return table[original] ?? null;
  return list in table ? `${table[list]}${entryBelow(original, list)}` : null;
};

/** The path of a page in a language, or of the Vietnamese one where it is not translated. */
export const localPath = (path: string, locale: Locale): string => counterpart(path, locale) ?? path;

/** The door of a situation on the help page. Its fragment is the same in every language. */
export const helpPath = (situation: RequiredId<'situations'>, locale: Locale): string =>
  `${localPath(paths.help, locale)}#${situation}`;

/** The languages of a page with its path in each; empty for a page in Vietnamese only. */
export const alternates = (path: string): { locale: Locale; path: string }[] =>
  localeNames.flatMap((locale) => {
    const translated = counterpart(path, locale);
    return translated ? [{ locale, path: translated }] : [];
  });

/** A path with the base that the site is served from; anything but a root-relative path is returned as it is. */
export const href = (path: string): string => (path.startsWith('/') ? `${site.base}${path.slice(1)}` : path);

/** The URL of the site with its base, ending in a slash. */
export const siteUrl = (): string => new URL(site.base, site.origin).href;

/** A path of the site as an absolute URL. */
export const absoluteUrl = (path: string): string => new URL(path.slice(1), siteUrl()).href;
