/** The history of a figure: each change of a published value, and the versions between the changes. */
import type { Amount, Observation, Release, Revision, Qualifier } from '../schema/index.ts';
import { sameAmount, writtenAmount } from './values.ts';

type Dated = Pick<Release, 'publishedAt'>;
type Changing = Pick<Observation, 'value' | 'qualifier' | 'revisions'>;

/** A value as it was published between two changes. */
export interface Version {
  /** Last segment of its address: the first day it was shown; a second version of the same day ends in `-2`. */
  id: string;
  /** First day it was shown: the day of the change before, or of the release, which may be known to the month or year only. */
  from: string;
  value: Amount;
  qualifier: Qualifier;
}

/** A change with the versions before and after it. */
export interface Change {
  /** Unique within the figure: its day; a second change of the same day ends in `-2`. */
  id: string;
  revision: Revision;
  before: Version;
  after: Version;
}

/** Adds an id to each item: its day, and from the second item of a day on `-2`, `-3`. */
const withIds = <Item extends object>(
  items: readonly Item[],
  dayOf: (item: Item) => string,
): (Item & { id: string })[] => {
  const counts = new Map<string, number>();
  return items.map((item) => {
    const day = dayOf(item);
    const count = (counts.get(day) ?? 0) + 1;
    counts.set(day, count);
    return { ...item, id: count === 1 ? day : `${day}-${count}` };
  });
};

/** Every version of an observation, oldest first; the last is the current one. */
export const versionsOf = ({ value, qualifier, revisions }: Changing, { publishedAt }: Dated): Version[] => {
  let version = { from: revisions.at(-1)?.date ?? publishedAt, value, qualifier };
  const versions = [version];
  for (const [index, revision] of [...revisions.entries()].reverse()) {
    version = {
      from: revisions[index - 1]?.date ?? publishedAt,
      value: revision.from,
      // A revision states the former qualifier only if that changed too.
      qualifier: revision.fromQualifier ?? version.qualifier,
    };
    versions.unshift(version);
  }
  return withIds(versions, ({ from }) => from);
};

/** Every change of an observation, oldest first. */
export const changesOf = (observation: Changing, release: Dated): Change[] => {
  const versions = versionsOf(observation, release);
  const changes = observation.revisions.flatMap((revision, index) => {
    const [before, after] = versions.slice(index, index + 2);
    return before && after ? [{ revision, before, after }] : [];
  });
  return withIds(changes, ({ revision }) => revision.date);
};

/** The passages that state an observation, as `source/passage`. */
interface Proofs {
  /** States the current value: the passage of the last document that corrected it, else that of its release. */
  passage: string;
  /** What earlier documents stated, oldest first. */
  former: { version: Version; passage: string }[];
}

/**
 * The passages that state an observation now and stated it before. Of the values that stood before a document corrected them the
 * last one is what the document before it states: those in between were slips of the site.
 */
export const proofsOf = (
  observation: Pick<Observation, 'value' | 'qualifier' | 'quote' | 'revisions'>,
  release: Pick<Release, 'publishedAt' | 'source'>,
): Proofs => {
  const proofs: Proofs = { passage: `${release.source}/${observation.quote}`, former: [] };
  for (const { revision, before } of changesOf(observation, release)) {
    if (revision.quote === undefined || revision.quote === proofs.passage) continue;
    proofs.former.push({ version: before, passage: proofs.passage });
    proofs.passage = revision.quote;
  }
  return proofs;
};

/** The figure with the value and qualifier of one of its versions. */
export const atVersion = <Whole extends { observation: Changing }>(
  figure: Whole,
  { value, qualifier }: Version,
): Whole => ({ ...figure, observation: { ...figure.observation, value, qualifier } });

/** An inconsistency in the history of an observation. `index` is the revision. */
export type RevisionError = { index: number } & (
  | { rule: 'value'; to: string | number; value: string | number }
  | { rule: 'link'; to: string | number; from: string | number }
  | { rule: 'order'; date: string; earlier: string }
  | { rule: 'published'; date: string; published: string }
);

/**
 * Inconsistencies of the revisions of an observation: the last must end at the value, each at the start of the next,
 * their days must ascend, and none may be before the release. Two changes on the same day are allowed.
 */
export const revisionErrors = ({ value, revisions }: Changing, { publishedAt }: Dated): RevisionError[] =>
  revisions.flatMap(({ date, from, to }, index): RevisionError[] => {
    const [previous, last] = [revisions[index - 1], index === revisions.length - 1];
    const errors: RevisionError[] = [];
    // A release dated `2026-03` may be of the first day of March, and sorts before `2026-03-01`.
    if (date < publishedAt) errors.push({ index, rule: 'published', date, published: publishedAt });
    if (previous && date < previous.date) errors.push({ index, rule: 'order', date, earlier: previous.date });
    if (previous && !sameAmount(previous.to, from))
      errors.push({ index, rule: 'link', to: writtenAmount(previous.to), from: writtenAmount(from) });
    if (last && !sameAmount(to, value))
      errors.push({ index, rule: 'value', to: writtenAmount(to), value: writtenAmount(value) });
    return errors;
  });
