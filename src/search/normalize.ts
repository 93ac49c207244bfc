/**
 * Makes Vietnamese fit Pagefind, which folds marks away but keeps đ, so that `duong` would never find “đường”.
 * The index is built from text in which đ is a `d` with a mark of its own, and y after certain letters an `i` with it;
 * folding drops the mark, an exact search keeps it. Decoding turns excerpts back into Vietnamese.
 *
 * Runs in the browser too: no look-behind, which Safari learnt only in 16.4.
 */

/** Combining Greek ypogegrammeni: alphabetic, so Pagefind keeps it in a word; a mark, so folding drops it. No Vietnamese text holds it. */
const MARK = '\u0345';

/**
 * Tone placement: the old style (kiểu cũ, hòa) puts the tone on the first vowel, the new style (kiểu mới, hoà) on the second. The index is
 * built in the old style, which most pages and people write. After q the u is no vowel: quý.
 */
const tonePlacements: [newStyle: string, oldStyle: string][] = [
  ['oà', 'òa'],
  ['oá', 'óa'],
  ['oả', 'ỏa'],
  ['oã', 'õa'],
  ['oạ', 'ọa'],
  ['oè', 'òe'],
  ['oé', 'óe'],
  ['oẻ', 'ỏe'],
  ['oẽ', 'õe'],
  ['oẹ', 'ọe'],
  ['uỳ', 'ùy'],
  ['uý', 'úy'],
  ['uỷ', 'ủy'],
  ['uỹ', 'ũy'],
  ['uỵ', 'ụy'],
];
const oldStyle = new Map(tonePlacements);
const NEW_STYLE = new RegExp(`(^|[^q])(${tonePlacements.map(([style]) => style).join('|')})$`, 'iu');

const letters = { y: 'yýỳỷỹỵYÝỲỶỸỴ', i: 'iíìỉĩịIÍÌỈĨỊ' };
const swap =
  (from: string, to: string) =>
  (letter: string): string =>
    to[from.indexOf(letter)] ?? letter;
const yToI = swap(letters.y, letters.i);
const iToY = swap(letters.i, letters.y);

/** Syllables that are written with y or i alike: hy, kỹ, lý, mỹ, sỹ, tỷ, vỹ, quý. */
const FREE_Y = new RegExp(`^(qu|[hklmstv])([${letters.y}])$`, 'iu');

const inCaseOf = (found: string, now: string): string =>
  /^\p{Lu}/u.test(found) ? now.slice(0, 1).toUpperCase() + now.slice(1) : now;

const encodeWord = (word: string): string =>
  word
    .replace(/Ð/g, 'Đ')
    .replace(/ð/g, 'đ')
    .replace(
      NEW_STYLE,
      (_, before: string, rime: string) => before + inCaseOf(rime, oldStyle.get(rime.toLowerCase()) ?? rime),
    )
    .replace(FREE_Y, (_, consonant: string, y: string) => `${consonant}${yToI(y)}${MARK}`)
    .replace(/đ/g, `d${MARK}`)
    .replace(/Đ/g, `D${MARK}`);

/** Caches what `find` makes of each text: Vietnamese is written with some seven thousand syllables, and they come again and again. */
export const memoize = (find: (text: string) => string): ((text: string) => string) => {
  const known = new Map<string, string>();
  return (text) => {
    let found = known.get(text);
    if (found === undefined) known.set(text, (found = find(text)));
    return found;
  };
};

const encodedWord = memoize(encodeWord);

/** Text as it is indexed and searched for. */
export const encode = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/(\d)\u2013(?=\d)/g, '$1-')
    .replace(/[\p{L}\p{M}]+/gu, encodedWord);

/** Vietnamese again. */
export const decode = (text: string): string =>
  text.replace(/([dDiIíÍìÌỉỈĩĨịỊ])\u0345/gu, (_, letter: string) =>
    letter === 'd' ? 'đ' : letter === 'D' ? 'Đ' : iToY(letter),
  );

/** A page with its words encoded: text between tags, but for scripts and styles. Addresses and attributes stay as they are. */
export const encodeHtml = (html: string): string =>
  html.replace(/<(script|style)\b[\s\S]*?<\/\1>|<[^>]*>|[^<]+/gi, (part) =>
    part.startsWith('<') ? part : encode(part),
  );

/** Text without diacritics, in lower case, and with one spelling for y and i: for comparing what people type. */
export const stripDiacritics = (text: string): string => foldDiacritics(encode(text));

/** Whether a text has a diacritic, or đ. */
export const hasDiacritics = (text: string): boolean => text.normalize('NFD') !== text || text.includes('đ');

/** Encoded text as Pagefind folds it. Words keep their number and order. */
export const foldDiacritics = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
