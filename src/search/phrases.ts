/** Phrases in what people type: with or without diacritics, with other words between, on every reading of a query. */
import { encode, hasDiacritics, stripDiacritics } from './normalize.ts';

/** Whether a typed word means a word of a phrase: its letters agree, and so do its marks if it has any. “cửu” is no “cứu”. */
export const meansWord = (typed: string | undefined, word: string): boolean => {
  if (typed === undefined) return false;
  return hasDiacritics(typed) ? encode(typed) === encode(word) : stripDiacritics(typed) === stripDiacritics(word);
};

/**
 * The words of a query that say a phrase, by their places; null where it is not said. Its words come in order, each at most `gap` other words
 * after the one before.
 */
export const findPhrase = (words: readonly string[], phrase: readonly string[], gap = 1): number[] | null => {
  for (let start = 0; start < words.length; start++) {
    if (!meansWord(words[start], phrase[0] ?? '')) continue;
    const places = [start];
    for (const word of phrase.slice(1)) {
      const from = (places[places.length - 1] ?? start) + 1;
      const at = words.slice(from, from + gap + 1).findIndex((typed) => meansWord(typed, word));
      if (at < 0) break;
      places.push(from + at);
    }
    if (places.length === phrase.length) return places;
  }
  return null;
};
