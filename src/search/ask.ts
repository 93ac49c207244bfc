/** The search: reads what was typed, gathers what speaks for pages, loads the best and ranks them by what they say of themselves. */
import { showsDanger } from './danger.ts';
import {
  Interview,
  noEvidence,
  type Evidence,
  type Filters,
  type Hit,
  type PageData,
  type Pagefind,
} from './evidence.ts';
import { isMarked, textWords, Wanted } from './fit.ts';
import { decode, unmarked } from './folding.ts';
import { correct, type Lexicon } from './lexicon.ts';
import { readQuery } from './readings.ts';

export interface Answer {
  /** The best pages, best first. */
  found: PageData[];
  /** Further pages, not loaded yet. */
  more: Hit[];
  /** The reading, other than what was typed, that the pages were found by. */
  readAs?: string;
  /** A reading to offer where nothing was found. */
  perhaps?: string;
  /** Somebody may need help now. */
  danger: boolean;
}

/** Pages that are loaded and ranked once more. */
const LOADED = 15;
/** Pages with less of the words and of the pairs than this are not looked at. */
const ENOUGH = 0.3;
/** A page is an answer when it has the phrase, this share of the pairs, or a title, summary and passage that fit so well (0 to 10). */
const SOME = 0.3;
const FITS = 2.3;

/** Values of the filter `kind` that ranking knows. */
const KIND = { lists: 'danh-sach', figures: 'so-lieu', glossary: 'thuat-ngu', help: 'giup-do' } as const;
const ABOUT_FIGURES = /\d|số |so |bao nhiêu|bao nhieu|mấy|tỷ lệ|tỉ lệ|ty le|ti le|thống kê|thong ke/;

interface Candidate {
  evidence: Evidence;
  /** Found by a corrected reading. */
  corrected: boolean;
  worth: number;
}

const worthOf = ({ plain, phrase, pairs, words, exact }: Evidence): number =>
  plain + (phrase ? 2 : 0) + pairs * 2 + words * 2 + exact;

/** What a page says about itself adds to its worth for the reading that fits best, 0 to 10. */
const fit = ({ meta, content }: PageData, readings: readonly Wanted[]): number => {
  const [title = '', summary = '', other = ''] = [meta.title, meta.summary, meta.words].map((field) =>
    decode(field ?? ''),
  );
  const titles = [title, ...title.split(/ – |: /), ...other.split('; ')];
  const lead = `${title} ${summary} ${other}`;
  const text = textWords(content);
  return Math.max(
    ...readings.map(
      (wanted) =>
        3 * wanted.title(titles) +
        2 * wanted.lead(lead) +
        3 * wanted.passage(text) +
        (wanted.namesNumbers(title) ? 2 : 0),
    ),
  );
};

/** Later questions wait for earlier ones: an option of the instance must not change under a search. */
let turn: Promise<unknown> = Promise.resolve();
const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
  const mine = turn.then(run, run);
  turn = mine.catch(() => undefined);
  return mine;
};

/**
 * The pages for what somebody typed. What was typed is never the cause of a failure.
 */
export const ask = (pagefind: Pagefind, lexicon: Lexicon, typed: string, filters: Filters = {}): Promise<Answer> =>
  inTurn(async () => {
    const { text, readings, quoted, asksMeaning } = readQuery(typed);
    const danger = showsDanger(text);
    if (readings.length === 0) return { found: [], more: [], danger };
    const interview = new Interview(pagefind, lexicon, filters);
    if (quoted) {
      const hits = await (isMarked(text) ? interview.exactly(() => interview.ask(text)) : interview.ask(text));
      return {
        found: await Promise.all(hits.slice(0, LOADED).map((hit) => hit.data())),
        more: hits.slice(LOADED),
        danger,
      };
    }

    const candidates = new Map<string, Candidate>();
    const take = (evidence: Map<string, Evidence>, corrected: boolean): void => {
      for (const [id, page] of evidence) {
        if (!page.all && !page.phrase && page.words < ENOUGH && page.pairs < ENOUGH) continue;
        const worth = worthOf(page) - (corrected ? 0.5 : 0);
        if (worth > (candidates.get(id)?.worth ?? -Infinity)) candidates.set(id, { evidence: page, corrected, worth });
      }
    };
    let certain = false;
    for (const words of readings.length > 1 && interview.knowsBetter(readings) ? readings.slice(1) : readings) {
      const evidence = await interview.evidence(words);
      take(evidence, false);
      certain ||= [...evidence.values()].some((page) => page.phrase || page.single);
    }

    const wanted = readings.map((words) => new Wanted(words, lexicon));
    let readAs: string | undefined;
    let perhaps: string | undefined;
    const last = readings[readings.length - 1]!;
    for (const { words, likely } of certain ? [] : correct(lexicon, last.map(unmarked))) {
      const evidence = await interview.evidence(words);
      // A guess is taken when a page bears it out: all of it, or for a likely slip most of it.
      const borneOut = [...evidence.values()].some(
        (page) => page.phrase || (likely && (page.all || page.pairs >= SOME)),
      );
      if (borneOut && (likely || words.length > 2)) {
        take(evidence, true);
        wanted.push(new Wanted(words, lexicon, last));
        readAs = words.join(' ');
        break;
      }
      perhaps ??= words.join(' ');
    }

    const hits = [...candidates.values()].sort(
      (a, b) => b.worth - a.worth || (a.evidence.hit.id < b.evidence.hit.id ? -1 : 1),
    );
    const first = hits.slice(0, LOADED);
    if (danger) {
      // Whoever may be in danger is shown the way to help, whatever else was typed.
      const [help] = (await pagefind.search(null, { filters: { kind: KIND.help } })).results;
      const found = help && (candidates.get(help.id) ?? { evidence: noEvidence(help), corrected: false, worth: 1 });
      if (found) found.evidence.single = true;
      if (found && !first.includes(found)) first.push(found);
    }
    const loaded = await Promise.all(
      first.map(async (candidate) => ({ ...candidate, page: await candidate.evidence.hit.data() })),
    );

    const kindWorth = (kinds: readonly string[]): number =>
      (kinds.includes(KIND.lists) ? -3 : 0) +
      (kinds.includes(KIND.figures) && !ABOUT_FIGURES.test(text) ? -0.7 : 0) +
      (kinds.includes(KIND.glossary) && asksMeaning ? 2 : 0) +
      (kinds.includes(KIND.help) && danger ? 3 : 0);
    const found = loaded
      .map((candidate) => ({ ...candidate, fits: fit(candidate.page, wanted) }))
      .filter(
        ({ evidence, corrected, fits }) =>
          fits >= FITS || (!corrected && (evidence.phrase || evidence.single || evidence.pairs >= SOME)),
      )
      .map(({ page, fits, worth }) => ({ page, worth: worth + fits + kindWorth(page.filters?.kind ?? []) }))
      .sort((a, b) => b.worth - a.worth)
      .map(({ page }) => page);
    return {
      found,
      // Where none of the best was an answer, the others are none either.
      more:
        found.length === 0
          ? []
          : hits.filter((candidate) => !first.includes(candidate)).map(({ evidence }) => evidence.hit),
      ...(readAs === undefined ? {} : { readAs }),
      ...(perhaps === undefined || found.length > 0 ? {} : { perhaps }),
      danger,
    };
  });
