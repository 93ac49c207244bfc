import { createHash } from 'node:crypto';

const hash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/**
 * What every page, script and download of the site may do, for the header of a server. It stands beside the policy in each page, and a
 * browser holds to both: it adds who may frame a page, which only a header can say, and walls that stand even where a page had lost its own.
 *
 * `default-src`, `script-src` and `style-src` are left to the pages. What is inline is known by its hash, which differs from page to page;
 * a header that names no hashes would forbid it, one that allows `'unsafe-inline'` would be no wall, and one that names the hashes of all
 * pages is 2 KB in each answer and turns a site away from its own scripts when the server's file is older than the pages. For a worker
 * the header is the only policy: browsers before Chrome 97 run no WebAssembly under any `script-src` but `'unsafe-eval'`.
 */
export const policyForAll = (framedBy: "'none'" | '*'): string =>
  [
    "script-src-attr 'none'",
    "style-src-attr 'none'",
    "img-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "font-src 'none'",
    "frame-src 'none'",
    "media-src 'none'",
    "object-src 'none'",
    "form-action 'self'",
    "base-uri 'none'",
    `frame-ancestors ${framedBy}`,
  ].join(';');

/** Types of `<script>` that a browser runs; others hold data, which a policy does not concern. */
const runs = (attributes: string): boolean => !/\btype="(?!module"|text\/javascript")/.test(attributes);

/**
 * What a built page may do (Content Security Policy level 3): load from this site alone, run the scripts and use the
 * styles that it was built with, and nothing else. Only the search, marked by `data-pagefind-bundle`, may run WebAssembly.
 */
export const policyFor = (html: string): string => {
  const styles = Array.from(html.matchAll(/<style\b[^>]*>([\s\S]*?)<\/style>/g), ([, text]) => hash(text!));
  const scripts = Array.from(html.matchAll(/<script\b([^>]*)>([\s\S]*?)<\/script>/g)).flatMap(([, attributes, text]) =>
    text && runs(attributes!) ? [hash(text)] : [],
  );
  if (html.includes('data-pagefind-bundle')) scripts.push("'wasm-unsafe-eval'");
  return [
    "default-src 'none'",
    ["script-src 'self'", ...new Set(scripts)].join(' '),
    ["style-src 'self'", ...new Set(styles)].join(' '),
    "img-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
  ].join(';');
};

/**
 * A page with its policy in it, so that it holds on hosts that set no headers too.
 * Astro's own `security.csp` puts the hashes of all pages into each, 2 KB that do not compress.
 *
 * @throws when it has no place for one; `file` is its name.
 */
export const withPolicy = (html: string, file: string): string => {
  const [charset] = /<meta charset="utf-8"\s*\/?>/i.exec(html) ?? [];
  if (charset !== undefined)
    return html.replace(
      charset,
      () => `${charset}<meta http-equiv="content-security-policy" content="${policyFor(html)}">`,
    );
  throw new Error(`${file} does not begin with <meta charset="utf-8">, after which its security policy belongs.`);
};
