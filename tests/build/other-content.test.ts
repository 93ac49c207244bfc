/** Other content, another folder, below a path: nothing of the site depends on where it stands or on what `content/` holds. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { CAP_1_2 } from '@dec112/cap-ts';
import { unzipSync } from 'fflate';
import { parse } from 'node-html-parser';
import { parse as parseYaml } from 'yaml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { entryPath, observationPath } from '../../src/i18n/index.ts';
import type { CollectionName } from '../../src/schema/index.ts';
import { launch } from '../support/browser.ts';
import { capFlaws } from '../support/cap.ts';
import { contentWith, errorsIn } from '../support/content.ts';
import { filesBelow, idsOf, pages, placeOf, type Page as BuiltPage } from '../support/dist.ts';
import { readAtom, readJson } from '../support/feeds.ts';
import { factsOf } from '../support/structured-data.ts';
import { node, root } from '../support/run.ts';
import { listen } from '../support/site.ts';
import { stalePage, variant, type Variant } from '../support/variants.ts';

const home = 'https://x.example/cb/';
let small: Variant;
let [content, out] = ['', ''];
let all: BuiltPage[] = [];

beforeAll(async () => {
  small = await variant('small');
  ({ content, out } = small);
  if (small.built.code === 0) all = pages(out);
});

/** What an address below the base leads to: nothing wrong, or why it leads nowhere. */
const flaw = (whole: string): string | null => {
  // What follows `?` is for the page’s own script; an empty address is the page itself.
  const address = whole.replace(/\?[^#]*/, '');
  if (address === '') return null;
  if (!address.startsWith('/cb/')) return 'not below the base';
  const [file = '', fragment] = address.slice('/cb'.length).split('#');
  const page = all.find((each) => each.path === file);
  if (!page)
    return fragment === undefined && !file.endsWith('/') && existsSync(path.join(out, file)) ? null : 'no such file';
  return fragment === undefined || idsOf(page.html).has(decodeURIComponent(fragment)) ? null : 'no such place';
};

test('the build succeeds and has nothing to say but its steps', () => {
  expect(
    errorsIn(small.built.out)
      .trimEnd()
      .replace(/\d+\.\d s/g, 'N s'),
  ).toBe('› Checking the content\nNội dung đạt: 36 tệp.\n  N s\n› Building pages and search index\n  N s');
  expect(small.built.code).toBe(0);
});

test('pages of an earlier build are gone', () => {
  expect(existsSync(path.join(out, stalePage))).toBe(false);
});

test('every file has its page or its place on one, every figure its page and its frame', () => {
  const files = filesBelow(content).map((file) => /^([a-z-]+)\/([a-z0-9-]+)\.[a-z]+$/.exec(file)!);
  expect(files.length).toBe(36);
  const figures = ['so-vu', 'thay-doi-pham-phap'].flatMap((id) => [
    observationPath(id, 'nua-dau-2023'),
    `/nhung/${id}/nua-dau-2023/`,
  ]);
  const wanted = [...files.map(([, kind, id]) => placeOf(kind as CollectionName, id!)), ...figures];
  expect(wanted.flatMap((address) => flaw(`/cb${address}`) ?? [])).toEqual([]);
});

test('every link and every asset is below the base and exists', () => {
  const found: string[] = [];
  let seen = 0;
  for (const { path: from, html } of all) {
    const addresses = [
      ...html.matchAll(/\s(?:href|src|action|poster)="([^"]*)"/g),
      ...html.matchAll(/url\(["']?([^"')]+)/g),
    ].map(([, address]) => address!.replaceAll('&amp;', '&'));
    for (const address of addresses) {
      if (/^(?:https?:|tel:|sms:|data:)/.test(address)) continue;
      seen++;
      // `#q=` asks the search page, whose script reads it.
      const place = address.replace(/#q=.*/, '');
      const why = flaw(place === '' || place.startsWith('#') ? `/cb${from}${place}` : place);
      if (why) found.push(`${from} → ${address}: ${why}`);
    }
  }
  expect(found).toEqual([]);
  expect(seen).toBeGreaterThan(500);
});

test('links that authors wrote in a body are among them', () => {
  const body = (id: string) => all.find((page) => page.path === entryPath('articles', id))!.html;
  expect(body('viec-nhe-luong-cao')).toContain('<a href="/cb/canh-bao/">các cảnh báo</a>');
  expect(body('cach-bao-tin')).toContain('<a href="/cb/duong-day-nong/#so-111">Các số cần gọi</a>');
});

test('the canonical address of a page is its own, that of a frame the page of its figure', () => {
  const canonical = (html: string) => /<link rel="canonical" href="([^"]*)"/.exec(html)?.[1];
  const indexed = all.filter(({ html }) => !html.includes('content="noindex"'));
  expect(indexed.length).toBeGreaterThan(20);
  for (const { path: address, html } of indexed) expect(canonical(html)).toBe(`${home}${address.slice(1)}`);
  const frames = all.filter((page) => page.path.startsWith('/nhung/'));
  expect(frames.map(({ html }) => canonical(html)).sort()).toEqual(
    ['so-vu', 'thay-doi-pham-phap'].map((id) => `${home}so-lieu/${id}/nua-dau-2023/`),
  );
});

test('absolute addresses, in pages and in files to take away, are of this site, below the base, and lead somewhere', () => {
  const texts = filesBelow(out)
    // Pictures of a terminal in the guide show the address of the site they were taken of.
    .filter((file) => !file.startsWith('pagefind/') && !/^bien-tap\/.*\.svg$/.test(file))
    .flatMap((file): [string, string][] => {
      const bytes = readFileSync(path.join(out, file));
      if (!/\.(?:zip|xlsx)$/.test(file)) return [[file, bytes.toString('utf8')]];
      return Object.entries(unzipSync(bytes)).map(([name, inner]) => [
        `${file}/${name}`,
        Buffer.from(inner).toString('utf8'),
      ]);
    });
  const kinds = new Set<string>();
  for (const [file, text] of texts) {
    expect(text, file).not.toContain('canhbao.caobang.example');
    // Styles put the origin before the path of a link on paper.
    for (const [address] of text
      .replace(/<style[^]*?<\/style>/g, '')
      .matchAll(/https?:\/\/x\.example[^\s"'<>&\\},)]*/g)) {
      kinds.add(path.extname(file));
      expect(
        address.startsWith(home) &&
          flaw(address.slice('https://x.example'.length).replace(/\.$|\?.*$|#q=.*$/, '')) === null,
        `${file}: ${address}`,
      ).toBe(true);
    }
  }
  expect([...kinds].sort()).toEqual(['.bib', '.csv', '.html', '.json', '.md', '.ris', '.txt', '.xml']);
});

describe('awkward content, read by programs', () => {
  const read = (address: string): string => readFileSync(path.join(out, address), 'utf8');
  const awkward = (folder: string, id: string) =>
    parseYaml(readFileSync(path.join(content, folder, `${id}.mdx`), 'utf8').split(/^---$/m)[1]!) as {
      title: string;
      summary: string;
      redFlags: string[];
    };

  test('is in the feeds letter by letter, and its text is no markup', () => {
    const { title, summary } = awkward('articles', 'tieu-de-kho');
    expect(title.length).toBeGreaterThanOrEqual(120);
    for (const feed of [
      readAtom(read('feed.xml')),
      readAtom(read('bai-viet/feed.xml')),
      readJson(read('bai-viet/feed.json')),
    ]) {
      const entry = feed.entries.find(({ id }) => id === `${home}bai-viet/tieu-de-kho/`)!;
      expect(entry.title).toBe(title);
      const body = parse(entry.html);
      expect(body.textContent).toContain(summary);
      expect(body.querySelectorAll('script, i, b')).toEqual([]);
    }
  });

  test('is in a CAP message letter by letter', async () => {
    const { title, redFlags } = awkward('alerts', 'canh-bao-kho');
    const xml = read('canh-bao/canh-bao-kho/cap.xml');
    expect(capFlaws(xml)).toEqual([]);
    const [info] = (await CAP_1_2.Alert.fromXML(xml)).info_list;
    expect(info!.headline).toBe(title);
    for (const flag of redFlags) expect(info!.description).toContain(flag);
  });

  test('an alert withdrawn on its first day is cancelled after it was sent', async () => {
    const xml = read('canh-bao/thu-hoi-trong-ngay/cap.xml');
    expect(capFlaws(xml)).toEqual([]);
    const alert = await CAP_1_2.Alert.fromXML(xml);
    expect(alert.msgType).toBe(CAP_1_2.Alert_msgType.cancel);
    const references = alert.references!.split(' ').map((reference) => reference.split(','));
    // Sent, then updated, then cancelled: three names, each sent after the one before.
    expect(references).toHaveLength(2);
    for (const [sender] of references) expect(sender).toBe(alert.sender);
    expect(new Set([alert.identifier, ...references.map(([, identifier]) => identifier)]).size).toBe(3);
    const sent = [...references.map(([, , moment]) => moment!), alert.sent];
    expect(sent.map((moment) => moment.slice(0, 10))).toEqual(['2026-11-20', '2026-11-20', '2026-11-20']);
    expect([...new Set(sent)].sort()).toEqual(sent);
    expect(alert.info_list[0]!.description).toContain(']]>');
    expect(readAtom(read('canh-bao/cap.xml')).entries.map(({ id }) => id)).toContain(
      `${home}canh-bao/thu-hoi-trong-ngay/cap.xml`,
    );
    const feed = readAtom(read('canh-bao/feed.xml')).entries.find(
      ({ id }) => id === `${home}canh-bao/thu-hoi-trong-ngay/`,
    )!;
    expect(feed.title).toMatch(/^Đã rút: /);
    expect(
      await factsOf(read('canh-bao/thu-hoi-trong-ngay/index.html')).then((facts) => facts.map(({ type }) => type)),
    ).not.toContain('SpecialAnnouncement');
  });

  test('is in structured data letter by letter, and cannot end its element', async () => {
    const html = read('bai-viet/tieu-de-kho/index.html');
    const { title } = awkward('articles', 'tieu-de-kho');
    const facts = await factsOf(html);
    expect(facts.find(({ type }) => type === 'NewsArticle')!.get('headline')).toEqual([title]);
    expect(facts.find(({ type }) => type === 'FAQPage')!.get('mainEntity')).toHaveLength(1);
    const [, data = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(html)!;
    expect(data).not.toMatch(/<|\u2028|\u2029/);
    expect(() => JSON.parse(data) as unknown).not.toThrow();
  });

  test('has a picture, and the head names it whole', () => {
    const head = parse(read('bai-viet/tieu-de-kho/index.html')).querySelector('head')!;
    const image = head.querySelector('meta[property="og:image"]')!.getAttribute('content')!;
    expect(image.startsWith(`${home}chia-se/`)).toBe(true);
    expect(existsSync(path.join(out, image.slice(home.length)))).toBe(true);
    expect(head.querySelector('meta[property="og:title"]')!.getAttribute('content')).toBe(
      awkward('articles', 'tieu-de-kho').title,
    );
  });

  test('everything at the root knows the base', () => {
    expect(read('robots.txt')).toContain(`Sitemap: ${home}sitemap.xml`);
    expect(read('.well-known/security.txt')).toContain(`Canonical: ${home}.well-known/security.txt`);
    expect(JSON.parse(read('manifest.webmanifest'))).toMatchObject({
      start_url: '/cb/',
      scope: '/cb/',
      icons: [{ src: '/cb/icon-192.png' }, { src: '/cb/icon-512.png' }],
    });
    for (const file of ['feed.xml', 'canh-bao/cap.xml']) expect(read(file)).toContain('href="/cb/feed.css"');
  });
});

test('no script names a place outside the base', () => {
  const scripts = [
    ...filesBelow(path.join(out, '_astro')).map((file) => readFileSync(path.join(out, '_astro', file), 'utf8')),
    ...all.flatMap(({ html }) => [...html.matchAll(/<script[^>]*>([^]*?)<\/script>/g)].map(([, code]) => code!)),
  ];
  expect(scripts.length).toBeGreaterThan(3);
  expect(
    scripts.flatMap(
      (code) => code.match(/["'`]\/(?:_astro|pagefind|du-lieu|so-lieu|canh-bao|bai-viet|tim-kiem)\b[^"'`]*/g) ?? [],
    ),
  ).toEqual([]);
});

test('the search index of each language holds every page that takes part, and every part that is found by itself', () => {
  const entry = JSON.parse(readFileSync(path.join(out, 'pagefind/pagefind-entry.json'), 'utf8')) as {
    languages: Record<string, { page_count: number }>;
  };
  for (const language of ['vi', 'en']) {
    const taking = all.filter(
      ({ html }) => html.includes('data-pagefind-body') && html.includes(`<html lang="${language}"`),
    );
    // Numbers to call, the ones that are not known, numbers of banks, and terms of the glossary.
    const found = [
      ['/duong-day-nong/', /<li id="so-|id="bien-phong"/g],
      ['/en/hotlines/', /<li id="so-/g],
      ['/thuat-ngu/', /<div id="/g],
      ['/goi-ngan-hang/', /<li id="/g],
      ['/en/call-bank/', /<li id="/g],
    ] as const;
    const parts = found.flatMap(
      ([address, part]) => taking.find((page) => page.path === address)?.html.match(part) ?? [],
    );
    if (language === 'vi') expect(parts.length).toBeGreaterThan(2);
    expect(entry.languages[language]?.page_count, language).toBe(taking.length + parts.length);
  }
  expect(existsSync(path.join(out, 'pagefind/pagefind.js'))).toBe(true);
  expect(all.find((page) => page.path === '/tim-kiem/')!.html).toContain('data-bundle="/cb/pagefind/"');
});

describe('in a browser', () => {
  let browser: Browser;
  let page: Page;
  let site: Awaited<ReturnType<typeof listen>>;
  const failed: string[] = [];

  beforeAll(async () => {
    site = await listen(out, '/cb/');
    browser = await launch();
    page = await browser.newPage();
    page.on('response', (response) => {
      if (response.status() >= 400) failed.push(response.url());
    });
    page.on('pageerror', (error) => failed.push(error.message));
  });
  afterAll(async () => {
    await browser.close();
    await site.close();
  });

  test('the search finds pages, and their links lead to them', async () => {
    await page.goto(`${site.origin}/cb/`);
    await page.fill('#home-search', 'mua ban nguoi');
    await page.press('#home-search', 'Enter');
    await page.waitForSelector('[data-search-state="done"] [data-result] a');
    expect(new URL(page.url()).pathname).toBe('/cb/tim-kiem/');
    const links = await page
      .locator('[data-result] a')
      .evaluateAll((found) => found.map((link) => link.getAttribute('href')!));
    expect(links.flatMap((link) => flaw(link) ?? [])).toEqual([]);
    await page.fill('#q', 'khoá sim');
    await page.press('#q', 'Enter');
    const wanted = page.locator('[data-result] a[href="/cb/canh-bao/doa-khoa-sim/"]');
    await wanted.click();
    await page.waitForURL(`${site.origin}/cb/canh-bao/doa-khoa-sim/`);
    expect(failed).toEqual([]);
  });

  test('a list is narrowed where it stands, and the back button undoes it', async () => {
    await page.goto(`${site.origin}/cb/canh-bao/`);
    const before = await page.locator('[data-item]:visible').count();
    await page.click('[data-facets] summary');
    await page.click('[data-facet="kenh"][data-value="mang-xa-hoi"]');
    expect(page.url()).toBe(`${site.origin}/cb/canh-bao/?kenh=mang-xa-hoi`);
    expect(await page.locator('[data-item]:visible').count()).toBe(1);
    await page.goBack();
    expect(page.url()).toBe(`${site.origin}/cb/canh-bao/`);
    expect(before).toBeGreaterThan(1);
    expect(await page.locator('[data-item]:visible').count()).toBe(before);
    expect(failed).toEqual([]);
  });
});

test('content with a problem leaves the built site as it is', () => {
  const state = () =>
    filesBelow(out).map((file) => {
      const { mtimeMs, ino } = statSync(path.join(out, file));
      return [
        file,
        mtimeMs,
        ino,
        createHash('sha256')
          .update(readFileSync(path.join(out, file)))
          .digest('hex'),
      ].join(' ');
    });
  const before = state();
  expect(before.length).toBeGreaterThan(50);
  const { code, out: said } = node(['src/publish/build.ts'], {
    ...small.env,
    CONTENT_DIR: contentWith(path.join(root, 'tests/content/broken/date-vietnamese')),
  });
  expect(code).toBe(1);
  expect(said).toContain('pages/gioi-thieu.mdx:4:12');
  expect(said).not.toContain('Building pages');
  expect(state()).toEqual(before);
});
