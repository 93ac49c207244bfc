import type { Remark } from './remark.ts';

/**
 * Characters that take no room or turn the direction of writing: what is read is then not what is there.
 * `Cf` holds the bidirectional controls, zero-width characters, soft hyphens and tags; the others are fillers and the joiner of graphemes.
 */
export const invisible = /[\p{Cf}\u034f\u115f\u1160\u3164\uffa0]/u;
const everyInvisible = new RegExp(invisible.source, 'gu');

/** All that Vietnamese and English are written with; a text that has nothing else needs no closer look. */
const SUSPECT = /[^\0-\u00ac\u00ae-\u024f\u0300-\u034e\u0350-\u036f\u1e00-\u1eff\u2010-\u2027\u2030-\u205e]/u;
const WORDS = /[\p{L}\p{M}\p{N}]+/gu;
const OTHER_SCRIPT = /(?=\p{L})[^\p{Script=Latin}\p{Script=Common}]/u;

/** How a character is named: `U+200B`. */
export const codePoint = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

/** Characters that deceive: invisible ones, letters of another script within a Latin word, letters dressed up as others. */
export const checkCharacters = (text: string): Remark[] => (SUSPECT.test(text) ? deceiving(text) : []);

const deceiving = (text: string): Remark[] => [
  ...[...text.matchAll(everyInvisible)].map(({ 0: piece, index }): Remark => ({
    code: 'text-invisible',
    index,
    piece,
    detail: { character: codePoint(piece) },
  })),
  ...[...text.matchAll(WORDS)].flatMap(({ 0: piece, index }): Remark[] => {
    const letter = lookalike(piece);
    return letter
      ? [{ code: 'text-lookalike', index, piece, detail: { word: piece, letter, character: codePoint(letter) } }]
      : [];
  }),
];

const lookalike = (word: string): string | undefined => {
  const letters = Array.from(word.normalize('NFC'));
  // Full-width and mathematical letters become plain ones under compatibility; Vietnamese letters stay what they are.
  const dressed = letters.find((letter) => /\p{L}/u.test(letter) && letter.normalize('NFKC') !== letter);
  if (dressed) return dressed;
  const foreign = letters.find((letter) => OTHER_SCRIPT.test(letter));
  return foreign && letters.some((letter) => /\p{Script=Latin}/u.test(letter)) ? foreign : undefined;
};
