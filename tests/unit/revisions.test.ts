/** The versions of a figure, and the rule that its history leads from each to the next. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadContent } from '../../src/content-loader/index.ts';
import { revisionErrors, changesOf, versionsOf } from '../../src/figures/index.ts';
import { formatMessage } from '../../src/problems/index.ts';
import type { Observation, Revision } from '../../src/schema/index.ts';
import { contentWith, edit } from '../support/content.ts';

const change = (date: string, from: number, to: number, fromQualifier?: Observation['qualifier']): Revision => ({
  date,
  kind: 'correction',
  from,
  fromQualifier,
  to,
  reason: 'Gõ nhầm.',
});
const observation = (value: number, revisions: Revision[], qualifier: Observation['qualifier'] = 'exact') => ({
  value,
  qualifier,
  revisions,
});
const release = { publishedAt: '2023-07-21' };

describe('versions', () => {
  test('a figure that never changed has the one that stands', () => {
    expect(versionsOf(observation(5, []), release)).toEqual([
      { id: '2023-07-21', from: '2023-07-21', value: 5, qualifier: 'exact' },
    ]);
    expect(changesOf(observation(5, []), release)).toEqual([]);
  });

  test('each begins on the day of the change before it, the first on the day of the release', () => {
    const figure = observation(7, [change('2026-05-04', 5, 6), change('2026-09-01', 6, 7)]);
    expect(versionsOf(figure, release).map(({ id, from, value }) => [id, from, value])).toEqual([
      ['2023-07-21', '2023-07-21', 5],
      ['2026-05-04', '2026-05-04', 6],
      ['2026-09-01', '2026-09-01', 7],
    ]);
    expect(changesOf(figure, release).map(({ id, before, after }) => [id, before.value, after.value])).toEqual([
      ['2026-05-04', 5, 6],
      ['2026-09-01', 6, 7],
    ]);
  });

  test('the word before the number is the one of its time', () => {
    const figure = observation(443_120, [
      change('2026-05-04', 440_000, 443_000),
      change('2026-09-01', 443_000, 443_120, 'over'),
    ]);
    expect(versionsOf(figure, release).map(({ qualifier }) => qualifier)).toEqual(['over', 'over', 'exact']);
  });

  test('a release known to the month keeps its month', () => {
    expect(versionsOf(observation(6, [change('2026-05-04', 5, 6)]), { publishedAt: '2026-03' })[0]).toMatchObject({
      id: '2026-03',
      from: '2026-03',
    });
  });

  test('two changes on one day, and one on the day of the release, have addresses of their own', () => {
    const figure = observation(8, [change('2023-07-21', 5, 6), change('2026-05-04', 6, 7), change('2026-05-04', 7, 8)]);
    expect(versionsOf(figure, release).map(({ id }) => id)).toEqual([
      '2023-07-21',
      '2023-07-21-2',
      '2026-05-04',
      '2026-05-04-2',
    ]);
    expect(changesOf(figure, release).map(({ id }) => id)).toEqual(['2023-07-21', '2026-05-04', '2026-05-04-2']);
  });

  test('keep their addresses when another change follows', () => {
    const days = fc.array(fc.constantFrom('2023-07-21', '2024-01-02', '2025-03-04', '2026-05-06'), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(days, (dates) => {
        const revisions = dates.sort().map((date, index) => change(date, index, index + 1));
        const ids = (count: number) =>
          versionsOf(observation(count, revisions.slice(0, count)), release).map(({ id }) => id);
        const all = ids(revisions.length);
        expect(new Set(all).size).toBe(all.length);
        expect(all.slice(0, -1)).toEqual(ids(revisions.length - 1));
        expect(revisionErrors(observation(revisions.length, revisions), release)).toEqual([]);
      }),
    );
  });
});

describe('the chain', () => {
  test.each([
    ['no change', 5, [], []],
    ['one change', 6, [change('2026-05-04', 5, 6)], []],
    ['a change on the day of the release', 6, [change('2023-07-21', 5, 6)], []],
    ['two changes on one day', 7, [change('2026-05-04', 5, 6), change('2026-05-04', 6, 7)], []],
    ['an end that is not the value', 7, [change('2026-05-04', 5, 6)], [{ index: 0, rule: 'value', to: 6, value: 7 }]],
    [
      'a gap',
      8,
      [change('2026-05-04', 5, 6), change('2026-09-01', 7, 8)],
      [{ index: 1, rule: 'link', to: 6, from: 7 }],
    ],
    [
      'days that go back',
      7,
      [change('2026-09-01', 5, 6), change('2026-05-04', 6, 7)],
      [{ index: 1, rule: 'order', date: '2026-05-04', earlier: '2026-09-01' }],
    ],
    [
      'a change before the release',
      6,
      [change('2023-07-20', 5, 6)],
      [{ index: 0, rule: 'published', date: '2023-07-20', published: '2023-07-21' }],
    ],
  ])('%s', (_, value, revisions, wanted) => {
    expect(revisionErrors(observation(value, revisions), release)).toEqual(wanted);
  });

  test('a release of reduced precision may be of the first day of its month or year', () => {
    for (const publishedAt of ['2026-05', '2026']) {
      expect(
        revisionErrors(observation(6, [change(`${publishedAt}-01-01`.slice(0, 10), 5, 6)]), { publishedAt }),
      ).toEqual([]);
      expect(revisionErrors(observation(6, [change('2025-12-31', 5, 6)]), { publishedAt })).toHaveLength(1);
    }
  });
});

describe('npm run check says where a history does not hold together', () => {
  const fix =
    '“to” của mục trước bằng “from” của mục sau, “to” cuối cùng bằng “value”; ngày tăng dần, không trước ngày công bố.';
  const entry = (date: string, from: number, to: number) =>
    `{ "date": "${date}", "kind": "correction", "from": ${from}, "to": ${to}, "reason": "Gõ nhầm." }`;
  test.each([
    ['an end that is not the value', [entry('2026-05-04', 4, 6)], '20:9', 'mục cuối đến 6, còn “value” là 5'],
    ['a gap', [entry('2026-05-04', 3, 4), entry('2026-05-05', 6, 5)], '21:9', 'mục trước đến 4, mục sau từ 6'],
    [
      'days that go back',
      [entry('2026-05-04', 3, 4), entry('2026-05-03', 4, 5)],
      '21:9',
      'mục ngày 3/5/2026 đứng sau mục ngày 4/5/2026',
    ],
    [
      'a change before the release',
      [entry('2023-07-20', 4, 5)],
      '20:9',
      'mục ngày 20/7/2023 trước ngày công bố 21/7/2023',
    ],
  ])('%s', (_, entries, at, reason) => {
    const folder = contentWith();
    edit(
      folder,
      'statistics/nua-dau-2023.json',
      '"quote": "mua-ban-nguoi"',
      `"quote": "mua-ban-nguoi",\n      "revisions": [\n        ${entries.join(',\n        ')}\n      ]`,
    );
    const { problems } = loadContent(folder);
    expect(
      problems.map((problem) => ({
        at: `${problem.file}:${problem.line}:${problem.column}`,
        code: problem.code,
        ...formatMessage(problem),
      })),
    ).toEqual([
      {
        at: `statistics/nua-dau-2023.json:${at}`,
        code: 'revision-chain',
        what: `“revisions” của “so-vu” không liền: ${reason}.`,
        fix,
      },
    ]);
  });
});
