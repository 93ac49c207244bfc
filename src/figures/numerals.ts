/** Reads the numbers of a Vietnamese text: `trên 443.000 người`, `giảm 9,25%`, `3 vụ/6 bị can`, `>2.300 tỷ đồng`. */
import type { qualifiers } from '../schema/index.ts';

export type Qualifier = (typeof qualifiers)[number];

/** A number as a text states it. */
export interface Numeral {
  /** With its scale worked in: `2.300 tỷ` is 2300000000000. Never negative; see `direction`. */
  value: number;
  qualifier: Qualifier;
  /** `tăng` or `giảm` just before it. */
  direction: 'up' | 'down' | null;
  percent: boolean;
  /** What follows it, from the first word on, in lower case: where its unit stands. */
  following: string;
  /** As written, with its qualifier. */
  text: string;
  /** Where it stands in the text, in UTF-16 code units. */
  index: number;
}

const scales: Record<string, number> = { nghìn: 1e3, ngàn: 1e3, vạn: 1e4, triệu: 1e6, tỷ: 1e9, tỉ: 1e9 };

/** Words that say how exact a number is. The one nearest to the number counts: `ước tính trên 6.000 tỷ` is `over`. */
const qualifierWords: [RegExp, Qualifier][] = [
  [/(?:trên|hơn|quá|vượt|>|≥)\s*$/u, 'over'],
  [/(?:gần|dưới|chưa đến|chưa tới|không quá|<|≤)\s*$/u, 'under'],
  [/(?:khoảng|chừng|ước|ước tính|xấp xỉ|cỡ|~|≈)\s*$/u, 'about'],
];

/**
 * A number in Vietnamese notation: `.` groups thousands, `,` begins decimals. A number that is glued to letters, or to
 * another number by a slash, a dash or a dot, is part of a date, a document's number or a code, and not read.
 */
const NUMBER =
  /(?<![\p{L}\p{M}\d])(?<!\d[/.,–-])(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?(?![\p{L}\p{M}\d])(?!\/\d|[–-]\d|[.,]\d)/gu;

/** Longer than the longest words before a number that say something of it. */
const LOOK_BACK = 60;
/** Longer than the longest unit. */
const LOOK_AHEAD = 120;

/** Every number of a text, in order. */
export const readNumerals = (source: string): Numeral[] => {
  if (!/\d/.test(source)) return [];
  const text = source.normalize('NFC');
  return [...text.matchAll(NUMBER)].map((match) => {
    const [digits, whole = '', decimals = ''] = match;
    const before = text.slice(Math.max(match.index - LOOK_BACK, 0), match.index).toLowerCase();
    let rest = text.slice(match.index + digits.length);
    const percent = /^\s?(?:%|phần trăm)/u.exec(rest);
    const scale = percent ? null : /^\s(nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?![\p{L}\p{M}])/u.exec(rest);
    const after = percent ?? scale;
    rest = after ? rest.slice(after[0].length) : rest;
    const word = qualifierWords.find(([pattern]) => pattern.test(before));
    const lead = word ? before.replace(word[0], '') : before;
    const direction = /(tăng|giảm)(?:\s+(?:thêm|được|khoảng))?\s*$/u.exec(lead)?.[1];
    const start = match.index - (before.length - lead.length);
    return {
      value: scaled(whole.replaceAll('.', ''), decimals, scale ? scales[scale[1]!]! : 1),
      qualifier: word?.[1] ?? 'exact',
      direction: direction === 'tăng' ? 'up' : direction === 'giảm' ? 'down' : null,
      percent: Boolean(percent),
      following: rest.slice(0, LOOK_AHEAD).trimStart().toLowerCase(),
      text: text.slice(start, match.index + digits.length + (after ? after[0].length : 0)).trim(),
      index: match.index,
    };
  });
};

/** Digits times a power of ten, without the rounding that multiplying a fraction would bring. */
const scaled = (whole: string, decimals: string, scale: number): number => {
  const exponent = Math.log10(scale) - decimals.length;
  return Number(`${whole}${decimals}e${exponent}`);
};

/** Whether the words after a number begin with a unit, as whole words. */
export const isFollowedBy = (numeral: Numeral, unit: string): boolean => {
  const wanted = unit.normalize('NFC').toLowerCase();
  return numeral.following.startsWith(wanted) && !/^[\p{L}\p{M}\d]/u.test(numeral.following.slice(wanted.length));
};
