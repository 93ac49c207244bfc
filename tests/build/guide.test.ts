/** The guide for editors as it is built: an anchor for every message, found by those who look for it and by no search. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { helpUrl } from '../../src/editor/reporters.ts';
import { problemCodes } from '../../src/problems/index.ts';
import { collectionNames, collections, fieldsOf } from '../../src/schema/index.ts';
import { dist, idsOf } from '../support/dist.ts';
import { textOf } from '../support/html.ts';

const html = readFileSync(path.join(dist, 'bien-tap/index.html'), 'utf8');

test('every message of `check` has its place, where its link leads', () => {
  const ids = idsOf(html);
  for (const code of problemCodes) {
    expect(ids).toContain(code);
    expect(new URL(helpUrl(code))).toMatchObject({ pathname: '/bien-tap/', hash: `#${code}` });
  }
});

test('every field of every collection is told', () => {
  const told = textOf(html);
  for (const kind of collectionNames) {
    expect(told).toContain(`(content/${kind})`);
    for (const field of fieldsOf(collections[kind].schema).keys()) expect(told).toContain(` ${field} `);
  }
});

test('messages hold no piece of code', () => expect(textOf(html)).not.toMatch(/undefined|\[object|\$\{/));

test('it is linked from the foot of a page, and kept out of the search', () => {
  expect(readFileSync(path.join(dist, 'index.html'), 'utf8')).toMatch(
    /<a href="\/bien-tap\/"[^>]*>Dành cho người biên tập<\/a>/,
  );
  expect(html).toContain('<meta name="robots" content="noindex">');
  expect(html).not.toContain('data-pagefind-body');
});
