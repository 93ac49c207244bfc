/**
 * Asks Pagefind one question in several ways and ranks the pages by what speaks for them, without loading a page.
 *
 * Pagefind finds pages that hold all words of a query, in any place and as beginnings of words. A person means a phrase,
 * types it with or without marks, and often adds words that no page has. So beside the plain search (A) there are
 * the phrase (B), each pair of neighbours (C), each word by itself where few pages have all (D), and the marked words exactly (E).
 */
import { decode, encode, unmarked } from './folding.ts';
import { correct, isKnown, type Lexicon } from './lexicon.ts';
import { meaningOf } from './shorthand.ts';
import { decodeKeys } from './typing.ts';

/** A result before its page is loaded. */
export interface Hit {
  id: string;
  score: number;
  data: () => Promise<PageData>;
}

/** A page found, in encoded words. */
export interface PageData {
  url: string;
  excerpt: string;
  meta: { title?: string; summary?: string; words?: string };
  filters?: Record<string, string[]>;
  sub_results?: { url: string; title: string; excerpt: string; anchor?: { id: string } }[];
}

export type Filters = Record<string, string | string[]>;

/** The part of Pagefind that is used. */
export interface Pagefind {
  options: (options: object) => Promise<void>;
  search: (query: string, options?: { filters?: Filters }) => Promise<{ results: Hit[] }>;
}

export interface Answer {
  /** The best pages, best first. */
  found: PageData[];
  /** How many pages there are. */
  count: number;
  /** The reading, other than what was typed, that the pages were found by. */
  readAs?: string;
  /** A reading to offer where nothing was found. */
  perhaps?: string;
}

/** Longer queries are cut: nobody types more, and a pasted page must not hold the browser up. */
const MOST_CHARACTERS = 160;
const MOST_WORDS = 16;
/** Fewer pages with all the words than this, and pages with some of them are asked for. */
const FEW = 10;
/** Pages that are loaded, and ranked once more by their titles. */
const LOADED = 15;
/** Pages with less of what was asked than this are no answer. */
const ENOUGH = 0.45;

/** Words of questions, which any page may hold. Compared as typed and without marks. */
const EMPTY_WORDS = new Set(
  (
    'ai anh bao bay bi bị bây cai cái cac các can cần cho chu chưa co có con còn cua của da đã dau đâu day đây den đến di đi do đó duoc được em ' +
    'gi gì giờ gio hay hãy hết het hoi hỏi khi khong không la là lam làm len lên lúc luc mà ma minh mình mot một muon muốn nao nào nay này ' +
    'nen nên neu nếu nhu như nhung nhưng những o ở phai phải ra rang rằng rồi roi sao se sẽ sau su sự ta tai tại tao the thế thế thi thì ' +
    'toi tôi tu từ va và vao vào vay vậy ve về vi vì voi với xin y à ạ ơi oi nhé nhe đang dang ban bạn'
  ).split(' '),
);

const marked = (word: string): boolean => word.normalize('NFD') !== word || word.includes('đ');
/** Words and numbers of a text, in lower case. */
const wordsIn = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+(?:[.,][\p{N}]+)*%?/gu) ?? [];
const wordsOf = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/** What was typed, without what cannot be searched for: marks of direction, control characters, quotes of other keyboards. */
const cleaned = (typed: string): string =>
  typed
    .slice(0, MOST_CHARACTERS * 4)
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/[“”„«»]/g, '"')
    .slice(0, MOST_CHARACTERS)
    .toLowerCase();

/** Digits that belong together are one word: `1900 96 96 80`, `443.000`, `+84 981 84 84 84`. */
const joinDigits = (text: string): string => text.replace(/\+?\d[\d.,\s-]*\d/g, (number) => number.replace(/\D/g, '')).replace(/\b84(?=\d{9}\b)/, '0');

