/** Addresses of the site. Every link and every check of a link takes them from here. */
import type { CollectionName } from '../schema/index.ts';
import { site, type RequiredId } from '../site.ts';
import { localeNames, type Locale, type Translation } from './locales.ts';

/** Kinds whose entries have a page each, and the folder of those pages. */
export const folders = {
  alerts: '/canh-bao/',
  articles: '/bai-viet/',
  conferences: '/hoi-nghi/',
  indicators: '/so-lieu/',
  'self-checks': '/tu-kiem-tra/',
  pages: '/',
} as const satisfies Partial<Record<CollectionName, string>>;

/** Pages that are made whether or not an entry asks for them. */
export const paths = {
  home: '/',
  alerts: folders.alerts,
  articles: folders.articles,
  conferences: folders.conferences,
  figures: folders.indicators,
  data: '/du-lieu/',
  help: '/can-giup-do/',
  check: folders['self-checks'],
  hotlines: '/duong-day-nong/',
  search: '/tim-kiem/',
  glossary: '/thuat-ngu/',
  sources: '/nguon/',
  corrections: '/dinh-chinh/',
  follow: '/theo-doi/',
  /** What the device keeps, and the button for more. */
  offline: '/luu-tren-may/',
  /** Stands in for pages that can neither be fetched nor were kept. */
  noNetwork: '/ngoai-tuyen/',
  handouts: '/in-va-phat/',
} as const;

/** What can be followed by feed, and the page that shows the same to people. */
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
/** The sheet for the notice board. */
export const noticePath = (id: string): string => `${alertPath(id)}to-roi/`;
/** The script for the loudspeaker: a page, and the same as plain text. */
export const speechPath = (id: string): string => `${alertPath(id)}loa/`;
export const speechTextPath = (id: string): string => `${alertPath(id)}loa.txt`;
export const articlePath = (id: string): string => `${folders.articles}${id}/`;
export const conferencePath = (id: string): string => `${folders.conferences}${id}/`;
export const selfCheckPath = (id: string): string => `${folders['self-checks']}${id}/`;
export const indicatorPath = (id: string): string => `${folders.indicators}${id}/`;
export const observationPath = (indicator: string, release: string): string =>
  `${folders.indicators}${indicator}/${release}/`;
/** What a figure was before a change; `version` is named for its first day. */
export const versionPath = (indicator: string, release: string, version: string): string =>
  `${observationPath(indicator, release)}ban/${version}/`;
/** One change in the history of a figure, which is also what its entry in the feed is named for. */
export const changePath = (indicator: string, release: string, change: string): string =>
  `${observationPath(indicator, release)}#doi-${change}`;
export const feedPath = (name: FeedName, format: FeedFormat): string => `${feedPages[name]}feed.${format}`;
/** The message of a grave alert in the Common Alerting Protocol. */
export const capPath = (id: string): string => `${alertPath(id)}cap.xml`;
/** The messages in force, as Atom. */
export const capIndexPath = `${paths.alerts}cap.xml`;
/** The files of the warning pack, for the page that saves it. */
export const packManifestPath = `${paths.offline}goi.json`;
/** The figure alone, to be framed by other sites. */
export const embedPath = (indicator: string, release: string): string => `/nhung/${indicator}/${release}/`;
export const sourcePath = (id: string): string => `${paths.sources}#${id}`;
export const termPath = (id: string): string => `${paths.glossary}#${id}`;
export const facetPath = (list: string, facet: Facet, value: string): string =>
  `${list}${facetSegments[facet]}/${value}/`;

/** A page of a list that is too long for one. The first is the list itself. */
export const listPagePath = (list: string, number: number): string =>
  number === 1 ? list : `${list}${list.startsWith('/en/') ? 'page' : 'trang'}/${number}/`;
/** The end of the address of a later page of a list. */
const LATER_PAGE = /(?:trang|page)\/\d+\/$/;

/** The page of an entry, or null for a kind whose entries stand on a shared page. */
export const entryPath = (kind: CollectionName, id: string): string | null =>
  kind in folders ? `${folders[kind as keyof typeof folders]}${id}/` : null;

/** The page of an entry that every content folder has; an id that `requiredEntries` lacks does not compile. */
export const requiredPath = <K extends 'articles' | 'alerts' | 'pages'>(kind: K, id: RequiredId<K>): string =>
  `${folders[kind]}${String(id)}/`;

/**
 * Pages that another language has too, by the address of the Vietnamese original.
 * A list of `withEntries` stands for the page of every entry below it as well.
 */
const translations: Record<Translation, Readonly<Record<string, string>>> = {
  en: {
    [paths.home]: '/en/',
    [paths.help]: '/en/help/',
    [paths.hotlines]: '/en/hotlines/',
    [paths.alerts]: '/en/alerts/',
    [paths.articles]: '/en/articles/',
    [paths.figures]: '/en/figures/',
    [paths.search]: '/en/search/',
    [requiredPath('pages', 'gioi-thieu')]: '/en/about/',
  },
};
const withEntries: readonly string[] = [folders.alerts, folders.articles];

/** What follows a folder in the address of a page right below it: `x/` of `/canh-bao/x/`; undefined for any other address. */
const entryBelow = (path: string, folder: string): string | undefined =>
  path.startsWith(folder) ? /^[^/]+\/$/.exec(path.slice(folder.length))?.[0] : undefined;

/** The Vietnamese original of a page that has a translation, or of a translated page; undefined for a page in Vietnamese alone. */
const originalOf = (path: string): string | undefined => {
  for (const [original, translated] of Object.values(translations).flatMap((table) => Object.entries(table))) {
    if (path === original || path === translated) return original;
    const entry = withEntries.includes(original) && (entryBelow(path, original) ?? entryBelow(path, translated));
    if (entry) return original + entry;
  }
  return undefined;
};

/** The same page in a language, or null where that language does not have it. */
export const counterpart = (path: string, locale: Locale): string | null => {
  // Lists of two languages part at other entries: from any page of one to the beginning of the other.
  const original = originalOf(path.replace(LATER_PAGE, ''));
  if (original === undefined || locale === 'vi') return original ?? null;
  const table = translations[locale];
  const list = withEntries.find((folder) => entryBelow(original, folder));
  if (list === undefined) return table[original] ?? null;
  return list in table ? `${table[list]}${entryBelow(original, list)}` : null;
};

/** Where a link on a page of some language leads: to the page in that language, or to the Vietnamese one. */
export const localPath = (path: string, locale: Locale): string => counterpart(path, locale) ?? path;

/** Every language that has a page, with its address there; empty for a page in Vietnamese alone. */
export const alternates = (path: string): { locale: Locale; path: string }[] =>
  localeNames.flatMap((locale) => {
    const address = counterpart(path, locale);
    return address ? [{ locale, path: address }] : [];
  });

/** A root-relative path under the base the site is served from. */
export const href = (path: string): string => (path.startsWith('/') ? `${site.base}${path.slice(1)}` : path);

/** The site's own address with its base, ending in a slash: what absolute links and files begin with. */
export const siteUrl = (): string => new URL(site.base, site.origin).href;

/** A path of the site as a whole address. */
export const absoluteUrl = (path: string): string => new URL(path.slice(1), siteUrl()).href;
