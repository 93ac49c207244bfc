/** What is taken from finished pages, and what must stay. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { shortenNames, styleTrimmer, withoutSearchMarks } from '../../src/light-pages/index.ts';
import { temporaryFolder } from '../support/content.ts';

test('each scope and each property has one short name on a page, wherever it stands', () => {
  const page =
    '<style>a[data-astro-cid-abc12345]{color:var(--ink)}b[data-astro-cid-xyz98765]{--ink:red}i>b{--line:0}</style><a data-astro-cid-abc12345><path fill="var(--ink)"></a>var(--ink)';
  expect(shortenNames(page)).toBe(
    '<style>a[data-s0]{color:var(--0)}b[data-s1]{--0:red}i>b{--1:0}</style><a data-s0><path fill="var(--0)"></a>var(--ink)',
  );
});

describe('styles', () => {
  const trim = (css: string, body: string, folder = temporaryFolder()): string =>
    /<style>(.*?)<\/style>/s.exec(styleTrimmer(folder)(`<style>${css}</style>${body}`))![1]!;

  test.each([
    ['a rule for what is there', 'p.a{top:0}', '<p class="b a">', 'p.a{top:0}'],
    ['no rule for a class that is nowhere', '.a .c{top:0}', '<p class="a">', ''],
    ['the part of a list that can match', '.a,.c,q{top:0}', '<p class="a">', '.a{top:0}'],
    [
      'states, of which any may come',
      ':focus-visible{top:0}p:hover{top:0}p[hidden]{top:0}p:not(.c){top:0}p:after{top:0}',
      '<p>',
      ':focus-visible{top:0}p:hover{top:0}p[hidden]{top:0}p:not(.c){top:0}p:after{top:0}',
    ],
    [
      'a class that a script of the page may set',
      '.is-open{top:0}',
      '<p><script type="module">p.className=`is-open`</script>',
      '.is-open{top:0}',
    ],
    [
      'no class that only data name',
      '.is-open{top:0}',
      '<p><script type="application/ld+json">{"a":"is-open"}</script>',
      '',
    ],
    ['what the worker puts on a page', '.held-notice{top:0}', '<p>', '.held-notice{top:0}'],
    [
      'properties that a rule or a drawing reads',
      ':root{--a:0;--b:var(--a);--c:0;--d:0}p{top:var(--b)}',
      '<p><path fill="var(--d)">',
      ':root{--a:0;--b:var(--a);--d:0}p{top:var(--b)}',
    ],
    [
      'media together after the rest, wider later, narrower last',
      '@media (max-width:17rem){p{top:3}}@media (min-width:64rem){p{top:2}}p{top:0}@media (max-width:22rem){p{top:4}}@media (min-width:44rem){p{top:1}}@media (min-width:64rem){p{left:2}}',
      '<p>',
      'p{top:0}@media (min-width:44rem){p{top:1}}@media (min-width:64rem){p{top:2}p{left:2}}@media (max-width:22rem){p{top:4}}@media (max-width:17rem){p{top:3}}',
    ],
  ])('keep %s', (_, css, body, kept) => {
    expect(trim(css, body)).toBe(kept);
  });

  test('keep what a script may set that the page fetches, or one that this imports', () => {
    const folder = temporaryFolder();
    mkdirSync(path.join(folder, '_astro'));
    writeFileSync(path.join(folder, '_astro/a.1.js'), 'import("./b.2.js")');
    writeFileSync(path.join(folder, '_astro/b.2.js'), 'p.classList.add("is-read")');
    expect(trim('.is-read{top:0}.c{top:0}', '<p><script type="module" src="/x/_astro/a.1.js"></script>', folder)).toBe(
      '.is-read{top:0}',
    );
  });

  test('of two sheets may read what the other sets', () => {
    expect(styleTrimmer(temporaryFolder())('<style>:root{--a:0}</style><style>p{top:var(--a)}</style><p>')).toBe(
      '<style>:root{--a:0}</style><style>p{top:var(--a)}</style><p>',
    );
  });

  test('are the same for the next page that has the same on it, and others where it has not', () => {
    const next = styleTrimmer(temporaryFolder());
    const css = '<style>.a{top:0}.b{top:0}</style>';
    expect(next(`${css}<p class="a">`)).toBe('<style>.a{top:0}</style><p class="a">');
    expect(next(`${css}<p class="b">`)).toBe('<style>.b{top:0}</style><p class="b">');
    expect(next(`${css}<i class="a">`)).toBe('<style>.a{top:0}</style><i class="a">');
  });
});

test('marks of the search are no part of a finished page', () => {
  const page =
    '<main data-pagefind-body data-search-words="a; b"><span hidden data-pagefind-filter="kind:x"></span><ul data-pagefind-ignore="all"><li id="t" data-search-record="T">data-search-words="c"</li></ul></main>';
  expect(withoutSearchMarks(page)).toBe(
    '<main data-pagefind-body><ul><li id="t">data-search-words="c"</li></ul></main>',
  );
});
