/** Parts of the content loader: paths inside the content folder, and the cache of the development server. */
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { isWithin, ParseCache } from '../../src/content-loader/index.ts';
import { readContent } from '../../src/content-loader/read.ts';
import { contentWith } from '../support/content.ts';

describe('isWithin', () => {
  test.each([
    ['/site/content', '/site/content', true],
    ['/site/content', '/site/content/alerts/a.mdx', true],
    ['/site/content', '/site/content/..a.mdx', true],
    ['/site/content', '/site/content-old/a.mdx', false],
    ['/site/content', '/site', false],
    ['/site/content', '/site/src/a.ts', false],
  ])('%s, %s: %s', (folder, file, expected) => expect(isWithin(folder, file, path.posix)).toBe(expected));

  test.each([
    ['C:\\site\\content', 'C:/site/content/alerts/a.mdx', true],
    ['C:\\site\\content', 'C:\\site\\content', true],
    ['C:\\site\\content', 'C:/site/content-old/a.mdx', false],
    ['C:\\site\\content', 'D:/site/content/a.mdx', false],
  ])('on Windows %s, %s: %s', (folder, file, expected) => expect(isWithin(folder, file, path.win32)).toBe(expected));
});

describe('the cache', () => {
  test('parses a file again only if it changed', () => {
    const cache = new ParseCache();
    const folder = contentWith();
    const read = () => readContent(folder, cache).files;
    const [first, second] = [read(), read()];
    expect(second.every((file, index) => file === first[index])).toBe(true);
    writeFileSync(path.join(folder, 'glossary/bcd-138.json'), '{"term": "khác"}\n');
    const changed = read().filter((file, index) => file !== first[index]);
    expect(changed.map(({ file, data }) => ({ file, data }))).toEqual([
      { file: 'glossary/bcd-138.json', data: { term: 'khác' } },
    ]);
  });

  test('keeps no file that was deleted', () => {
    const cache = new ParseCache();
    const folder = contentWith();
    readContent(folder, cache);
    rmSync(path.join(folder, 'glossary/bcd-138.json'));
    readContent(folder, cache);
    expect(cache.size).toBe(readContent(folder, new ParseCache()).files.length);
  });

  test('repeats a check if what it depends on changed', () => {
    const cache = new ParseCache();
    const subject = {};
    let runs = 0;
    const check = (deps: string) => cache.memo('check', subject, deps, () => ++runs);
    expect([check('a'), check('a'), check('b'), check('b')]).toEqual([1, 1, 2, 2]);
    expect(cache.memo('other', subject, 'b', () => 'own')).toBe('own');
  });
});
