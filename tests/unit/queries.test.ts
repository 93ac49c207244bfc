/** The queries that search is measured with keep their own rules: what they name exists, and every kind of mistake is there. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { alertPath, articlePath, conferencePath, paths, termPath } from '../../src/i18n/index.ts';
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
const ids = (kind: string): string[] => readdirSync(path.join(content, kind)).map((file) => path.parse(file).name);
const promised = readFileSync(path.join(content, 'addresses.txt'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('/') && !line.includes('->'));
const known = new Set([
  ...promised,
  ...Object.values(paths),
  ...ids('glossary').map(termPath),
  ...ids('hotlines').map((id) => `${paths.hotlines}#so-${id}`),
]);

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

  test('name pages that the content has', () => {
    expect(queries.flatMap(named).filter((page) => !known.has(page))).toEqual([]);
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

  test('lead to every alert, article and conference at least twice', () => {
    const entries = [
      ...ids('alerts').map(alertPath),
      ...ids('articles').map(articlePath),
      ...ids('conferences').map(conferencePath),
    ];
    expect(entries.filter((page) => queries.filter(({ first }) => first.includes(page)).length < 2)).toEqual([]);
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
