/** The policy that a built page carries: the code that it was built with, and nothing else. */
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { injectCsp, pageCsp } from '../../src/postprocess/csp.ts';
import { RenderedPage } from '../../src/postprocess/page.ts';

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const policyOf = (html: string): string => pageCsp(new RenderedPage('/', html));
const directive = (html: string, name: string): string =>
  policyOf(html)
    .split(';')
    .find((line) => line.startsWith(`${name} `)) ?? '';

test('starts from nothing and never allows what is inline as such', () => {
  expect(policyOf('')).toMatch(/^default-src 'none';/);
  expect(policyOf('<style>a{}</style><script>b()</script>')).not.toContain('unsafe-inline');
});

test('names the hash of each style and of each script that runs', () => {
  const html =
    '<style>a{}</style><script>b()</script><script type="module">c()</script><script type="application/ld+json">{"d":1}</script>';
  expect(directive(html, 'style-src')).toBe(`style-src 'self' ${hash('a{}')}`);
  expect(directive(html, 'script-src')).toBe(`script-src 'self' ${hash('b()')} ${hash('c()')}`);
});

test('names what the browser reads as a style or script, and not what looks like one', () => {
  const html =
    '<script>x = "<style>a{}</style>"; y = "</main>"</script><p title="<script>z()</script>">…</p><!-- <style>b{}</style> --><noscript><style>c{}</style></noscript>';
  expect(directive(html, 'style-src')).toBe(`style-src 'self' ${hash('c{}')}`);
  expect(directive(html, 'script-src')).toBe(`script-src 'self' ${hash('x = "<style>a{}</style>"; y = "</main>"')}`);
});

test('lets the search alone run WebAssembly', () => {
  expect(directive('<ol data-pagefind-bundle></ol>', 'script-src')).toContain("'wasm-unsafe-eval'");
  expect(directive('<p>data-pagefind-bundle</p>', 'script-src')).toBe("script-src 'self'");
});

test('stands before anything that a page loads; a page without a place for it is refused', () => {
  const page = new RenderedPage('/', '<head><meta charset="utf-8" /><style>a{}</style></head>');
  injectCsp(page);
  expect(page.toString()).toBe(
    `<head><meta charset="utf-8" /><meta http-equiv="content-security-policy" content="${pageCsp(page)}"><style>a{}</style></head>`,
  );
  expect(() => injectCsp(new RenderedPage('/a/', '<head></head>'))).toThrow('/a/ has no <meta charset="utf-8">');
});
