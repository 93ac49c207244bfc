import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { parse } from 'node-html-parser';
import { close, createIndex } from 'pagefind';
import { builtPages } from '../built-pages.ts';
import { callsForHelp } from './danger.ts';
import { encodeHtml } from './folding.ts';
import { lexiconName, writeLexicon } from './lexicon.ts';

/** What the lexicon takes from each page: titles and beginnings hold the words of a subject, and 10,000 long pages must not hold the build up. */
const LEXICON_CHARACTERS = 12_000;

/** Files that Pagefind writes for interfaces and a worker of its own; this site has others. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight|worker)\./;

/** A page, or a part of one that is found by itself. */
interface Entry {
  /** Where it is found, relative to the site. */
  url: string;
  html: string;
}

/** What a result is known by, for Pagefind: searched, handed back with the result, and no part of excerpts. */
const known = (name: string, value: string | undefined): string => (value ? `<span data-pagefind-ignore data-pagefind-meta="${name}">${value}</span>` : '');

const attribute = (tag: string, name: string): string | undefined => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];

/**
 * A built page as entries of the index. `data-search-title` and `data-search-words` of its `<main>` are a title for results and other
 * things to find it by. An element with an id and `data-search-record="its title"` is an entry of its own, such as a term of the glossary.
 */
export const entriesOf = (sourcePath: string, html: string): Entry[] => {
  const url = sourcePath.replace(/(^|\/)index\.html$/, '$1');
  const [main = ''] = /<main\b[^>]*>/.exec(html) ?? [];
  const summary = attribute(/<meta name="description"[^>]*>/.exec(html)?.[0] ?? '', 'content');
  // What people type in danger leads to help; the page, which must be light, does not carry the list.
  const calls = html.includes('data-pagefind-filter="kind:giup-do"') ? callsForHelp : [];
  const words = [attribute(main, 'data-search-words'), ...calls].filter(Boolean).join('; ');
  const page = html.replace(main, () => main + known('title', attribute(main, 'data-search-title')) + known('summary', summary) + known('words', words));
  if (!html.includes('data-search-record')) return [{ url, html: page }];
  const root = parse(page);
  const lang = root.querySelector('html')?.getAttribute('lang') ?? 'vi';
  const filters = root.querySelectorAll('[data-pagefind-filter]').join('');
  const records = root.querySelectorAll('[data-search-record]').map((element): Entry => {
    const title = known('title', element.getAttribute('data-search-record'));
    const words = known('words', element.getAttribute('data-search-words'));
    element.remove();
    return { url: `${url}#${element.id}`, html: `<html lang="${lang}"><body><main data-pagefind-body>${title}${words}${filters}${element.toString()}</main></body></html>` };
  });
  return [{ url, html: root.toString() }, ...records];
};

/** The words of a page's own text, elements parted by a line. */
const textOf = (html: string): string =>
  (/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '')
    .replace(/<(script|style|svg|nav)\b[\s\S]*?<\/\1>/g, '')
    .replace(/<\/?(?:a|abbr|b|em|i|mark|span|strong)\b[^>]*>/g, '')
    .replace(/<[^>]*>/g, '\n')
    .slice(0, LEXICON_CHARACTERS);

/**
 * Writes the search index of a built site into its folder `pagefind`, one index for each language. A page takes part by marking its text
 * with `data-pagefind-body`.
 *
 * @returns how many entries it holds.
 * @throws when Pagefind could not read a page or write the index.
 */
export const indexSite = async (folder: string): Promise<number> => {
  const { index, errors } = await createIndex();
  if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  const failures: string[] = [];
  const texts = new Map<string, string[]>();
  let count = 0;
  for (const name of builtPages(folder)) {
    const html = readFileSync(path.join(folder, name), 'utf8');
    if (!html.includes('data-pagefind-body')) continue;
    const lang = /<html lang="([\w-]+)"/.exec(html)?.[1] ?? 'vi';
    const ofLanguage = texts.get(lang) ?? [];
    texts.set(lang, ofLanguage);
    ofLanguage.push(textOf(html));
    for (const entry of entriesOf(name, html)) {
      // The index sees a copy with its words encoded; the page itself stays as it is.
      const added = await index.addHTMLFile({ url: entry.url, content: encodeHtml(entry.html) });
      failures.push(...added.errors);
      count++;
    }
  }
  const bundle = path.join(folder, 'pagefind');
  const written = await index.writeFiles({ outputPath: bundle });
  failures.push(...written.errors);
  await close();
  if (failures.length > 0) throw new Error(`Pagefind could not index the site: ${failures.join('; ')}`);
  for (const name of readdirSync(bundle)) if (UNUSED.test(name)) rmSync(path.join(bundle, name));
  for (const [lang, pages] of texts) writeFileSync(path.join(bundle, lexiconName(lang)), writeLexicon(pages));
  return count;
};

/** Builds the search index over the finished pages. */
export const searchIndex = (): AstroIntegration => ({
  name: 'search-index',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      logger.info(`${await indexSite(fileURLToPath(dir))} entries indexed`);
    },
  },
});
