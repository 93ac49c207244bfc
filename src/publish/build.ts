/**
 * `npm run build`: checks the content, then builds pages and search index into `dist` (or `OUT_DIR`).
 * Exit code 0: built. Otherwise the folder is unchanged, the step that failed has printed why, and its exit code is passed on.
 */
import path from 'node:path';
import { environment, projectRoot } from '../environment.ts';
import { buildSite } from './build-site.ts';
import { runCommand, UserError } from './cli.ts';
import { checkReplaceable, replaceFolder, resolveSymlink } from './replace-folder.ts';

await runCommand(async () => {
  const { outDir } = environment();
  const target = resolveSymlink(outDir);
  const toProject = path.relative(target, resolveSymlink(projectRoot));
  if (!toProject.startsWith('..') && !path.isAbsolute(toProject))
    throw new UserError(`OUT_DIR would be replaced, and “${outDir}” holds the project itself.`);
  checkReplaceable(target);
  replaceFolder(await buildSite(path.dirname(target)), target);
});
