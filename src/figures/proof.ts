/** Compares a figure with the quote of its source. */
import type { Indicator, Observation } from '../schema/index.ts';
import { isFollowedBy, readNumerals, type Numeral } from './numerals.ts';

/** Why a quote does not prove an observation. `stated` is what the quote says instead. */
export interface Mismatch {
  kind: 'value' | 'qualifier' | 'direction' | 'unit';
  stated: string;
}

/** A number with the three words after it, which show what it counts. */
const withWords = ({ text, following }: Numeral): string =>
  [text, ...following.split(' ').slice(0, 3)].join(' ').trim();

/** Words for the unit in sources: the indicator's own unit and its `sourceUnits`. */
const unitsOf = (indicator: Indicator): string[] => [indicator.unit.vi, ...indicator.sourceUnits];

const hasUnit = (numeral: Numeral, indicator: Indicator): boolean =>
  indicator.measure === 'count' || indicator.measure === 'money'
    ? !numeral.percent && unitsOf(indicator).some((unit) => isFollowedBy(numeral, unit))
    : numeral.percent;

/** Only a change has a sign, which its source states as a word. */
const rightValue = (numeral: Numeral, { value }: Observation, indicator: Indicator): boolean =>
  numeral.value === (indicator.measure === 'change' ? Math.abs(value) : value);

const rightDirection = (numeral: Numeral, observation: Observation, indicator: Indicator): boolean =>
  indicator.measure === 'change' ? numeral.direction === (observation.value < 0 ? 'down' : 'up') : true;

/** Whether a number in a text has the value, the qualifier and the direction of an observation. */
export const matches = (numeral: Numeral, observation: Observation, indicator: Indicator): boolean =>
  rightValue(numeral, observation, indicator) &&
  rightDirection(numeral, observation, indicator) &&
  numeral.qualifier === observation.qualifier;

/**
 * Null if value, unit, qualifier and direction of an observation follow from the quote; else what differs in the statement
 * of the quote that is closest to the observation.
 * `usedIndexes`: indexes of numbers in the quote that prove other observations; the number that proves this one is added.
 */
export const findMismatch = (
  observation: Observation,
  indicator: Indicator,
  quote: string,
  usedIndexes = new Set<number>(),
): Mismatch | null => {
  const numerals = readNumerals(quote);
  const sameValue = numerals.filter((numeral) => rightValue(numeral, observation, indicator));
  const sameUnit = sameValue.filter((numeral) => hasUnit(numeral, indicator));
  const sameDirection = sameUnit.filter((numeral) => rightDirection(numeral, observation, indicator));
  const sameQualifier = sameDirection.filter((numeral) => numeral.qualifier === observation.qualifier);
  const proof = sameQualifier.find(({ index }) => !usedIndexes.has(index));
  if (proof) {
    usedIndexes.add(proof.index);
    return null;
  }
  if (sameDirection[0] && sameQualifier.length === 0) return { kind: 'qualifier', stated: sameDirection[0].text };
  if (sameUnit[0] && sameDirection.length === 0) return { kind: 'direction', stated: sameUnit[0].text };
  if (sameValue[0] && sameUnit.length === 0) return { kind: 'unit', stated: withWords(sameValue[0]) };
  const free = numerals.filter(({ index }) => !usedIndexes.has(index));
  const candidates = free.filter((numeral) => hasUnit(numeral, indicator));
  return {
    kind: 'value',
    stated: (candidates.length > 0 ? candidates : free).map((numeral) => numeral.text).join('; '),
  };
};
