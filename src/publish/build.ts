/**
 * `npm run build`: checks the content, then builds pages and search index into `dist` (or `OUT_DIR`).
 * Exit code 0: built. Otherwise what stood there is untouched, the step that failed has said why, and its exit code is passed on.
 */
import path from 'node:path';
import { build, root } from './build-site.ts';
import { command, Fault } from './command.ts';
import { checkPlace, replaceFolder } from './swap.ts';

await command(async () => {
  const target = path.resolve(root, process.env.OUT_DIR ?? 'dist');
  const way = path.relative(target, root);
  if (!way.startsWith('..') && !path.isAbsolute(way))
    throw new Fault(`OUT_DIR would be emptied, and “${target}” holds the project itself.`);
  checkPlace(target);
  const site = await build();
  if (replaceFolder(site, target, path.dirname(site)) === 'file by file')
    console.log(`  ${target} itself had to stay; its files were exchanged one by one.`);
});
