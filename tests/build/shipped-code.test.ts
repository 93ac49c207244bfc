/** What reaches a phone is held by tools against the browsers the site promises to serve (package.json, `browserslist`). */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import stylelint from 'stylelint';
import { afterAll, expect, test } from 'vitest';
import { dist, filesBelow, pages } from '../support/dist.ts';
import { node, root } from '../support/run.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'shipped-'));
afterAll(() => rmSync(folder, { recursive: true }));

const inline = (pattern: RegExp): string[] => [
  ...new Set(pages().flatMap(({ html }) => [...html.matchAll(pattern)].map((match) => match[1]!))),
];

test('scripts are in the language of Chrome 87 and Safari 14.1', () => {
  const files = filesBelow(dist)
    .filter((file) => file.endsWith('.js') && !file.startsWith('pagefind/'))
    .map((file) => path.join(dist, file));
  inline(/<script(?: type="module")?>([\s\S]*?)<\/script>/g).forEach((code, index) => {
    const file = path.join(folder, `inline-${index}.mjs`);
    writeFileSync(file, code);
    files.push(file);
  });
  expect(files.length).toBeGreaterThan(3);
  const { code, out } = node([
    path.join(root, 'node_modules/es-check/lib/cli/index.js'),
    'checkBrowser',
    '--module',
    '--checkFeatures',
    ...files,
  ]);
  expect(out).toContain('ES-Check passed');
  expect(code).toBe(0);
});

test('styles use only what those browsers know, or can be done without', async () => {
  const css = inline(/<style[^>]*>([\s\S]*?)<\/style>/g).join('\n');
  const result = await stylelint.lint({
    code: css,
    config: {
      plugins: ['stylelint-no-unsupported-browser-features'],
      rules: {
        'plugin/no-unsupported-browser-features': [
          true,
          {
            ignorePartialSupport: true,
            ignore: [
              // Progressive: where it is unknown the heading just breaks where it would have.
              'css-text-wrap-balance',
              // Safari before 15.4 then shows its own focus ring.
              'css-focus-visible',
              // Reader's own settings: unknown there means not offered there.
              'forced-colors',
              // `@page`: Safari before 18.2 prints with margins of its own.
              'css-paged-media',
            ],
          },
        ],
      },
    },
  });
  expect(result.results.flatMap(({ warnings }) => warnings.map(({ text }) => text))).toEqual([]);
});

test('no source map, no comment and no path of the building machine is shipped', () => {
  for (const file of filesBelow(dist).filter(
    (name) => /\.(?:js|css|html)$/.test(name) && !name.startsWith('pagefind/'),
  )) {
    const text = readFileSync(path.join(dist, file), 'utf8');
    expect(text.includes(root), file).toBe(false);
    expect(text.includes('sourceMappingURL'), file).toBe(false);
  }
});
