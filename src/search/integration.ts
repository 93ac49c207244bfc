import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { createIndex } from 'pagefind';

/** Builds the search index over the finished pages. A page takes part by marking its text with `data-pagefind-body`. */
export const searchIndex = (): AstroIntegration => ({
  name: 'search-index',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const folder = fileURLToPath(dir);
      const { index, errors } = await createIndex({ forceLanguage: 'vi' });
      if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
      const added = await index.addDirectory({ path: folder });
      const written = await index.writeFiles({ outputPath: `${folder}pagefind` });
      await index.deleteIndex();
      const failures = [...added.errors, ...written.errors];
      if (failures.length > 0) throw new Error(`Pagefind could not index the site: ${failures.join('; ')}`);
      logger.info(`${added.page_count} pages indexed`);
    },
  },
});
