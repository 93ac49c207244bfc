/** What Pagefind can say about the pages for one reading of a query, before a page of them is loaded. */
import { contentOf, isMarked } from './fit.ts';
import { encode, unmarked } from './folding.ts';
import { isKnown, type Lexicon } from './lexicon.ts';

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

/** What speaks for a page. */
export interface Evidence {
  hit: Hit;
  /** In the plain search, 0 to 1. */
  plain: number;
  /** Holds the one word that was asked for. */
  single: boolean;
  /** Holds all the words. */
  all: boolean;
  phrase: boolean;
  /** Share of the pairs of neighbours, and of the words, weighed by how rare they are, 0 to 1. */
  pairs: number;
  words: number;
  /** 1: marked words stand there just as they were typed. 2: the whole phrase does. -3: they stand there with other marks only. */
  exact: -3 | 0 | 1 | 2;
}

export const noEvidence = (hit: Hit): Evidence => ({
  hit,
  plain: 0,
  single: false,
  all: false,
  phrase: false,
  pairs: 0,
  words: 0,
  exact: 0,
});

/** Fewer pages with all the words than this, and pages with some of them are asked for. */
const FEW = 10;
/** With so many pages that hold the phrase, nothing looser is asked. */
const ENOUGH_PHRASES = 3;
/** Pairs, and words, that are asked for: each is a search over the whole index. */
const MOST_QUESTIONS = 4;
/** A hit this much weaker than the best is one of a word that only begins alike. */
const WEAK = 1 / 8;

const phraseOf = (...words: string[]): string => `"${words.join(' ')}"`;

const rarity = (hits: number, most: number): number => Math.log(1 + most / Math.max(hits, 0.5));

/** Hands each page its share of some questions: those that it answers, rare ones weighing more. */
const share = (
  answers: readonly (readonly Hit[])[],
  strength: (hit: Hit, best: Hit) => number,
  add: (hit: Hit, part: number) => void,
): void => {
  const most = Math.max(10, ...answers.map((hits) => hits.length));
  const total = answers.reduce((sum, hits) => sum + rarity(hits.length, most), 0);
  for (const hits of answers)
    for (const hit of hits) add(hit, (strength(hit, hits[0]!) * rarity(hits.length, most)) / total);
};

/**
 * Asks one index. Pagefind finds pages that hold all words of a query, anywhere and as beginnings of words. A person means a phrase, types it
 * with or without marks, and adds words that no page has. So beside the plain search there are the phrase, each pair of neighbours,
 * each word by itself, and the marked words exactly.
 *
 * One question at a time: whether marks count is an option of the whole instance.
 */
export class Interview {
  readonly #pagefind: Pagefind;
  readonly #lexicon: Lexicon;
  readonly #options: { filters?: Filters };
  readonly #asked = new Map<string, Promise<Hit[]>>();
  #marksCount = false;

  constructor(pagefind: Pagefind, lexicon: Lexicon, filters: Filters = {}) {
    this.#pagefind = pagefind;
    this.#lexicon = lexicon;
    this.#options = Object.keys(filters).length > 0 ? { filters } : {};
  }

  /** Pages for words as Pagefind takes them: beginnings of words, or a phrase in quotation marks. */
  ask(query: string): Promise<Hit[]> {
    // Readings of one query share words and pairs.
    const key = `${this.#marksCount ? '=' : '~'}${query}`;
    const asked =
      this.#asked.get(key) ?? this.#pagefind.search(encode(query), this.#options).then(({ results }) => results);
    this.#asked.set(key, asked);
    return asked;
  }

  /** Runs searches in which marks count. */
  async exactly<T>(run: () => Promise<T>): Promise<T> {
    this.#marksCount = true;
    await this.#pagefind.options({ exactDiacritics: true });
    try {
      return await run();
    } finally {
      this.#marksCount = false;
      await this.#pagefind.options({ exactDiacritics: false });
    }
  }

  /** Whether some page has the word, or one that begins with it. Pagefind itself shortens a word that no page has until some page has it. */
  async #has(word: string): Promise<boolean> {
    return isKnown(this.#lexicon, unmarked(word)) || (await this.ask(phraseOf(word))).length > 0;
  }

  /** Whether what was typed holds words that the site does not have, and a later reading has them all: then it is not asked. */
  knowsBetter([typed, ...others]: readonly (readonly string[])[]): boolean {
    const hasAll = (words: readonly string[]): boolean =>
      words.every((word) => this.#lexicon.words.has(unmarked(word)) || /^\d/.test(word));
    return typed !== undefined && !hasAll(typed) && others.some(hasAll);
  }

  /** Of some words or pairs, those that tell pages apart best: by the rank of their words in the lexicon. */
  #rarest<T extends readonly string[]>(all: readonly T[]): T[] {
    const rank = (words: T): number =>
      words.reduce((sum, word) => sum + (this.#lexicon.words.get(unmarked(word)) ?? this.#lexicon.words.size), 0);
    return [...all].sort((a, b) => rank(b) - rank(a)).slice(0, MOST_QUESTIONS);
  }

  /** Everything that speaks for pages, by the page's id. */
  async evidence(words: readonly string[]): Promise<Map<string, Evidence>> {
    const found = new Map<string, Evidence>();
    const of = (hit: Hit): Evidence => {
      const known = found.get(hit.id) ?? noEvidence(hit);
      found.set(hit.id, known);
      return known;
    };
    const content = contentOf(words);
    const held = await Promise.all(content.map((word) => this.#has(word)));
    const had = content.filter((_, at) => held[at]);
    if (had.length === 0) return found;

    const [plain, phrase] = await Promise.all([
      this.ask(had.join(' ')),
      words.length > 1 ? this.ask(phraseOf(...words)) : [],
    ]);
    for (const hit of plain)
      Object.assign(of(hit), {
        plain: hit.score / (plain[0]!.score || 1),
        all: had.length === content.length,
        single: had.length === content.length && content.length === 1,
      });
    for (const hit of phrase) of(hit).phrase = true;
    // Where the phrase stands somewhere, its pages are those that were meant.
    if (phrase.length < ENOUGH_PHRASES && words.length > 2) {
      const pairs = this.#rarest(words.slice(1).map((word, at) => [words[at]!, word]));
      // A phrase is found or not; Pagefind does not rank it.
      share(
        await Promise.all(pairs.map((pair) => this.ask(phraseOf(...pair)))),
        () => 1,
        (hit, part) => (of(hit).pairs += part),
      );
    }
    if (phrase.length < ENOUGH_PHRASES && content.length > 1 && (plain.length < FEW || had.length < content.length)) {
      const chosen = this.#rarest(content.map((word) => [word])).flat();
      const answers = await Promise.all(
        chosen.map(async (word) =>
          had.includes(word)
            ? (await this.ask(word)).filter(({ score }, _, [best]) => score >= best!.score * WEAK)
            : [],
        ),
      );
      share(
        answers,
        (hit, best) => Math.sqrt(hit.score / best.score),
        (hit, part) => (of(hit).words += part),
      );
    }

    const marked = (words.length < 4 ? words : content).filter(isMarked);
    if (marked.length > 0 && found.size > 0) {
      await this.exactly(async () => {
        const [apart, together] = await Promise.all([
          this.ask(marked.join(' ')),
          phrase.length > 0 ? this.ask(phraseOf(...words)) : [],
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
