import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';
import { encodeHtml } from './folding.ts';

/** Builds the search index over the finished pages. A page takes part by marking its text with `data-pagefind-body`. */
export const searchIndex = (): AstroIntegration => ({
  name: 'search-index',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const folder = fileURLToPath(dir);
      const { index, errors } = await createIndex({ forceLanguage: 'vi' });
      if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
      const failures: string[] = [];
      let pages = 0;
      for (const sourcePath of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
        if (!sourcePath.endsWith('.html')) continue;
        const html = readFileSync(path.join(folder, sourcePath), 'utf8');
        if (!html.includes('data-pagefind-body')) continue;
        // The index sees a copy with its words encoded; the page itself stays as it is.
        const added = await index.addHTMLFile({ sourcePath: sourcePath.split(path.sep).join('/'), content: encodeHtml(html) });
        failures.push(...added.errors);
        pages++;
      }
      const written = await index.writeFiles({ outputPath: path.join(folder, 'pagefind') });
      failures.push(...written.errors);
      await close();
      if (failures.length > 0) throw new Error(`Pagefind could not index the site: ${failures.join('; ')}`);
      logger.info(`${pages} pages indexed`);
    },
  },
});
