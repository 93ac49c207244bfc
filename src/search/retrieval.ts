/** Retrieval: what Pagefind's index says of the pages for one rewrite of a query, before a page is loaded. */
import { encode, hasDiacritics, stripDiacritics } from './normalize.ts';
import { withoutStopWords } from './rerank.ts';
import { isKnown, type Vocabulary } from './spell-correct.ts';

/** A result before its page is loaded. Not to be copied: Pagefind lets go of the page when the object is let go. */
export interface Hit {
  id: string;
  score: number;
  data: () => Promise<PageData>;
}

/** A page found, in encoded words. */
export interface PageData {
  url: string;
  excerpt: string;
  content: string;
  meta: { title?: string; summary?: string; words?: string };
  filters?: Record<string, string[]>;
  sub_results?: { url: string; title: string; anchor?: { id: string } }[];
}

/** Values of filters by name; a page must have one of each. */
export type Filters = Record<string, string | { any: string[] }>;

/** The part of Pagefind that is used. */
export interface Pagefind {
  options: (options: { exactDiacritics: boolean }) => Promise<void>;
  /** Without a query: every page that the filters let through. */
  search: (query: string | null, options?: { filters?: Filters }) => Promise<{ results: Hit[] }>;
}

/** How a page matches a list of words. */
export interface MatchSignals {
  hit: Hit;
  /** In the plain search, 0 to 1. */
  plain: number;
  /** Holds the one word that was asked for. */
  single: boolean;
  /** Holds all the words. */
  all: boolean;
  phrase: boolean;
  /** Share of the bigrams, and of the words, weighted by inverse document frequency, 0 to 1. */
  pairs: number;
  words: number;
  /** 1: marked words stand there just as they were typed. 2: the whole phrase does. -3: they stand there with other marks only. */
  exact: -3 | 0 | 1 | 2;
}

export const noSignals = (hit: Hit): MatchSignals => ({
  hit,
  plain: 0,
  single: false,
  all: false,
  phrase: false,
  pairs: 0,
  words: 0,
  exact: 0,
});

/** Fewer pages with all the words than this, and pages with some of them are searched for. */
const FEW = 10;
/** With so many pages that hold the phrase, nothing looser is searched for. */
const ENOUGH_PHRASES = 3;
/** Bigrams, and words, that are searched for: each is a search over the whole index. */
const MAX_SEARCHES = 4;
/** A hit this much weaker than the best is one of a word that only begins alike. */
const WEAK = 1 / 8;

const phraseOf = (...words: string[]): string => `"${words.join(' ')}"`;

const idf = (hits: number, most: number): number => Math.log(1 + most / Math.max(hits, 0.5));

/** Adds to each page its share of the searches that found it, weighted by inverse document frequency. */
const distributeIdf = (
  answers: readonly (readonly Hit[])[],
  strength: (hit: Hit, best: Hit) => number,
  add: (hit: Hit, part: number) => void,
): void => {
  const most = Math.max(10, ...answers.map((hits) => hits.length));
  const total = answers.reduce((sum, hits) => sum + idf(hits.length, most), 0);
  for (const hits of answers)
    for (const hit of hits) add(hit, (strength(hit, hits[0] ?? hit) * idf(hits.length, most)) / total);
};

/** Results of earlier searches are kept up to so many hits: a few megabytes. Whoever types asks for the same words with every letter. */
const MOST_KEPT_HITS = 20_000;
/** What a search counts besides its hits. */
const SEARCH = 10;

/** What was found before, oldest first. One for each index. */
export class FoundBefore {
  readonly #kept = new Map<string, { found: Promise<Hit[]>; size: number }>();

  /** The results under a key, found now if they were not before. A search that fails is not kept. */
  get(key: string, find: () => Promise<Hit[]>): Promise<Hit[]> {
    const before = this.#kept.get(key);
    const entry = before ?? { found: find(), size: SEARCH };
    this.#kept.delete(key);
    this.#kept.set(key, entry);
    if (!before)
      entry.found.then(
        (hits) => {
          entry.size += hits.length;
          this.#forget();
        },
        () => this.#kept.delete(key),
      );
    return entry.found;
  }

  #forget(): void {
    let size = [...this.#kept.values()].reduce((sum, entry) => sum + entry.size, 0);
    for (const [key, entry] of this.#kept) {
      if (size <= MOST_KEPT_HITS) return;
      this.#kept.delete(key);
      size -= entry.size;
    }
  }
}

/**
 * Searches one index for one query. Pagefind finds pages that hold all words of a query, anywhere and as beginnings of words. A person means a phrase, types it
 * with or without diacritics, and adds words that no page has. So beside the plain search there are the phrase, each bigram,
 * each word by itself, and the words with diacritics exactly.
 *
 * One query at a time: exactness is an option of the whole Pagefind instance.
 */
export class Retriever {
  readonly #pagefind: Pagefind;
  readonly #vocabulary: Vocabulary;
  readonly #options: { filters?: Filters };
  readonly #before: FoundBefore;
  #exact = false;

