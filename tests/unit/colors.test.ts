/** Colours have one place: `tokens.css`. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { themeColors } from '../../src/styles/theme-colors.ts';
import { filesBelow } from '../support/dist.ts';
import { root } from '../support/run.ts';

const read = (file: string): string => readFileSync(path.join(root, 'src', file), 'utf8');

test('the colours of the browser interface are those of the masthead and the paper', () => {
  const values = (token: string): string[] =>
    [...read('styles/tokens.css').matchAll(new RegExp(`--${token}: (#[0-9a-f]+);`, 'g'))].map(
      ([, value = '']) => value,
    );
  expect(values('masthead').slice(0, 2)).toEqual([themeColors.light, themeColors.dark]);
  expect(values('paper')[0]).toBe(themeColors.background);
});

test('components, layouts and pages take every colour but black, white and grey from the tokens', () => {
  const files = filesBelow(path.join(root, 'src')).filter((file) => /\.(?:astro|css)$/.test(file));
  const found = files
    .filter((file) => file !== 'styles/tokens.css')
    .flatMap((file) =>
      // A link such as `href="#dau"` is no colour.
      [...read(file).matchAll(/(?<!href="|\w)#(?:[0-9a-f]{6}|[0-9a-f]{3})\b/gi)].map(([color]) => `${file}: ${color}`),
    );
  const isGrey = (line: string) => /#(?:([0-9a-f])\1\1|([0-9a-f]{2})\2\2)$/i.test(line);
  // The drawing in the masthead has a red of its own.
  expect(found.filter((line) => !isGrey(line))).toEqual(['components/Masthead/Masthead.astro: #c9352b']);
});
