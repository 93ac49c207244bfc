/** Lists of entries as feeds: Atom (RFC 4287) and JSON Feed 1.1, from the same entries. */
import { generateAtomFeed, generateJsonFeed } from 'feedsmith';
import {
  absoluteUrl,
  dates,
  feedPages,
  feedPath,
  href,
  siteUrl,
  t,
  type FeedFormat,
  type FeedName,
} from '../i18n/index.ts';
import type { Entry } from '../schema/index.ts';
import { site } from '../site.ts';
import { xmlSafe } from '../xml.ts';

/** One thing that was published or changed. */
export interface FeedEntry {
  /** Its place on the site, with a fragment where it has no page of its own. Never changes: it is the entry's name. */
  path: string;
  title: string;
  summary: string;
  /** The whole of it, with absolute addresses. */
  html: string;
  /** Day it was published; absent where its source gives no day. */
  published?: string;
  /** Day of the last change that a reader should know of. */
  updated: string;
  tags: readonly string[];
}

/** Finds what content names by id: numbers to call and documents. Each call throws where nothing has that id. */
export interface EntryLookup {
  hotline: (id: string) => Entry<'hotlines'>;
  source: (id: string) => Entry<'sources'>;
}

/** The longest a feed may grow: programs fetch the whole of it again and again. What is older stands on the site and in the API. */
const MOST_ENTRIES = 50;

/** The moment at which a day begins in Vietnam. */
const startOf = (day: string): Date => new Date(dates.moment(day));

/** What a feed holds of all there is, by the day of its last change: so that the rest need not be rendered first. */
export const latest = <Item>(
  items: readonly Item[],
  keyOf: (item: Item) => Pick<FeedEntry, 'updated' | 'path'>,
): Item[] =>
  items
    .map((item) => ({ item, ...keyOf(item) }))
    .sort((a, b) => b.updated.localeCompare(a.updated) || a.path.localeCompare(b.path))
    .slice(0, MOST_ENTRIES)
    .map(({ item }) => item);

const atom = (name: FeedName, entries: readonly FeedEntry[], firstPublished: string): string =>
  generateAtomFeed(
    {
      id: absoluteUrl(feedPages[name]),
      title: { value: `${t(`feed.${name}`)} – ${site.name}` },
      subtitle: { value: subtitle() },
      updated: startOf(entries[0]?.updated ?? firstPublished),
      authors: [{ name: site.name, uri: siteUrl() }],
      icon: absoluteUrl('/favicon.svg'),
      links: [
        { rel: 'self', type: 'application/atom+xml', href: absoluteUrl(feedPath(name, 'xml')) },
        { rel: 'alternate', type: 'text/html', href: absoluteUrl(feedPages[name]) },
      ],
      entries: entries.map((entry) => ({
        id: absoluteUrl(entry.path),
        title: { value: xmlSafe(entry.title) },
        summary: { value: xmlSafe(entry.summary) },
        content: { type: 'html', value: xmlSafe(entry.html) },
        ...(entry.published && { published: startOf(entry.published) }),
        updated: startOf(entry.updated),
        links: [{ rel: 'alternate', type: 'text/html', href: absoluteUrl(entry.path) }],
        categories: entry.tags.map((term) => ({ term: xmlSafe(term) })),
      })),
      xml: { lang: site.locale },
    },
    // Browsers are giving up XSLT; CSS stays. The words for a person are in the stylesheet and on the page “Theo dõi”.
    { strict: true, stylesheets: [{ type: 'text/css', href: href('/feed.css') }] },
  );

const json = (name: FeedName, entries: readonly FeedEntry[]): string => {
  const feed = generateJsonFeed(
    {
      title: `${t(`feed.${name}`)} – ${site.name}`,
      description: subtitle(),
      home_page_url: absoluteUrl(feedPages[name]),
      feed_url: absoluteUrl(feedPath(name, 'json')),
      language: site.locale,
      authors: [{ name: site.name, url: siteUrl() }],
      items: entries.map((entry) => ({
        id: absoluteUrl(entry.path),
        url: absoluteUrl(entry.path),
        title: entry.title,
        summary: entry.summary,
        content_html: entry.html,
        ...(entry.published && { date_published: startOf(entry.published) }),
        date_modified: startOf(entry.updated),
        tags: [...entry.tags],
      })),
    },
    { strict: true },
  ) as object;
  // The library leaves an empty list out; JSON Feed requires it.
  return JSON.stringify({ items: [], ...feed });
};

const subtitle = (): string => [site.official ? '' : t('site.trial'), t('site.tagline')].filter(Boolean).join(' ');

/** A feed as a file, newest change first. `firstPublished` is the day the site firstPublished: Atom wants a date of a feed that has no entry yet. */
export const feedFile = (
  name: FeedName,
  format: FeedFormat,
  entries: readonly FeedEntry[],
  firstPublished: string,
): string =>
  ({ xml: atom, json })[format](
    name,
    latest(entries, (entry) => entry),
    firstPublished,
  );

export const feedTypes: Record<FeedFormat, string> = { xml: 'application/atom+xml', json: 'application/feed+json' };
