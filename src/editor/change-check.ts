/**
 * Compares published files with an earlier commit: what a figure counts, where, when, by which document and passage, and what is
 * said of a number to call may not change without an entry in `changes`; an entry tells a change that was made, and stays.
 */
import type { ContentEntry } from '../content-loader/index.ts';
import { dates } from '../i18n/index.ts';
import type { Problem } from '../problems/index.ts';
import {
  addableFields,
  changingKinds,
  collections,
  freeFields,
  type ChangingKind,
  type DescriptionChange,
} from '../schema/index.ts';

/** Whether an entry is of a collection whose published files keep a list of changes. */
export const isChanging = (entry: ContentEntry): entry is ContentEntry & { kind: ChangingKind } =>
  changingKinds.some((kind) => kind === entry.kind);

/** What a comparison with one commit found. */
interface Comparison {
  problems: Problem[];
  /** Entries since the commit, by their place in `changes`: whether each tells of a change since then. */
  isTrue: Map<number, boolean>;
}

/**
 * Changes of a file since `published`, its data at an earlier commit; undefined where it was not there. `mayHaveSteps`: whether
 * other commits lie between, so that a value may have been published in the meantime. Throws nothing: fields that the schema did
 * not have then count as they are now.
 */
export const compareDescription = (
  entry: ContentEntry & { kind: ChangingKind },
  published: unknown,
  today: string,
  mayHaveSteps: boolean,
): Comparison => {
  const entries = changesIn(entry.data);
  // A file that is new since several commits may have been changed by one of them.
  if (published === undefined)
    return { problems: [], isTrue: new Map(mayHaveSteps ? [] : entries.map((_, index) => [index, false])) };
  const { missing: lost, added } = subtract(changesIn(published), entries);
  const problems = lost.map((change) => lostEntry(entry.file, entry.locate(['changes']), change));
  const isTrue = new Map(added.map((index) => [index, false]));
  const report = (field: string, from: string, to: string, id = field): void => {
    // Restoring a lost entry often explains the change as well, so only the loss is reported.
    if (lost.some((change) => change.field === field)) return;
    // The schema refuses an empty reason, so the editor has to write one after pasting this.
    const written = oneLine({ date: today, field, from, to, reason: '' });
    problems.push({
      file: entry.file,
      ...entry.locate(pathOf(entry.data, field)),
      code: 'change-missing',
      detail: {
        id,
        field,
        from,
        to,
        first: Number(entries.length === 0),
        entry: entries.length === 0 ? `"changes": [${written}]` : written,
      },
    });
  };
  const before = leavesOf(asCurrent(entry, published));
  const now = leavesOf(entry.data);
  const isSame = (leaf: Leaf | undefined, other: Leaf | undefined): boolean =>
    JSON.stringify(leaf ?? '') === JSON.stringify(other ?? '');
  const told = added.map((index) => entries[index]?.field ?? '');
  for (const field of new Set([...before.keys(), ...now.keys(), ...told])) {
    const [old, current] = [before.get(field), now.get(field)];
    const own = added.filter((index) => entries[index]?.field === field);
    if (isOtherObservation(field, before, now) || (own.length === 0 && isSame(old, current))) continue;
    const isFree = isListed(freeFields[entry.kind], field);
    const isAddable = isFree || isListed(addableFields[entry.kind], field);
    if (Array.isArray(old) || Array.isArray(current)) {
      for (const [from, to] of listChanges(itemsOf(old), itemsOf(current))) {
        const index = own.find((each) => !isTrue.get(each) && entries[each]?.from === from && entries[each].to === to);
        if (index !== undefined) isTrue.set(index, true);
        else if (!isFree && !(isAddable && from === '')) report(field, from, to, `${field} ${from}${to}`);
      }
      continue;
    }
    const [from, to] = [old ?? '', current ?? ''];
    const steps = walk(from, to, own, entries);
    if (steps.end === to) for (const index of steps.used) isTrue.set(index, true);
    else if (isFree || (isAddable && from === '' && own.length === 0)) continue;
    else if (!mayHaveSteps) report(field, from, to);
    else {
      const start = startOf(to, own, entries);
      report(field, ...(start === null ? ([steps.end, to] as const) : ([from, start] as const)));
    }
  }
  return { problems, isTrue };
};

/** Whether the former text of an entry was published once, and its new text then or now. `versions`: all published data of the file. */
export const isInHistory = (
  entry: ContentEntry & { kind: ChangingKind },
  index: number,
  versions: readonly unknown[],
): boolean => {
  const { field = '', from = '', to = '' } = changesIn(entry.data)[index] ?? {};
  const textsIn = (data: unknown): string[] => {
    const leaf = leavesOf(data).get(field) ?? '';
    return Array.isArray(leaf) ? [...leaf, ''] : [leaf];
  };
  const past = versions.flatMap((data) => textsIn(asCurrent(entry, data)));
  return from !== to && past.includes(from) && [...past, ...textsIn(entry.data)].includes(to);
};

/** An entry in `changes` that tells of no change. */
export const untrueEntry = (entry: ContentEntry, index: number): Problem => {
  const { field = '', from = '', to = '' } = changesIn(entry.data)[index] ?? {};
  return { file: entry.file, ...entry.locate(['changes', index]), code: 'change-untrue', detail: { field, from, to } };
};

/** Entries in `changes` that are gone with their file. */
export const changesGone = (file: string, before: unknown): Problem[] =>
  changesIn(before).map((change) => lostEntry(file, { line: 1, column: 1 }, change));

