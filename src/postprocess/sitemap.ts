import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { xmlDocument } from '../xml.ts';
import type { RenderedPage } from './page.ts';

/** A page that search engines may index. */
export interface SitemapEntry {
  url: string;
  /** When the page last changed, as it says itself: a day, month or year. */
  modified: string | undefined;
}

/** The entry of a page; null for one that is not to be indexed, such as a frame. */
export const sitemapEntry = (page: RenderedPage): SitemapEntry | null => {
  const url = page.find('link', (element) => element.getAttribute('rel') === 'canonical')?.getAttribute('href');
  if (!url || page.meta('name', 'robots')?.includes('noindex')) return null;
  return { url, modified: page.meta('property', 'article:modified_time') };
};

/** The most pages of one file: the protocol allows 50,000, a crawler on a slow line wants fewer. */
const MAX_PAGES = 5000;
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/**
 * The files of a sitemap by their names (https://www.sitemaps.org/protocol.html): `sitemap.xml`, and where that would be too long, the
 * parts that it lists. `home` is the URL of the site.
 */
export const renderSitemap = (
  entries: readonly SitemapEntry[],
  home: string,
  maxPages = MAX_PAGES,
): Record<string, string> => {
  const urlset = (part: readonly SitemapEntry[]): string =>
    xmlDocument({
      urlset: {
        '@xmlns': NAMESPACE,
        url: part.map(({ url, modified }) => ({ loc: url, ...(modified && { lastmod: modified }) })),
      },
    });
  if (entries.length <= maxPages) return { 'sitemap.xml': urlset(entries) };
  const parts = Array.from(
    { length: Math.ceil(entries.length / maxPages) },
    (_, index) =>
      [`sitemap-${index + 1}.xml`, urlset(entries.slice(index * maxPages, (index + 1) * maxPages))] as const,
  );
  const index = xmlDocument({
    sitemapindex: { '@xmlns': NAMESPACE, sitemap: parts.map(([name]) => ({ loc: new URL(name, home).href })) },
  });
  return { 'sitemap.xml': index, ...Object.fromEntries(parts) };
};

/** Writes the sitemap into the folder of the site, in the order of the URLs. */
export const writeSitemap = (folder: string, entries: readonly SitemapEntry[], home: string): void => {
  const sorted = entries.toSorted((a, b) => (a.url < b.url ? -1 : 1));
  for (const [name, xml] of Object.entries(renderSitemap(sorted, home))) writeFileSync(path.join(folder, name), xml);
};
