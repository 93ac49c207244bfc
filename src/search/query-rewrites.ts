/** What somebody may have meant by what was typed, as far as it can be told without the site's words. */
import { wordsIn } from './rerank.ts';
import { expandAbbreviation } from './abbreviations.ts';
import { inWordsOfSite } from './synonyms.ts';
import { decodeInputMethod } from './telex-vni.ts';

/** Longer queries are cut: nobody types more, and a pasted page must not hold the browser up. */
const MOST_CHARACTERS = 160;
const MOST_WORDS = 16;

/** Asks what a word means: the glossary knows. */
const MEANING = /\s+(?:(?:có |co )?(?:nghĩa|nghia|tức|tuc)\s+)?(?:là|la)\s+(?:gì|gi|cái gì|cai gi)\s*\??$/;

const split = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/** Digits that belong together are one word: `1900 96 96 80`, `443.000`. A number from abroad is also dialled at home. */
const joinDigits = (text: string): string =>
  text.replace(/\+?\d[\d.,\s-]*\d/g, (number) => number.replace(/\D/g, '')).replace(/\b(?:00)?84(?=\d{9}\b)/, '0');

/** A query, made fit to be asked. */
export interface Query {
  /** In lower case and composed, without marks of direction and control characters. */
  text: string;
  /** Lists of words, as typed first. Empty where nothing was typed that can be searched for. */
  readings: string[][];
  /** The query in the words of this site, where it has others for the same. */
  synonyms?: string[];
  /** In quotation marks: asked as it is. */
  quoted: boolean;
  asksMeaning: boolean;
}

/** Reads what was typed, whatever it is. */
export const parseQuery = (typed: string): Query => {
  const text = typed
    .slice(0, MOST_CHARACTERS * 4)
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]+/gu, ' ')
    .replace(/[“”„«»]/g, '"')
    .slice(0, MOST_CHARACTERS)
    .toLowerCase()
    .trim();
  const readings: string[][] = [];
  const add = (words: string[]): void => {
    if (words.length > 0 && !readings.some((other) => other.join(' ') === words.join(' '))) readings.push(words);
  };
  const typedWords = wordsIn(text.replace(MEANING, '')).slice(0, MOST_WORDS);
  const last = typedWords[typedWords.length - 1] ?? '';
  // The first consonant of a word that is still being typed says nothing yet.
  const words = typedWords.length > 1 && /^[b-df-hj-np-tv-xzđ]$/.test(last) ? typedWords.slice(0, -1) : typedWords;
  add(words);
  add(split(joinDigits(words.join(' '))));
  const keys = words.map((word) => decodeInputMethod(word) ?? word);
  add(keys);
  // Digits that stick to letters are parted after the keys of an input method were read: `bcd138`.
  const parted = keys.flatMap((word) =>
    split(word.replace(/(\p{L})(\d)/gu, '$1 $2').replace(/(\d)(\p{L})/gu, '$1 $2')),
  );
  add(parted.flatMap((word) => split(expandAbbreviation(word) ?? word)));
  const synonyms = inWordsOfSite(readings[readings.length - 1] ?? []);
  return {
    ...(synonyms && { synonyms }),
    text,
    readings,
    quoted: /^".*[\p{L}\p{N}].*"$/u.test(text),
    asksMeaning: MEANING.test(text),
  };
};
