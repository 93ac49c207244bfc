/** The finished pages of a build, for the steps that read them after Astro has written them. */
import { readdirSync } from 'node:fs';
import path from 'node:path';

/** Every page below a folder by the name of its file there, in the order of these names, with slashes on every system. */
export const builtPages = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.split(path.sep).join('/'))
    .sort();
