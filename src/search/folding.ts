/**
 * Makes Vietnamese fit Pagefind, which folds marks away but keeps đ, so that `duong` would never find “đường”.
 * The index is built from text in which đ is a `d` with a mark of its own, and y after certain letters an `i` with it;
 * folding drops the mark, an exact search keeps it. Decoding turns excerpts back into Vietnamese.
 *
 * Runs in the browser too: no look-behind, which Safari learnt only in 16.4.
 */

/** Combining Greek ypogegrammeni: alphabetic, so Pagefind keeps it in a word; a mark, so folding drops it. No Vietnamese text holds it. */
const MARK = '\u0345';

/** Old spelling puts the tone on the second vowel (hoà), new spelling on the first (hòa). After q the u is no vowel: quý. */
const spellings: [old: string, now: string][] = [
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
const newSpelling = new Map(spellings);
const OLD_SPELLING = new RegExp(`(^|[^q])(${spellings.map(([old]) => old).join('|')})$`, 'iu');

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
  /^\p{Lu}/u.test(found) ? now[0]!.toUpperCase() + now.slice(1) : now;

const encodeWord = (word: string): string =>
  word
    .replace(/Ð/g, 'Đ')
    .replace(/ð/g, 'đ')
    .replace(
      OLD_SPELLING,
      (_, before: string, old: string) => before + inCaseOf(old, newSpelling.get(old.toLowerCase()) ?? old),
    )
    .replace(FREE_Y, (_, consonant: string, y: string) => `${consonant}${yToI(y)}${MARK}`)
    .replace(/đ/g, `d${MARK}`)
    .replace(/Đ/g, `D${MARK}`);

/** Finds once for each text what `find` makes of it: Vietnamese is written with some seven thousand syllables, and they come again and again. */
export const remembered = (find: (text: string) => string): ((text: string) => string) => {
  const known = new Map<string, string>();
  return (text) => {
    let found = known.get(text);
    if (found === undefined) known.set(text, (found = find(text)));
    return found;
  };
};

const encodedWord = remembered(encodeWord);

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

/** Words without marks, in lower case, and with one spelling for y and i: for comparing what people type. */
export const unmarked = (text: string): string => withoutMarks(encode(text));

/** Encoded text as Pagefind folds it. Words keep their number and order. */
export const withoutMarks = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase();
