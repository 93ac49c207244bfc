import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineCollection } from 'astro:content';
import type { Loader } from 'astro/loaders';
import { contentFolder, loadContent, type Content } from './content-files/index.ts';
import { format } from './problems/index.ts';
import { kindNames, kinds, type Kind } from './schema/index.ts';

let current: { folder: string; content: Content } | undefined;

/** All collections come from one reading of the folder; a change in dev reads it again. */
const read = (folder: string, fresh: boolean): Content => {
  if (fresh || current?.folder !== folder) current = { folder, content: loadContent(folder) };
  return current.content;
};

/** Loads one kind. Content with a problem stops the build here, whatever was checked before. */
const entriesOf = (kind: Kind): Loader => ({
  name: 'content-files',
  load: (context) => {
    const { config, store, watcher, logger } = context;
    const root = fileURLToPath(config.root);
    const folder = contentFolder(root);
    const fill = (fresh: boolean): void => {
      const { entries, problems } = read(folder, fresh);
      if (problems.length > 0) throw new Error(`Nội dung có lỗi:\n${problems.map((problem) => format(problem)).join('\n')}`);
      store.clear();
      for (const { kind: entryKind, id, file, data, body } of entries) {
        if (entryKind !== kind) continue;
        store.set({ id, data, filePath: path.relative(root, path.join(folder, file)), digest: context.generateDigest({ ...data, body }) });
      }
    };
    fill(false);
    watcher?.add(folder);
    const refill = (changed: string): void => {
      if (!changed.startsWith(folder)) return;
      try {
        fill(changed.startsWith(path.join(folder, kind)));
      } catch (error) {
        logger.error(error instanceof Error ? error.message : String(error));
      }
    };
    for (const event of ['add', 'change', 'unlink'] as const) watcher?.on(event, refill);
    return Promise.resolve();
  },
});

/** One collection a kind, under the same name. The loader has held its data against the schema already; here it tells editors what front matter may hold. */
export const collections = Object.fromEntries(kindNames.map((kind) => [kind, defineCollection({ loader: entriesOf(kind), schema: kinds[kind].schema })]));
