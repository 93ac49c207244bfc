/** The project's sources in another place: what a build leaves of itself and takes from where it stands shows there. */
import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { root } from './run.ts';

/** Copies everything a build reads into `folder`. The packages are linked one by one, so that the copy has caches of its own. */
export const copySources = (folder: string): void => {
  for (const name of [
    'content',
    'public',
    'src',
    'astro.config.mjs',
    'package.json',
    'package-lock.json',
    'tsconfig.json',
  ])
    cpSync(path.join(root, name), path.join(folder, name), { recursive: true });
  const packages = path.join(folder, 'node_modules');
  mkdirSync(packages);
  for (const name of readdirSync(path.join(root, 'node_modules')))
    if (!name.startsWith('.') || name === '.bin')
      symlinkSync(path.join(root, 'node_modules', name), path.join(packages, name), 'junction');
};
