/**
 * The search engine of one language: Pagefind's index and the vocabulary of the site. A search runs in four steps: parse the query and its
 * rewrites, retrieve candidates for each (`retrieval.ts`), load the best, re-rank them by their text (`rerank.ts`).
 * Runs in a worker, or on the page where a browser has no module workers.
 */
import { distressKind, type DistressKind } from './distress.ts';
import { decode, hasDiacritics, stripDiacritics } from './normalize.ts';
import { parseQuery, type Query } from './query-rewrites.ts';
import { QueryScorer, textWords } from './rerank.ts';
import {
  noSignals,
  Retriever,
  type Filters,
  type Hit,
  type MatchSignals,
  type PageData,
  type Pagefind,
} from './retrieval.ts';
import { parseVocabulary, suggestCorrections, vocabularyFile, type Vocabulary } from './spell-correct.ts';

/** Field weights of Pagefind's own ranking: the nearer a word to the one typed the better; long pages are no better; names count more. */
const RANKING = {
  termSimilarity: 8,
  pageLength: 0.5,
  metaWeights: { title: 5, words: 4, summary: 2, image: 0, image_alt: 0 },
};
/** Pages that are loaded and re-ranked. */
const MAX_RERANKED = 15;
/** Pages with a smaller share of the words and of the pairs than this are no candidates. */
const MIN_SHARE = 0.3;
/** A page is an answer when it has the phrase, this share of the pairs, or at least this text score (0 to 10). */
const MIN_PAIRS = 0.3;
const MIN_TEXT_SCORE = 2.3;
/** What a page loses that was found by a corrected spelling only, or by a synonym only: what was typed ranks above. */
const PENALTIES = { typed: 0, synonym: 0.4, corrected: 0.5 } as const;

/** Values of the filter `kind` that ranking knows. */
const KIND = { lists: 'danh-sach', figures: 'so-lieu', glossary: 'thuat-ngu', help: 'giup-do' } as const;
/** How far the help page is raised by what somebody in distress needs: for some kinds an article tells more. */
const HELP_BONUS: Record<DistressKind, number> = {
  danger: 6,
  abuse: 6,
  'self-harm': 8,
  missing: 5,
  abroad: 4,
  images: 1,
  medical: 0,
  money: 0,
};
const ABOUT_FIGURES = /\d|số |so |bao nhiêu|bao nhieu|mấy|tỷ lệ|tỉ lệ|ty le|ti le|thống kê|thong ke/;

/** Where an index is. */
export interface IndexAddress {
  /** Folder of the index, with the base, ending in a slash. */
  bundle: string;
  /** Tells one build from another, so that no browser mixes their files. */
  tag: string;
  lang: string;
  /** Counts from 1. A browser remembers a module that it could not load by its URL: later attempts need another. */
  attempt: number;
}

/** The answer to a query. It can be posted from a worker to its page. */
export interface SearchResult {
  /** The best pages, best first. */
  found: PageData[];
  /** How many further pages there are: see `SearchEngine.more`. */
  more: number;
  /** The corrected spelling by which pages were found besides what was typed. */
  readAs?: string;
  /** A corrected spelling to offer where nothing was found. */
  suggestion?: string;
  /** Somebody may need help now, and of what kind. */
  distress?: DistressKind;
}

interface Candidate {
  signals: MatchSignals;
  /** Found by a corrected spelling only. */
  corrected: boolean;
  score: number;
}

/** Rejects a search when a newer one has begun. */
export class SupersededError extends Error {
  override name = 'SupersededError';
}

/** Lets messages and input in that have come meanwhile: a timer would be slowed down to 4 ms. */
const nextTask = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

const retrievalScore = ({ plain, phrase, pairs, words, exact }: MatchSignals): number =>
  plain + (phrase ? 2 : 0) + pairs * 2 + words * 2 + exact;

/** The candidates of all rewrites of a query; a page found by several counts by the best. */
class Candidates {
  readonly #byId = new Map<string, Candidate>();

