/** The heads of finished pages: what they tell programs of themselves. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, type HTMLElement } from 'node-html-parser';

/** The head of every page below a folder, with the name of its file there, in the order of these names. Bodies are not parsed. */
export const headsIn = (folder: string): { file: string; head: HTMLElement }[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .sort()
    .map((file) => ({ file, head: parse(/^[^]*?<\/head>/.exec(readFileSync(path.join(folder, file), 'utf8'))?.[0] ?? '') }));
