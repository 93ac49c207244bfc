/**
 * The HTTP headers of every response, in one table: the configuration of each server is generated from it (`server-configs.ts`), and the
 * test server sends them, so that no two of them drift apart.
 */
import { ADMIN_FOLDER } from '../cms/integration.ts';
import { capIndexPath, capPath, feedPages, feedPath, type FeedName } from '../i18n/index.ts';
import { ogImageFolder } from '../og-image.ts';
import { site } from '../site.ts';

/** Headers for the addresses that match a pattern. Where several rules set one header, the last that matches wins. */
export interface Rule {
  /** An address without the base. `:name` matches one segment, `*` at the end whatever follows. */
  for: string;
  headers: Readonly<Record<string, string>>;
}

/** Directives that stand in the policy of a page (`postprocess/csp.ts`) and in that of the header alike. */
export const commonDirectives = [
  "img-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "worker-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
] as const;

/**
 * The Content Security Policy of the header, for every page, script and download of the site. It applies beside the policy in each page, and
 * a browser enforces both: it adds who may frame a page, which only a header can say, and limits that hold even for a page without its own.
 *
 * `default-src`, `script-src` and `style-src` are left to the pages. Inline code is allowed by its hash, which differs from page to page: a
 * header that names no hashes would forbid it, one with `'unsafe-inline'` would allow any, and one that names the hashes of all pages is 2 KB
 * in each response and blocks the site's own scripts when the server's configuration is older than the pages. For a worker the header is
 * the only policy: browsers before Chrome 97 run no WebAssembly under any `script-src` but `'unsafe-eval'`.
 */
const headerCsp = (framedBy: "'none'" | '*'): string =>
  [
    "script-src-attr 'none'",
    "style-src-attr 'none'",
    ...commonDirectives,
    "font-src 'none'",
    "frame-src 'none'",
    "media-src 'none'",
    "object-src 'none'",
    `frame-ancestors ${framedBy}`,
  ].join(';');

/** Browser features that no page of this site needs, of those that a browser would otherwise allow or ask the reader for. */
const disabledFeatures = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
];

/** For files with a hash of their content in the name: a changed file has another name. */
const immutable = { 'Cache-Control': 'public, max-age=31536000, immutable' };

/** For data that scripts of other sites may read. Nothing here is private, and nobody is logged in. */
const forOthers = { 'Access-Control-Allow-Origin': '*' };

const feeds = [
  ...(Object.keys(feedPages) as FeedName[])
    .filter((name) => name !== 'figures')
    .flatMap((name) => [feedPath(name, 'xml'), feedPath(name, 'json')]),
  capIndexPath,
  capPath(':alert'),
];

/**
 * The headers of every response.
 *
 * `no-cache` means: store it, but revalidate it each time; the answer is 304 and a hundred bytes. It applies to pages, alerts, feeds, CAP
 * messages, the service worker and its manifest alike: none of them may be stale.
 * `Strict-Transport-Security` leaves `includeSubDomains` out: the domain above may belong to somebody else.
 */
export const defaultRule: Rule = {
  for: '/*',
  headers: {
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Strict-Transport-Security': 'max-age=31536000',
    'Permissions-Policy': disabledFeatures.map((feature) => `${feature}=()`).join(', '),
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Content-Security-Policy': headerCsp("'none'"),
    'Cache-Control': 'no-cache',
  },
};

/** The table: the default, then what differs from it. */
export const rules: readonly Rule[] = [
  defaultRule,
  {
    for: '/nhung/*',
    headers: { 'Content-Security-Policy': headerCsp('*'), 'Cross-Origin-Resource-Policy': 'cross-origin' },
  },
  { for: '/so-lieu/*', headers: { ...forOthers, 'Cross-Origin-Resource-Policy': 'cross-origin' } },
  { for: '/du-lieu/*', headers: { ...forOthers, 'Cross-Origin-Resource-Policy': 'cross-origin' } },
  // Feeds of the figures have the rule of the figures. One rule for each feed: where two rules set one header, some hosts send it twice.
  ...feeds.map((address) => ({ for: address, headers: forOthers })),
  // Apps that show a link with its image load the image from other origins.
  { for: `${ogImageFolder}*`, headers: { ...immutable, 'Cross-Origin-Resource-Policy': 'cross-origin' } },
  ...['/_astro/*', '/pagefind/fragment/*', '/pagefind/index/*', '/pagefind/filter/*'].map((address) => ({
    for: address,
    headers: immutable,
  })),
  {
    // The web editor has a policy of its own in its page. It connects to a repository elsewhere, and signs in by a pop-up that must be able to answer.
    for: `/${ADMIN_FOLDER}/*`,
    headers: {
      'Content-Security-Policy': "base-uri 'none';object-src 'none';frame-ancestors 'none'",
      'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
    },
  },
];

/** The pattern of a rule as a regular expression for whole addresses, in the syntax that every server understands. */
export const expressionFor = (pattern: string, base = site.base): string =>
  `^${base.slice(0, -1)}${pattern
    .replace(/[.]/g, '\\.')
    .replace(/:[a-z]+/g, '[^/]+')
    .replace(/\*$/, '.*')}$`;

/** The headers for an address below the base. */
export const headersFor = (address: string, base = site.base): Record<string, string> =>
  Object.assign(
    {},
    ...rules.filter((rule) => new RegExp(expressionFor(rule.for, base)).test(address)).map(({ headers }) => headers),
  ) as Record<string, string>;

/** MIME types by file extension. Browsers show `application/xml` with its style; they would save `application/cap+xml`. */
export const mimeTypes: Readonly<Record<string, string> & { html: string }> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  webmanifest: 'application/manifest+json; charset=utf-8',
  xml: 'application/xml; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  bib: 'application/x-bibtex; charset=utf-8',
  ris: 'application/x-research-info-systems; charset=utf-8',
  png: 'image/png',
  woff2: 'font/woff2',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
};

/** The type of any other file: chunks of the search index. */
export const DEFAULT_MIME_TYPE = 'application/octet-stream';

/** Whether a file is text, which compresses well. */
export const isCompressible = (file: string): boolean =>
  mimeTypes[/\.(\w+)$/.exec(file)?.[1] ?? '']?.includes('charset') ?? false;
