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

/** `sitemap.xml` of some pages (https://www.sitemaps.org/protocol.html). */
export const sitemapOf = (pages: readonly Listed[]): string => {
  const url = pages.map(({ url, modified }) => ({ loc: url, ...(modified && { lastmod: modified }) }));
  return xmlDocument({ urlset: { '@xmlns': 'http://www.sitemaps.org/schemas/sitemap/0.9', url } });
};