  add(pages: ReadonlyMap<string, MatchSignals>, found: keyof typeof PENALTIES): void {
    for (const [id, signals] of pages) {
      if (!signals.all && !signals.phrase && signals.words < MIN_SHARE && signals.pairs < MIN_SHARE) continue;
      const score = retrievalScore(signals) - PENALTIES[found];
      if (score > (this.#byId.get(id)?.score ?? -Infinity))
        this.#byId.set(id, { signals, corrected: found === 'corrected', score });
    }
  }

  get(id: string): Candidate | undefined {
    return this.#byId.get(id);
  }

  sorted(): Candidate[] {
    return [...this.#byId.values()].sort((a, b) => b.score - a.score || (a.signals.hit.id < b.signals.hit.id ? -1 : 1));
  }
}

/** How well the title, the summary and the text of a page fit the query, 0 to 10: by the rewrite that fits best. */
const textScore = ({ meta, content }: PageData, scorers: readonly QueryScorer[]): number => {
  const [title = '', summary = '', other = ''] = [meta.title, meta.summary, meta.words].map((field) =>
    decode(field ?? ''),
  );
  const titles = [title, ...title.split(/ – |: /), ...other.split('; ')];
  const text = textWords(content);
  return Math.max(
    ...scorers.map(
      (scorer) =>
        3 * scorer.titleScore(titles) +
        2 * scorer.summaryScore(`${title} ${summary} ${other}`) +
        3 * scorer.bestPassageScore(text) +
        (scorer.namesNumbers(title) ? 2 : 0),
    ),
  );
};

/** Some kinds of pages are answers to some kinds of questions only. */
const kindScore = (kinds: readonly string[], { text, asksMeaning }: Query, distress?: DistressKind): number =>
  (kinds.includes(KIND.lists) ? -3 : 0) +
  (kinds.includes(KIND.figures) && !ABOUT_FIGURES.test(text) ? -0.7 : 0) +
  (kinds.includes(KIND.glossary) && asksMeaning ? 2 : 0) +
  (kinds.includes(KIND.help) && distress ? HELP_BONUS[distress] : 0);

/** An answer with the hits that are not loaded yet. */
type Answer = Omit<SearchResult, 'more'> & { rest: Hit[] };

/** One search. `checkpoint` is called between its steps and rejects when the answer is no longer wanted. */
class Search {
  readonly #pagefind: Pagefind;
  readonly #vocabulary: Vocabulary;
  readonly #query: Query;
  readonly #distress: DistressKind | undefined;
  readonly #checkpoint: () => Promise<void>;
  readonly #retriever: Retriever;
  readonly #candidates = new Candidates();
  readonly #scorers: QueryScorer[];

  constructor(
    pagefind: Pagefind,
    vocabulary: Vocabulary,
    typed: string,
    filters: Filters,
    checkpoint: () => Promise<void>,
  ) {
    this.#pagefind = pagefind;
    this.#vocabulary = vocabulary;
    this.#query = parseQuery(typed);
    this.#distress = distressKind(this.#query.text, ...this.#query.readings.map((words) => words.join(' ')));
    this.#checkpoint = checkpoint;
    this.#retriever = new Retriever(pagefind, vocabulary, filters);
    this.#scorers = this.#query.readings.map((words) => new QueryScorer(words, vocabulary));
  }

  async run(): Promise<Answer> {
    if (this.#query.readings.length === 0) return this.#answer({ found: [], rest: [] });
    if (this.#query.quoted) return this.#quoted();
    const certain = await this.#retrieveRewrites();
    const correction = certain ? {} : await this.#retrieveCorrection();
    await this.#checkpoint();
    const all = this.#candidates.sorted();
    const first = await this.#withHelp(all.slice(0, MAX_RERANKED));
    const found = await this.#rerank(first);
    return this.#answer({
      found,
      // Where none of the best was an answer, the others are none either.
      rest:
        found.length === 0
          ? []
          : all.filter((candidate) => !first.includes(candidate)).map(({ signals }) => signals.hit),
      ...(correction.readAs === undefined ? {} : { readAs: correction.readAs }),
      ...(correction.suggestion === undefined || found.length > 0 ? {} : { suggestion: correction.suggestion }),
    });
  }

  #answer(answer: Answer): Answer {
    return this.#distress ? { ...answer, distress: this.#distress } : answer;
  }

  /** A query in quotation marks: what Pagefind finds, in its order. */
  async #quoted(): Promise<Answer> {
    const { text } = this.#query;
    const find = (): Promise<Hit[]> => this.#retriever.find(text);
    const hits = await (hasDiacritics(text) ? this.#retriever.exactly(find) : find());
    return this.#answer({
      found: await Promise.all(hits.slice(0, MAX_RERANKED).map((hit) => hit.data())),
      rest: hits.slice(MAX_RERANKED),
    });
  }

