/** Every two figures of a release, swapped with their quotes: the number is proven, what it counts is not. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { checkFigures } from '../../src/content-loader/check-figures.ts';
import { loadContent, ParseCache, type ContentEntry } from '../../src/content-loader/index.ts';
import { isOfKind } from '../../src/content-loader/validate.ts';
import { root } from '../support/run.ts';

const { entries } = loadContent(path.join(root, 'content'));
const releases = entries.filter((entry) => isOfKind(entry, 'statistics'));

test('any two figures of a release cannot be swapped', () => {
  expect(checkFigures(entries, false, new ParseCache())).toEqual([]);
  const unnoticed: string[] = [];
  let pairs = 0;
  for (const release of releases) {
    const { observations } = release.data;
    for (const [second, b] of observations.entries())
      for (const [first, a] of observations.slice(0, second).entries()) {
        if (a.value === b.value && a.qualifier === b.qualifier && a.quote === b.quote) continue;
        pairs += 1;
        const swapped = observations.map((observation, index) => {
          const from = index === first ? b : index === second ? a : observation;
          return { ...from, indicator: observation.indicator, base: observation.base };
        });
        const changed = { ...release, data: { ...release.data, observations: swapped } } as ContentEntry;
        const all = entries.map((entry) => (entry === release ? changed : entry));
        if (checkFigures(all, false, new ParseCache()).length === 0)
          unnoticed.push(`${release.id}: ${a.indicator} and ${b.indicator}`);
      }
  }
  expect(pairs).toBeGreaterThan(0);
  expect(unnoticed).toEqual([]);
});
