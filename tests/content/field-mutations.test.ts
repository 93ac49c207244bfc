/**
 * Every single field of every published release, indicator, source and number to call, changed to another value that its schema
 * takes: the check refuses it or asks for an entry in `revisions` or `changes`. Those that may change freely are listed with why.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkFigures } from '../../src/content-loader/check-figures.ts';
import { checkHotlines } from '../../src/content-loader/check-hotlines.ts';
import { checkReferences } from '../../src/content-loader/check-references.ts';
import { loadContent, ParseCache, type ContentEntry } from '../../src/content-loader/index.ts';
import { isChanging } from '../../src/editor/change-check.ts';
import { compareEntry } from '../../src/editor/revision-check.ts';
import { changingKinds, collections, fieldsOf, type Field } from '../../src/schema/index.ts';
import { root } from '../support/run.ts';

/** Fields that may change in silence; `*` is any name or place. */
const free: Readonly<Record<string, string>> = {
  'sources.dateAccessed': 'the day the document was last read: what it states stays',
  'hotlines.verifiedAt': 'the day the number was last checked: an editor moves it on every few months',
  'hotlines.verifiedBy': 'how it was checked on that day',
  'hotlines.order': 'its place in lists; no reader cites it',
  'hotlines.keywords': 'words that only the search knows',
  'hotlines.keywords.*': 'words that only the search knows',
};

const folder = path.join(root, 'content');
const { entries, problems } = loadContent(folder);
const published = entries.filter(isChanging);
const idsOf = (kind: string): string[] => entries.filter((entry) => entry.kind === kind).map(({ id }) => id);

type Path = (string | number)[];

/** Every value of JSON data with its path, and every group of them. */
const placesIn = (value: unknown, at: Path = []): { at: Path; value: unknown }[] => [
  ...(at.length > 0 ? [{ at, value }] : []),
  ...(typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, child]) => placesIn(child, [...at, Array.isArray(value) ? Number(name) : name]))
    : []),
];

/** A copy with another value at a path; without the field where the value is undefined. */
const withValue = (data: unknown, [name, ...rest]: Path, value: unknown): unknown => {
  if (name === undefined) return value;
  if (Array.isArray(data)) {
    const items = data as unknown[];
    if (rest.length === 0 && value === undefined) return items.filter((_, index) => index !== name);
    return items.map((item, index) => (index === name ? withValue(item, rest, value) : item));
  }
  const { [name]: old, ...others } = data as Record<string, unknown>;
  const next = withValue(old, rest, value);
  if (next === undefined) return others;
  return Object.fromEntries(
    Object.entries(data as object).map(([key, each]) => [key, key === name ? next : (each as unknown)]),
  );
};

const fieldAt = (fields: ReadonlyMap<string, Field>, [name, ...rest]: Path): Field | undefined => {
  let field = fields.get(String(name));
  for (const part of rest) field = field?.fields.get(String(part)) ?? field?.item;
  return field;
};

/** Other values for a field: without it, another choice, another number, another day, another id, other words. */
const others = (value: unknown, field: Field | undefined): unknown[] => {
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'number') return [undefined, value + 1, value * 10, -value];
  if (typeof value !== 'string') return [undefined];
  const choices = field?.choices?.filter((choice) => choice !== value) ?? [];
  if (choices.length > 0) return [undefined, ...choices];
  const [day] = /^\d{4}(?:-\d\d){0,2}$/.exec(value) ?? [];
  if (day !== undefined) {
    const later = String(Number(day.slice(0, 4)) + 1) + day.slice(4);
    return [undefined, later, String(Number(day.slice(0, 4)) - 1) + day.slice(4), day.slice(0, 4), `${day.slice(0, 4)}-01-02`];
  }
  const ids = changingKinds.map(idsOf).find((list) => list.includes(value)) ?? [];
  return [
    undefined,
    ...ids.filter((id) => id !== value).slice(0, 3),
    `${value}a`,
    `${value} khác`,
    value.replace(/\s\S+$/u, ' khác'),
    value.replace(/\d(?=\D*$)/, (digit) => String((Number(digit) + 1) % 10)),
    value.replace(/^VN(?:-\d\d)?$/, 'VN-01'),
    value.toUpperCase(),
  ].filter((other) => other !== value);
};

/** What the check says of the content with one file changed. */
const refuses = (entry: ContentEntry, changed: ContentEntry): boolean => {
  const all = entries.map((each) => (each === entry ? changed : each));
  return (
    checkHotlines(all).length > 0 ||
    checkFigures(all, false, new ParseCache()).length > 0 ||
    checkReferences(all).length > 0
  );
};

test('no single field of a published file changes in silence', () => {
  expect(problems).toEqual([]);
  const silent = new Set<string>();
  const unchangeable: string[] = [];
  let asked = 0;
  for (const entry of published) {
    const text = readFileSync(path.join(folder, entry.file), 'utf8');
    expect(compareEntry(entry, text, '2026-11-23')).toMatchObject({ problems: [] });
    const { schema } = collections[entry.kind];
    const fields = fieldsOf(schema);
    const data: unknown = JSON.parse(text);
    for (const { at, value } of placesIn(data)) {
      const mutants = others(value, fieldAt(fields, at))
        .map((other) => schema.safeParse(withValue(data, at, other)))
        .flatMap((result) => (result.success ? [result.data] : []))
        // A default that is written out says the same.
        .filter((mutant) => JSON.stringify(mutant) !== JSON.stringify(entry.data));
      const isValue = typeof value !== 'object' || value === null;
      // The day of a stock is the first and the last of its period: the schema refuses to move one alone.
      const isDayOfStock = at[0] === 'period' && (data as { timing?: string }).timing === 'as-of';
      if (isValue && mutants.length === 0 && !isDayOfStock) unchangeable.push(`${entry.file} ${at.join('.')}`);
      for (const mutant of mutants) {
        const changed = { ...entry, data: mutant } as typeof entry;
        if (compareEntry(changed, text, '2026-11-23').problems.length > 0 || refuses(entry, changed)) asked += 1;
        else silent.add([entry.kind, ...at.map((part) => (typeof part === 'number' ? '*' : part))].join('.'));
      }
    }
  }
  expect(unchangeable).toEqual([]);
  expect(asked).toBeGreaterThan(1000);
  expect([...silent].sort()).toEqual(Object.keys(free).sort());
});
