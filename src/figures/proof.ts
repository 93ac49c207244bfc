/** Holds a figure against the words of its source. */
import type { Indicator, Observation } from '../schema/index.ts';
import { isFollowedBy, readNumerals, type Numeral } from './numerals.ts';

/** Why a quote does not prove an observation. `stated` is what the quote says in its place. */
export interface Flaw {
  kind: 'value' | 'qualifier' | 'direction' | 'unit';
  stated: string;
}

/** A number with the three words after it: enough to see what it counts. */
const withWords = ({ text, following }: Numeral): string =>
  [text, ...following.split(' ').slice(0, 3)].join(' ').trim();

/** Words that may name the unit in a source: the indicator's own, and those it lists. */
const unitsOf = (indicator: Indicator): string[] => [indicator.unit.vi, ...indicator.sourceUnits];

const hasUnit = (numeral: Numeral, indicator: Indicator): boolean =>
  indicator.measure === 'count' || indicator.measure === 'money'
    ? !numeral.percent && unitsOf(indicator).some((unit) => isFollowedBy(numeral, unit))
    : numeral.percent;

/** Only a change has a sign, and its source states it in a word. */
const rightValue = (numeral: Numeral, { value }: Observation, indicator: Indicator): boolean =>
  numeral.value === (indicator.measure === 'change' ? Math.abs(value) : value);

const rightDirection = (numeral: Numeral, observation: Observation, indicator: Indicator): boolean =>
  indicator.measure === 'change' ? numeral.direction === (observation.value < 0 ? 'down' : 'up') : true;

/** Whether a number in a text has the value, the qualifier and the direction of an observation. */
export const states = (numeral: Numeral, observation: Observation, indicator: Indicator): boolean =>
  rightValue(numeral, observation, indicator) &&
  rightDirection(numeral, observation, indicator) &&
  numeral.qualifier === observation.qualifier;

/**
 * Null where value, unit, qualifier and direction of an observation follow from the quote; else the nearest flaw:
 * the statement in the quote that fits best, and what is wrong with it.
 * `taken` holds the places of numbers that prove another observation, and gets the one that proves this.
 */
export const disprove = (
  observation: Observation,
  indicator: Indicator,
  quote: string,
  taken = new Set<number>(),
): Flaw | null => {
  const numerals = readNumerals(quote);
  const sameValue = numerals.filter((numeral) => rightValue(numeral, observation, indicator));
  const sameUnit = sameValue.filter((numeral) => hasUnit(numeral, indicator));
  const sameDirection = sameUnit.filter((numeral) => rightDirection(numeral, observation, indicator));
  const sameQualifier = sameDirection.filter((numeral) => numeral.qualifier === observation.qualifier);
  const proof = sameQualifier.find(({ index }) => !taken.has(index));
  if (proof) {
    taken.add(proof.index);
    return null;
  }
  if (sameDirection[0] && sameQualifier.length === 0) return { kind: 'qualifier', stated: sameDirection[0].text };
  if (sameUnit[0] && sameDirection.length === 0) return { kind: 'direction', stated: sameUnit[0].text };
  if (sameValue[0] && sameUnit.length === 0) return { kind: 'unit', stated: withWords(sameValue[0]) };
  const free = numerals.filter(({ index }) => !taken.has(index));
  const candidates = free.filter((numeral) => hasUnit(numeral, indicator));
  return {
    kind: 'value',
    stated: (candidates.length > 0 ? candidates : free).map((numeral) => numeral.text).join('; '),
  };
};
