/**
 * The queries that search is measured with keep their own rules: what they name was published, and every kind of mistake is there.
 * They are a fixed set. New content needs no query, and content that moved or went away breaks none.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { paths } from '../../src/i18n/index.ts';
import { root } from '../support/run.ts';

/** A query as a person types it, with the pages that a judge holds right for it, as paths below the base. */
interface Query {
  query: string;
  class: string;
  /** Any one of these is the right first answer. */
  first: string[];
  /** Others that belong among the first ten. */
  also: string[];
  /** Pages that hold the query only with other diacritics: never above an exact one. */
  not?: string[];
}

const classes = [
  'full',
  'none',
  'partial',
  'd',
  'nfd',
  'tone-placement',
  'y-i',
  'telex-vni',
  'glued',
  'abbreviation',
  'phone',
  'figure',
  'word-order',
  'as-you-type',
  'exact-syllable',
  'quoted',
  'question',
  'misspelt',
  'distress',
  'term',
  'no-answer',
];
const queries = JSON.parse(readFileSync(path.join(root, 'tests/search/queries.json'), 'utf8')) as Query[];
const ofClass = (name: string): Query[] => queries.filter((query) => query.class === name);
const typed = (list: Query[]): string[] => list.map(({ query }) => query);
const named = ({ first, also, not = [] }: Query): string[] => [...first, ...also, ...not];

const content = path.join(root, 'content');
/** Every address that was ever published, those that redirect now among them: `check` lets none disappear from the list. */
const published = new Set([
  ...readFileSync(path.join(content, 'addresses.txt'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('/'))
    .map((line) => line.replace(/\s*->.*/, '').trim()),
  ...Object.values(paths),
]);
/** A term or a number to call. They have no address in the list, and may be taken away. */
const place = new RegExp(`^(?:${paths.glossary}#|${paths.hotlines}#so-)[a-z0-9]+(?:-[a-z0-9]+)*$`);

describe('the judged queries', () => {
  test('are many, and each stands once', () => {
    expect(queries.length).toBeGreaterThanOrEqual(190);
    const seen = new Set<string>();
    const again = typed(queries).filter((query) => {
      const key = query.toLowerCase();
      if (seen.has(key)) return true;
      seen.add(key);
      return false;
    });
    expect(again).toEqual([]);
  });

  test('are sorted by class, with at least eight of each', () => {
    expect([...new Set(queries.map((query) => query.class))]).toEqual(classes);
    expect(queries.map((query) => classes.indexOf(query.class))).toEqual(
      queries.map((query) => classes.indexOf(query.class)).sort((a, b) => a - b),
    );
    expect(classes.filter((name) => ofClass(name).length < 8)).toEqual([]);
  });

  test('name pages that were published', () => {
    expect(queries.flatMap(named).filter((page) => !published.has(page) && !place.test(page))).toEqual([]);
  });

  test('judge a page once each', () => {
    expect(typed(queries.filter((query) => new Set(named(query)).size !== named(query).length))).toEqual([]);
  });

  test('have one to three right first answers, or none where nothing answers', () => {
    const wrong = queries.filter((query) =>
      query.class === 'no-answer' ? named(query).length > 0 : query.first.length < 1 || query.first.length > 3,
    );
    expect(typed(wrong)).toEqual([]);
  });

  test('lead at least twice to every alert, article and conference that they lead to', () => {
    const counts = new Map<string, number>();
    for (const page of queries.flatMap(({ first }) => first))
      if (/^\/(?:canh-bao|bai-viet|hoi-nghi)\/./.test(page)) counts.set(page, (counts.get(page) ?? 0) + 1);
    expect(counts.size).toBeGreaterThanOrEqual(30);
    expect([...counts].filter(([, count]) => count < 2)).toEqual([]);
  });

  test('are decomposed in the class for decomposed text, and composed elsewhere', () => {
    const composed = (query: Query) => query.query === query.query.normalize('NFC');
    expect(
      typed(ofClass('nfd').filter((query) => composed(query) || query.query !== query.query.normalize('NFD'))),
    ).toEqual([]);
    expect(typed(queries.filter((query) => query.class !== 'nfd' && !composed(query)))).toEqual([]);
  });

  test('are in quotation marks in the class for phrases', () => {
    expect(typed(ofClass('quoted').filter(({ query }) => !/^["“].+["”]$/u.test(query)))).toEqual([]);
  });
});
