import { expect, test } from 'vitest';
import { shortenNames } from '../../src/light-pages/styles.ts';

test('each scope has one short name on a page, in rules and on elements alike', () => {
  expect(shortenNames('<style>a[data-astro-cid-abc12345]{}b[data-astro-cid-xyz98765]{}</style><a data-astro-cid-abc12345></a>')).toBe('<style>a[data-s0]{}b[data-s1]{}</style><a data-s0></a>');
});
