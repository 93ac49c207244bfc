import { createHash } from 'node:crypto';
import { commonDirectives } from '../hosting/header-rules.ts';
import type { RenderedPage } from './page.ts';

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Types of `<script>` that a browser runs; others hold data, to which a policy does not apply. */
const EXECUTABLE_TYPES: readonly (string | undefined)[] = [undefined, 'module', 'text/javascript'];

/**
 * The Content Security Policy (level 3) of a page: load from this site alone, run the inline scripts and use the inline styles that it was
 * built with, known by their hashes, and nothing else. Only the search, marked by `data-pagefind-bundle`, may run WebAssembly.
 */
export const pageCsp = ({ elements }: RenderedPage): string => {
  const hashesOf = (matches: (element: (typeof elements)[number]) => boolean): string[] =>
    elements.filter((element) => matches(element) && element.rawText !== '').map(({ rawText }) => hash(rawText));
  const styles = hashesOf(({ rawTagName }) => rawTagName === 'style');
  const scripts = hashesOf(
    (element) => element.rawTagName === 'script' && EXECUTABLE_TYPES.includes(element.getAttribute('type')),
  );
  if (elements.some((element) => element.hasAttribute('data-pagefind-bundle'))) scripts.push("'wasm-unsafe-eval'");
  return [
    "default-src 'none'",
    ["script-src 'self'", ...new Set(scripts)].join(' '),
    ["style-src 'self'", ...new Set(styles)].join(' '),
    ...commonDirectives,
  ].join(';');
};

/**
 * Puts the policy of a page into it, so that it also holds on hosts that set no headers; what the header adds is in `hosting/header-rules.ts`.
 * Astro's own `security.csp` puts the hashes of all pages into each of them: 2 KB that do not compress.
 *
 * @throws when the page has no `<meta charset>`, after which the policy belongs.
 */
export const injectCsp = (page: RenderedPage): void => {
  const charset = page.find('meta', (element) => element.hasAttribute('charset'));
  if (!charset) throw new Error(`${page.path} has no <meta charset="utf-8">, after which its security policy belongs.`);
  page.insertAfterOpeningTag(charset, `<meta http-equiv="content-security-policy" content="${pageCsp(page)}">`);
};
