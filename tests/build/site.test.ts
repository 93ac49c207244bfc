/** The built site as files: nothing dropped, nothing dangling, nothing heavy. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { observationPath, packManifestPath } from '../../src/i18n/index.ts';
import { computeSums, formatSums, SUMS_FILE } from '../../src/publish/checksums.ts';
import { collectionNames } from '../../src/schema/index.ts';
import { site } from '../../src/site.ts';
import { floorBytes } from '../bench/bytes.ts';
import { dist, idsOf, pages, pageTypes, placeOf } from '../support/dist.ts';
import { htmlProblems, unescaped } from '../support/html.ts';
import { root } from '../support/run.ts';

const content = path.join(root, 'content');
const all = pages();
const byPath = new Map(all.map((page) => [page.path, page]));

const exists = (address: string): boolean => {
  const [file = '', fragment] = address.split('#');
  const page = byPath.get(file);
  if (!page) return fragment === undefined && existsSync(path.join(dist, file));
  return fragment === undefined || idsOf(page.html).has(decodeURIComponent(fragment));
};

const languageOf = (address: string): string => (address.startsWith('/en/') ? 'en' : 'vi');

describe('every content file is published', () => {
  const files = collectionNames.flatMap((kind) =>
    readdirSync(path.join(content, kind)).map((name) => ({ kind, id: name.replace(/\.[a-z]+$/, '') })),
  );

  test('each has its page or its place on one', () => {
    // Where nothing is read, nothing is missing: the required entries alone are more.
    expect(files.length).toBeGreaterThan(10);
    expect(files.map(({ kind, id }) => placeOf(kind, id)).filter((address) => !exists(address))).toEqual([]);
  });

  test('each observation has a page that shows its value and the quote of its source', () => {
    for (const name of readdirSync(path.join(content, 'statistics'))) {
      const release = JSON.parse(readFileSync(path.join(content, 'statistics', name), 'utf8')) as {
        source: string;
        observations: { indicator: string; quote: string }[];
      };
      const source = JSON.parse(readFileSync(path.join(content, 'sources', `${release.source}.json`), 'utf8')) as {
        quotes: Record<string, string>;
      };
      for (const { indicator, quote } of release.observations) {
        const page = byPath.get(observationPath(indicator, name.replace('.json', '')));
        expect(page, `${name} ${indicator}`).toBeDefined();
        expect(unescaped(page!.html)).toContain(source.quotes[quote]!);
      }
    }
  });
});

test('every link and anchor inside the site leads somewhere', () => {
  const dangling: string[] = [];
  for (const { path: from, html } of all) {
    for (const [, target] of html.matchAll(/\s(?:href|action|src)="([^"]*)"/g)) {
      // What follows `?`, or `#q=` on a search page, is for the page’s own script.
      const address = target!.replaceAll('&amp;', '&').replace(/\?[^#]*|#q=.*/, '');
      if (address === '') continue;
      if (/^(?:https?:|tel:|sms:|data:)/.test(address)) continue;
      const resolved = address.startsWith('#') ? `${from}${address}` : address;
      if (!exists(resolved)) dangling.push(`${from} → ${address}`);
    }
  }
  expect(dangling).toEqual([]);
});

test('SHA256SUMS lists every file of the built site as it is', () => {
  const list = readFileSync(path.join(dist, SUMS_FILE), 'utf8');
  expect(list).toBe(formatSums(computeSums(dist)));
  expect(list).toMatch(/^[0-9a-f]{64} {2}\S+$/m);
  const names = list
    .trim()
    .split('\n')
    .map((line) => line.slice(66));
  expect(names).toEqual([...names].sort());
  // Whoever keeps the site on a phone keeps neither.
  const kept = readFileSync(path.join(dist, packManifestPath), 'utf8') + readFileSync(path.join(dist, 'sw.js'), 'utf8');
  for (const name of [SUMS_FILE, 'build.json']) expect(kept).not.toContain(name);
  for (const name of ['index.html', 'sw.js', 'build.json', '.well-known/security.txt']) expect(names).toContain(name);
});

