/** The heads of finished pages: what they tell programs of themselves. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse, type HTMLElement } from 'node-html-parser';

/** The head of every page below a folder, in the order of their files. Bodies are not parsed. */
export const headsIn = (folder: string): HTMLElement[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .sort()
    .map((file) => parse(/^[^]*?<\/head>/.exec(readFileSync(path.join(folder, file), 'utf8'))?.[0] ?? ''));
