import type { TextIssue } from './text-issue.ts';

/**
 * Invisible characters: the reader sees something else than what is stored.
 * `Cf` holds bidirectional controls, zero-width characters, soft hyphens and tags; the others are Hangul fillers and the combining grapheme joiner.
 */
export const invisible = /[\p{Cf}\u034f\u115f\u1160\u3164\uffa0]/u;
const everyInvisible = new RegExp(invisible.source, 'gu');

/** Any character that Vietnamese and English do not use: only texts with one are examined further. */
const SUSPECT = /[^\0-\u00ac\u00ae-\u024f\u0300-\u034e\u0350-\u036f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e]/u;
const WORDS = /[\p{L}\p{M}\p{N}]+/gu;
const OTHER_SCRIPT = /(?=\p{L})[^\p{Script=Latin}\p{Script=Common}]/u;

/** Unicode notation of a character: `U+200B`. */
export const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** Deceptive characters: invisible ones, letters of another script in a Latin word, and compatibility forms of letters. */
export const checkCharacters = (text: string): TextIssue[] => (SUSPECT.test(text) ? deceptive(text) : []);

const deceptive = (text: string): TextIssue[] => [
  ...[...text.matchAll(everyInvisible)].map(({ 0: match, index }): TextIssue => ({
    code: 'text-invisible',
    index,
    match,
    detail: { character: codePoint(match) },
  })),
  ...[...text.matchAll(WORDS)].flatMap(({ 0: match, index }): TextIssue[] => {
    const letter = lookalike(match);
    return letter
      ? [{ code: 'text-lookalike', index, match, detail: { word: match, letter, character: codePoint(letter) } }]
      : [];
  }),
];

const lookalike = (word: string): string | undefined => {
  const letters = Array.from(word.normalize('NFC'));
  // NFKC turns full-width and mathematical letters into plain ones and leaves Vietnamese letters alone.
  const compatibility = letters.find((letter) => /\p{L}/u.test(letter) && letter.normalize('NFKC') !== letter);
  if (compatibility) return compatibility;
  const foreign = letters.find((letter) => OTHER_SCRIPT.test(letter));
  return foreign && letters.some((letter) => /\p{Script=Latin}/u.test(letter)) ? foreign : undefined;
};
