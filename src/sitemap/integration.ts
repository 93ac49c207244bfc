import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { HTMLElement } from 'node-html-parser';
import { xmlDocument } from '../xml.ts';
import { headsIn } from '../built-pages.ts';

interface Listed {
  url: string;
  /** When the page last changed, as it says itself: a day, month or year. */
  modified: string | undefined;
}

/** What the sitemap says of a page: nothing of one that is not to be found, such as a redirect or a frame. */
const listed = ({ head }: { head: HTMLElement }): Listed[] => {
  const url = head.querySelector('link[rel="canonical"]')?.getAttribute('href');
  if (!url || head.querySelector('meta[name="robots"][content*="noindex"]')) return [];
  return [{ url, modified: head.querySelector('meta[property="article:modified_time"]')?.getAttribute('content') }];
};

/** Writes `sitemap.xml` over the finished pages (https://www.sitemaps.org/protocol.html), so that it holds neither more nor less than they do. */
export const sitemap = (): AstroIntegration => ({
  name: 'sitemap',
  hooks: {
    'astro:build:done': ({ dir, logger }) => {
      const folder = fileURLToPath(dir);
      const pages = headsIn(folder).flatMap(listed);
      const url = pages.map(({ url, modified }) => ({ loc: url, ...(modified && { lastmod: modified }) }));
      writeFileSync(path.join(folder, 'sitemap.xml'), xmlDocument({ urlset: { '@xmlns': 'http://www.sitemaps.org/schemas/sitemap/0.9', url } }));
      logger.info(`${String(pages.length)} pages listed`);
    },
  },
});
