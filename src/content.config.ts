import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineCollection } from 'astro:content';
import type { Loader } from 'astro/loaders';
import { contentFolder, loadContent, type ContentEntry } from './content-loader/index.ts';
import { format } from './problems/index.ts';
import { collectionNames, collections, type CollectionName } from './schema/index.ts';

type StoredEntry = Pick<ContentEntry, 'kind' | 'id' | 'file' | 'data'>;

let stored: readonly StoredEntry[] | undefined;

/**
 * The entries of the content folder, read once for all collections. Astro evaluates this file anew for each sync of a build;
 * in development pages read the files themselves (see site-content.ts). Parsed bodies are not kept.
 */
const entriesIn = (folder: string): readonly StoredEntry[] => {
  if (stored) return stored;
  const { entries, problems } = loadContent(folder);
  if (problems.length > 0)
    throw new Error(`Nội dung có lỗi:\n${problems.map((problem) => format(problem)).join('\n')}`);
  return (stored = entries.map(({ kind, id, file, data }) => ({ kind, id, file, data })));
};

/** Loads the entries of one kind. Throws if any content file has a problem, even if `check` was not run before. */
const loaderOf = (kind: CollectionName): Loader => ({
  name: 'content-loader',
  load: ({ config, store }) => {
    const root = fileURLToPath(config.root);
    const folder = contentFolder();
    const own = entriesIn(folder).filter((entry) => entry.kind === kind);
    store.clear();
    for (const { id, file, data } of own)
      store.set({ id, data, filePath: path.relative(root, path.join(folder, file)) });
    return Promise.resolve();
  },
});

/** One collection per kind, with the same name. The loader has validated the data; here the schema gives Astro the types. */
export const collections = Object.fromEntries(
  collectionNames.map((kind) => [kind, defineCollection({ loader: loaderOf(kind), schema: collections[kind].schema })]),
);
