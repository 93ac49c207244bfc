/** Answers to wishes that recur, and names of pages to suggest while somebody types. Both come as one file beside the index. */
import { stripDiacritics } from './normalize.ts';
import { findPhrase } from './phrases.ts';
import { wordsIn, withoutStopWords } from './rerank.ts';

/** An answer that stands above the results. See `content/answers`. */
export interface Answer {
  title: string;
  text: string;
  /** With the base. */
  url: string;
  /** Numbers to call: as dialled, as read, and whose it is. */
  calls: { number: string; display: string; name: string }[];
}

/** A page that is suggested by its name, or a subject to search for, which has no address. */
export interface Suggestion {
  title: string;
  url?: string;
  /** Value of the filter `kind`. */
  kind?: string;
}

/** The file as the site writes it (`pages/pagefind/answers.[lang].json.ts`). */
export interface AnswerFile {
  answers: (Answer & { asked: string[] })[];
  suggestions: Suggestion[];
}

/** The file's name in the folder of the index. */
export const answerFile = (lang: string): string => `answers.${lang}.json`;

/** A phrase must be at least this share of what was typed, stop words aside. */
const MIN_SHARE = 0.6;

/** Looks answers and suggestions up. */
export class Answers {
  readonly #answers: { answer: Answer; phrases: { words: string[]; content: number }[] }[];
  readonly #suggestions: { suggestion: Suggestion; words: string[] }[];

  constructor({ answers, suggestions }: AnswerFile) {
    this.#answers = answers.map(({ asked, ...answer }) => ({
      answer,
      phrases: asked.map((phrase) => {
        const words = wordsIn(phrase);
        return { words, content: withoutStopWords(words).length };
      }),
    }));
    this.#suggestions = suggestions.map((suggestion) => ({
      suggestion,
      words: wordsIn(stripDiacritics(suggestion.title)),
    }));
  }

  /** The answer of which a phrase is most of a reading of what was typed. Between two, the one with more of the words. */
  find(readings: readonly (readonly string[])[]): Answer | undefined {
    let best: Answer | undefined;
    let bestShare = 0;
    for (const words of readings) {
      const asked = withoutStopWords(words);
      for (const { answer, phrases } of this.#answers)
        for (const { words: phrase, content } of phrases) {
          const places = findPhrase(words, phrase);
          if (!places) continue;
          // Words of a phrase that is all stop words count too: “báo cho ai”.
          const said = Math.max(places.filter((at) => asked.includes(words[at] ?? '')).length, content);
          const share = Math.min(said / asked.length, 1) + phrase.length / 100;
          if (share >= MIN_SHARE && share > bestShare) [best, bestShare] = [answer, share];
        }
    }
    return best;
  }

  /** Names that hold every word typed, the last as a beginning; names that begin with them come first. */
  suggest(typed: string, most: number): Suggestion[] {
    const asked = wordsIn(stripDiacritics(typed));
    if (asked.length === 0 || asked.join('').length < 2) return [];
    const rank = (words: readonly string[]): number => {
      const fits = asked.every((word, at) =>
        words.some((other) => (at === asked.length - 1 ? other.startsWith(word) : other === word)),
      );
      if (!fits) return Infinity;
      const together = ` ${words.join(' ')}`.indexOf(` ${asked.join(' ')}`);
      return together < 0 ? 1000 : together;
    };
    return this.#suggestions
      .map(({ suggestion, words }) => ({ suggestion, rank: rank(words) }))
      .filter(({ rank }) => rank < Infinity)
      .sort((a, b) => a.rank - b.rank)
      .slice(0, most)
      .map(({ suggestion }) => suggestion);
  }
}
