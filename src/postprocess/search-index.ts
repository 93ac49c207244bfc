/** Pages as entries of the search index. Pagefind indexes them in a process of its own while Astro renders the next pages. */
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { transform } from 'esbuild';
import { HTMLElement, type Node } from 'node-html-parser';
import PQueue from 'p-queue';
import { close, createIndex, type PagefindIndex } from 'pagefind';
import { encode } from '../search/normalize.ts';
import { vocabularyFile, VocabularyBuilder } from '../search/spell-correct.ts';
import type { RenderedPage } from './page.ts';

/** What the vocabulary takes from each page: titles and beginnings hold the words of a subject, and 10,000 long pages must not slow the build. */
const VOCABULARY_CHARACTERS = 12_000;

/**
 * Size of a chunk of the index, in the unit of Pagefind, which takes 20,000 by default. A question loads the chunks that hold its words: with
 * small ones a tenth of the bytes. Pagefind calls the setting unstable; a test counts the chunks.
 */
const CHUNK_SIZE = '2000';
/** The oldest browsers of the site (`browserslist` in package.json). */
const BROWSERS = ['chrome87', 'safari14.1', 'ios14.5'];

/** Files that Pagefind writes for its own interfaces and worker, which this site does not use. */
const UNUSED_FILES = /^pagefind-(?:ui|modular-ui|component-ui|highlight|worker)\./;

/** A page, or a part of one that is found by itself. */
interface IndexEntry {
  /** Where it is found, relative to the site. */
  url: string;
  /** Its text encoded for Pagefind; see `search/normalize.ts`. */
  html: string;
}

const UNSEARCHED_ELEMENTS = new Set(['script', 'style', 'svg']);

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** A node for Pagefind: text encoded, of the attributes only ids and Pagefind's own, no scripts, styles and drawings. */
const serialize = (node: Node, without: ReadonlySet<Node> = new Set()): string => {
  if (!(node instanceof HTMLElement)) return encode(node.rawText);
  const name = node.rawTagName;
  if (without.has(node) || UNSEARCHED_ELEMENTS.has(name)) return '';
  return `${openingTag(node)}${serializeChildren(node, without)}${node.isVoidElement ? '' : `</${name}>`}`;
};
const serializeChildren = (element: HTMLElement, without: ReadonlySet<Node>): string =>
  element.childNodes.map((child) => serialize(child, without)).join('');
const openingTag = (element: HTMLElement): string => {
  const kept = Object.entries(element.attributes).filter(
    ([attribute]) => attribute === 'id' || attribute.startsWith('data-pagefind-'),
  );
  return `<${element.rawTagName}${kept.map(([attribute, value]) => ` ${attribute}="${escaped(value)}"`).join('')}>`;
};

/** Metadata of an entry for Pagefind: searched, returned with the result, and no part of excerpts. */
const metadata = (name: string, value: string | undefined): string =>
  value ? `<span data-pagefind-ignore data-pagefind-meta="${name}">${encode(escaped(value))}</span>` : '';

/**
 * The entries of a page; none for one without `<main data-pagefind-body>`. `data-search-title` and `data-search-words` of its `<main>` are a
 * title for results and other words to find it by. An element with an id and `data-search-record="its title"` is an entry of its own, such
 * as a term of the glossary.
 */
export const entriesOf = (page: RenderedPage): IndexEntry[] => {
  const main = searchedPart(page);
  if (!main) return [];
  const url = page.path.slice(1);
  const inFrame = (content: string): string => `<html lang="${langOf(page)}"><body>${content}</body></html>`;
  const filters = main.querySelectorAll('[data-pagefind-filter]');
  const words = main.getAttribute('data-search-words');
  const records = main.querySelectorAll('[data-search-record]');
  return [
    {
      url,
      html: inFrame(
        [
          openingTag(main),
          metadata('title', main.getAttribute('data-search-title')),
          metadata('summary', page.meta('name', 'description')),
          metadata('words', words),
          serializeChildren(main, new Set(records)),
          '</main>',
        ].join(''),
      ),
    },
    ...records.map((record) => ({
      url: `${url}#${record.getAttribute('id') ?? ''}`,
      html: inFrame(
        [
          '<main data-pagefind-body>',
          metadata('title', record.getAttribute('data-search-record')),
          metadata('words', record.getAttribute('data-search-words')),
          ...filters.map((filter) => serialize(filter)),
          serialize(record),
          '</main>',
        ].join(''),
      ),
    })),
  ];
};

