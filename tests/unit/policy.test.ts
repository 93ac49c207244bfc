/** The policy that a built page carries: what it was built with, and nothing else. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { policyFor } from '../../src/postprocess/csp.ts';

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const directive = (html: string, name: string): string =>
  policyFor(html)
    .split(';')
    .find((line) => line.startsWith(`${name} `)) ?? '';

test('starts from nothing and never allows what is inline as such', () => {
  expect(policyFor('')).toMatch(/^default-src 'none';/);
  expect(policyFor('<style>a{}</style><script>b()</script>')).not.toContain('unsafe-inline');
});

test('names the hash of each style and of each script that runs', () => {
  const html =
    '<style>a{}</style><script>b()</script><script type="module">c()</script><script type="application/ld+json">{"d":1}</script>';
  expect(directive(html, 'style-src')).toBe(`style-src 'self' ${hash('a{}')}`);
  expect(directive(html, 'script-src')).toBe(`script-src 'self' ${hash('b()')} ${hash('c()')}`);
});

test('lets the search alone run WebAssembly', () => {
  expect(directive('<ol data-pagefind-bundle></ol>', 'script-src')).toContain("'wasm-unsafe-eval'");
  expect(directive('<p></p>', 'script-src')).toBe("script-src 'self'");
});
