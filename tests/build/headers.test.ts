/** The table of headers, and what Netlify and Cloudflare Pages read of it. The other servers: servers.test.ts. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseAllHeaders } from '@netlify/headers-parser';
import { beforeAll, describe, expect, test } from 'vitest';
import { redirectsFile } from '../../src/hosting/server-configs.ts';
import { headersFor, rules } from '../../src/hosting/header-rules.ts';
import { dist, filesBelow, pages } from '../support/dist.ts';
import { node, root } from '../support/run.ts';

const files = filesBelow(dist).filter((file) => !/^_(?:headers|redirects)$/.test(file));
const addresses = files.map((file) => `/${file.replace(/(^|\/)index\.html$/, '$1')}`);
const parse = (policy: string): Map<string, string> =>
  new Map(policy.split(';').map((line) => [line.split(' ')[0]!, line.slice(line.indexOf(' ') + 1)]));
const policyOf = (address: string): Map<string, string> => parse(headersFor(address)['Content-Security-Policy']!);

describe('the table', () => {
  test('gives every address of the site the walls that all need', () => {
    expect(addresses.length).toBeGreaterThan(1000);
    for (const address of addresses) {
      const headers = headersFor(address);
      expect(headers, address).toMatchObject({
        'X-Content-Type-Options': 'nosniff',
        'Referrer-Policy': 'no-referrer',
        'Cross-Origin-Opener-Policy': 'same-origin',
      });
      expect(Number(/^max-age=(\d+)$/.exec(headers['Strict-Transport-Security']!)![1]), address).toBeGreaterThanOrEqual(
        365 * 24 * 3600,
      );
      for (const right of ['camera', 'microphone', 'geolocation', 'payment'])
        expect(headers['Permissions-Policy'], address).toContain(`${right}=()`);
      const policy = policyOf(address);
      for (const name of ['script-src-attr', 'style-src-attr', 'object-src', 'base-uri'])
        expect(policy.get(name), address).toBe("'none'");
      expect(headers['Content-Security-Policy'], address).not.toMatch(/unsafe|\*(?!$)|https?:|data:/);
    }
  });

  test('lets other sites frame the frames, and nothing else', () => {
    const framed = addresses.filter((address) => policyOf(address).get('frame-ancestors') !== "'none'");
    expect(framed).toEqual(addresses.filter((address) => address.startsWith('/nhung/')));
    expect(framed.length).toBeGreaterThan(20);
  });

  test('lets other sites load frames, data, feeds and pictures, and no page of advice', () => {
    const open = addresses.filter((address) => headersFor(address)['Cross-Origin-Resource-Policy'] === 'cross-origin');
    expect([...new Set(open.map((address) => address.split('/')[1]))].sort()).toEqual([
      'chia-se',
      'du-lieu',
      'nhung',
      'so-lieu',
    ]);
    const read = addresses.filter((address) => headersFor(address)['Access-Control-Allow-Origin'] === '*');
    expect(
      read
        .filter((address) => !/^\/(?:du-lieu|so-lieu)\//.test(address))
        .map((address) => path.posix.basename(address))
        .filter((name) => !/^(?:feed|cap)\./.test(name)),
    ).toEqual([]);
    for (const file of files.filter((each) =>
      /(?:^|\/)(?:feed|cap)\.(?:xml|json)$|^(?:so-lieu|du-lieu)\/.*\.(?:csv|json|xlsx|zip|svg)$/.test(each),
    ))
      expect(read).toContain(`/${file}`);
  });

  test('lets nothing be held without asking but what is named for its bytes', () => {
    const held = addresses.filter((address) => headersFor(address)['Cache-Control'] !== 'no-cache');
    expect(held.length).toBeGreaterThan(300);
    // Eight or more letters and digits of a hash, or the first seven of Pagefind's behind the language.
    expect(
      held.filter(
        (address) => !/[.-][\w-]{8}\.js$|\/[0-9a-f]{16}\.png$|\/(?:vi|en|unknown)_[0-9a-f]{7,}\.pf_\w+$/.test(address),
      ),
    ).toEqual([]);
    for (const address of [
      '/',
      '/canh-bao/',
      '/sw.js',
      '/luu-tren-may/goi.json',
      '/feed.xml',
      '/canh-bao/cap.xml',
      '/pagefind/pagefind-entry.json',
      '/404.html',
    ])
      expect(headersFor(address)['Cache-Control'], address).toBe('no-cache');
  });

  test('never takes from a page what its own policy gives it', () => {
    const all = pages();
    for (const { path: address, html } of all) {
      const own = parse(/http-equiv="content-security-policy" content="([^"]*)"/.exec(html)![1]!);
      const header = policyOf(address);
      // Both hold. What is known by its hash is in the page alone, so the header must not speak of it, nor of what stands in for it.
      for (const name of ['default-src', 'script-src', 'script-src-elem', 'style-src', 'style-src-elem'])
        expect(header.has(name), `${address} ${name}`).toBe(false);
      for (const [name, value] of own) if (header.has(name)) expect(header.get(name), `${address} ${name}`).toBe(value);
      // What only the header names is nothing that the page would allow.
      for (const name of ['font-src', 'frame-src', 'media-src', 'object-src'])
        expect([own.get('default-src'), own.get(name), header.get(name)], `${address} ${name}`).toEqual([
          "'none'",
          undefined,
          "'none'",
        ]);
    }
    expect(all.length).toBeGreaterThan(250);
  });

  test('leaves the web editor to the policy in its page, and still nobody may frame it', () => {
    const policy = policyOf('/quan-tri/');
    expect([...policy.keys()].sort()).toEqual(['base-uri', 'frame-ancestors', 'object-src']);
    expect(policy.get('frame-ancestors')).toBe("'none'");
  });
});

describe('_headers', () => {
  type Parsed = Awaited<ReturnType<typeof parseAllHeaders>>;
  let parsed: Parsed;
  beforeAll(async () => {
    parsed = await parseAllHeaders({ headersFiles: [path.join(dist, '_headers')], configHeaders: [], minimal: false });
  });
  /** What of the table a host must be told: it asks for files again by itself. */
  const wanted = (address: string): Record<string, string> =>
    Object.fromEntries(
      Object.entries(headersFor(address))
        .filter(([name, value]) => !(name === 'Cache-Control' && value === 'no-cache'))
        .map(([name, value]) => [name.toLowerCase(), value]),
    );

  test('is read by Netlify’s own parser without a complaint, and within the limits of Cloudflare Pages', () => {
    expect(parsed.errors).toEqual([]);
    expect(parsed.headers.length).toBeGreaterThan(30);
    expect(parsed.headers.length).toBeLessThanOrEqual(100);
    for (const line of readFileSync(path.join(dist, '_headers'), 'utf8').split('\n'))
      expect(line.length).toBeLessThanOrEqual(2000);
  });

  test.each([
    ['the later rule counts, as with Netlify', (_before: string | undefined, value: string) => value],
    [
      'both are joined, as with Cloudflare Pages',
      (before: string | undefined, value: string) => (before === undefined ? value : `${before}, ${value}`),
    ],
  ])('gives every file what the table says, whichever way two rules for one header are taken: %s', (_name, join) => {
    for (const address of addresses) {
      const headers: Record<string, string> = {};
      for (const { forRegExp, values } of parsed.headers as unknown as {
        forRegExp: RegExp;
        values: Record<string, string>;
      }[])
        if (forRegExp.test(address))
          for (const [name, value] of Object.entries(values))
            headers[name.toLowerCase()] = join(headers[name.toLowerCase()], value);
      expect(headers, address).toEqual(wanted(address));
    }
  });
});

