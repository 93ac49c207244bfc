/** Splits a text into amounts: digits or number words with their scale words. The first step of `quantities.ts`. */
import { vietnameseDigits } from '../vietnamese.ts';
import { englishNumbers, vietnameseScales, vocabularies, type Language, type Vocabulary } from './quantity-words.ts';

/** Longer than the longest unit, in UTF-16 code units. */
export const LOOK_AHEAD = 120;

/** A number by itself, before the words around it are read. */
export interface Amount {
  value: number;
  start: number;
  /** After the number, its scale words and its percent sign. */
  end: number;
  /** After the digits alone. */
  digitsEnd: number;
  scale: number;
  percent: boolean;
  points: boolean;
  spelled: boolean;
  /** Plain digits that could be a year. */
  yearLike: boolean;
}

const LETTER = /[\p{L}\p{M}\d]/u;
export const isBoundary = (text: string, at: number): boolean => at >= text.length || !LETTER.test(text[at] ?? '');

/** Digits times a power of ten, without the rounding that multiplying a fraction would bring. */
const scaled = (digits: string, group: '.' | ',', scale: number): number => {
  const [whole = '', decimals = ''] = digits.replaceAll(group, '').split(group === '.' ? ',' : '.');
  return Number(`${whole}${decimals}e${Math.round(Math.log10(scale)) - decimals.length}`);
};

