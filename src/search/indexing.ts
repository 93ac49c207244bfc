/** Pages as entries of the search index. Pagefind indexes them in a process of its own, while others are still being made. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'node-html-parser';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { builtPages } from '../built-pages.ts';
import { distressPhrases } from './distress.ts';
import { encodeHtml } from './normalize.ts';
import { vocabularyFile, VocabularyBuilder } from './spell-correct.ts';

/** What the lexicon takes from each page: titles and beginnings hold the words of a subject, and 10,000 long pages must not hold the build up. */
const LEXICON_CHARACTERS = 12_000;
/** As much of a page's markup as surely holds them. */
const LEXICON_MARKUP = 3 * LEXICON_CHARACTERS;

/** Files that Pagefind writes for interfaces and a worker of its own; this site has others. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight|worker)\./;

/** A page, or a part of one that is found by itself. */
interface Entry {
  /** Where it is found, relative to the site. */
  url: string;
  html: string;
}

/** What a result is known by, for Pagefind: searched, handed back with the result, and no part of excerpts. */
const known = (name: string, value: string | undefined): string =>
  value ? `<span data-pagefind-ignore data-pagefind-meta="${name}">${value}</span>` : '';

/** The summary of a page. Quotation marks end an attribute, `>` does not. */
const DESCRIPTION = /<meta name="description" content="[^"]*"[^>]*>/;

const attribute = (tag: string, name: string): string | undefined => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];

/**
 * A built page as entries of the index. `data-search-title` and `data-search-words` of its `<main>` are a title for results and other
 * things to find it by. An element with an id and `data-search-record="its title"` is an entry of its own, such as a term of the glossary.
 */
export const entriesOf = (sourcePath: string, html: string): Entry[] => {
  const url = sourcePath.replace(/(^|\/)index\.html$/, '$1');
  const [main = ''] = /<main(?: [a-z-]+(?:="[^"]*")?)*>/.exec(html) ?? [];
  const summary = attribute(DESCRIPTION.exec(html)?.[0] ?? '', 'content');
  // What people type in danger leads to help; the page, which must be light, does not carry the list.
  const calls = html.includes('data-pagefind-filter="kind:giup-do"') ? distressPhrases : [];
  const words = [attribute(main, 'data-search-words'), ...calls].filter(Boolean).join('; ');
  const page = html.replace(
    main,
    () =>
      main + known('title', attribute(main, 'data-search-title')) + known('summary', summary) + known('words', words),
  );
  if (!html.includes('data-search-record')) return [{ url, html: page }];
  const root = parse(page);
  const lang = root.querySelector('html')?.getAttribute('lang') ?? 'vi';
  const filters = root.querySelectorAll('[data-pagefind-filter]').join('');
  const records = root.querySelectorAll('[data-search-record]').map((element): Entry => {
    const title = known('title', element.getAttribute('data-search-record'));
    const words = known('words', element.getAttribute('data-search-words'));
    element.remove();
    return {
      url: `${url}#${element.id}`,
      html: `<html lang="${lang}"><body><main data-pagefind-body>${title}${words}${filters}${element.toString()}</main></body></html>`,
    };
  });
  return [{ url, html: root.toString() }, ...records];
};

/** The words of a page's own text, elements parted by a line. */
const textOf = (main: string): string =>
  main
    .slice(0, LEXICON_MARKUP)
    .replace(/<nav\b[\s\S]*?<\/nav>/g, '')
    .replace(/<\/?(?:a|abbr|b|em|i|mark|span|strong)\b[^>]*>/g, '')
    .replace(/<[^>]*>/g, '\n')
    .slice(0, LEXICON_CHARACTERS);

/** What the index has no use for: drawings, scripts, styles, and attributes that neither name a place nor are the search's own. An attribute may hold what looks like a tag. */
const UNSEARCHED =
  /( (?:id|data-(?:pagefind|search)-[a-z]+)="[^"]*")| [a-z][a-z-]*="[^"]*"| data-astro-cid-[a-z0-9]+(?:="[^"]*")?|<(svg|script|style)\b[^]*?<\/\2>/g;

/** What is searched of a page: its text, in the frame that says its language. Styles, header and footer need not be sent. */
const searchedPart = (html: string): { lang: string; main: string; page: string } => {
  const lang = /<html lang="([\w-]+)"/.exec(html)?.[1] ?? 'vi';
  const main = html
    .slice(html.indexOf('<main'), html.lastIndexOf('</main>') + '</main>'.length)
    .replace(UNSEARCHED, (_, kept: string | undefined) => kept ?? '');
  const description = DESCRIPTION.exec(html)?.[0] ?? '';
  return { lang, main, page: `<html lang="${lang}"><head>${description}</head><body>${main}</body></html>` };
};

/** How many pages may be on their way to Pagefind at once: it indexes while the next pages are made, and memory stays small. */
const UNDER_WAY = 64;

/** The search index of a site as its pages come in, one index for each language. The order of the pages decides how its files are named. */
export class SearchIndex {
  #index: PagefindIndex;
  #lexicons = new Map<string, VocabularyBuilder>();
  #underWay: Promise<void>[] = [];
  #failures: string[] = [];
  #count = 0;

  private constructor(index: PagefindIndex) {
    this.#index = index;
  }

  /** @throws when Pagefind does not start. */
  static async open(): Promise<SearchIndex> {
    const { index, errors } = await createIndex();
    if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
    return new SearchIndex(index);
  }

  /** Takes a page, known by its file's name in the site. It takes part by marking its text with `data-pagefind-body`. */
  async add(name: string, html: string): Promise<void> {
    if (!html.includes('data-pagefind-body')) return;
    const { lang, main, page } = searchedPart(html);
    const lexicon = this.#lexicons.get(lang) ?? new VocabularyBuilder();
    this.#lexicons.set(lang, lexicon);
    lexicon.add(textOf(main));
    for (const entry of entriesOf(name, page)) {
      // The index sees a copy with its words encoded; the page itself stays as it is.
      const added = this.#index.addHTMLFile({ url: entry.url, content: encodeHtml(entry.html) });
      this.#underWay.push(added.then(({ errors }) => void this.#failures.push(...errors)));
      this.#count++;
    }
    if (this.#underWay.length > UNDER_WAY)
      await Promise.all(this.#underWay.splice(0, this.#underWay.length - UNDER_WAY / 2));
  }

  /**
   * Writes the index into the folder `pagefind` of a site.
   *
   * @returns how many entries it holds.
   * @throws when Pagefind could not read a page or write the index.
   */
  async write(folder: string): Promise<number> {
    await Promise.all(this.#underWay);
    const bundle = path.join(folder, 'pagefind');
    const written = await this.#index.writeFiles({ outputPath: bundle });
    await close();
    const failures = [...this.#failures, ...written.errors];
    if (failures.length > 0) throw new Error(`Pagefind could not index the site: ${failures.join('; ')}`);
    for (const name of readdirSync(bundle)) if (UNUSED.test(name)) rmSync(path.join(bundle, name));
    for (const [lang, lexicon] of this.#lexicons)
      writeFileSync(path.join(bundle, vocabularyFile(lang)), lexicon.file());
    return this.#count;
  }
}

/** Writes the search index of a built site into it. Returns how many entries it holds. */
export const indexSite = async (folder: string): Promise<number> => {
  const index = await SearchIndex.open();
  for (const name of builtPages(folder)) await index.add(name, readFileSync(path.join(folder, name), 'utf8'));
  return index.write(folder);
};
