/** The finished pages of a build, for the steps that read or change them after Astro has written them. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse, type HTMLElement } from 'node-html-parser';

/** Every page below a folder by the name of its file there, in the order of these names, with slashes on every system. */
export const builtPages = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .map((file) => file.split(path.sep).join('/'))
    .sort();

/** The head of every page: what it tells programs of itself. Bodies are not parsed. */
export const headsIn = (folder: string): { file: string; head: HTMLElement }[] =>
  builtPages(folder).map((file) => ({ file, head: parse(/^[^]*?<\/head>/.exec(readFileSync(path.join(folder, file), 'utf8'))?.[0] ?? '') }));

/** Puts every page as `change` gives it in the place of what it was. */
export const rewritePages = (folder: string, change: (html: string, file: string) => string): void => {
  for (const file of builtPages(folder)) {
    const page = path.join(folder, file);
    const html = readFileSync(page, 'utf8');
    const changed = change(html, file);
    if (changed !== html) writeFileSync(page, changed);
  }
};
