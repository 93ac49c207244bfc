/** Writes `sitemap.xml` over the finished pages (https://www.sitemaps.org/protocol.html): those that search engines may find, with the day of their last change. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { toXml } from 'xast-util-to-xml';
import { x } from 'xastscript';

interface Listed {
  url: string;
  /** As the page says it: a day, month or year. */
  modified?: string;
}

/** What a page tells of itself, or null for one that is not to be found: `noindex`, a redirect, or a frame of another page. */
export const listed = (html: string): Listed | null => {
  const url = /<link rel="canonical" href="([^"]+)"/.exec(html)?.[1];
  if (!url || /<meta name="robots" content="noindex"/.test(html)) return null;
  const modified = /<meta property="article:modified_time" content="([^"]+)"/.exec(html)?.[1];
  return { url, ...(modified && { modified }) };
};

export const sitemap = (): AstroIntegration => ({
  name: 'sitemap',
  hooks: {
    'astro:build:done': ({ dir, logger }) => {
      const folder = fileURLToPath(dir);
      const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.html'))
        .flatMap((file) => listed(readFileSync(path.join(folder, file), 'utf8')) ?? [])
        .sort((a, b) => (a.url < b.url ? -1 : 1));
      const urls = pages.map(({ url, modified }) => x('url', [x('loc', url), ...(modified ? [x('lastmod', modified)] : [])]));
      const declaration = { type: 'instruction', name: 'xml', value: 'version="1.0" encoding="UTF-8"' } as const;
      writeFileSync(path.join(folder, 'sitemap.xml'), `${toXml([declaration, x('urlset', { xmlns: 'http://www.sitemaps.org/schemas/sitemap/0.9' }, urls)])}\n`);
      logger.info(`${String(pages.length)} pages listed`);
    },
  },
});
