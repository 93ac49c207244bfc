/** Takes from every finished page what its readers do not need. After the search index, before anything that hashes styles. */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { rewritePages } from '../built-pages.ts';
import { withoutSearchMarks } from './marks.ts';
import { shortenNames, styleTrimmer } from './styles.ts';

/** `KEEP_SEARCH_MARKS=1` leaves what the search index reads, for `npm run bench:search`, which indexes the pages again. */
export const lightPages = (): AstroIntegration => ({
  name: 'light-pages',
  hooks: {
    'astro:build:done': ({ dir }) => {
      const folder = fileURLToPath(dir);
      const trim = styleTrimmer(folder);
      const unmark = process.env.KEEP_SEARCH_MARKS === '1' ? (html: string) => html : withoutSearchMarks;
      rewritePages(folder, (html) => shortenNames(trim(unmark(html))));
    },
  },
});