describe('every page', () => {
  test('says before anything of its own that the site is a trial, in its language', () => {
    // Kept for a build that is official: the test is about this one.
    expect(site.official).toBe(false);
    const lost = all.filter(({ path: address, html }) => {
      const before = /<body[^>]*>([^]*?)<h1\b/.exec(html)?.[1] ?? '';
      const seen = before.replace(/<(template|noscript|script|style|dialog)\b[^]*?<\/\1>/g, '');
      const strip = /<p\b([^>]*\bdata-trial\b[^>]*)>([^]*?)<\/p>/.exec(seen);
      const [words, link] =
        languageOf(address) === 'en'
          ? ['Trial version, not yet an official channel.', '/en/about/']
          : ['Bản thử nghiệm, chưa phải kênh chính thức.', '/gioi-thieu/'];
      return (
        !strip ||
        /\b(?:hidden|aria-hidden)\b/.test(strip[1]!) ||
        !strip[2]!.replace(/<[^>]*>/g, '').startsWith(words) ||
        !strip[2]!.includes(`href="${link}"`)
      );
    });
    expect(lost.map((page) => page.path)).toEqual([]);
    for (const address of [
      '/404.html',
      '/ngoai-tuyen/',
      '/bien-tap/',
      '/en/search/',
      pageTypes.frame!,
      pageTypes.notice!,
    ])
      expect(byPath.has(address), address).toBe(true);
  });

  test.each(['/gioi-thieu/', '/en/about/'])(
    '%s tells how to know the genuine site: its address, and the command that proves it',
    (address) => {
      const html = byPath.get(address)!.html;
      expect(/<strong[^>]*>(https?:[^<]*)<\/strong>/.exec(html)?.[1]).toBe(new URL(site.base, site.origin).href);
      const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
        scripts: Record<string, string>;
      };
      const [, named = ''] = /npm run ([a-z]+) -- https:/.exec(html) ?? [];
      expect(scripts[named]).toContain('verify');
      expect(html).toContain('SHA256SUMS');
      for (const number of ['tel:111', 'tel:113']) expect(html).toContain(number);
    },
  );

  test('has the numbers 111 and 113 and the way out', () => {
    // A figure in another site's frame is no page of this one.
    for (const { path: address, html } of all.filter((page) => !page.path.startsWith('/nhung/'))) {
      for (const wanted of ['href="tel:111"', 'href="tel:113"', 'class="exit"'])
        expect(html.includes(wanted), `${address} ${wanted}`).toBe(true);
    }
  });

  test('has the numbers in its first 6 KB on the wire, before anything else, for a network that stops there', () => {
    // Before them stand the styles, without which a browser would show nothing.
    for (const { path: address, html } of all.filter((page) => !page.path.startsWith('/nhung/'))) {
      const end = html.indexOf('class="exit"');
      expect(brotliCompressSync(html.slice(0, end)).length, address).toBeLessThanOrEqual(6000);
      expect(html.slice(html.indexOf('<body'), end).length, address).toBeLessThan(2500);
    }
  });

  test('has one title of its own, one h1, a language and a description', () => {
    const titles = all.map(({ html }) => /<title>([^<]+)<\/title>/.exec(html)![1]!);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
    for (const { path: address, html } of all) {
      expect(html.match(/<h1[\s>]/g) ?? [], address).toHaveLength(1);
      expect(html.startsWith(`<!DOCTYPE html><html lang="${languageOf(address)}"`), address).toBe(true);
      expect(/<meta name="description" content="[^"]{20,}"/.test(html), address).toBe(true);
    }
  });

  test('prints no number that must not be printed', () => {
    const forbidden =
      /18001567|0912\.?011\.?882|39364407|62 ?844 ?844|0981848484.{0,3}0965|965 ?41 ?11 ?18|069\.?232\.?6555|0692348560|0769\.?04\.?04\.?04/;
    expect(all.filter(({ html }) => forbidden.test(html)).map((page) => page.path)).toEqual([]);
  });

  test('carries no inline style or handler, which a strict policy would drop', () => {
    expect(all.filter(({ html }) => /<[^>]+\s(?:style|on[a-z]+)="/.test(html)).map((page) => page.path)).toEqual([]);
  });
});

describe('budgets', () => {
  /** Bytes of a page's first view under brotli: its HTML with the styles in it, and every file that would hold the paint up. */
  const firstView = (address: string): number => {
    const { html } = byPath.get(address)!;
    const blocking = [
      ...html.matchAll(
        /<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"|<script(?![^>]*type="module")[^>]+src="([^"]+)"/g,
      ),
    ].map((match) => match[1] ?? match[2]!);
    const files = blocking.map((file) => brotliCompressSync(readFileSync(path.join(dist, file))).length);
    return brotliCompressSync(html).length + files.reduce((sum, size) => sum + size, 0);
  };

  const entries = (folders: string) =>
    all
      .filter(({ path: address }) => new RegExp(`^/(?:${folders})/[a-z0-9-]+/$`).test(address))
      .map((page) => page.path);
  const [article, frame, selfCheck, help, home] = [12 * 1024, 8 * 1024, 10 * 1024, 9 * 1024, 14 * 1024];

  // An editor may write as much as the matter needs: a text of more than 4 KB under brotli, 1,600 words, may add its own bytes.
  test.each(entries('bai-viet|canh-bao|en/articles|en/alerts|hoi-nghi'))(
    '%s comes in 12 KB, or in 8 KB more than its own text',
    (address) => {
      expect(firstView(address)).toBeLessThanOrEqual(Math.max(article, floorBytes(dist, address) + frame));
    },
  );

  test('the home page comes in 14 KB', () => {
    for (const type of ['home', 'home in English']) expect(firstView(pageTypes[type]!), type).toBeLessThanOrEqual(home);
  });

  test('the help page, which is opened in danger, comes in 9 KB, a self-check in 10', () => {
    for (const type of ['help', 'help in English']) expect(firstView(pageTypes[type]!), type).toBeLessThanOrEqual(help);
    expect(firstView(pageTypes['self-check']!)).toBeLessThanOrEqual(selfCheck);
  });
});

describe('the script of a page', () => {
  /** Code that runs before the reader does anything: inline, or fetched by a script tag. What those import later comes on demand. */
  const scripts = (html: string): Buffer[] =>
    [...html.matchAll(/<script type="module"(?: src="([^"]+)")?>([^]*?)<\/script>/g)].map(([, src, code]) =>
      src ? readFileSync(path.join(dist, src)) : Buffer.from(code!),
    );

  test('is 3 KB brotli at most, and is there on every page for the quick exit', () => {
    for (const { path: address, html } of all.filter((page) => !page.path.startsWith('/nhung/'))) {
      const bytes = scripts(html).reduce((sum, code) => sum + brotliCompressSync(code).length, 0);
      expect(bytes, address).toBeGreaterThan(0);
      expect(bytes, address).toBeLessThanOrEqual(3000);
    }
  });

  test('is one small file for all pages where one only reads, and the way out by touch is no request at all', () => {
    const requests = (type: string): string[] =>
      [...byPath.get(pageTypes[type]!)!.html.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, src]) => src!);
    const common = requests('help');
    expect(common).toHaveLength(1);
    for (const type of ['home', 'alert', 'article', 'conference', 'hotlines', 'glossary', 'help in English'])
      expect(requests(type), type).toEqual(common);
    // Within one packet on the wire.
    expect(brotliCompressSync(readFileSync(path.join(dist, common[0]!))).length).toBeLessThan(1400);
    for (const { path: address, html } of all.filter((page) => !page.path.startsWith('/nhung/'))) {
      expect(/<script type="module">[^<]*location\.replace/.test(html), address).toBe(true);
    }
  });
});

describe('the worker', () => {
  test('is 8 KB brotli at most, and so much again is what it fetches on a first visit', () => {
    expect(brotliCompressSync(readFileSync(path.join(dist, 'sw.js'))).length).toBeLessThanOrEqual(8000);
    expect(brotliCompressSync(byPath.get('/ngoai-tuyen/')!.html).length).toBeLessThanOrEqual(8000);
  });

  test('the warning pack lists files as they are', () => {
    const { files } = JSON.parse(readFileSync(path.join(dist, 'luu-tren-may/goi.json'), 'utf8')) as {
      files: { path: string; hash: string }[];
    };
    expect(files.length).toBeGreaterThan(50);
    for (const { path: address, hash } of files) {
      const bytes = readFileSync(path.join(dist, address, address.endsWith('/') ? 'index.html' : ''));
      expect(createHash('sha256').update(bytes).digest('hex').startsWith(hash), address).toBe(true);
    }
    const paths = files.map((file) => file.path);
    for (const page of all.filter(({ path: address }) => /^\/(?:canh-bao|bai-viet)\/[a-z0-9-]+\/$/.test(address)))
      expect(paths).toContain(page.path);
    expect(paths).toEqual(
      expect.arrayContaining(['/', '/duong-day-nong/', '/tim-kiem/', '/pagefind/pagefind-entry.json']),
    );
    expect(paths.filter((address) => /can-giup-do|tu-kiem-tra/.test(address))).toEqual([]);
  });
});

test('html-validate finds nothing on any page', async () => {
  const found: string[] = [];
  for (const { path: address, html } of all)
    found.push(...(await htmlProblems(html)).map((problem) => `${address} ${problem}`));
  expect(found).toEqual([]);
});

describe('charts', () => {
  test('cost at most 60 KB of script, and no other page names that script', () => {
    const scripts = readdirSync(path.join(dist, '_astro')).filter((file) => /^chart\..*\.js$/.test(file));
    expect(scripts).toHaveLength(1);
    expect(brotliCompressSync(readFileSync(path.join(dist, '_astro', scripts[0]!))).length).toBeLessThanOrEqual(
      60 * 1024,
    );
    const withChart = all.filter(({ html }) => html.includes('data-chart=')).map((page) => page.path);
    expect(withChart.length).toBeGreaterThan(0);
    expect(all.filter(({ html }) => html.includes('FigureChart')).map((page) => page.path)).toEqual(withChart);
  });
});
