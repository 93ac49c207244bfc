import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineCollection } from 'astro:content';
import type { Loader } from 'astro/loaders';
import { contentFolder, loadContent, type Content } from './content-loader/index.ts';
import { format } from './problems/index.ts';
import { collectionNames, collections as definitions, type CollectionName } from './schema/index.ts';

let current: { folder: string; content: Content } | undefined;
let left = 0;

/** All collections come from one reading of the folder, which is let go when the last of them has its part: a large one is much to hold. */
const read = (folder: string): Content => {
  if (current?.folder !== folder || left === 0) {
    current = { folder, content: loadContent(folder) };
    left = collectionNames.length;
  }
  const { content } = current;
  if (--left === 0) current = undefined;
  return content;
};

/** Loads one collection. Content with a problem stops the build here, whatever was checked before. */
const entriesOf = (kind: CollectionName): Loader => ({
  name: 'content-loader',
  load: (context) => {
    const { config, store } = context;
    const root = fileURLToPath(config.root);
    const folder = contentFolder();
    const { entries, problems } = read(folder);
    if (problems.length > 0)
      throw new Error(`Nội dung có lỗi:\n${problems.map((problem) => format(problem)).join('\n')}`);
    store.clear();
    for (const { kind: entryKind, id, file, data, body } of entries) {
      if (entryKind === kind)
        store.set({
          id,
          data,
          filePath: path.relative(root, path.join(folder, file)),
          digest: context.generateDigest({ ...data, body }),
        });
    }
    return Promise.resolve();
  },
});

/** Astro's collections have the names of ours. The loader has held its data against the schema already; here it tells editors what front matter may hold. */
export const collections = Object.fromEntries(
  collectionNames.map((kind) => [
    kind,
    defineCollection({ loader: entriesOf(kind), schema: definitions[kind].schema }),
  ]),
);