/** The places of entries that lead from a published value towards the current one, and how far they lead. */
const walk = (
  from: string,
  to: string,
  own: readonly number[],
  entries: readonly DescriptionChange[],
): { used: number[]; end: string } => {
  const left = [...own];
  const used: number[] = [];
  let end = from;
  while (end !== to) {
    const next = left.findIndex((index) => entries[index]?.from === end);
    const [index] = next < 0 ? [] : left.splice(next, 1);
    const step = index === undefined ? undefined : entries[index];
    if (index === undefined || !step) break;
    used.push(index);
    end = step.to;
  }
  return { used, end };
};

/** Where entries start that all lead to the current value, one to the next; null where they do not. */
const startOf = (to: string, own: readonly number[], entries: readonly DescriptionChange[]): string | null => {
  const left = [...own];
  let start = to;
  while (left.length > 0) {
    const previous = left.findIndex((index) => entries[index]?.to === start);
    const [index] = previous < 0 ? [] : left.splice(previous, 1);
    if (index === undefined) return null;
    start = entries[index]?.from ?? '';
  }
  return own.length > 0 ? start : null;
};

/** A value as text, or the items of a list as text. */
type Leaf = string | string[];

/** Every value by its dot path. An observation is named by its indicator, and `changes` is left out. */
const leavesOf = (data: unknown): Map<string, Leaf> => {
  const found = new Map<string, Leaf>();
  const add = (value: unknown, path: string): void => {
    const below = (name: string): string => (path === '' ? name : `${path}.${name}`);
    if (Array.isArray(value)) {
      const items = value as unknown[];
      if (path === 'observations') for (const item of items) add(item, below(textIn(item, 'indicator')));
      // Two numbers, such as the ends of a range, are one value.
      else if (items.some((item) => typeof item === 'number')) found.set(path, items.join(', '));
      else found.set(path, items.map(asText));
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, child] of Object.entries(value)) if (below(name) !== 'changes') add(child, below(name));
    } else if (value !== undefined && value !== null) found.set(path, asText(value));
  };
  add(data, '');
  return found;
};

const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** Whether a field belongs to an observation that is new, or is gone and reported as that. */
const isOtherObservation = (field: string, ...all: readonly ReadonlyMap<string, Leaf>[]): boolean => {
  const [observation] = /^observations\.[^.]+/.exec(field) ?? [];
  return observation !== undefined && !all.every((leaves) => leaves.has(`${observation}.indicator`));
};

const isListed = (fields: readonly string[], field: string): boolean => {
  const parts = field.split('.');
  return fields.some((pattern) => {
    const names = pattern.split('.');
    return names.length === parts.length && names.every((name, index) => name === '*' || name === parts[index]);
  });
};

/** Items that are gone, as from item to nothing, and items that are new. An item that took the place of another is both. */
const listChanges = (old: readonly string[], current: readonly string[]): [from: string, to: string][] => [
  ...old.filter((item) => !current.includes(item)).map((item): [string, string] => [item, '']),
  ...current.filter((item) => !old.includes(item)).map((item): [string, string] => ['', item]),
];

const itemsOf = (leaf: Leaf | undefined): string[] => (leaf === undefined ? [] : [leaf].flat());

/**
 * Published data as the schema of today reads it, with default values. Where it does not fit, because the schema changed, the
 * fields that do not fit are taken as they are now.
 */
const asCurrent = (entry: ContentEntry, published: unknown): unknown => {
  const data: unknown = structuredClone(published);
  for (let attempt = 0; attempt < 4; attempt += 1) {
    const result = collections[entry.kind].schema.safeParse(data);
    if (result.success) return result.data;
    for (const issue of result.error.issues) {
      const keys = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
      for (const path of keys) put(data, path, valueAt(entry.data, path));
    }
  }
  return data;
};

const valueAt = (data: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    data,
  );

/** Sets a value in place; does nothing where the object that would hold it is not there. */
const put = (data: unknown, path: readonly PropertyKey[], value: unknown): void => {
  const holder = valueAt(data, path.slice(0, -1));
  const key = path.at(-1);
  if (typeof holder !== 'object' || holder === null || key === undefined) return;
  if (value === undefined) Reflect.deleteProperty(holder, key);
  else Reflect.set(holder, key, value);
};

/** Path of a field in the data, where an observation stands by its place. */
const pathOf = (data: unknown, field: string): PropertyKey[] => {
  const [first = '', name = '', ...rest] = field.split('.');
  if (first !== 'observations') return field.split('.');
  return [first, listIn(data, first).findIndex((item) => textIn(item, 'indicator') === name), ...rest];
};

/** The text of a field of data whose shape is not known; empty where there is none. */
const textIn = (data: unknown, field: string): string => {
  const value = valueAt(data, [field]);
  return typeof value === 'string' ? value : '';
};

/** The objects in a list of data whose shape is not known; none where there is no such list. */
export const listIn = (data: unknown, field: string): object[] => {
  const value = valueAt(data, [field]);
  return Array.isArray(value) ? value.filter((item): item is object => typeof item === 'object' && item !== null) : [];
};

const changesIn = (data: unknown): DescriptionChange[] => listIn(data, 'changes').filter(isChange);

const isChange = (item: object): item is DescriptionChange =>
  ['date', 'field', 'from', 'to', 'reason'].every(
    (name) => typeof (item as Partial<Record<string, unknown>>)[name] === 'string',
  );

/** The published entries that are no longer there, and the places of the entries that were not published. */
const subtract = (
  published: readonly DescriptionChange[],
  now: readonly DescriptionChange[],
): { missing: DescriptionChange[]; added: number[] } => {
  const left = new Map(now.map((change, index) => [index, oneLine(change)]));
  const missing = published.filter((change) => {
    const kept = [...left].find(([, written]) => written === oneLine(change));
    if (kept) left.delete(kept[0]);
    return !kept;
  });
  return { missing, added: [...left.keys()] };
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
