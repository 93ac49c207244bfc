/** Asks Pagefind the same question in several ways and merges the answers without loading a page of them. */

/** A result before its page is loaded. */
export interface Hit {
  id: string;
  score: number;
  data: () => Promise<PageData>;
}

export interface PageData {
  url: string;
  excerpt: string;
  meta: { title?: string };
}

/** The part of Pagefind that is used. */
export interface Pagefind {
  options: (options: object) => Promise<void>;
  search: (query: string) => Promise<{ results: Hit[] }>;
}

/** Added for a page that holds the query as one phrase: more than any other difference. */
const PHRASE_BONUS = 2;
/** Added for a page found with the marks just as typed. */
const EXACT_BONUS = 1;
/** Fewer pages than this, and pages that hold only some of the words are asked for too. */
const FEW = 10;

const hasMarks = (query: string): boolean => query.normalize('NFD') !== query || query.includes('\u0345');

/**
 * The pages for an encoded query, best first. Scores of one search are made comparable by its best score;
 * bonuses put pages with the phrase, and with the very marks, above the rest.
 */
export const search = async (pagefind: Pagefind, query: string, exactly: <T>(ask: () => Promise<T>) => Promise<T>): Promise<Hit[]> => {
  const found = new Map<string, { hit: Hit; score: number }>();
  const take = (hits: Hit[], bonus: number, weight = 1): void => {
    const best = hits[0]?.score ?? 1;
    for (const hit of hits) {
      const before = found.get(hit.id);
      const own = before ? before.score : (hit.score / best) * weight;
      found.set(hit.id, { hit: before?.hit ?? hit, score: own + bonus });
    }
  };
  const ask = async (words: string): Promise<Hit[]> => (await pagefind.search(words)).results;
  const words = query.split(/\s+/).filter(Boolean);
  const phrase = `"${query.replace(/"/g, ' ')}"`;
  const quoted = /^".*"$/.test(query.trim());

  take(await ask(query), 0);
  if (words.length > 1 && !quoted) take(await ask(phrase), PHRASE_BONUS);
  if (hasMarks(query)) {
    await exactly(async () => {
      take(await ask(query), EXACT_BONUS);
      if (words.length > 1 && !quoted) take(await ask(phrase), EXACT_BONUS);
    });
  }
  if (found.size < FEW && words.length > 1 && !quoted) {
    const counts = new Map<string, { hit: Hit; words: number; score: number }>();
    for (const word of words.slice(0, 12)) {
      for (const hit of await ask(word)) {
        const before = counts.get(hit.id);
        counts.set(hit.id, { hit, words: (before?.words ?? 0) + 1, score: Math.max(before?.score ?? 0, hit.score) });
      }
    }
    // Pages with some of the words come after those with all of them, most words first.
    for (const { hit, words: held } of counts.values()) {
      if (!found.has(hit.id) && held * 2 >= words.length) found.set(hit.id, { hit, score: held / words.length - 2 });
    }
  }
  return [...found.values()].sort((a, b) => b.score - a.score || (a.hit.id < b.hit.id ? -1 : 1)).map(({ hit }) => hit);
};
