/**
 * Compares the description of published figures with an earlier commit: what a figure counts, where, when and by which passage
 * may not change without an entry in `changes`, and such an entry may not change afterwards.
 */
import type { ContentEntry } from '../content-loader/index.ts';
import { dates } from '../i18n/index.ts';
import type { Problem } from '../problems/index.ts';
import { changeableFields, DEFAULT_STATUS, type DescriptionChange } from '../schema/index.ts';

/** Collections whose entries describe published figures. */
export const describingKinds = ['statistics', 'indicators', 'sources'] as const;

/** What the published releases use of the other files. */
export interface PublishedUse {
  /** Ids of indicators. */
  indicators: ReadonlySet<string>;
  /** Passages that prove or corroborate a figure, as `source/quote`. */
  passages: ReadonlySet<string>;
}

/** The indicators and passages that published releases use. Their data was read from git and may be invalid. */
export const usedBy = (releases: readonly unknown[]): PublishedUse => {
  const observations = releases.flatMap((data) => listIn(data, 'observations').map((item) => ({ data, item })));
  return {
    indicators: new Set(observations.map(({ item }) => textAt(item, ['indicator']))),
    passages: new Set(
      observations.flatMap(({ data, item }) => [
        `${textAt(data, ['source'])}/${textAt(item, ['quote'])}`,
        ...stringsIn(item, 'corroboratedBy'),
      ]),
    ),
  };
};

/**
 * Changes of the description since `before`, the published data of the same file. Throws nothing: fields that an older schema
 * did not have count as absent.
 */
export const compareDescription = (
  entry: ContentEntry,
  before: unknown,
  use: () => PublishedUse,
  today: string,
): Problem[] => {
  const now = entry.data;
  const entries = listIn(now, 'changes').filter(isChange);
  const published = listIn(before, 'changes').filter(isChange);
  const { missing: lost, rest: added } = subtract(published, entries);
  const problems = lost.map((change) => lostEntry(entry.file, entry.locate(['changes']), change));
  const isLost = (field: string): boolean => lost.some((change) => change.field === field);
  const report = (path: readonly PropertyKey[], field: string, from: string, to: string, key = field): void => {
    // Restoring a lost entry often explains the change as well, so only the loss is reported.
    if (isLost(field)) return;
    // The schema refuses an empty reason, so the editor has to write one after pasting this.
    const written = oneLine({ date: today, field, from, to, reason: '' });
    problems.push({
      file: entry.file,
      ...entry.locate(path),
      code: 'change-missing',
      detail: {
        id: key,
        field,
        from,
        to,
        first: Number(entries.length === 0),
        entry: entries.length === 0 ? `"changes": [${written}]` : written,
      },
    });
  };
  for (const field of heldFields(entry, before, use)) {
    const path = pathOf(now, field);
    const oldPath = pathOf(before, field);
    // An observation that is gone is reported as lost.
    if (!path || !oldPath) continue;
    if (field.endsWith('.corroboratedBy')) {
      const kept = new Set(stringsIn(now, ...path));
      for (const passage of stringsIn(before, ...oldPath)) {
        const isTold = added.some((change) => change.field === field && change.from === passage && change.to === '');
        if (!kept.has(passage) && !isTold) report(path, field, passage, '', `${field} ${passage}`);
      }
      continue;
    }
    const [old, current] = [textAt(before, oldPath), textAt(now, path)];
    // To say more takes nothing back: a note, or who counted.
    if (old === '' && (field.endsWith('.note') || field.startsWith('producer.'))) continue;
    const told = follow(
      old,
      current,
      added.filter((change) => change.field === field),
    );
    if (told !== current) report(path, field, told, current);
  }
  return problems;
};

/** Entries in `changes` that are gone with their file. */
export const changesGone = (file: string, before: unknown): Problem[] =>
  listIn(before, 'changes')
    .filter(isChange)
    .map((change) => lostEntry(file, { line: 1, column: 1 }, change));

