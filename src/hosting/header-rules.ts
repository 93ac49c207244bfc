/**
 * What a server says with each answer: one table, from which the configuration of every server is written (`formats.ts`) and by which
 * the test server answers, so that no two of them drift apart.
 */
import { ADMIN_FOLDER } from '../cms/integration.ts';
import { policyForAll } from '../postprocess/csp.ts';
import { capIndexPath, capPath, feedPages, feedPath, type FeedName } from '../i18n/index.ts';
import { site } from '../site.ts';
import { cardFolder } from '../social/index.ts';

/** Headers for the addresses that fit a pattern. Where several rules name one header, the last that fits has the say. */
export interface Rule {
  /** An address without the base. `:name` stands for one segment, `*` at the end for whatever follows. */
  for: string;
  headers: Readonly<Record<string, string>>;
}

/** Rights that a page of this site never needs, of those that a browser would otherwise grant or ask the reader for. */
const unusedRights = [
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

/** Named for what is in them: a changed file has another name. */
const immutable = { 'Cache-Control': 'public, max-age=31536000, immutable' };

/** Data that other sites may read by script, and drawings they may show. Nothing here is private, and nobody is logged in. */
const forOthers = { 'Access-Control-Allow-Origin': '*' };

const feeds = [
  ...(Object.keys(feedPages) as FeedName[])
    .filter((name) => name !== 'figures')
    .flatMap((name) => [feedPath(name, 'xml'), feedPath(name, 'json')]),
  capIndexPath,
  capPath(':alert'),
];

/**
 * The table.
 *
 * `no-cache` means: keep it, but ask each time whether it is still so; the answer is 304 and a hundred bytes. It holds for pages, alerts,
 * feeds, CAP messages, the worker and its list alike: none of them may be stale.
 * `Strict-Transport-Security` leaves `includeSubDomains` out: the domain above may not be ours to decide on.
 */
export const rules: readonly Rule[] = [
  {
    for: '/*',
    headers: {
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Strict-Transport-Security': 'max-age=31536000',
      'Permissions-Policy': unusedRights.map((right) => `${right}=()`).join(', '),
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Content-Security-Policy': policyForAll("'none'"),
      'Cache-Control': 'no-cache',
    },
  },
  {
    for: '/nhung/*',
    headers: { 'Content-Security-Policy': policyForAll('*'), 'Cross-Origin-Resource-Policy': 'cross-origin' },
  },
  { for: '/so-lieu/*', headers: { ...forOthers, 'Cross-Origin-Resource-Policy': 'cross-origin' } },
  { for: '/du-lieu/*', headers: { ...forOthers, 'Cross-Origin-Resource-Policy': 'cross-origin' } },
  // Those of the figures are among the figures. Not a pattern: where two rules name one header, some hosts send it twice.
  ...feeds.map((address) => ({ for: address, headers: forOthers })),
  // Apps that show a page by its picture load that from here.
  { for: `${cardFolder}*`, headers: { ...immutable, 'Cross-Origin-Resource-Policy': 'cross-origin' } },
  ...['/_astro/*', '/pagefind/fragment/*', '/pagefind/index/*', '/pagefind/filter/*'].map((address) => ({
    for: address,
    headers: immutable,
  })),
  {
    // The web editor has a policy of its own in its page; it reaches a repository elsewhere, and signs in there in a window that must be able to answer.
    for: `/${ADMIN_FOLDER}/*`,
    headers: {
      'Content-Security-Policy': "base-uri 'none';object-src 'none';frame-ancestors 'none'",
      'Cross-Origin-Opener-Policy': 'same-origin-allow-popups',
    },
  },
];

/** The pattern of a rule for whole addresses, as the regular expression that every server understands. */
export const expressionFor = (pattern: string, base = site.base): string =>
  `^${base.slice(0, -1)}${pattern
    .replace(/[.]/g, '\\.')
    .replace(/:[a-z]+/g, '[^/]+')
    .replace(/\*$/, '.*')}$`;

/** What the table says of an address below the base. */
export const headersFor = (address: string, base = site.base): Record<string, string> =>
  Object.assign(
    {},
    ...rules.filter((rule) => new RegExp(expressionFor(rule.for, base)).test(address)).map(({ headers }) => headers),
  ) as Record<string, string>;

/** Kinds of files, by the end of their name. `application/xml` is shown by every browser with its style; `application/cap+xml` would be saved. */
export const types: Readonly<Record<string, string>> = {
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

/** Any other file: pieces of the search index. */
export const otherType = 'application/octet-stream';

/** Whether a file is text, which compresses well. */
export const isText = (file: string): boolean => types[/\.(\w+)$/.exec(file)?.[1] ?? '']?.includes('charset') ?? false;
