import type { HTMLElement } from 'node-html-parser';
import { xmlDocument } from '../xml.ts';

/** A page that is to be found. */
export interface Listed {
  url: string;
  /** When the page last changed, as it says itself: a day, month or year. */
  modified: string | undefined;
}

/** What the sitemap says of a page, given its head; null for one that is not to be found, such as a frame. */
export const listed = (head: HTMLElement): Listed | null => {
  const url = head.querySelector('link[rel="canonical"]')?.getAttribute('href');
  if (!url || head.querySelector('meta[name="robots"][content*="noindex"]')) return null;
  return { url, modified: head.querySelector('meta[property="article:modified_time"]')?.getAttribute('content') };
};

/** The most pages of one file: the protocol allows 50,000, a robot on a slow line wants fewer. */
const MOST_PAGES = 5000;
const NAMESPACE = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** The files of a sitemap by their names (https://www.sitemaps.org/protocol.html): `sitemap.xml`, and where one file would be too long, the parts that it leads to. */
export const sitemapOf = (pages: readonly Listed[], origin: string, most = MOST_PAGES): Record<string, string> => {
  const list = (part: readonly Listed[]): string =>
    xmlDocument({
      urlset: {
        '@xmlns': NAMESPACE,
        url: part.map(({ url, modified }) => ({ loc: url, ...(modified && { lastmod: modified }) })),
      },
    });
  if (pages.length <= most) return { 'sitemap.xml': list(pages) };
  const parts = Array.from(
    { length: Math.ceil(pages.length / most) },
    (_, index) => [`sitemap-${index + 1}.xml`, list(pages.slice(index * most, (index + 1) * most))] as const,
  );
  const index = xmlDocument({
    sitemapindex: { '@xmlns': NAMESPACE, sitemap: parts.map(([name]) => ({ loc: new URL(name, origin).href })) },
  });
  return { 'sitemap.xml': index, ...Object.fromEntries(parts) };
};
