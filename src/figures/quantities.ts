/**
 * Reads the quantities that a text states, with their place: `trên 443.000 người`, `giảm 761 vụ (15,4%)`, `341/360 vụ`,
 * `8.000 - 10.000 tỷ đồng`, `gấp rưỡi`, `không xảy ra vụ nào`.
 *
 * A text is split into amounts (`amounts.ts`), and each amount is read together with the words before it (qualifier, change)
 * and after it (unit, part of a whole, range). The words stand in `quantity-words.ts`.
 */
import type { Qualifier } from '../schema/index.ts';
import {
  amountsOf,
  continuesAsCode,
  isBoundary,
  isName,
  isWellFormed,
  knownUnitAt,
  LOOK_AHEAD,
  slashGroup,
  type Amount,
} from './amounts.ts';
import { currencies, vocabularies, type Language, type Vocabulary } from './quantity-words.ts';

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
  // `about US$3,000`: the qualifier stands before the currency.
  const money = words.moneyBefore.exec(lead);
  if (money) lead = lead.slice(0, money.index + 1).replace(/[^a-z\s]$/u, '');
  let qualifier: Qualifier = 'exact';
  let qualifierStart = start;
  const signed = isPercent ? /(?:^|[\s(])([+\-−–])$/u.exec(lead)?.[1] : undefined;
  if (signed && /\(\s*$/.test(lead.slice(0, -1)))
    return { qualifier, change: 'by', direction: signed === '+' ? 'up' : 'down', start };
  for (let step = 0; step < 4; step += 1) {
    const hit = words.qualifiers
      .map(([pattern, name]) => ({ match: pattern.exec(lead), name }))
      .find(({ match }) => match && isBoundaryBefore(lead, match.index));
    if (!hit?.match) {
      const filler = words.fillers.exec(lead);
      if (!filler || !isBoundaryBefore(lead, filler.index)) break;
      lead = lead.slice(0, filler.index);
      continue;
    }
    if (qualifier === 'exact') qualifier = hit.name;
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

/** What a quantity takes from the words before it. */
const said = ({ qualifier, change, direction }: Before): Pick<Quantity, 'qualifier' | 'change' | 'direction'> => ({
  qualifier,
  change,
  direction,
});

const isBoundaryBefore = (text: string, at: number): boolean =>
  !/[\p{L}\p{M}]/u.test(text[at] ?? '') || !/[\p{L}\p{M}\d]/u.test(text[at - 1] ?? '');

/** The unit after a number: a known one, else the next word if it can be one. In lower case. */
const unitAt = (lower: string, at: number, words: Vocabulary): string | null => {
  const known = knownUnitAt(lower, at, words);
  if (known) return known;
  const glued = words.gluedUnits.find((unit) => lower.startsWith(unit, at) && isBoundary(lower, at + unit.length));
  if (glued) return glued;
  // `10 năm tù`, but `507 năm 2013`.
  if (words.group === '.' && /^\snăm(?![\p{L}\p{M}])(?!\s\d)/u.test(lower.slice(at, at + 8))) return 'năm';
  const word = /^\s([\p{L}\p{M}]+)/u.exec(lower.slice(at, at + 24))?.[1];
  if (word === undefined || words.notUnits.has(word)) return null;
  return (words.group === ',' ? unitAfterAdjectives(lower, at + 1 + word.length, words) : null) ?? word;
};

/** `1,300 Vietnamese nationals`: the known unit after at most two words that describe it. */
const unitAfterAdjectives = (lower: string, at: number, words: Vocabulary): string | null => {
  let position = at;
  for (let count = 0; count < 2; count += 1) {
    const known = /^\s/.test(lower.slice(position, position + 1)) ? knownUnitAt(lower, position, words) : null;
    if (known) return known;
    const word = /^\s([a-z-]+)/.exec(lower.slice(position, position + 24))?.[1];
    if (word === undefined || words.notUnits.has(word)) return null;
    position += 1 + word.length;
  }
  return null;
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

/** `không xảy ra vụ nào`: no one of a known unit. */
const zeroPattern = ({ zero, units }: Vocabulary): RegExp =>
  new RegExp(zero.source.replace('UNIT', units.map(escaped).join('|')), 'gu');
const zeroPatterns: Readonly<Record<Language, RegExp>> = {
  vi: zeroPattern(vocabularies.vi),
  en: zeroPattern(vocabularies.en),
};

/** A quantity that was read, and where it ends: with its number, and with its unit. */
interface Read {
  quantity: Quantity;
  end: number;
  unitEnd: number;
}

/** An amount with what the reader asks of its surroundings. */
interface Place {
  amount: Amount;
  next: Amount | undefined;
  before: Before;
  /** The words before the amount, in lower case. */
  lead: string;
  /** The amount is part of a date, a law or a name. */
  isNamed: boolean;
}

/** Reads one text. */
class Reader {
  readonly #text: string;
  /** In lower case, with the same places. */
  readonly #lower: string;
  readonly #words: Vocabulary;
  readonly #language: Language;
  readonly #found: Quantity[] = [];
  readonly #taken: [start: number, end: number][] = [];
  #previous: Read | null = null;

  constructor(text: string, language: Language) {
    this.#text = text.normalize('NFC');
    const lower = this.#text.toLowerCase();
    // Lower case may change the length of a text (İ).
    this.#lower = lower.length === this.#text.length ? lower : this.#text;
    this.#words = vocabularies[language];
    this.#language = language;
  }

  quantities(): Quantity[] {
    this.#phrases();
    const amounts = amountsOf(this.#lower, this.#language).filter(({ start, end }) => !this.#isTaken(start, end));
    for (let at = 0; at < amounts.length;) at += this.#read(amounts, at);
    return this.#found.sort((a, b) => a.index - b.index);
  }

  #isTaken(start: number, end: number): boolean {
    return this.#taken.some(([from, to]) => start < to && end > from);
  }

  /** Adds a quantity whose number stands from `start` to `end`, with its qualifier from `textStart` on. */
  #add(part: Partial<Quantity>, start: number, end: number, textStart = start): Quantity {
    const quantity: Quantity = {
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
      following: this.#lower
        .slice(end, end + LOOK_AHEAD)
        .trimStart()
        .toLowerCase(),
      text: this.#text.slice(textStart, end).trim(),
      index: start,
      ...part,
    };
    this.#found.push(quantity);
    this.#taken.push([start, end]);
    return quantity;
  }

  /** As `#add`, for a quantity that the next one may carry on from. */
  #addRead(part: Partial<Quantity>, start: number, end: number, textStart: number): Quantity {
    const quantity = this.#add(part, start, end, textStart);
    this.#previous = { quantity, end, unitEnd: end + unitLength(this.#lower, end, quantity.unit) };
    return quantity;
  }

  /** Calls `add` for each match of a pattern that no other phrase has taken. */
  #each(pattern: RegExp, add: (match: RegExpExecArray, start: number, end: number) => void): void {
    const flags = pattern.flags.includes('g') ? pattern.flags : `${pattern.flags}g`;
    for (const match of this.#lower.matchAll(new RegExp(pattern.source, flags))) {
      const end = match.index + match[0].length;
      if (!this.#isTaken(match.index, end)) add(match, match.index, end);
    }
  }

  /** Quantities that are stated without a number: multiples, fractions, orders of magnitude and zero. */
  #phrases(): void {
    const words = this.#words;
    if (!words.phraseWords.test(this.#lower)) return;
    for (const [pattern, multiple] of words.multiples)
      this.#each(pattern, (_match, start, end) => {
        const { qualifier, direction, start: from } = readBefore(this.#lower, start, words, false);
        this.#add(
          { multiple, spelled: true, qualifier, direction: multiple < 1 ? 'down' : direction },
          start,
          end,
          from,
        );
      });
    for (const [pattern, of] of words.fractions)
      this.#each(pattern, (_match, start, end) => {
        const before = readBefore(this.#lower, start, words, false);
        this.#add({ ...said(before), of, spelled: true }, start, end, before.start);
      });
    this.#each(words.magnitude, ([, scales = ''], start, end) => {
      const magnitude = scales
        .split(/\s+/)
        .reduce((product, word) => product * (magnitudeWords[word] ?? words.scales[word] ?? 1), 1);
      this.#add({ magnitude, qualifier: 'about', spelled: true, ...unitFields(this.#unitAt(end)) }, start, end);
    });
    this.#each(zeroPatterns[this.#language], ([, unit = ''], start, end) => {
      this.#add({ value: 0, spelled: true, ...unitFields(unit) }, start, end - unit.length);
    });
  }

  #unitAt(at: number): string | null {
    return unitAt(this.#lower, at, this.#words);
  }

  /** Reads what begins at one amount; returns how many amounts it took. */
  #read(amounts: readonly Amount[], at: number): number {
    const amount = amounts[at];
    if (!amount) return 1;
    const group = slashGroup(this.#lower, amounts, at);
    const last = group.at(-1) ?? amount;
    if (group.length > 2 || (continuesAsCode(this.#lower, last) && !last.percent)) return group.length;
    const place: Place = {
      amount,
      next: amounts[at + 1],
      before: readBefore(this.#lower, amount.start, this.#words, amount.percent),
      lead: this.#lower.slice(Math.max(amount.start - LOOK_BACK, 0), amount.start),
      isNamed: isName(this.#lower, amount, this.#words),
    };
    if (this.#words.rank.test(place.lead)) {
      this.#add({ rank: amount.value, spelled: amount.spelled }, amount.start, amount.end);
      return group.length;
    }
    const code = this.#codeLength(amount);
    if (code > 0) return amounts.slice(at).filter(({ start }) => start < amount.start + code).length;
    if (group.length === 2) {
      this.#partOfWhole(place, last);
      return 2;
    }
    if (this.#range(place)) return 2;
    if (!place.isNamed && !this.#multiple(place)) this.#single(place);
    return 1;
  }

  /** The length of a telephone number or another code in groups (`0868-222-333`) that begins at an amount; 0 where none does. */
  #codeLength({ start, digitsEnd }: Amount): number {
    const [code = ''] = /^\d+(?:[-–.]\d+){2,}(?![\d.,])/.exec(this.#lower.slice(start, start + 40)) ?? [];
    // `8.000–10.000 tỷ` is two numbers.
    const ends = code.split(/[-–]/);
    const isRange = ends.length === 2 && ends.every((end) => isWellFormed(end, this.#words.group) && !/^0\d/.test(end));
    return code.length > digitsEnd - start && !isRange ? code.length : 0;
  }

  /** `341/360 vụ`, `1/3`; not `1/3` as a date. */
  #partOfWhole({ amount, before, lead, isNamed }: Place, whole: Amount): void {
    const isPart =
      knownUnitAt(this.#lower, whole.end, this.#words) !== null ||
      this.#words.fractionBefore.test(lead) ||
      this.#words.fractionAfter.test(this.#lower.slice(whole.end, whole.end + 40));
    if (isNamed || whole.yearLike || !isPart) return;
    this.#addRead(
      { ...said(before), of: [amount.value, whole.value], ...unitFields(this.#unitAt(whole.end)) },
      amount.start,
      whole.end,
      before.start,
    );
  }

  /** `8.000 - 10.000 tỷ`, `từ 5 đến 7 vụ`. Returns whether two numbers stand together, as a range or as a pair of years. */
  #range({ amount, next, before, lead, isNamed }: Place): boolean {
    if (!next) return false;
    const gap = this.#lower.slice(amount.end, next.start);
    const isBetween =
      /(?:từ|khoảng|between|from)\s*$/u.test(lead) ||
      /^\s*(?:-|–|—)\s*$/u.test(gap) ||
      // `0,5 đến 1%`, but `fell by 12.5% to 2,632`.
      (/^\s(?:đến|tới|to)\s$/u.test(gap) && before.change === null && amount.percent <= next.percent);
    if (!this.#words.rangeWords.test(gap) || !isBetween) return false;
    const isCode =
      /^0\d{2,}/.test(this.#lower.slice(amount.start, amount.digitsEnd)) ||
      /^-\d/.test(this.#lower.slice(next.end, next.end + 2));
    if ((amount.yearLike && next.yearLike) || isCode || isNamed) return true;
    // `tăng từ 5 đến 7`: two levels of a change.
    const withoutFrom = lead.replace(/(?:từ|from)\s*$/u, '');
    const isChange =
      before.change === 'from' ||
      (withoutFrom !== lead && (this.#words.up.test(withoutFrom) || this.#words.down.test(withoutFrom)));
    if (isChange) return false;
    // The scale stands once, after the second number.
    const scale = amount.scale === 1 && !amount.spelled ? next.scale : 1;
    const from = scale === 1 ? amount.value : scaledBy(amount.value, scale);
    if (from > next.value) return false;
    this.#addRead(
      {
        ...said(before),
        range: [from, next.value],
        percent: next.percent,
        spelled: amount.spelled,
        ...unitFields(next.percent ? '%' : this.#unitAt(next.end)),
      },
      amount.start,
      next.end,
      before.start,
    );
    return true;
  }

  /** `gấp 2 lần`. */
  #multiple({ amount, before, lead }: Place): boolean {
    const after = this.#lower.slice(amount.end, amount.end + 24);
    const between = this.#previous ? this.#lower.slice(this.#previous.unitEnd, amount.start) : '';
    // `tăng 2,3 lần về số vụ và 1,8 lần về số tiền`.
    const isNext =
      typeof this.#previous?.quantity.multiple === 'number' && /^[^.;\d]{0,40}(?:,|và|and)\s*$/u.test(between);
    if (!this.#words.times(isNext ? 'gấp ' : lead, after)) return false;
    const unit = this.#unitAt(amount.end);
    this.#addRead(
      { ...said(before), multiple: amount.value, spelled: amount.spelled, unit },
      amount.start,
      amount.end,
      before.start,
    );
    return true;
  }

  /** A number by itself: a level, or a change by so much. */
  #single({ amount, next, before, lead }: Place): void {
    const unit = this.#statedUnit(amount, lead);
    const unitEnd = amount.end + unitLength(this.#lower, amount.end, unit);
    const tail = this.#lower.slice(unitEnd, amount.end + LOOK_AHEAD);
    const after = this.#lower.slice(amount.end, amount.end + 60);
    const suffix = this.#words.suffixes.find(([pattern]) => pattern.test(after))?.[1];
    const previous = this.#previous;
    const between = previous ? this.#lower.slice(previous.unitEnd, amount.start) : '';
    const carried = unit === null && this.#words.comparedWith.test(between) ? previous?.quantity.unit : null;
    const ofSubject =
      unit === null && (before.change === 'from' || before.change === 'to') ? this.#subjectUnit(lead) : null;
    const quantity = this.#addRead(
      {
        value: amount.value,
        ...said(before),
        ...(before.qualifier === 'exact' && suffix && { qualifier: suffix }),
        ...(before.change === null && this.#changeAround(amount, between, tail)),
        percent: amount.percent,
        spelled: amount.spelled,
        ...unitFields(unit ?? ofSubject ?? carried ?? null),
      },
      amount.start,
      amount.end,
      before.start,
    );
    // `218 vụ trong tổng số 342 vụ`: both numbers are stated, and the first is a part of the second.
    if (
      next &&
      this.#words.partOf.test(this.#lower.slice(unitEnd, next.start)) &&
      !isName(this.#lower, next, this.#words)
    )
      Object.assign(quantity, {
        of: [amount.value, next.value],
        ...(quantity.unit === null && unitFields(this.#unitAt(next.end))),
      });
    // `tăng từ 5 lên 7 vụ`: the unit stands once, after the second number.
    if (quantity.change === 'to' && previous?.quantity.change === 'from' && previous.quantity.unit === null)
      Object.assign(previous.quantity, unitFields(quantity.unit));
  }

  /** The unit after an amount, or the currency before it (`$16 billion`). */
  #statedUnit(amount: Amount, lead: string): string | null {
    if (amount.percent) return '%';
    if (amount.points) return pointsUnit[this.#language];
    const unit = this.#unitAt(amount.end);
    const money = this.#words.moneyBefore.exec(lead)?.[1];
    if (!money || (unit !== null && currencies[unit] !== undefined)) return unit;
    return { $: 'usd', '€': 'eur' }[money] ?? money;
  }

  /** What is counted in a sentence on its change: `số vụ giảm từ 58 xuống 41`, `calls fell to 2,632`. */
  #subjectUnit(lead: string): string | null {
    const clause = lead.slice(Math.max(lead.lastIndexOf(';'), lead.lastIndexOf('. ')) + 1);
    const cue = this.#language === 'vi' ? /(?<![\p{L}\p{M}])số\s/gu : /(?<![a-z])(?=[a-z])/g;
    return (
      [...clause.matchAll(cue)]
        .map(({ index, 0: found }) => knownUnitAt(clause, index + found.length, this.#words))
        .find((unit) => unit !== null) ?? null
    );
  }

  /** A change that is said after the number (`a 12% increase`), or carried over from the number before. */
  #changeAround(amount: Amount, between: string, tail: string): Pick<Quantity, 'change' | 'direction'> | undefined {
    if (this.#words.upAfter.test(tail)) return { change: 'by', direction: 'up' };
    if (this.#words.downAfter.test(tail)) return { change: 'by', direction: 'down' };
    const previous = this.#previous?.quantity;
    if (previous?.change !== 'by') return undefined;
    // `giảm 761 vụ (15,4%)`, `ít hơn 03 vụ = 1,6%`: the same change in per cent.
    const isSame =
      (amount.percent &&
        (/^[^.;()\d]{0,40}\(\s*(?:tương đương|tương ứng|bằng|or|equivalent to)?\s*$/u.test(between) ||
          /^\s*,?\s*(?:tương đương|tương ứng|bằng|or|equivalent to)(?: với)?\s*$/u.test(between))) ||
      /^\s*=\s*$/u.test(between);
    // `giảm 761 vụ (15,4%), 567 bị can (8,3%)`, `tăng 55 vụ/154 đối tượng`: a list of changes.
    const isList = /^\s*\)?\s*(?:,|và|and|\/)\s*$/u.test(between);
    if (/^\s*,?\s*(?:and|while|but)\s[^.;\d]{0,30}\sby\s*$/.test(between))
      return { change: 'by', direction: previous.direction };
    const continuesList =
      between.trim() === '/' ||
      /^[^.;(]{0,30}\(\s*[+-]?[\d.,]+\s?%\s*\)/u.test(tail) ||
      (!amount.percent && /^[^.;\d]{0,30}so với/u.test(tail)) ||
      /^[^.;\d]{0,30}(?:compared (?:with|to)|year[- ]on[- ]year)/.test(tail);
    return isSame || (isList && continuesList) ? { change: 'by', direction: previous.direction } : undefined;
  }
}

/** The quantities that a text states, in order. `language` decides what a comma means; by default Vietnamese. */
export const readQuantities = (text: string, { language = 'vi' }: { language?: Language } = {}): Quantity[] =>
  new Reader(text, language).quantities();