/** The value that the entries lead to from a published value: the current one if every step is told. */
const follow = (published: string, current: string, entries: readonly DescriptionChange[]): string => {
  const unused = [...entries];
  let value = published;
  while (value !== current) {
    const next = unused.findIndex(({ from }) => from === value);
    const [step] = next < 0 ? [] : unused.splice(next, 1);
    if (!step) break;
    value = step.to;
  }
  return value;
};

/** The fields of a file that may not change in silence, as dot paths. */
const heldFields = ({ kind, id }: ContentEntry, before: unknown, use: () => PublishedUse): string[] => {
  switch (kind) {
    case 'statistics':
      return [
        ...changeableFields.release,
        ...listIn(before, 'observations').flatMap((item) =>
          changeableFields.observation.map((field) => `observations.${textAt(item, ['indicator'])}.${field}`),
        ),
      ];
    case 'indicators':
      return use().indicators.has(id) ? [...changeableFields.indicator] : [];
    case 'sources':
      return [...use().passages]
        .filter((passage) => passage.startsWith(`${id}/`))
        .map((passage) => `quotes.${passage.slice(id.length + 1)}`);
    default:
      return [];
  }
};

/** Path of a field in the data: an observation is named by its indicator and found by its place. Null if there is no such observation. */
const pathOf = (data: unknown, field: string): (string | number)[] | null => {
  const [first = '', ...rest] = field.split('.');
  if (first !== 'observations') return [first, ...rest];
  const index = listIn(data, 'observations').findIndex((item) => textAt(item, ['indicator']) === rest[0]);
  return index < 0 ? null : [first, index, ...rest.slice(1)];
};

const valueAt = (data: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<string | number, unknown>)[key] : undefined,
    data,
  );

/** The value of a field as text; empty if it is absent. */
const textAt = (data: unknown, path: readonly (string | number)[]): string => {
  const value = valueAt(data, path);
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  return path.at(-1) === 'status' ? DEFAULT_STATUS : '';
};

const listAt = (data: unknown, path: readonly (string | number)[]): unknown[] => {
  const value = valueAt(data, path);
  return Array.isArray(value) ? value : [];
};

/** The objects in a list of data whose shape is not known; none where there is no such list. */
export const listIn = (data: unknown, field: string): object[] =>
  listAt(data, [field]).filter((item): item is object => typeof item === 'object' && item !== null);

const stringsIn = (data: unknown, ...path: (string | number)[]): string[] =>
  listAt(data, path).filter((item) => typeof item === 'string');

const isChange = (item: object): item is DescriptionChange =>
  ['date', 'field', 'from', 'to', 'reason'].every(
    (name) => typeof (item as Partial<Record<string, unknown>>)[name] === 'string',
  );

/** The published entries that are no longer there, and the entries that were not published. */
const subtract = (
  published: readonly DescriptionChange[],
  now: readonly DescriptionChange[],
): { missing: DescriptionChange[]; rest: DescriptionChange[] } => {
  const rest = [...now];
  const missing = published.filter((change) => {
    const index = rest.findIndex((each) => oneLine(each) === oneLine(change));
    if (index >= 0) rest.splice(index, 1);
    return index < 0;
  });
  return { missing, rest };
};

const lostEntry = (file: string, location: { line: number; column: number }, change: DescriptionChange): Problem => ({
  file,
  ...location,
  code: 'change-lost',
  detail: { field: change.field, date: dates.day(change.date), entry: oneLine(change) },
});

/** An entry as one line of JSON, its fields in a fixed order. */
const oneLine = ({ date, field, from, to, reason }: DescriptionChange): string =>
  jsonLine({ date, field, from, to, reason });

/** Fields as one line of JSON, without those that are absent. */
export const jsonLine = (fields: Readonly<Record<string, unknown>>): string =>
  `{ ${Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `"${name}": ${JSON.stringify(value)}`)
    .join(', ')} }`;
