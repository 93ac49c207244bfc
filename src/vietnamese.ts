/**
 * Vietnamese spelling: where a syllable has its tone mark, and text without diacritics.
 * Used in the browser too, so without look-behind, which Safari supports only from 16.4.
 */

const toneMarks = ['\u0300', '\u0301', '\u0309', '\u0303', '\u0323'];

/** Endings in the new tone placement, each with the same ending in the old placement: `oà` → `òa`. All in NFC and lower case. */
const oldEndings: ReadonlyMap<string, string> = new Map(
  (['oa', 'oe', 'uy'] as const).flatMap(([first = '', last = '']) =>
    toneMarks.map((tone) => [first + (last + tone).normalize('NFC'), (first + tone).normalize('NFC') + last] as const),
  ),
);

/**
 * A word in the old tone placement. Two conventions exist for a syllable that ends in oa, oe or uy: the old one (kiểu cũ)
 * marks the first vowel, `hòa`, `khỏe`, `thủy`; the new one (kiểu mới) the second, `hoà`, `khoẻ`, `thuỷ`.
 * The site writes the old one, which keyboards produce by default. Other words are returned as they are. The word must be in NFC.
 */
export const toOldTonePlacement = (word: string): string => {
  const ending = word.slice(-2);
  const old = oldEndings.get(ending.toLowerCase());
  // In `quý` the u belongs to the consonant `qu`.
  if (!old || /q..$/i.test(word)) return word;
  const cased = Array.from(old, (letter, index) =>
    ending[index] === ending[index]?.toUpperCase() ? letter.toUpperCase() : letter,
  );
  return word.slice(0, -2) + cased.join('');
};

const ANY_NEW_ENDING = new RegExp([...oldEndings.keys()].join('|'), 'i');

/** Words of a text that are written in the new tone placement, with their index in UTF-16 code units. */
export const newTonePlacements = (text: string): { word: string; index: number }[] =>
  ANY_NEW_ENDING.test(text)
    ? [...text.matchAll(/[\p{L}\p{M}]+/gu)].flatMap(({ 0: word, index }) =>
        toOldTonePlacement(word) === word ? [] : [{ word, index }],
      )
    : [];

/** A text without Vietnamese diacritics: `Đừng gọi` becomes `Dung goi`. Case, spaces and other letters stay. */
export const stripDiacritics = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đð]/g, 'd').replace(/[ĐÐ]/g, 'D');

/** Digits in words, with their other spellings. `năm` is also “year”, `ba` “father”, `không` “not”. */
export const vietnameseDigits: Readonly<Record<string, number>> = {
  không: 0,
  một: 1,
  mốt: 1,
  hai: 2,
  ba: 3,
  bốn: 4,
  tư: 4,
  năm: 5,
  lăm: 5,
  nhăm: 5,
  sáu: 6,
  bảy: 7,
  bẩy: 7,
  tám: 8,
  chín: 9,
};