  /** Collects candidates for what was typed and its rewrites. Resolves with whether some page has the phrase or the single word. */
  async #retrieveRewrites(): Promise<boolean> {
    const { readings } = this.#query;
    let certain = false;
    for (const words of this.#retriever.preferRewrite(readings) ? readings.slice(1) : readings) {
      await this.#checkpoint();
      const pages = await this.#retriever.signals(words);
      this.#candidates.add(pages, 'typed');
      certain ||= [...pages.values()].some((page) => page.phrase || page.single);
    }
    const { synonyms } = this.#query;
    if (synonyms) {
      await this.#checkpoint();
      const pages = await this.#retriever.signals(synonyms);
      this.#candidates.add(pages, 'synonym');
      this.#scorers.push(new QueryScorer(synonyms, this.#vocabulary));
      certain ||= [...pages.values()].some((page) => page.phrase);
    }
    return certain;
  }

  /** Collects candidates for the likeliest corrected spelling that pages bear out. */
  async #retrieveCorrection(): Promise<{ readAs?: string; suggestion?: string }> {
    const typed = this.#query.readings[this.#query.readings.length - 1] ?? [];
    let suggestion: string | undefined;
    for (const { words, likely } of suggestCorrections(this.#vocabulary, typed.map(stripDiacritics))) {
      await this.#checkpoint();
      const pages = await this.#retriever.signals(words);
      // A page must have all of it, or for a likely slip most of it.
      const borneOut = [...pages.values()].some(
        (page) => page.phrase || (likely && (page.all || page.pairs >= MIN_PAIRS)),
      );
      if (borneOut && (likely || words.length > 2)) {
        this.#candidates.add(pages, 'corrected');
        this.#scorers.push(new QueryScorer(words, this.#vocabulary, typed));
        return { readAs: words.join(' '), ...(suggestion === undefined ? {} : { suggestion }) };
      }
      suggestion ??= words.join(' ');
    }
    return suggestion === undefined ? {} : { suggestion };
  }

  /** Whoever may be in danger is shown the help page, whatever else was typed. */
  async #withHelp(first: readonly Candidate[]): Promise<Candidate[]> {
    if (!this.#distress) return [...first];
    const [help] = (await this.#pagefind.search(null, { filters: { kind: KIND.help } })).results;
    if (!help) return [...first];
    const { signals, score } = this.#candidates.get(help.id) ?? { signals: noSignals(help), score: 1 };
    const candidate = { signals: { ...signals, single: true }, corrected: false, score };
    return [...first.filter(({ signals: { hit } }) => hit.id !== help.id), candidate];
  }

  /** Loads pages, drops those that are no answers and sorts the others. */
  async #rerank(candidates: readonly Candidate[]): Promise<PageData[]> {
    const loaded = await Promise.all(
      candidates.map(async (candidate) => ({ ...candidate, page: await candidate.signals.hit.data() })),
    );
    return loaded
      .map((candidate) => ({ ...candidate, text: textScore(candidate.page, this.#scorers) }))
      .filter(
        ({ signals, corrected, text }) =>
          text >= MIN_TEXT_SCORE || (!corrected && (signals.phrase || signals.single || signals.pairs >= MIN_PAIRS)),
      )
      .map(({ page, text, score }) => ({
        page,
        score: score + text + kindScore(page.filters?.kind ?? [], this.#query, this.#distress),
      }))
      .sort((a, b) => b.score - a.score)
      .map(({ page }) => page);
  }
}

export class SearchEngine {
  readonly #pagefind: Pagefind;
  readonly #vocabulary: Vocabulary;
  #newest = 0;
  #running: Promise<unknown> = Promise.resolve();
  #rest: Hit[] = [];

  constructor(pagefind: Pagefind, vocabulary: Vocabulary) {
    this.#pagefind = pagefind;
    this.#vocabulary = vocabulary;
  }

  /** @throws when a file of the index cannot be loaded. */
  static async load({ bundle, tag, lang, attempt }: IndexAddress): Promise<SearchEngine> {
    const [{ createInstance }, words] = await Promise.all([
      import(/* @vite-ignore */ `${bundle}pagefind.js${attempt > 1 ? `?${attempt}` : ''}`) as Promise<{
        createInstance: (options: object) => Pagefind & { init: () => Promise<void> };
      }>,
      fetch(`${bundle}${vocabularyFile(lang)}?ts=${tag}`).then((response) => {
        if (!response.ok) throw new Error(`${response.status} ${response.url}`);
        return response.text();
      }),
    ]);
    // Pagefind would start a worker of its own; this code runs in one already.
    const pagefind = createInstance({
      basePath: bundle,
      baseUrl: bundle.replace(/pagefind\/$/, ''),
      metaCacheTag: tag,
      ranking: RANKING,
      noWorker: true,
    });
    await pagefind.init();
    return new SearchEngine(pagefind, parseVocabulary(words));
  }

  /**
   * Finds pages for whatever was typed. One search runs at a time, as exactness is an option of the whole Pagefind instance; a newer search
   * ends older ones at their next step, so that none holds it up.
   *
   * @throws {SupersededError} when a newer search has begun.
   * @throws when a chunk of the index or a page's fragment cannot be loaded.
   */
  async search(typed: string, filters: Filters = {}): Promise<SearchResult> {
    const number = ++this.#newest;
    const checkpoint = async (): Promise<void> => {
      await nextTask();
      if (number !== this.#newest) throw new SupersededError('A newer search has begun.');
    };
    const run = async (): Promise<SearchResult> => {
      await checkpoint();
      const { rest, ...answer } = await new Search(this.#pagefind, this.#vocabulary, typed, filters, checkpoint).run();
      this.#rest = rest;
      return { ...answer, more: rest.length };
    };
    const mine = this.#running.then(run, run);
    this.#running = mine.catch(() => undefined);
    return mine;
  }

  /** Loads the next pages of the last answer. */
  more(count: number): Promise<PageData[]> {
    return Promise.all(this.#rest.splice(0, count).map((hit) => hit.data()));
  }
}
