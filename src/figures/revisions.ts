/** What a figure has said over time: each change of a published value, and the versions that lie between them. */
import type { Observation, Release, Revision } from '../schema/index.ts';
import type { Qualifier } from './numerals.ts';

type Dated = Pick<Release, 'publishedAt'>;
type Changing = Pick<Observation, 'value' | 'qualifier' | 'revisions'>;

/** What was published between two changes. */
export interface Version {
  /** Last part of its address: the first day it was shown; a second version of one day ends in `-2`. */
  id: string;
  /** First day it was shown: of the release, which may be known to the month or year only, or of the change before. */
  from: string;
  value: number;
  qualifier: Qualifier;
}

/** A change with what stood before and after it. */
export interface Change {
  /** Unlike any other of this figure: its day; a second change of one day ends in `-2`. */
  id: string;
  revision: Revision;
  before: Version;
  after: Version;
}

const withoutRepeats = (days: readonly string[]): string[] =>
  days.map((day, index) => {
    const earlier = days.slice(0, index).filter((other) => other === day).length;
    return earlier === 0 ? day : `${day}-${earlier + 1}`;
  });

/** Every version of an observation, oldest first; the last is the one that stands. */
export const versionsOf = ({ value, qualifier, revisions }: Changing, { publishedAt }: Dated): Version[] => {
  const days = [publishedAt, ...revisions.map(({ date }) => date)];
  const ids = withoutRepeats(days);
  const versions: Version[] = [];
  let word = qualifier;
  // Backwards: a change names the word before the number only where that changed too.
  for (let index = revisions.length; index >= 0; index--) {
    const ending = revisions[index];
    word = ending?.fromQualifier ?? word;
    versions.unshift({ id: ids[index]!, from: days[index]!, value: ending?.from ?? value, qualifier: word });
  }
  return versions;
};

/** Every change of an observation, oldest first. */
export const changesOf = (observation: Changing, release: Dated): Change[] => {
  const versions = versionsOf(observation, release);
  const ids = withoutRepeats(observation.revisions.map(({ date }) => date));
  return observation.revisions.map((revision, index) => ({
    id: ids[index]!,
    revision,
    before: versions[index]!,
    after: versions[index + 1]!,
  }));
};

/** The figure as a version of it had it. */
export const figureAt = <Whole extends { observation: Changing }>(
  figure: Whole,
  { value, qualifier }: Version,
): Whole => ({ ...figure, observation: { ...figure.observation, value, qualifier } });

/** Where a history does not hold together. */
export type ChainFlaw = { index: number } & (
  | { rule: 'value'; to: number; value: number }
  | { rule: 'link'; to: number; from: number }
  | { rule: 'order'; date: string; earlier: string }
  | { rule: 'published'; date: string; published: string }
);

/**
 * What is wrong with the revisions of an observation: the last leads to the value, each leads to the next,
 * their days never go back, and none lies before the release. Two changes on one day are possible.
 */
export const chainFlaws = ({ value, revisions }: Changing, { publishedAt }: Dated): ChainFlaw[] =>
  revisions.flatMap(({ date, from, to }, index): ChainFlaw[] => {
    const [previous, last] = [revisions[index - 1], index === revisions.length - 1];
    const found: ChainFlaw[] = [];
    // A release that is dated to the month may be of its first day: `2026-03` sorts before `2026-03-01`.
    if (date < publishedAt) found.push({ index, rule: 'published', date, published: publishedAt });
    if (previous && date < previous.date) found.push({ index, rule: 'order', date, earlier: previous.date });
    if (previous && previous.to !== from) found.push({ index, rule: 'link', to: previous.to, from });
    if (last && to !== value) found.push({ index, rule: 'value', to, value });
    return found;
  });
