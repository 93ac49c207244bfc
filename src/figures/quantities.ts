/**
 * Reads the quantities that a text states, with their place: `trên 443.000 người`, `giảm 761 vụ (15,4%)`, `341/360 vụ`,
 * `8.000 - 10.000 tỷ đồng`, `gấp rưỡi`, `không xảy ra vụ nào`.
 *
 * A text is split into amounts (digits or number words, with scale words), and each amount is read together with the
 * words before it (qualifier, change) and after it (unit, part of a whole, range). The words stand in `quantity-words.ts`.
 */
import {
  currencies,
  englishNumbers,
  vietnameseDigits,
  vocabularies,
  type Language,
  type Vocabulary,
} from './quantity-words.ts';
import type { Qualifier } from '../schema/index.ts';

export interface Quantity {
  /**
   * With its scale worked in: `2.300 tỷ` is 2300000000000. Never negative; see `direction`.
   * Null where the text states no single number: a range, `x of y`, a multiple, an order of magnitude.
   */
  value: number | null;
  qualifier: Qualifier;
  /** `tăng` or `giảm` so much. Null for a level, also for one that something rose or fell to. */
  direction: 'up' | 'down' | null;
  /** A change by so much, or a level that something changed `from` or `to`. Null for a plain level. */
  change: 'by' | 'from' | 'to' | null;
  percent: boolean;
  /** In lower case, as written. From the number before it where the text leaves it out. Null where none is stated. */
  unit: string | null;
  /** ISO 4217, where the unit is money. */
  currency: string | null;
  range: readonly [from: number, to: number] | null;
  /** `341/360 vụ`, `218 vụ trong tổng số 342 vụ`, `1/3`: part and whole, or this period and the one before. */
  of: readonly [part: number, whole: number] | null;
  /** `gấp rưỡi` is 1.5. */
  multiple: number | null;
  /** `đứng thứ 3` is 3. */
  rank: number | null;
  /** Only an order of magnitude is stated (`hàng nghìn tỷ` is 1e12): no figure can be proven by it. */
  magnitude: number | null;
  /** Written in words: `ba vụ`, `không xảy ra vụ nào`. */
  spelled: boolean;
  /** What follows it, from the first word on, in lower case: where its unit stands. */
  following: string;
  /** As written, with its qualifier. */
  text: string;
  /** Where its first digit or word stands in the text, in UTF-16 code units. */
  index: number;
}

/** Longer than the longest words before a number that say something of it, in UTF-16 code units. */
const LOOK_BACK = 90;
/** Longer than the longest unit. */
const LOOK_AHEAD = 120;

