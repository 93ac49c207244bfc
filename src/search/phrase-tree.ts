/** Phrases to look for in what people type, with or without diacritics. */
import { encode, foldDiacritics, hasDiacritics, stripDiacritics } from './normalize.ts';

/** A word of a phrase, or of a query: encoded, and folded. */
export interface Word {
  encoded: string;
  folded: string;
}

/** A word of a phrase, with how it may be typed. */
interface PhraseWord extends Word {
  typings: readonly string[];
}

const phraseWords = new Map<string, PhraseWord>();
/** A word may be typed as it is written, without its tone, or without any mark: whoever types leaves marks out, and never adds wrong ones. */
const phraseWord = (written: string): PhraseWord => {
  let word = phraseWords.get(written);
  if (!word) {
    const encoded = encode(written.replace('!', ''));
    const folded = foldDiacritics(encoded);
    const toneless = encoded
      .normalize('NFD')
      .replace(/[\u0300\u0301\u0303\u0309\u0323]/g, '')
      .normalize('NFC');
    phraseWords.set(
      written,
      (word = { encoded, folded, typings: written.endsWith('!') ? [encoded] : [encoded, toneless, folded] }),
    );
  }
  return word;
};

/** A phrase found in a query: the place after its last word, and what was stored with it. */
export interface PhraseMatch<Value> {
  end: number;
  value: Value;
}

/** Phrases with a value each, word by word: what may come next, and what ends here. */
export class PhraseTree<Value> {
  /** By the folded word; words that differ in their marks share an entry. */
  readonly #next = new Map<string, { word: PhraseWord; tree: PhraseTree<Value> }[]>();
  readonly #values: Value[] = [];

  constructor(phrases: Iterable<readonly [phrase: string, value: Value]> = []) {
    for (const [phrase, value] of phrases) this.#add(phrase.split(/[ _]/).map(phraseWord), value);
  }

  #add([word, ...rest]: readonly PhraseWord[], value: Value): void {
    if (word === undefined) {
      this.#values.push(value);
      return;
    }
    const alike = this.#next.get(word.folded) ?? [];
    this.#next.set(word.folded, alike);
    let entry = alike.find((other) => other.word === word);
    if (!entry) alike.push((entry = { word, tree: new PhraseTree() }));
    entry.tree.#add(rest, value);
  }

  /** The phrases that begin at a word, shorter ones first. */
  matches(words: readonly Word[], at: number): PhraseMatch<Value>[] {
    const matches = this.#values.map((value) => ({ end: at, value }));
    const typed = words[at];
    if (typed)
      for (const { word, tree } of this.#next.get(typed.folded) ?? [])
        if (word.typings.includes(typed.encoded)) matches.push(...tree.matches(words, at + 1));
    return matches;
  }
}

/** A word as it was typed, in lower case; a number is the word `#`. */
export const wordOf = (typed: string): Word => {
  const encoded = /^\d/.test(typed) ? '#' : hasDiacritics(typed) ? encode(typed) : stripDiacritics(typed);
  return { encoded, folded: foldDiacritics(encoded) };
};

/** The words of a query, in any case. Letters after digits are a word. */
export const wordsOf = (query: string): Word[] =>
  query
    .normalize('NFC')
    .toLowerCase()
    .replace(/[’'`]/g, '')
    .replace(/\d+/g, ' $& ')
    .split(/[^\p{L}\p{M}\d]+/u)
    .filter(Boolean)
    .map(wordOf);