  constructor(pagefind: Pagefind, vocabulary: Vocabulary, filters: Filters = {}, before = new FoundBefore()) {
    this.#before = before;
    this.#pagefind = pagefind;
    this.#vocabulary = vocabulary;
    this.#options = Object.keys(filters).length > 0 ? { filters } : {};
  }

  /** Pages for words as Pagefind takes them: beginnings of words, or a phrase in quotation marks. */
  find(query: string): Promise<Hit[]> {
    const key = `${this.#exact ? '=' : '~'}${query} ${JSON.stringify(this.#options)}`;
    return this.#before.get(key, async () => (await this.#pagefind.search(encode(query), this.#options)).results);
  }

  /** Runs searches in which diacritics count. */
  async exactly<T>(run: () => Promise<T>): Promise<T> {
    this.#exact = true;
    await this.#pagefind.options({ exactDiacritics: true });
    try {
      return await run();
    } finally {
      this.#exact = false;
      await this.#pagefind.options({ exactDiacritics: false });
    }
  }

  /** Whether some page has the word, or one that begins with it. Pagefind itself shortens a word that no page has until some page has it. */
  async #has(word: string): Promise<boolean> {
    return isKnown(this.#vocabulary, stripDiacritics(word)) || (await this.find(phraseOf(word))).length > 0;
  }

  /** Whether what was typed has words that are not in the vocabulary while a rewrite has none such: then only rewrites are searched for. */
  preferRewrite([typed, ...others]: readonly (readonly string[])[]): boolean {
    const hasAll = (words: readonly string[]): boolean =>
      words.every((word) => this.#vocabulary.words.has(stripDiacritics(word)) || /^\d/.test(word));
    return typed !== undefined && !hasAll(typed) && others.some(hasAll);
  }

  /** The words or bigrams with the rarest words, by their rank in the vocabulary. */
  #rarest<T extends readonly string[]>(all: readonly T[]): T[] {
    const rank = (words: T): number =>
      words.reduce(
        (sum, word) => sum + (this.#vocabulary.words.get(stripDiacritics(word)) ?? this.#vocabulary.words.size),
        0,
      );
    return [...all].sort((a, b) => rank(b) - rank(a)).slice(0, MAX_SEARCHES);
  }

  /** How pages match the words, by the page's id. */
  async signals(words: readonly string[]): Promise<Map<string, MatchSignals>> {
    const found = new Map<string, MatchSignals>();
    const of = (hit: Hit): MatchSignals => {
      const known = found.get(hit.id) ?? noSignals(hit);
      found.set(hit.id, known);
      return known;
    };
    const content = withoutStopWords(words);
    const held = await Promise.all(content.map((word) => this.#has(word)));
    const had = content.filter((_, at) => held[at]);
    if (had.length === 0) return found;

    const [plain, phrase] = await Promise.all([
      this.find(had.join(' ')),
      words.length > 1 ? this.find(phraseOf(...words)) : [],
    ]);
    const best = Math.max(plain[0]?.score ?? 0, Number.MIN_VALUE);
    for (const hit of plain)
      Object.assign(of(hit), {
        plain: hit.score / best,
        all: had.length === content.length,
        single: had.length === content.length && content.length === 1,
      });
    for (const hit of phrase) of(hit).phrase = true;
    // Where the phrase stands somewhere, its pages are those that were meant.
    if (phrase.length < ENOUGH_PHRASES && words.length > 2) {
      const pairs = this.#rarest(words.slice(1).map((word, at) => words.slice(at, at + 1).concat(word)));
      // A phrase is found or not; Pagefind does not rank it.
      distributeIdf(
        await Promise.all(pairs.map((pair) => this.find(phraseOf(...pair)))),
        () => 1,
        (hit, part) => (of(hit).pairs += part),
      );
    }
    if (phrase.length < ENOUGH_PHRASES && content.length > 1 && (plain.length < FEW || had.length < content.length)) {
      const chosen = this.#rarest(content.map((word) => [word])).flat();
      const answers = await Promise.all(
        chosen.map(async (word) =>
          had.includes(word)
            ? (await this.find(word)).filter(({ score }, _, [best]) => score >= (best?.score ?? 0) * WEAK)
            : [],
        ),
      );
      distributeIdf(
        answers,
        (hit, best) => Math.sqrt(hit.score / best.score),
        (hit, part) => (of(hit).words += part),
      );
    }

    const marked = (words.length < 4 ? words : content).filter(hasDiacritics);
    if (marked.length > 0 && found.size > 0) {
      await this.exactly(async () => {
        const [apart, together] = await Promise.all([
          this.find(marked.join(' ')),
          phrase.length > 0 ? this.find(phraseOf(...words)) : [],
        ]);
        for (const hit of apart) if (found.has(hit.id)) of(hit).exact = 1;
        for (const hit of together) of(hit).exact = 2;
      });
      // A page that has all the words, but not as they were typed, comes after those that have them so.
      const pages = [...found.values()];
      if (pages.some(({ exact }) => exact > 0))
        for (const page of pages) if (page.all && page.exact === 0) page.exact = -3;
    }
    return found;
  }
}