test('_redirects leads from each address that has moved', () => {
  expect(redirectsFile({ '/cu/': '/moi/' }).split('\n')[1]).toBe('/cu/ /moi/ 301');
  expect(readFileSync(path.join(dist, '_redirects'), 'utf8').split('\n').slice(1)).toEqual(['']);
});

describe('the command', () => {
  const hosting = (...args: string[]) => node([path.join(root, 'src/hosting/print-server-config.ts'), ...args]);

  test('prints a file for the server that is named, with every rule', () => {
    for (const server of ['nginx', 'caddy']) {
      const { code, out } = hosting(server, '--root', '/srv/site');
      expect(code).toBe(0);
      expect(out).toContain('/srv/site');
      for (const { headers } of rules)
        for (const [name, value] of Object.entries(headers))
          expect([out.includes(name), out.includes(`"${value}"`)], name).toEqual([true, true]);
    }
  });

  test.each([
    [[], 'Name one server'],
    [['nginx', '--root', '/srv; return 200 x'], '--root must be a folder'],
    [['nginx', '--root', '/srv', '--listen', '80; x'], '--listen must be'],
    [['nginx', '--root', '/srv', '--port', '80'], "Unknown option '--port'"],
  ])('says what it does not understand: %j', (args, says) => {
    const { code, out } = hosting(...args);
    expect(code).toBe(2);
    expect(out).toContain(says);
    expect(out).not.toMatch(/\n\s+at /);
  });
});
