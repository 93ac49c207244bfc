import type { Remark } from './remark.ts';

/** Two ways are in use to place the tone on oa, oe and uy at the end of a syllable; this site writes `hòa`, `khỏe`, `thủy`, as keyboards do by default. */
const NEW_ENDING = /(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?![\p{L}\p{M}])/iu;
const NEW_STYLE = /\p{L}*(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?![\p{L}\p{M}])/giu;
const tones: Record<string, string> = Object.fromEntries(
  ['oa', 'oe', 'uy'].flatMap(([first, last]) =>
    ['\u0300', '\u0301', '\u0309', '\u0303', '\u0323'].map((tone) => [
      `${first}${`${last}${tone}`.normalize('NFC')}`,
      `${`${first}${tone}`.normalize('NFC')}${last}`,
    ]),
  ),
);

/** A word with its tone where this site puts it; other words as they are. */
export const toOldStyle = (word: string): string => {
  const ending = word.slice(-2);
  const correct = tones[ending.toLowerCase()] ?? ending;
  return (
    word.slice(0, -2) +
    (ending === ending.toUpperCase()
      ? correct.toUpperCase()
      : /^\p{Lu}/u.test(ending)
        ? correct[0]!.toUpperCase() + correct.slice(1)
        : correct)
  );
};

/** Small things that a machine can put right: where tones stand, double spaces, composed letters. */
export const checkStyle = (text: string): Remark[] => [
  ...[...text.matchAll(/(?<=\S) {2,}(?=\S)/g)].map(({ 0: piece, index }): Remark => ({
    code: 'style-spaces',
    index,
    piece,
    mend: ' ',
  })),
  ...(NEW_ENDING.test(text) ? [...text.matchAll(NEW_STYLE)] : []).map(({ 0: piece, index }): Remark => ({
    code: 'style-tone',
    index,
    piece,
    mend: toOldStyle(piece),
    detail: { word: piece, usual: toOldStyle(piece) },
  })),
];
