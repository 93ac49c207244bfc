/**
 * The search engine of one language: Pagefind's index and the vocabulary of the site. A search runs in four steps: parse the query and its
 * rewrites, retrieve candidates for each (`retrieval.ts`), load the best, re-rank them by their text (`rerank.ts`).
 * Runs in a worker, or on the page where a browser has no module workers.
 */
import { answerFile, Answers, type Answer, type AnswerFile, type Suggestion } from './answers.ts';
import { distressKind, type DistressKind } from './distress.ts';
import { listed, sentencesOf, type FoundPage, type Sentence } from './excerpt.ts';
import { readFigureQuestion, subjectWords, type FigureQuestion } from './figure-questions.ts';
import { isInOtherLanguage } from './language-guess.ts';
import { decode, hasDiacritics, stripDiacritics } from './normalize.ts';
import { parseQuery, type Query } from './query-rewrites.ts';
import { meansWord } from './phrases.ts';
import { QueryScorer } from './rerank.ts';
import {
  FoundBefore,
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
const KIND = { figures: 'so-lieu', glossary: 'thuat-ngu', help: 'giup-do' } as const;
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
/** Pages of the kinds that people come for, and what being one counts. */
const KIND_SCORES: Readonly<Record<string, number>> = {
  'danh-sach': -3,
  'canh-bao': 0.4,
  'bai-viet': 0.4,
  'so-goi': 0.2,
  'tu-kiem-tra': 0,
};
/** What a figure loses where none was asked for, and wins where it was: more in the year that was named. */
const FIGURE_SCORES = { none: -0.7, number: 0, asked: 1.5, year: 3 } as const;
/** Figures that are loaded though none was asked for: one may be called by its name. */
const MAX_UNASKED_FIGURES = 3;
/** Share of the query in the name of a figure that was called by its name. */
const NAMED = 0.9;
/** Folded figures that are loaded at once. */
const MAX_FOLDED = 60;
/** Pages whose text is kept from one search to the next, while somebody types. */
const MOST_KEPT = 200;

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
  /** Stands above the pages. */
  answer?: Answer;
  /** The best pages, best first. */
  found: FoundPage[];
  /** How many further pages there are: see `SearchEngine.more`. */
  more: number;
  /** How many figures there are besides, where none was asked for: see `SearchEngine.figures`. */
  figures: number;
  /** The figure that comes first is of another year than the one that was asked for. */
  missingYear?: { asked: string; nearest: string };
  /** The corrected spelling by which pages were found besides what was typed. */
  readAs?: string;
  /** A corrected spelling to offer where nothing was found. */
  suggestion?: string;
  /** Somebody may need help now, and of what kind. */
  distress?: DistressKind;
  /** The question is in the other language of the site. */
  otherLanguage: boolean;
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

/** Whether a page is an answer, whatever its text says: it has the phrase, the one word, or many of the pairs. */
const isAnswer = ({ signals, corrected }: Candidate): boolean =>
  !corrected && (signals.phrase || signals.single || signals.pairs >= MIN_PAIRS);

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
const textScore = ({ meta }: PageData, content: readonly Sentence[], scorers: readonly QueryScorer[]): number => {
  const [title = '', summary = '', other = ''] = [meta.title, meta.summary, meta.words].map((field) =>
    decode(field ?? ''),
  );
  const titles = [title, ...title.split(/ – |: /), ...other.split('; ')];
  const text = content.flatMap(({ words }) => words);
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
const kindScore = (
  { filters: { kind: kinds = [], year = [] } = {} }: PageData,
  { asksMeaning }: Query,
  figures: FigureQuestion,
  distress?: DistressKind,
): number => {
  const [kind = ''] = kinds;
  if (kind === KIND.figures)
    return figures.years.some((asked) => year.includes(asked)) ? FIGURE_SCORES.year : FIGURE_SCORES[figures.kind];
  return (
    (KIND_SCORES[kind] ?? 0) +
    (kind === KIND.glossary && asksMeaning ? 2 : 0) +
    (kind === KIND.help && distress ? HELP_BONUS[distress] : 0)
  );
};

/** A page that was loaded and ranked. */
interface Ranked {
  hit: Hit;
  page: PageData;
  score: number;
}

/** What one search found, with the hits that are not loaded yet. */
type Outcome = Omit<SearchResult, 'more' | 'figures' | 'answer' | 'found' | 'otherLanguage'> & {
  found: PageData[];
  rest: Hit[];
  figures: Hit[];
  /** The page as it is listed for this query. */
  listed: (page: PageData) => FoundPage;
};

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
  #nameScorers: QueryScorer[] | undefined;
  readonly #figureQuestion: FigureQuestion;
  readonly #figureIds: () => Promise<ReadonlySet<string>>;
  readonly #filters: Filters;
  readonly #read: (page: PageData) => readonly Sentence[];

  constructor(
    pagefind: Pagefind,
    vocabulary: Vocabulary,
    query: Query,
    filters: Filters,
    checkpoint: () => Promise<void>,
    figureIds: () => Promise<ReadonlySet<string>>,
    read: (page: PageData) => readonly Sentence[],
    before: FoundBefore,
  ) {
    this.#read = read;
    this.#pagefind = pagefind;
    this.#vocabulary = vocabulary;
    this.#filters = filters;
    this.#figureIds = figureIds;
    this.#figureQuestion = readFigureQuestion(query.text);
    const readings = [...query.readings];
    // What a figure is about stands in its name; the words that ask for it do not.
    if (this.#figureQuestion.kind === 'asked' && !query.quoted)
      for (const words of query.readings.map(subjectWords))
        if (!readings.some((other) => other.join(' ') === words.join(' '))) readings.push([...words]);
    this.#query = { ...query, readings };
    this.#distress = distressKind(this.#query.text, ...this.#query.readings.map((words) => words.join(' ')));
    this.#checkpoint = checkpoint;
    this.#retriever = new Retriever(pagefind, vocabulary, filters, before);
    this.#scorers = this.#query.readings.map((words) => new QueryScorer(words, vocabulary));
  }

  async run(): Promise<Outcome> {
    if (this.#query.readings.length === 0)
      return this.#outcome({ found: [], rest: [], figures: [], listed: this.#listed });
    if (this.#query.quoted) return this.#quoted();
    const certain = await this.#retrieveRewrites();
    const correction = certain ? {} : await this.#retrieveCorrection();
    await this.#checkpoint();
    const all = this.#candidates.sorted();
    const figureIds = await this.#figureIds();
    const isFigure = (hit: Hit): boolean => figureIds.has(hit.id);
    const figures = all.filter(({ signals }) => isFigure(signals.hit));
    const pages = all.filter(({ signals }) => !isFigure(signals.hit));
    const foldable = this.#figureQuestion.kind === 'none' && this.#filters.kind === undefined;
    const first = await this.#withHelp(
      foldable
        ? [...pages.slice(0, MAX_RERANKED), ...figures.slice(0, MAX_UNASKED_FIGURES)]
        : all.slice(0, MAX_RERANKED),
    );
    const ranked = await this.#rerank(first);
    // Figures are folded below pages, but for one that was called by its name where no page has it.
    const firstPage = ranked.findIndex(({ hit }) => !isFigure(hit));
    const folds = foldable && firstPage >= 0;
    const pageIsNamed = ranked.some(({ hit, page }) => !isFigure(hit) && this.#isNamed(page));
    const shown = folds
      ? ranked.filter(({ hit, page }, at) => !isFigure(hit) || (at < firstPage && !pageIsNamed && this.#isNamed(page)))
      : ranked;
    const isShown = (hit: Hit): boolean => shown.some((other) => other.hit.id === hit.id);
    const others = all.filter((candidate) => !first.includes(candidate)).map(({ signals }) => signals.hit);
    return this.#outcome({
      found: shown.map(({ page }) => page),
      // Where none of the best was an answer, the others are none either.
      rest: ranked.length === 0 ? [] : folds ? others.filter((hit) => !isFigure(hit)) : others,
      figures: folds
        ? figures
            .filter((candidate) => isAnswer(candidate) && !isShown(candidate.signals.hit))
            .map(({ signals }) => signals.hit)
        : [],
      listed: this.#listed,
      ...this.#missingYear(shown),
      ...(correction.readAs === undefined ? {} : { readAs: correction.readAs }),
      ...(correction.suggestion === undefined || ranked.length > 0 ? {} : { suggestion: correction.suggestion }),
    });
  }

  #outcome(outcome: Outcome): Outcome {
    return this.#distress ? { ...outcome, distress: this.#distress } : outcome;
  }

  readonly #listed = (page: PageData): FoundPage => listed(page, this.#read(page), this.#query.readings, this.#scorers);

  /** Whether the name of a page holds what was asked for. The syllable “số”, with which figures begin, says nothing. */
  #isNamed({ meta }: PageData): boolean {
    const title = decode(meta.title ?? '');
    this.#nameScorers ??= this.#query.readings
      .map((words) => words.filter((word) => !meansWord(word, 'số')))
      .filter((words) => words.length > 0)
      .map((words) => new QueryScorer(words, this.#vocabulary));
    return this.#nameScorers.some((scorer) => scorer.summaryScore(title) >= NAMED);
  }

  /** Where the first figure that has a year is not of the one that was asked for, both years. */
  #missingYear(shown: readonly Ranked[]): Pick<SearchResult, 'missingYear'> {
    const [asked] = this.#figureQuestion.years;
    const isFigure = ({ page }: Ranked): boolean => page.filters?.kind?.includes(KIND.figures) ?? false;
    const [best] = shown;
    if (asked === undefined || best === undefined || !isFigure(best)) return {};
    const [nearest] = shown.flatMap((ranked) => (isFigure(ranked) ? (ranked.page.filters?.year ?? []) : []));
    return nearest === undefined || this.#figureQuestion.years.includes(nearest)
      ? {}
      : { missingYear: { asked, nearest } };
  }

  /** A query in quotation marks: what Pagefind finds, in its order. */
  async #quoted(): Promise<Outcome> {
    const { text } = this.#query;
    const find = (): Promise<Hit[]> => this.#retriever.find(text);
    const hits = await (hasDiacritics(text) ? this.#retriever.exactly(find) : find());
    return this.#outcome({
      found: await Promise.all(hits.slice(0, MAX_RERANKED).map((hit) => hit.data())),
      rest: hits.slice(MAX_RERANKED),
      figures: [],
      listed: this.#listed,
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
  async #rerank(candidates: readonly Candidate[]): Promise<Ranked[]> {
    const loaded = await Promise.all(
      candidates.map(async (candidate) => ({ ...candidate, page: await candidate.signals.hit.data() })),
    );
    return loaded
      .map((candidate) => ({
        ...candidate,
        text: textScore(candidate.page, this.#read(candidate.page), this.#scorers),
      }))
      .filter((candidate) => candidate.text >= MIN_TEXT_SCORE || isAnswer(candidate))
      .map(({ signals: { hit }, page, text, score }) => ({
        hit,
        page,
        score: score + text + kindScore(page, this.#query, this.#figureQuestion, this.#distress),
      }))
      .sort((a, b) => b.score - a.score);
  }
}

const fetchText = async (address: string): Promise<string> => {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} ${response.url}`);
  return response.text();
};

export class SearchEngine {
  readonly #pagefind: Pagefind;
  readonly #vocabulary: Vocabulary;
  readonly #answers: Answers;
  readonly #lang: string;
  #newest = 0;
  #running: Promise<unknown> = Promise.resolve();
  #rest: Hit[] = [];
  #figures: Hit[] = [];
  #listed: Outcome['listed'] | undefined;
  readonly #before = new FoundBefore();
  readonly #texts = new Map<string, readonly Sentence[]>();
  #figureIds: Promise<ReadonlySet<string>> | undefined;

  constructor(
    pagefind: Pagefind,
    vocabulary: Vocabulary,
    answers: AnswerFile = { answers: [], suggestions: [] },
    lang = 'vi',
  ) {
    this.#lang = lang;
    this.#pagefind = pagefind;
    this.#vocabulary = vocabulary;
    this.#answers = new Answers(answers);
  }

  /** @throws when a file of the index cannot be loaded. */
  static async load({ bundle, tag, lang, attempt }: IndexAddress): Promise<SearchEngine> {
    const [{ createInstance }, words, answers] = await Promise.all([
      import(/* @vite-ignore */ `${bundle}pagefind.js${attempt > 1 ? `?${attempt}` : ''}`) as Promise<{
        createInstance: (options: object) => Pagefind & { init: () => Promise<void> };
      }>,
      fetchText(`${bundle}${vocabularyFile(lang)}?ts=${tag}`),
      // Without this file pages are found all the same.
      fetchText(`${bundle}${answerFile(lang)}?ts=${tag}`).then(
        (file) => JSON.parse(file) as AnswerFile,
        () => undefined,
      ),
    ]);
    // Pagefind would start a worker of its own; this code runs in one already.
    const pagefind = createInstance({
      basePath: bundle,
      baseUrl: bundle.replace(/pagefind\/$/, ''),
      metaCacheTag: tag,
      language: lang,
      ranking: RANKING,
      noWorker: true,
    });
    await pagefind.init();
    return new SearchEngine(pagefind, parseVocabulary(words), answers, lang);
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
      const query = parseQuery(typed);
      const { rest, figures, listed, ...answer } = await new Search(
        this.#pagefind,
        this.#vocabulary,
        query,
        filters,
        checkpoint,
        () => this.#idsOfFigures(),
        (page) => this.#sentencesOf(page),
        this.#before,
      ).run();
      this.#rest = rest;
      this.#figures = figures;
      this.#listed = listed;
      const { readings, quoted } = query;
      const card = quoted || Object.keys(filters).length > 0 ? undefined : this.#answers.find(readings);
      // The page that the card leads to is not listed again.
      const [page] = card?.url.split('#') ?? [];
      const found = answer.found.filter(({ url }) => url !== page && url !== card?.url);
      return {
        ...(card && { answer: card }),
        ...answer,
        found: found.map(listed),
        more: rest.length,
        figures: figures.length,
        otherLanguage: !quoted && answer.readAs === undefined && isInOtherLanguage(readings[0] ?? [], this.#lang),
      };
    };
    const mine = this.#running.then(run, run);
    this.#running = mine.catch(() => undefined);
    return mine;
  }

  /** Loads the next pages of the last answer. */
  more(count: number): Promise<FoundPage[]> {
    return this.#load(this.#rest.splice(0, count));
  }

  /** Pages and subjects whose names begin as what was typed does. */
  suggest(typed: string, most: number): Suggestion[] {
    return this.#answers.suggest(typed, most);
  }

  /** Loads the figures of the last answer. */
  figures(): Promise<FoundPage[]> {
    return this.#load(this.#figures.slice(0, MAX_FOLDED));
  }

  #load(hits: readonly Hit[]): Promise<FoundPage[]> {
    const list = this.#listed;
    return Promise.all(hits.map(async (hit) => list?.(await hit.data()) ?? [])).then((pages) => pages.flat());
  }

  /** The sentences of a page; those of pages read lately are kept. */
  #sentencesOf({ url, content }: PageData): readonly Sentence[] {
    const sentences = this.#texts.get(url) ?? sentencesOf(content);
    this.#texts.delete(url);
    this.#texts.set(url, sentences);
    const [oldest] = this.#texts.keys();
    if (this.#texts.size > MOST_KEPT && oldest !== undefined) this.#texts.delete(oldest);
    return sentences;
  }

  /** Pages that are figures, by id: known before they are loaded. Asked for once; after a failure again. */
  #idsOfFigures(): Promise<ReadonlySet<string>> {
    this.#figureIds ??= this.#pagefind.search(null, { filters: { kind: KIND.figures } }).then(
      ({ results }) => new Set(results.map(({ id }) => id)),
      (error: unknown) => {
        this.#figureIds = undefined;
        throw error;
      },
    );
    return this.#figureIds;
  }
}
