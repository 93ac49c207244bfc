import { readFileSync } from 'node:fs';
import path from 'node:path';
import { RenderedPage } from '../../src/postprocess/page.ts';
import { SearchIndex } from '../../src/postprocess/search-index.ts';
import { filesBelow } from './dist.ts';

/** Writes the search index of a folder of pages into it. */
export const indexSite = async (folder: string): Promise<void> => {
  const index = await SearchIndex.open();
  for (const file of filesBelow(folder).filter((name) => name.endsWith('.html')))
    await index.add(
      new RenderedPage(`/${file.replace(/(^|\/)index\.html$/, '$1')}`, readFileSync(path.join(folder, file), 'utf8')),
    );
  await index.write(folder);
};