/** Whether digits are grouped and divided as numbers of a language are. */
export const isWellFormed = (digits: string, group: '.' | ','): boolean =>
  group === '.'
    ? /^(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?$/.test(digits)
    : /^(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/.test(digits);

/** Scale words from `at` on, such as ` nghìn tỷ`: their product and where they end. */
const scaleAt = (lower: string, at: number, words: Vocabulary): { scale: number; end: number } => {
  let scale = 1;
  let end = at;
  for (;;) {
    const match = /^\s?([\p{L}\p{M}]+)/u.exec(lower.slice(end, end + 16));
    const factor = match ? words.scales[match[1] ?? ''] : undefined;
    if (!match || factor === undefined) return { scale, end };
    scale *= factor;
    end += match[0].length;
  }
};

/** A smaller part that belongs to the same number: `1.200 tỷ 500 triệu`, `3 tỷ rưỡi`. */
const compoundAt = (
  lower: string,
  at: number,
  scale: number,
  words: Vocabulary,
): { add: number; end: number } | null => {
  if (scale < 1e3) return null;
  const half = /^\srưỡi(?![\p{L}\p{M}])/u.exec(lower.slice(at, at + 8));
  if (half) return { add: scale / 2, end: at + half[0].length };
  const next = /^\s(\d+(?:[.,]\d+)*)/.exec(lower.slice(at, at + 16));
  if (!next?.[1] || !isWellFormed(next[1], words.group)) return null;
  const after = at + next[0].length;
  const { scale: smaller, end } = scaleAt(lower, after, words);
  return smaller > 1 && smaller < scale ? { add: scaled(next[1], words.group, smaller), end } : null;
};

/** Vietnamese number words from `at` on: `hai mươi mốt`, `ba trăm linh năm`, `hai nghìn`. */
const vietnameseWordsAt = (lower: string, at: number): { value: number; end: number; count: number } | null => {
  const words: { word: string; end: number }[] = [];
  let position = at;
  for (let match; words.length < 16;) {
    match = /^\s*([\p{L}\p{M}]+)/u.exec(lower.slice(position, position + 24));
    if (!match?.[1]) break;
    position += match[0].length;
    words.push({ word: match[1], end: position });
  }
  let index = 0;
  const peek = (): string => words[index]?.word ?? '';
  const below1000 = (): number | null => {
    let value: number | null = null;
    const digit = vietnameseDigits[peek()];
    if (peek() === 'mười') {
      index += 1;
      value = 10;
    } else if (digit !== undefined) {
      index += 1;
      value = digit;
      if (peek() === 'trăm') {
        index += 1;
        value = digit * 100;
        if (peek() === 'linh' || peek() === 'lẻ') {
          const ones = vietnameseDigits[words[index + 1]?.word ?? ''];
          if (ones === undefined) return value;
          index += 2;
          return value + ones;
        }
        const tens = vietnameseDigits[peek()];
        const isTens = ['mươi', 'chục'].includes(words[index + 1]?.word ?? '');
        if (peek() === 'mười') {
          index += 1;
          value += 10;
        } else if (tens !== undefined && isTens) {
          index += 2;
          value += tens * 10;
        } else return value;
      } else if (peek() === 'mươi' || peek() === 'chục') {
        index += 1;
        value = digit * 10;
      } else return value;
    } else return null;
    const ones = vietnameseDigits[peek()];
    // `năm` after tens is five only as `lăm`; as `năm` it is the year that follows: `hai mươi năm`.
    if (ones !== undefined && ones > 0 && peek() !== 'năm') {
      index += 1;
      value += ones;
    }
    return value;
  };
  let total = 0;
  let read = false;
  for (;;) {
    const start = index;
    const part = below1000();
    if (part === null) {
      index = start;
      break;
    }
    read = true;
    let scale = 1;
    for (let factor; (factor = vietnameseScales[peek()]);) {
      scale *= factor;
      index += 1;
    }
    total += part * scale;
    if (scale === 1) break;
    if (peek() === 'rưỡi') {
      index += 1;
      total += scale / 2;
      break;
    }
  }
  const last = words[index - 1];
  return read && last ? { value: total, end: last.end, count: index } : null;
};

/** English number words from `at` on: `twenty-one`, `two hundred and five`, `three million`. */
const englishWordsAt = (
  lower: string,
  at: number,
  words: Vocabulary,
): { value: number; end: number; count: number } | null => {
  let total = 0;
  let current: number | null = null;
  let end = at;
  let count = 0;
  for (;;) {
    const match = /^[\s-]*(?:and\s+)?([a-z]+)/.exec(lower.slice(end, end + 24));
    const word = match?.[1] ?? '';
    const number = englishNumbers[word];
    const scale = word.length > 2 ? words.scales[word] : undefined;
    if (!match || (count === 0 && number === undefined)) break;
    if (number !== undefined) {
      if (current !== null && current % 100 !== 0 && !(current % 10 === 0 && number < 10)) break;
      current = (current ?? 0) + number;
    } else if (scale === 1e2) current = (current ?? 1) * 100;
    else if (scale) {
      total += (current ?? 1) * scale;
      current = null;
    } else break;
    end += match[0].length;
    count += 1;
  }
  return count > 0 ? { value: total + (current ?? 0), end, count } : null;
};

/** The longest unit of the vocabulary that stands at `at`, or null. */
export const knownUnitAt = (lower: string, at: number, words: Vocabulary): string | null => {
  const rest = lower.slice(at, at + LOOK_AHEAD).trimStart();
  return words.units.find((unit) => rest.startsWith(unit) && isBoundary(rest, unit.length)) ?? null;
};

/** Every amount of the text, in order, whether it turns out to be a quantity or a date. */
export const amountsOf = (lower: string, language: Language): Amount[] => {
  const words = vocabularies[language];
  const found: Amount[] = [];
  const token = /\d+(?:[.,]\d+)*|[\p{L}\p{M}][\p{L}\p{M}\d]*/gu;
  for (let match; (match = token.exec(lower));) {
    const start = match.index;
    const [word] = match;
    if (/^\d/.test(word)) {
      const digitsEnd = start + word.length;
      if (LETTER.test(lower[start - 1] ?? '')) continue;
      let end = digitsEnd;
      if (!isBoundary(lower, digitsEnd)) {
        const glued = words.gluedUnits.find(
          (unit) => lower.startsWith(unit, digitsEnd) && isBoundary(lower, digitsEnd + unit.length),
        );
        if (!glued) {
          token.lastIndex =
            digitsEnd + (/^[\p{L}\p{M}\d]+/u.exec(lower.slice(digitsEnd, digitsEnd + LOOK_AHEAD))?.[0].length ?? 0);
          continue;
        }
      }
      if (!isWellFormed(word, words.group)) continue;
      // A dot or colon before more digits: `1.2.3`, `10:30`.
      if (/[:]\d/.test(lower.slice(digitsEnd, digitsEnd + 2)) || /\d[:]$/.test(lower.slice(start - 2, start))) continue;
      let percentAt = words.points.exec(lower.slice(end, end + 20));
      const points = Boolean(percentAt);
      percentAt ??= words.percent.exec(lower.slice(end, end + 14));
      let value = scaled(word, words.group, 1);
      let scale = 1;
      if (percentAt) end += percentAt[0].length;
      else {
        const found = scaleAt(lower, end, words);
        scale = found.scale;
        end = found.end;
        value = scaled(word, words.group, scale);
        const more = compoundAt(lower, end, scale, words);
        if (more) {
          value += more.add;
          end = more.end;
        }
      }
      // The same number again in words: `09 (chín) vụ`.
      const again = language === 'vi' ? /^\s?\(([\p{L}\p{M}\s]+)\)/u.exec(lower.slice(end, end + 60)) : null;
      if (again?.[1]) {
        const spelled = vietnameseWordsAt(again[1], 0);
        if (spelled?.value === value && spelled.end === again[1].trimEnd().length) end += again[0].length;
      }
      found.push({
        value,
        start,
        end,
        digitsEnd,
        scale,
        percent: Boolean(percentAt) && !points,
        points,
        spelled: false,
        yearLike: /^(?:19|20)\d\d$/.test(word) && scale === 1 && !percentAt,
      });
      token.lastIndex = end;
      continue;
    }
    if (!(word in (language === 'vi' ? vietnameseDigits : englishNumbers)) && word !== 'mười') continue;
    const spelled = language === 'vi' ? vietnameseWordsAt(lower, start) : englishWordsAt(lower, start, words);
    if (!spelled) continue;
    const percentAt = words.percent.exec(lower.slice(spelled.end, spelled.end + 14));
    const unit = knownUnitAt(lower, spelled.end, words);
    const follows = lower.slice(spelled.end, spelled.end + 12);
    const isEnglishSubject = language === 'en' && spelled.value > 1 && /^\s(?:were|are|had|have|of)\b/.test(follows);
    const before = lower.slice(Math.max(start - 16, 0), start);
    // A single word that is no number here: `mỗi năm người dân`, `không người nào`, `no one`.
    const isWord = spelled.count === 1 && (spelled.value === 0 || words.notNumberAfter(word).test(before));
    const isShare = language === 'en' && /^\s(?:in|out of)\s/.test(follows);
    const isRange =
      /(?:từ|from|between)\s$/u.test(before) &&
      /^\s(?:đến|tới|and|to)\s/u.test(lower.slice(spelled.end, spelled.end + 6));
    const next = /^\s([a-z]+)/.exec(follows)?.[1];
    const isEnglishNoun =
      language === 'en' &&
      spelled.value > 1 &&
      next !== undefined &&
      !words.notUnits.has(next) &&
      !(next in englishNumbers);
    if (isWord || (!unit && !isEnglishNoun && !percentAt && !isEnglishSubject && !isShare && !isRange)) continue;
    found.push({
      value: spelled.value,
      start,
      end: spelled.end + (percentAt?.[0].length ?? 0),
      digitsEnd: spelled.end,
      scale: 1,
      percent: Boolean(percentAt),
      points: false,
      spelled: true,
      yearLike: false,
    });
    token.lastIndex = spelled.end;
  }
  return found;
};

/** Whether the amount is part of a date, a law, a document's number or a name. */
export const isName = (lower: string, amount: Amount, words: Vocabulary): boolean => {
  if (amount.percent || amount.points || amount.scale > 1) return false;
  const before = lower.slice(Math.max(amount.start - 40, 0), amount.start);
  const unit = knownUnitAt(lower, amount.end, words);
  // `lương tháng 700 USD` names no month.
  if (/tháng\s*$/u.test(before) && amount.value > 12) return false;
  if (words.month.test(lower.slice(amount.end, amount.end + 14))) return true;
  if (words.names.test(before))
    return !(unit && /(?:năm|điểm|thứ|số|sáng|trưa|chiều|tối|đêm|lớp|year)\s*$/u.test(before)) || amount.yearLike;
  return amount.yearLike && !unit;
};

/** Numbers joined by slashes without spaces: a date, a document's number, or one number of another. */
export const slashGroup = (lower: string, amounts: readonly Amount[], at: number): Amount[] => {
  const group: Amount[] = [];
  for (let index = at; index < amounts.length; index += 1) {
    const amount = amounts[index];
    if (!amount) break;
    const last = group.at(-1);
    if (last && (lower.slice(last.end, amount.start) !== '/' || last.end !== last.digitsEnd)) break;
    group.push(amount);
  }
  return group;
};

/** Whether the digits continue into a code: `53/2024/QH15`, `0868-222-333`. */
export const continuesAsCode = (lower: string, amount: Amount): boolean =>
  /^(?:\/[\p{L}\p{M}]+[\d-]|-\p{L}|[.,]\d)/u.test(lower.slice(amount.digitsEnd, amount.digitsEnd + 16)) &&
  amount.digitsEnd === amount.end &&
  !/^\/\d+\s/.test(lower.slice(amount.digitsEnd, amount.digitsEnd + 24));
