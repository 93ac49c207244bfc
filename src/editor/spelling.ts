import dictionary from 'dictionary-vi';
import type { TextIssue } from '../prose/index.ts';
import { stripDiacritics, toOldTonePlacement } from '../vietnamese.ts';

/** What stands between spaces, quotation marks, brackets and stops. */
const PIECES = /[^\s“”‘’"'(),;:!?…–—]+/g;
/** A word: letters with their marks, perhaps with a dot behind. Addresses, names of files and numbers are none. */
const WORD = /^(\p{L}[\p{L}\p{M}]*)\.?$/u;
const SUGGESTIONS = 3;

const decompose = (word: string): string => word.normalize('NFD').replace(/[đ]/g, 'd\u0335');
/** The two tones that are confused most, as one: `chuyễn` is meant to be `chuyển`. */
const joinTones = (word: string): string => word.normalize('NFD').replaceAll('\u0303', '\u0309');

/** Marks that one word has and the other lacks. */
const marksApart = (a: string, b: string): number => {
  if (joinTones(a) === joinTones(b)) return 0;
  const [left, right] = [Array.from(decompose(a)), Array.from(decompose(b))];
  return left.filter((each) => !right.includes(each)).length + right.filter((each) => !left.includes(each)).length;
};

/**
 * Holds Vietnamese words against the hunspell dictionary `vi`, and against the site's own list. The dictionary is a plain list
 * of syllables, without a rule for endings; so a set serves, and suggestions are words that differ in nothing but their marks.
 */
export class Speller {
  #known: Set<string>;
  #byFold = new Map<string, string[]>();

  /** `words`: what the dictionary lacks and the site uses, in any case. */
  constructor(words: Iterable<string>) {
    const lines = new TextDecoder().decode(dictionary.dic).split(/\r?\n/).slice(1);
    // The dictionary knows some words under the other placing of tones only; `style-tone` speaks of that.
    this.#known = new Set(
      [...lines.map((line) => line.replace(/\/.*/, '')), ...words].flatMap((word) => {
        const known = word.normalize('NFC').toLowerCase();
        return [known, toOldTonePlacement(known)];
      }),
    );
  }

  #suggest(word: string): string {
    if (this.#byFold.size === 0) {
      for (const known of this.#known)
        this.#byFold.set(stripDiacritics(known), [...(this.#byFold.get(stripDiacritics(known)) ?? []), known]);
    }
    const near = (this.#byFold.get(stripDiacritics(word)) ?? []).filter(
      (each) => each === toOldTonePlacement(each) || !this.#known.has(toOldTonePlacement(each)),
    );
    return near
      .sort((a, b) => marksApart(a, word) - marksApart(b, word))
      .slice(0, SUGGESTIONS)
      .join(', ');
  }

  /** Whether a passage is for readers of English: by its small words, or for want of any Vietnamese one. */
  #isForeign(text: string): boolean {
    if ((text.match(/\b(?:the|and|of|is|this|or|with|has)\b/g) ?? []).length >= 2) return true;
    const words = text.match(/\p{L}+/gu) ?? [];
    return (
      words.length > 1 && /^\p{ASCII}*$/u.test(text) && words.every((word) => !this.#known.has(word.toLowerCase()))
    );
  }

  /** Words of a Vietnamese text that are misspelt. A capital within a sentence makes a name, and names have no spelling. */
  check(text: string): TextIssue[] {
    // Most passages hold nothing but known words, and splitting is quicker than matching.
    if (
      text
        .split(/[\s“”‘’"'(),;:!?…–—.]+/)
        .every((word) => word.length < 2 || this.#known.has(word) || this.#known.has(word.toLowerCase()))
    )
      return [];
    const unknown = [...text.matchAll(PIECES)].flatMap(({ 0: written, index }): TextIssue[] => {
      if (this.#known.has(written)) return [];
      const match = WORD.exec(written)?.[1] ?? '';
      const word = match.toLowerCase();
      if (match.length < 2 || this.#known.has(word)) return [];
      const opensSentence = /(?:^|[.!?:…]\s+|[“"(]|\n)\s*$/u.test(text.slice(Math.max(index - 4, 0), index));
      if (/\p{Lu}/u.test(match) && !(opensSentence && /^\p{Lu}\p{Ll}+$/u.test(match))) return [];
      return [{ code: 'spelling', index, match, detail: { word: match, correct: this.#suggest(word) } }];
    });
    return unknown.length > 0 && this.#isForeign(text) ? [] : unknown;
  }
}