/** The readings of a query that need no lexicon, as typed first. A reading is a list of words. */
export const readings = (typed: string): string[][] => {
  const plain = wordsOf(cleaned(typed).replace(/["<>{}[\]()|\\^~*=;:!?]+/g, ' ').replace(/[.,]+(?=\s|$)/g, ' ')).slice(0, MOST_WORDS);
  const found = [plain];
  const add = (words: string[]): void => {
    if (words.length > 0 && !found.some((other) => other.join(' ') === words.join(' '))) found.push(words);
  };
  add(wordsOf(joinDigits(plain.join(' '))));
  const keys = plain.map((word) => decodeKeys(word) ?? word);
  add(keys);
  // A number that sticks to letters: `bcd138`. Not a phone's keys: those were read above.
  const loose = keys.flatMap((word) => wordsOf(word.replace(/(\p{L})(\d)/gu, '$1 $2').replace(/(\d)(\p{L})/gu, '$1 $2')));
  add(loose.flatMap((word) => wordsOf(meaningOf(word) ?? word)));
  return found;
};

/** What speaks for a page before it is loaded. */
interface Evidence {
  hit: Hit;
  /** Of the plain search, 0 to 1. */
  plain: number;
  phrase: boolean;
  /** Share of pairs of neighbours, and of words, weighed by how rare they are. */
  pairs: number;
  words: number;
  /** Marked words stand there just as they were typed; and the whole phrase does. */
  exact: 0 | 1 | 2;
}

/** One question at a time: `options` holds for all searches, and a search must not run under another's. */
let turn: Promise<unknown> = Promise.resolve();
const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
  const mine = turn.then(run, run);
  turn = mine.catch(() => undefined);
  return mine;
};

const quoted = (...words: string[]): string => `"${words.join(' ')}"`;
const contentOf = (words: readonly string[]): readonly string[] => {
  const content = words.filter((word) => !EMPTY_WORDS.has(word));
  return content.length > 0 ? content : words;
};

class Question {
  readonly #pagefind: Pagefind;
  readonly #options: { filters?: Filters };
  readonly #lexicon: Lexicon;

  constructor(pagefind: Pagefind, filters: Filters, lexicon: Lexicon) {
    this.#pagefind = pagefind;
    this.#options = Object.keys(filters).length > 0 ? { filters } : {};
    this.#lexicon = lexicon;
  }

  async ask(query: string): Promise<Hit[]> {
    return (await this.#pagefind.search(encode(query), this.#options)).results;
  }

  async exactly<T>(run: () => Promise<T>): Promise<T> {
    await this.#pagefind.options({ exactDiacritics: true });
    try {
      return await run();
    } finally {
      await this.#pagefind.options({ exactDiacritics: false });
    }
  }

  /** Whether some page has the word, or one that begins with it. Pagefind shortens a word that no page has until some page has it. */
  async #has(word: string): Promise<boolean> {
    return isKnown(this.#lexicon, unmarked(word)) || (await this.ask(quoted(word))).length > 0;
  }

  async evidence(words: readonly string[]): Promise<Map<string, Evidence>> {
    const found = new Map<string, Evidence>();
    const of = (hit: Hit): Evidence => {
      const known = found.get(hit.id) ?? { hit, plain: 0, phrase: false, pairs: 0, words: 0, exact: 0 };
      found.set(hit.id, known);
      return known;
    };
    const content = contentOf(words);
    const had: string[] = [];
    for (const word of content) if (await this.#has(word)) had.push(word);
    if (had.length === 0) return found;

    const plain = await this.ask(had.join(' '));
    plain.forEach((hit) => (of(hit).plain = hit.score / (plain[0]!.score || 1)));
    if (words.length > 1) for (const hit of await this.ask(quoted(...words))) of(hit).phrase = true;

    const rarity = (hits: number, most: number): number => Math.log(1 + most / Math.max(hits, 0.5));
    const share = async (questions: readonly string[], key: 'pairs' | 'words'): Promise<void> => {
      const answers: Hit[][] = [];
      for (const question of questions) answers.push(await this.ask(question));
      const most = Math.max(10, ...answers.map((hits) => hits.length));
      const total = answers.reduce((sum, hits) => sum + rarity(hits.length, most), 0);
      for (const hits of answers) for (const hit of hits) of(hit)[key] += rarity(hits.length, most) / total;
    };
    if (words.length > 2) await share(words.slice(1).map((word, at) => quoted(words[at]!, word)), 'pairs');
    if ((plain.length < FEW || had.length < content.length) && content.length > 1) await share(content.map((word) => quoted(word)), 'words');
    if (had.length === content.length) plain.forEach((hit) => (of(hit).words = 1));

    const marks = words.filter(marked);
    if (marks.length > 0 && found.size > 0) {
      await this.exactly(async () => {
        for (const hit of await this.ask(marks.join(' '))) if (found.has(hit.id)) of(hit).exact = 1;
        if (words.length > 1) for (const hit of await this.ask(quoted(...words))) of(hit).exact = 2;
      });
    }
    return found;
  }
}

const worth = ({ plain, phrase, pairs, words, exact }: Evidence): number => plain + (phrase ? 2 : 0) + pairs * 2 + words + exact * 3;

const share = (part: readonly string[], whole: readonly string[]): number => part.filter((word) => whole.includes(word)).length / part.length;

/**
 * How well a title answers a query, 0 to 1: the harmonic mean of how much of the query stands in it and how much of it is asked for.
 * Of several titles, such as a term and its abbreviation, the best counts.
 */
const titleFit = (titles: readonly string[], words: readonly string[]): number => {
  const asked = contentOf(words).map(unmarked);
  return Math.max(
    0,
    ...titles.map((title) => {
      const said = contentOf(wordsIn(title)).map(unmarked);
      if (said.length === 0) return 0;
      const [recall, precision] = [share(asked, said), share(said, asked)];
      return recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision);
    }),
  );
};

/** Lists lead to pages that are results themselves. */
const LISTS = 'danh-sach';

/** What a page's title, other names and summary add to its worth for one reading of the query. */
const fit = ({ meta, filters }: PageData, words: readonly string[]): number => {
  const [title, summary, other] = [meta.title, meta.summary, meta.words].map((field) => decode(field ?? ''));
  const titles = [title!, ...title!.split(/ – |: /), ...other!.split('; ')];
  const lead = [...new Set(wordsIn(`${title} ${summary} ${other}`).map(unmarked))];
  return 3 * titleFit(titles, words) + 2 * share(contentOf(words).map(unmarked), lead) - (filters?.kind?.includes(LISTS) ? 3 : 0);
};

/**
 * The pages for what somebody typed. Never rejects because of what was typed.
 */
export const ask = (pagefind: Pagefind, typed: string, lexicon: Lexicon, filters: Filters = {}): Promise<Answer> =>
  inTurn(async () => {
    const question = new Question(pagefind, filters, lexicon);
    const query = cleaned(typed).trim();
    if (!/[\p{L}\p{N}]/u.test(query)) return { found: [], count: 0 };
    if (/^".+"$/.test(query)) {
      const hits = await (marked(query) ? question.exactly(() => question.ask(query)) : question.ask(query));
      return { found: await Promise.all(hits.slice(0, LOADED).map((hit) => hit.data())), count: hits.length };
    }
    const best = new Map<string, { hit: Hit; worth: number }>();
    const take = (evidence: Map<string, Evidence>, handicap: number): void => {
      for (const [id, page] of evidence) {
        if (page.words < ENOUGH && page.pairs < ENOUGH) continue;
        const value = worth(page) - handicap;
        if (value > (best.get(id)?.worth ?? -Infinity)) best.set(id, { hit: page.hit, worth: value });
      }
    };
    let certain = false;
    const all = readings(typed);
    for (const words of all) {
      const evidence = await question.evidence(words);
      take(evidence, 0);
      certain ||= [...evidence.values()].some((page) => page.phrase || (words.length === 1 && page.plain > 0));
    }
    let readAs: string | undefined;
    let perhaps: string | undefined;
    if (!certain) {
      const last = all[all.length - 1]!;
      for (const { words, likely } of correct(lexicon, last.map(unmarked))) {
        if (!likely) {
          perhaps ??= words.join(' ');
          continue;
        }
        const evidence = await question.evidence(words);
        if (evidence.size === 0) continue;
        take(evidence, 0.5);
        readAs = words.join(' ');
        all.push(words);
        break;
      }
    }
    const hits = [...best.values()].sort((a, b) => b.worth - a.worth || (a.hit.id < b.hit.id ? -1 : 1));
    const loaded = await Promise.all(hits.slice(0, LOADED).map(async ({ hit, worth: value }) => ({ page: await hit.data(), worth: value })));
    const ranked = loaded
      .map(({ page, worth: value }) => ({ page, worth: value + Math.max(...all.map((words) => fit(page, words))) }))
      .sort((a, b) => b.worth - a.worth);
    return {
      found: ranked.map(({ page }) => page),
      count: hits.length,
      ...(readAs === undefined ? {} : { readAs }),
      ...(perhaps === undefined || hits.length > 0 ? {} : { perhaps }),
    };
  });