const searchedPart = (page: RenderedPage): HTMLElement | undefined =>
  page.find('main', (element) => element.hasAttribute('data-pagefind-body'));

const langOf = (page: RenderedPage): string => page.find('html')?.getAttribute('lang') ?? 'vi';

const INLINE_ELEMENTS = new Set(['a', 'abbr', 'b', 'em', 'i', 'mark', 'span', 'strong']);

/** The text of a page for the vocabulary, elements separated by lines, without navigation. */
const vocabularyText = (main: HTMLElement): string => {
  let text = '';
  const visit = (node: Node): void => {
    if (text.length >= VOCABULARY_CHARACTERS) return;
    if (!(node instanceof HTMLElement)) {
      text += node.rawText;
      return;
    }
    if (node.rawTagName === 'nav' || UNSEARCHED_ELEMENTS.has(node.rawTagName)) return;
    const boundary = INLINE_ELEMENTS.has(node.rawTagName) ? '' : '\n';
    text += boundary;
    node.childNodes.forEach(visit);
    text += boundary;
  };
  visit(main);
  return text.slice(0, VOCABULARY_CHARACTERS);
};

/** How many entries may be on their way to Pagefind at once: enough to keep it busy, few enough to hold in memory. */
const CONCURRENCY = 64;

/** The search index of a site, one for each language. The order in which pages are added decides the names of its files. */
export class SearchIndex {
  #index: PagefindIndex;
  #vocabularies = new Map<string, VocabularyBuilder>();
  #queue = new PQueue({ concurrency: CONCURRENCY });
  #errors: string[] = [];
  #count = 0;

  private constructor(index: PagefindIndex) {
    this.#index = index;
  }

  /** @throws when Pagefind does not start. */
  static async open(): Promise<SearchIndex> {
    process.env.PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE = CHUNK_SIZE;
    const { index, errors } = await createIndex();
    if (!index) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
    return new SearchIndex(index);
  }

  /** Adds the entries of a page. Resolves when there is room for the next page. */
  async add(page: RenderedPage): Promise<void> {
    const main = searchedPart(page);
    if (!main) return;
    const lang = langOf(page);
    const vocabulary = this.#vocabularies.get(lang) ?? new VocabularyBuilder();
    this.#vocabularies.set(lang, vocabulary);
    vocabulary.add(vocabularyText(main));
    for (const { url, html } of entriesOf(page)) {
      this.#count++;
      this.#queue
        .add(async () => this.#errors.push(...(await this.#index.addHTMLFile({ url, content: html })).errors))
        .catch((error: unknown) => this.#errors.push(String(error)));
    }
    await this.#queue.onSizeLessThan(1);
  }

  /**
   * Writes the index into the folder `pagefind` of a site.
   *
   * @returns how many entries it holds.
   * @throws when Pagefind could not read a page or write the index.
   */
  async write(folder: string): Promise<number> {
    await this.#queue.onIdle();
    const outputPath = path.join(folder, 'pagefind');
    const written = await this.#index.writeFiles({ outputPath });
    await close();
    const errors = [...this.#errors, ...written.errors];
    if (errors.length > 0) throw new Error(`Pagefind could not index the site: ${errors.join('; ')}`);
    for (const name of readdirSync(outputPath)) if (UNUSED_FILES.test(name)) rmSync(path.join(outputPath, name));
    // Pagefind ships its script unminified.
    const script = path.join(outputPath, 'pagefind.js');
    const { code } = await transform(readFileSync(script, 'utf8'), { minify: true, format: 'esm', target: BROWSERS });
    writeFileSync(script, code);
    for (const [lang, vocabulary] of this.#vocabularies)
      writeFileSync(path.join(outputPath, vocabularyFile(lang)), vocabulary.file());
    return this.#count;
  }
}
