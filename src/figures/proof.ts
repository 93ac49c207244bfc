/** Holds a figure against the words of its source. */
import type { Indicator, Observation } from '../schema/index.ts';
import { readQuantities, type Quantity } from './quantities.ts';
import type { Language } from './quantity-words.ts';
import { isPercent, numbersOf } from './values.ts';

/** Why a quote does not prove an observation. `stated` is what the quote says in its place. */
export interface Mismatch {
  kind: 'value' | 'qualifier' | 'direction' | 'unit' | 'change' | 'range' | 'magnitude' | 'subject';
  stated: string;
}

/** A passage of a source, with the language that it is written in. */
export interface Passage {
  text: string;
  language: Language;
}

/** Many figures rest on one passage, which is read once. */
const quantitiesOf = (passage: Passage): readonly Quantity[] => {
  const known = readPassages.get(passage) ?? readQuantities(passage.text, passage);
  readPassages.set(passage, known);
  return known;
};
const readPassages = new WeakMap<Passage, readonly Quantity[]>();

/** A quantity with the three words after it: enough to see what it counts. */
const withWords = ({ text, following }: Quantity): string =>
  [text, ...following.split(' ').slice(0, 3)].join(' ').trim();

/** Words that may name the unit in a source: the indicator's own, and those it lists. */
const unitsOf = (indicator: Indicator, language: Language): string[] => [
  indicator.unit[language],
  ...indicator.sourceUnits,
];

/** Whether the words after a number begin with a unit, as whole words, or the number's unit was carried over from the one before. */
export const countsIn = ({ following, unit }: Quantity, wanted: string): boolean => {
  const name = wanted.normalize('NFC').toLowerCase();
  return unit === name || (following.startsWith(name) && !/^[\p{L}\p{M}\d]/u.test(following.slice(name.length)));
};

/** How often something grew needs no unit. */
const isMultiple = ({ value }: Pick<Observation, 'value'>): boolean =>
  typeof value === 'object' && value !== null && 'multiple' in value;

const hasUnit = (
  quantity: Quantity,
  observation: Pick<Observation, 'value'>,
  indicator: Indicator,
  language: Language,
): boolean => {
  if (isMultiple(observation)) return true;
  if (isPercent(indicator)) return quantity.percent;
  if (quantity.percent) return false;
  // A source may leave out the currency after `tỷ`; another currency is another unit.
  if (indicator.measure === 'money' && quantity.currency !== null)
    return quantity.currency === (indicator.currency ?? 'VND');
  return unitsOf(indicator, language).some((unit) => countsIn(quantity, unit));
};

/** A range is proven by a range, a part of a whole by both numbers, a multiple by a multiple. Only a change has a sign, which its source states in a word. */
const hasValue = (quantity: Quantity, { value }: Pick<Observation, 'value'>, indicator: Indicator): boolean => {
  if (value === null) return false;
  const size = (number: number): number => (indicator.measure === 'change' ? Math.abs(number) : number);
  if (typeof value === 'number') return quantity.value === size(value);
  if ('multiple' in value) return quantity.multiple === value.multiple;
  if ('of' in value) return isPair(quantity.of, value.of);
  return isPair(
    quantity.range,
    value.range.map(size).sort((a, b) => a - b),
  );
};

const isPair = (read: readonly number[] | null, wanted: readonly number[]): boolean =>
  read?.every((number, index) => number === wanted[index]) ?? false;

/** A level is no change by so much, and a change is no level. */
const hasKind = ({ change }: Quantity, observation: Pick<Observation, 'value'>, indicator: Indicator): boolean =>
  isMultiple(observation) || (indicator.measure === 'change') === (change === 'by');

const hasDirection = (
  { direction }: Quantity,
  { value }: Pick<Observation, 'value'>,
  indicator: Indicator,
): boolean => {
  if (value !== null && typeof value === 'object' && 'multiple' in value)
    return (direction === 'down') === value.multiple < 1;
  return (
    indicator.measure !== 'change' || direction === (numbersOf(value).some((number) => number < 0) ? 'down' : 'up')
  );
};

/** Whether a quantity of a text has the value, the qualifier and the direction of an observation. */
export const matches = (quantity: Quantity, observation: Observation, indicator: Indicator): boolean =>
  hasValue(quantity, observation, indicator) &&
  hasKind(quantity, observation, indicator) &&
  hasDirection(quantity, observation, indicator) &&
  quantity.qualifier === observation.qualifier;