/** A number by itself, before the words around it are read. */
interface Amount {
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
const isBoundary = (text: string, at: number): boolean => at >= text.length || !LETTER.test(text[at] ?? '');

/** Digits times a power of ten, without the rounding that multiplying a fraction would bring. */
const scaled = (digits: string, group: '.' | ',', scale: number): number => {
  const [whole = '', decimals = ''] = digits.replaceAll(group, '').split(group === '.' ? ',' : '.');
  return Number(`${whole}${decimals}e${Math.round(Math.log10(scale)) - decimals.length}`);
};

const isWellFormed = (digits: string, group: '.' | ','): boolean =>
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
    // `trăm` and `hundred` are scales of number words, not of digits, unless digits stand before them alone.
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
    for (let factor; (factor = { nghìn: 1e3, ngàn: 1e3, vạn: 1e4, triệu: 1e6, tỷ: 1e9, tỉ: 1e9 }[peek()]);) {
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
const knownUnitAt = (lower: string, at: number, words: Vocabulary): string | null => {
  const rest = lower.slice(at, at + LOOK_AHEAD).trimStart();
  return words.units.find((unit) => rest.startsWith(unit) && isBoundary(rest, unit.length)) ?? null;
};

/** Every amount of the text, in order, whether it turns out to be a quantity or a date. */
const amountsOf = (lower: string, language: Language): Amount[] => {
  const words = vocabularies[language];
  const found: Amount[] = [];
  const token = /\d+(?:[.,]\d+)*|[\p{L}\p{M}][\p{L}\p{M}\d]*/gu;
  for (let match; (match = token.exec(lower));) {
    const start = match.index;
    const [word] = match;
    if (/^\d/.test(word)) {
      let digitsEnd = start + word.length;
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
      digitsEnd = end;
      token.lastIndex = end;
      continue;
    }
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
    if (isWord || (!unit && !percentAt && !isEnglishSubject && !isShare)) continue;
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

interface Before {
  qualifier: Qualifier;
  change: Quantity['change'];
  direction: Quantity['direction'];
  /** Where the qualifier's words begin. */
  start: number;
}

/** What the words before an amount say of it. The qualifier nearest to it counts: `ước tính trên 6.000 tỷ` is `over`. */
const readBefore = (lower: string, start: number, words: Vocabulary, isPercent: boolean): Before => {
  let lead = lower.slice(Math.max(start - LOOK_BACK, 0), start);
  const offset = start - lead.length;
  let qualifier: Qualifier = 'exact';
  let qualifierStart = start;
  const signed = isPercent ? /(?:^|[\s(])([+\-−–])$/u.exec(lead)?.[1] : undefined;
  if (signed && /\(\s*$/.test(lead.slice(0, -1)))
    return { qualifier, change: 'by', direction: signed === '+' ? 'up' : 'down', start };
  for (let step = 0; step < 4; step += 1) {
    const filler = words.fillers.exec(lead);
    if (filler) {
      lead = lead.slice(0, filler.index);
      continue;
    }
    const hit = words.qualifiers
      .map(([pattern, name]) => ({ match: pattern.exec(lead), name }))
      .find(({ match }) => match && isBoundaryBefore(lead, match.index));
    if (!hit?.match) break;
    // Later (farther) qualifiers only strengthen the nearest one.
    if (qualifier === 'exact') {
      qualifier = hit.name;
    }
    lead = lead.slice(0, hit.match.index);
    qualifierStart = offset + lead.length;
  }
  const said = (pattern: RegExp): boolean => {
    const match = pattern.exec(lead);
    return match !== null && isBoundaryBefore(lead, match.index);
  };
  if (said(words.from)) return { qualifier, change: 'from', direction: null, start: qualifierStart };
  if (said(words.to)) return { qualifier, change: 'to', direction: null, start: qualifierStart };
  if (said(words.up)) return { qualifier, change: 'by', direction: 'up', start: qualifierStart };
  if (said(words.down)) return { qualifier, change: 'by', direction: 'down', start: qualifierStart };
  return { qualifier, change: null, direction: null, start: qualifierStart };
};

const isBoundaryBefore = (text: string, at: number): boolean =>
  !/[\p{L}\p{M}]/u.test(text[at] ?? '') || !/[\p{L}\p{M}\d]/u.test(text[at - 1] ?? '');

/** Whether the amount is part of a date, a law, a document's number or a name. */
const isName = (lower: string, amount: Amount, words: Vocabulary): boolean => {
  if (amount.percent || amount.points || amount.scale > 1) return false;
  const before = lower.slice(Math.max(amount.start - 40, 0), amount.start);
  const unit = knownUnitAt(lower, amount.end, words);
  if (words.month.test(lower.slice(amount.end, amount.end + 14))) return true;
  if (words.names.test(before)) return !(unit && /(?:năm|điểm|thứ|year)\s*$/u.test(before)) || amount.yearLike;
  return amount.yearLike && !unit;
};

/** Numbers joined by slashes without spaces: a date, a document's number, or one number of another. */
const slashGroup = (lower: string, amounts: readonly Amount[], at: number): Amount[] => {
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
const continuesAsCode = (lower: string, amount: Amount): boolean =>
  /^(?:\/[\p{L}\p{M}]+[\d-]|-\p{L}|[.,]\d)/u.test(lower.slice(amount.digitsEnd, amount.digitsEnd + 4)) &&
  amount.digitsEnd === amount.end &&
  !/^\/\d+\s/.test(lower.slice(amount.digitsEnd, amount.digitsEnd + 24));

/** Looks for a phrase all over the text; its quantities carry no amount. */
const phrases = (
  lower: string,
  pattern: RegExp,
  make: (match: RegExpExecArray) => Partial<Quantity> & { span: [number, number] },
): (Partial<Quantity> & { span: [number, number] })[] =>
  [...lower.matchAll(new RegExp(pattern.source, `${pattern.flags.replace('g', '')}g`))].map((match) => make(match));

/** What a quantity takes from the words before it. */
const said = ({ qualifier, change, direction }: Before): Partial<Quantity> => ({ qualifier, change, direction });

/** The unit after a number: a known one, else the next word if it can be one. In lower case. */
const unitAt = (lower: string, at: number, words: Vocabulary): string | null => {
  const known = words.units.length > 0 ? knownUnitAt(lower, at, words) : null;
  if (known) return known;
  const glued = words.gluedUnits.find((unit) => lower.startsWith(unit, at) && isBoundary(lower, at + unit.length));
  if (glued) return glued;
  const word = /^\s([\p{L}\p{M}]+)/u.exec(lower.slice(at, at + 24))?.[1];
  return word && !words.notUnits.has(word) ? word : null;
};

/** How far the unit reaches from where its number ends, in UTF-16 code units. */
const unitLength = (lower: string, at: number, unit: string | null): number => {
  const rest = lower.slice(at, at + LOOK_AHEAD);
  const spaces = rest.length - rest.trimStart().length;
  return unit && rest.trimStart().startsWith(unit) ? spaces + unit.length : 0;
};

const unitFields = (unit: string | null): Pick<Quantity, 'unit' | 'currency'> => ({
  unit,
  currency: unit === null ? null : (currencies[unit] ?? null),
});

/** A round number of no stated size: `hàng chục`, `dozens`. */
const magnitudeWords: Readonly<Record<string, number>> = {
  chục: 10,
  dozens: 12,
  tens: 10,
  hundreds: 1e2,
  thousands: 1e3,
  millions: 1e6,
  billions: 1e9,
};

const pointsUnit: Readonly<Record<Language, string>> = { vi: 'điểm phần trăm', en: 'percentage points' };

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Without the rounding that multiplying a fraction would bring. */
const scaledBy = (value: number, scale: number): number => Number(`${value}e${Math.round(Math.log10(scale))}`);

const withoutFrom = (lead: string): string => lead.replace(/(?:từ|from)\s*$/u, '');

/** The words of a text as quantities, in order. */
export const readQuantities = (source: string, { language = 'vi' }: { language?: Language } = {}): Quantity[] => {
  const text = source.normalize('NFC');
  const lower = text.toLowerCase();
  // Lower case may change the length of a text (İ); places are then read on the text itself.
  const flat = lower.length === text.length ? lower : text;
  const words = vocabularies[language];
  const result: Quantity[] = [];
  const taken: [number, number][] = [];
  const isTaken = (start: number, end: number): boolean => taken.some(([from, to]) => start < to && end > from);
  const make = (part: Partial<Quantity>, start: number, end: number, textStart = start): Quantity => ({
    value: null,
    qualifier: 'exact',
    direction: null,
    change: null,
    percent: false,
    unit: null,
    currency: null,
    range: null,
    of: null,
    multiple: null,
    rank: null,
    magnitude: null,
    spelled: false,
    following: flat
      .slice(end, end + LOOK_AHEAD)
      .trimStart()
      .toLowerCase(),
    text: text.slice(textStart, end).trim(),
    index: start,
    ...part,
  });
  const add = (quantity: Quantity, end: number): void => {
    result.push(quantity);
    taken.push([quantity.index, end]);
  };

  for (const [pattern, multiple] of words.multiples)
    for (const { span } of phrases(flat, pattern, (match) => ({ span: [match.index, match.index + match[0].length] })))
      if (!isTaken(...span)) {
        const before = readBefore(flat, span[0], words, false);
        const direction = multiple < 1 || before.direction === 'down' ? 'down' : before.direction;
        add(
          make({ multiple, spelled: true, qualifier: before.qualifier, direction }, span[0], span[1], before.start),
          span[1],
        );
      }
  for (const [pattern, of] of words.fractions)
    for (const { span } of phrases(flat, pattern, (match) => ({ span: [match.index, match.index + match[0].length] })))
      if (!isTaken(...span)) {
        const before = readBefore(flat, span[0], words, false);
        add(
          make(
            { qualifier: before.qualifier, change: before.change, direction: before.direction, of, spelled: true },
            span[0],
            span[1],
            before.start,
          ),
          span[1],
        );
      }
  for (const { span, magnitude } of phrases(flat, words.magnitude, (match) => ({
    span: [match.index, match.index + match[0].length],
    magnitude: (match[1] ?? '')
      .split(/\s+/)
      .reduce((product, word) => product * (magnitudeWords[word] ?? words.scales[word] ?? 1), 1),
  })))
    if (!isTaken(...span)) {
      const unit = unitAt(flat, span[1], words);
      add(make({ magnitude, qualifier: 'about', spelled: true, ...unitFields(unit) }, span[0], span[1]), span[1]);
    }
  const zero = new RegExp(words.zero.source.replace('UNIT', words.units.map(escaped).join('|')), 'gu');
  for (const match of flat.matchAll(zero)) {
    const unit = match[1] ?? '';
    const end = match.index + match[0].length - unit.length;
    if (!isTaken(match.index, end + unit.length))
      add(make({ value: 0, spelled: true, ...unitFields(unit) }, match.index, end), end);
  }

  const amounts = amountsOf(flat, language).filter(({ start, end }) => !isTaken(start, end));
  let previous: { quantity: Quantity; end: number; unitEnd: number } | null = null;
  for (let at = 0; at < amounts.length; at += 1) {
    const amount = amounts[at];
    if (!amount) break;
    const group = slashGroup(flat, amounts, at);
    const last = group.at(-1) ?? amount;
    if (group.length > 2 || (continuesAsCode(flat, last) && !last.percent)) {
      at += group.length - 1;
      continue;
    }
    const isNamed = isName(flat, amount, words);
    const before = readBefore(flat, amount.start, words, amount.percent);
    const lead = flat.slice(Math.max(amount.start - LOOK_BACK, 0), amount.start);

    if (words.rank.test(lead)) {
      add(make({ rank: amount.value, spelled: amount.spelled }, amount.start, amount.end), amount.end);
      continue;
    }
    // A telephone number or another code in groups: `0868-222-333`.
    const codeEnd = /^\d+(?:[-–.]\d+){2,}(?![\d.,])/.exec(flat.slice(amount.start, amount.start + 40))?.[0].length ?? 0;
    if (codeEnd > amount.digitsEnd - amount.start) {
      while ((amounts[at + 1]?.start ?? Infinity) < amount.start + codeEnd) at += 1;
      continue;
    }

    // x/y
    if (group.length === 2 && amounts[at + 1]) {
      const whole = last;
      const unit = unitAt(flat, whole.end, words);
      const isKnown = knownUnitAt(flat, whole.end, words) !== null;
      const isPart =
        !isNamed &&
        !whole.yearLike &&
        (isKnown || words.fractionBefore.test(lead) || words.fractionAfter.test(flat.slice(whole.end, whole.end + 40)));
      at += 1;
      if (isPart) {
        const quantity = make(
          { ...said(before), of: [amount.value, whole.value], ...unitFields(unit) },
          amount.start,
          whole.end,
          before.start,
        );
        add(quantity, whole.end);
        previous = { quantity, end: whole.end, unitEnd: whole.end + unitLength(flat, whole.end, unit) };
      }
      continue;
    }

    // A range: two numbers with a dash or a word between them, one unit after both.
    const next = amounts[at + 1];
    const gap = next ? flat.slice(amount.end, next.start) : '';
    const gapWithoutUnit = gap;
    const isBetween = /(?:từ|khoảng|between|from)\s*$/u.test(lead) || /^\s*(?:-|–|—)\s*$/u.test(gap);
    if (
      next &&
      words.rangeWords.test(gapWithoutUnit) &&
      isBetween &&
      !/\d{3}$/.test(flat.slice(next.digitsEnd + 1, next.digitsEnd + 4))
    ) {
      const isYears = amount.yearLike && next.yearLike;
      const isCode =
        /^0\d{2,}/.test(flat.slice(amount.start, amount.digitsEnd)) || /^-\d/.test(flat.slice(next.end, next.end + 2));
      if (isYears || isCode || isNamed) {
        at += 1;
        continue;
      }
      const isChange =
        before.change === 'from' ||
        words.from.test(lead.replace(/(?:từ|from)\s*$/u, (word) => word)) ||
        (/(?:từ|from)\s*$/u.test(lead) && (words.up.test(withoutFrom(lead)) || words.down.test(withoutFrom(lead))));
      if (!isChange) {
        const scale = amount.scale === 1 && !amount.spelled ? next.scale : 1;
        const from = scale === 1 ? amount.value : scaledBy(amount.value, scale);
        const unit = next.percent ? '%' : unitAt(flat, next.end, words);
        if (from <= next.value) {
          const quantity = make(
            {
              ...said(before),
              range: [from, next.value],
              percent: next.percent,
              spelled: amount.spelled,
              ...unitFields(unit),
            },
            amount.start,
            next.end,
            before.start,
          );
          add(quantity, next.end);
          previous = { quantity, end: next.end, unitEnd: next.end + unitLength(flat, next.end, unit) };
          at += 1;
          continue;
        }
      }
    }
    if (isNamed) continue;

    let unit = amount.percent ? '%' : amount.points ? pointsUnit[language] : unitAt(flat, amount.end, words);
    const times = words.times(lead, flat.slice(amount.end, amount.end + 24));
    if (times) {
      const quantity = make(
        { ...said(before), multiple: amount.value, spelled: amount.spelled, unit },
        amount.start,
        amount.end,
        before.start,
      );
      add(quantity, amount.end);
      previous = { quantity, end: amount.end, unitEnd: amount.end + unitLength(flat, amount.end, unit) };
      continue;
    }
    const money = words.moneyBefore.exec(lead)?.[1];
    if (money && (unit === null || currencies[unit] === undefined)) unit = money === '$' ? 'usd' : money;
    const suffix = words.suffixes.find(([pattern]) => pattern.test(flat.slice(amount.end, amount.end + 60)))?.[1];
    let { qualifier, change, direction } = before;
    if (suffix && qualifier === 'exact') qualifier = suffix;
    const tail = flat.slice(amount.end + unitLength(flat, amount.end, unit), amount.end + LOOK_AHEAD);
    if (change === null && words.upAfter.test(tail)) [change, direction] = ['by', 'up'];
    else if (change === null && words.downAfter.test(tail)) [change, direction] = ['by', 'down'];

    if (previous) {
      const between = flat.slice(previous.unitEnd, amount.start);
      const wasChange = previous.quantity.change === 'by';
      // `giảm 761 vụ (15,4%)`, `ít hơn 03 vụ = 1,6%`: the same change in per cent.
      const isBracket = amount.percent && /^[^.;()\d]{0,40}\(\s*$/u.test(between);
      const isEqual = /^\s*=\s*$/u.test(between);
      if (wasChange && change === null && (isBracket || isEqual))
        [change, direction] = ['by', previous.quantity.direction];
      // `giảm 761 vụ (15,4%), 567 bị can (8,3%)`, `tăng 55 vụ/154 đối tượng`: a list of changes.
      const isList = /^\)?\s*(?:,|và|and|\/)\s*$/u.test(between.replace(/^\s*\)/, ')'));
      const continuesList =
        between.trim() === '/' ||
        /^[^.;(]{0,30}\(\s*[+-]?[\d.,]+\s?%\s*\)/u.test(tail) ||
        (!amount.percent && /^[^.;\d]{0,30}so với/u.test(tail)) ||
        /^[^.;\d]{0,30}(?:compared (?:with|to)|year[- ]on[- ]year)/.test(tail);
      if (wasChange && change === null && isList && continuesList)
        [change, direction] = ['by', previous.quantity.direction];
      // `385 vụ so với 507 năm 2013`: the unit is left out the second time.
      if (unit === null && words.comparedWith.test(between)) ({ unit } = previous.quantity);
    }

    const quantity = make(
      {
        value: amount.value,
        qualifier,
        change,
        direction,
        percent: amount.percent,
        spelled: amount.spelled,
        ...unitFields(unit),
      },
      amount.start,
      amount.end,
      before.start,
    );
    add(quantity, amount.end);
    // `218 vụ trong tổng số 342 vụ`: both numbers are stated, and the first is a part of the second.
    const pastUnit: number = amount.end + unitLength(flat, amount.end, unit);
    if (next && words.partOf.test(flat.slice(pastUnit, next.start)) && !isName(flat, next, words))
      Object.assign(quantity, { of: [amount.value, next.value] });
    if (unit === null && quantity.of && next) {
      const wholeUnit = unitAt(flat, next.end, words);
      Object.assign(quantity, unitFields(wholeUnit));
    }
    // `tăng từ 5 lên 7 vụ`: the unit stands once, after the second number.
    if (change === 'to' && previous?.quantity.change === 'from' && previous.quantity.unit === null)
      Object.assign(previous.quantity, unitFields(unit));
    previous = { quantity, end: amount.end, unitEnd: pastUnit };
  }
  return result.sort((a, b) => a.index - b.index);
};
