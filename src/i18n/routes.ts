/** Addresses of the site. Every link and every check of a link takes them from here. */
import type { Kind } from '../schema/index.ts';
import { site, type RequiredId } from '../site.ts';

/** Kinds whose entries have a page each, and the folder of those pages. */
export const folders = {
  alerts: '/canh-bao/',
  articles: '/bai-viet/',
  conferences: '/hoi-nghi/',
  indicators: '/so-lieu/',
  pages: '/',
} as const satisfies Partial<Record<Kind, string>>;

/** Pages that are made whether or not an entry asks for them. */
export const paths = {
  home: '/',
  alerts: folders.alerts,
  articles: folders.articles,
  conferences: folders.conferences,
  figures: folders.indicators,
  data: '/du-lieu/',
  help: '/can-giup-do/',
  hotlines: '/duong-day-nong/',
  search: '/tim-kiem/',
  glossary: '/thuat-ngu/',
  sources: '/nguon/',
  corrections: '/dinh-chinh/',
} as const;

/** Segments of facet pages: `/canh-bao/kenh/cuoc-goi/`. */
export const facetSegments = { method: 'thu-doan', channel: 'kenh', audience: 'doi-tuong', topic: 'chu-de' } as const;
export type Facet = keyof typeof facetSegments;

export const alertPath = (id: string): string => `${folders.alerts}${id}/`;
export const articlePath = (id: string): string => `${folders.articles}${id}/`;
export const conferencePath = (id: string): string => `${folders.conferences}${id}/`;
export const indicatorPath = (id: string): string => `${folders.indicators}${id}/`;
export const observationPath = (indicator: string, release: string): string => `${folders.indicators}${indicator}/${release}/`;
/** What a figure was before a change; `version` is named for its first day. */
export const versionPath = (indicator: string, release: string, version: string): string => `${observationPath(indicator, release)}ban/${version}/`;
/** One change in the history of a figure, which is also what its entry in the feed is named for. */
export const changePath = (indicator: string, release: string, change: string): string => `${observationPath(indicator, release)}#doi-${change}`;
/** All figures as a JSON Feed. */
export const figuresFeedPath = `${paths.figures}feed.json`;
/** The ledger of corrections as a JSON Feed. */
export const feedPath = `${paths.corrections}feed.json`;
/** The figure alone, to be framed by other sites. */
export const embedPath = (indicator: string, release: string): string => `/nhung/${indicator}/${release}/`;
export const sourcePath = (id: string): string => `${paths.sources}#${id}`;
export const termPath = (id: string): string => `${paths.glossary}#${id}`;
export const facetPath = (list: string, facet: Facet, value: string): string => `${list}${facetSegments[facet]}/${value}/`;

/** The page of an entry, or null for a kind whose entries stand on a shared page. */
export const entryPath = (kind: Kind, id: string): string | null => (kind in folders ? `${folders[kind as keyof typeof folders]}${id}/` : null);

/** The page of an entry that every content folder has; an id that `requiredEntries` lacks does not compile. */
export const requiredPath = <K extends 'articles' | 'alerts' | 'pages'>(kind: K, id: RequiredId<K>): string => `${folders[kind]}${String(id)}/`;

/** A root-relative path under the base the site is served from. */
export const href = (path: string): string => (path.startsWith('/') ? `${site.base}${path.slice(1)}` : path);

/** The site's own address with its base, ending in a slash: what absolute links and files begin with. */
export const siteUrl = (): string => new URL(site.base, site.origin).href;

/** A path of the site as a whole address. */
export const absoluteUrl = (path: string): string => new URL(path.slice(1), siteUrl()).href;