/** Where one clause of a list ends and the next begins, seen from the second number backwards. */
const SEPARATOR =
  /[,;.()](?![^]*[,;.()])|(?:^|\s)(?:và|còn|trong đó|and|while)\s(?![^]*\s(?:và|còn|trong đó|and|while)\s)/u;

/**
 * The words of a quote that say what a quantity counts: around it, as far as the clauses of other quantities of the same
 * unit. `28% bị bán ra nước ngoài, 72% trong nước` has two clauses, parted at the comma.
 */
const clauseOf = (quote: string, quantity: Quantity, all: readonly Quantity[]): string => {
  const text = quote.normalize('NFC');
  const peers = all.filter(
    (other) => other !== quantity && other.percent === quantity.percent && other.unit === quantity.unit,
  );
  const parting = (from: number, to: number): number => {
    const between = text.slice(from, to);
    const separator = SEPARATOR.exec(between);
    return separator ? from + separator.index : from;
  };
  const before = peers.filter(({ index }) => index < quantity.index).at(-1);
  const after = peers.find(({ index }) => index > quantity.index);
  const start = before ? parting(endOf(before), quantity.index) : 0;
  const end = after ? parting(endOf(quantity), after.index) : text.length;
  return text.slice(start, end);
};

const endOf = ({ index, text, unit }: Quantity): number => index + text.length + (unit?.length ?? 0);

/** Whether the words around a quantity name what the indicator counts. True where the indicator lists no such words. */
const hasSubject = (quote: string, quantity: Quantity, all: readonly Quantity[], indicator: Indicator): boolean => {
  if (indicator.sourceTerms.length === 0) return true;
  const clause = clauseOf(quote, quantity, all).toLowerCase();
  return indicator.sourceTerms.some((term) => clause.includes(term.normalize('NFC').toLowerCase()));
};

/**
 * Null where value, unit, qualifier, direction and subject of an observation follow from the passage; else the nearest
 * mismatch: the statement of the passage that fits best, and what is wrong with it.
 * `usedIndexes` holds the places of numbers that prove another observation, and gets the one that proves this.
 */
export const findMismatch = (
  observation: Observation,
  indicator: Indicator,
  passage: Passage,
  usedIndexes = new Set<number>(),
): Mismatch | null => {
  const { text, language } = passage;
  // The passage of a missing value shows that the source gives none.
  if (observation.value === null) return null;
  const all = quantitiesOf(passage);
  const nearest = (kind: Mismatch['kind'], [first]: readonly Quantity[]): Mismatch => ({
    kind,
    // What a number counts matters for these; for the others the number with its qualifier is the statement.
    stated: first ? (kind === 'qualifier' || kind === 'direction' ? first.text : withWords(first)) : '',
  });
  const sameValue = all.filter((quantity) => hasValue(quantity, observation, indicator));
  const sameUnit = sameValue.filter((quantity) => hasUnit(quantity, observation, indicator, language));
  const sameKind = sameUnit.filter((quantity) => hasKind(quantity, observation, indicator));
  const sameDirection = sameKind.filter((quantity) => hasDirection(quantity, observation, indicator));
  const sameQualifier = sameDirection.filter(({ qualifier }) => qualifier === observation.qualifier);
  const sameSubject = sameQualifier.filter((quantity) => hasSubject(text, quantity, all, indicator));
  const proof = sameSubject.find(({ index }) => !usedIndexes.has(index));
  if (proof) {
    usedIndexes.add(proof.index);
    return null;
  }
  if (sameSubject.length === 0 && sameQualifier.length > 0) return nearest('subject', sameQualifier);
  if (sameQualifier.length === 0 && sameDirection.length > 0) return nearest('qualifier', sameDirection);
  if (sameDirection.length === 0 && sameKind.length > 0) return nearest('direction', sameKind);
  if (sameKind.length === 0 && sameUnit.length > 0) return nearest('change', sameUnit);
  if (sameUnit.length === 0 && sameValue.length > 0) return nearest('unit', sameValue);
  const { value } = observation;
  const ends = all.filter(
    ({ range, of }) => typeof value === 'number' && [...(range ?? []), ...(of ?? [])].includes(Math.abs(value)),
  );
  if (ends.length > 0) return nearest('range', ends);
  const free = all.filter(({ index, magnitude }) => !usedIndexes.has(index) && magnitude === null);
  const candidates = free.filter((quantity) => hasUnit(quantity, observation, indicator, language));
  const sizes = all.filter(({ magnitude }) => magnitude !== null);
  if (candidates.length === 0 && sizes.length > 0) return nearest('magnitude', sizes);
  return { kind: 'value', stated: (candidates.length > 0 ? candidates : free).map(({ text }) => text).join('; ') };
};
