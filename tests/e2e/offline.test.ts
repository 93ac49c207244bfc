/** The service worker in a real browser: what it caches, what it must not cache, and what it answers when the network fails. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { bundleManifest } from '../../src/postprocess/offline-bundle.ts';
import { dist, filesBelow } from '../support/dist.ts';
import { listen, type Answer } from '../support/site.ts';
import { requestsSeen, useBrowser } from '../support/use-browser.ts';
import { headersFor } from '../../src/hosting/header-rules.ts';
import { defaultTimeouts, type Timeouts } from '../../src/offline/worker.ts';

const article = '/bai-viet/xuat-nhap-canh-trai-phep/';
const alert = '/canh-bao/bat-coc-online/';
const offlineTitle = 'Không mở được trang này';

// The policy of a page names the hashes of its styles, and one that is truncated in them has others; csp.test.ts opens whole ones.
const { blankPage, newContext } = useBrowser({}, [], () => undefined);
let context: BrowserContext;
/** The page of the context that no test has used yet. */
let unused: Page | undefined;
let site: { origin: string; close: () => Promise<void> };
/** How the network fails: set by a test, for one request or for all. */
let fault: Answer | undefined;
/** The pages of the bundle once more, without the search index: for a second edition. */
let edition: string;
/** In the place of the list of the bundle, where a test sets it: the pages alone, as the index has five times as many files. */
let pagesAlone: Buffer | undefined;
/** In the place of the built worker, where a test sets it. */
let workerCode: string | undefined;
beforeAll(() => {
  edition = mkdtempSync(path.join(tmpdir(), 'edition-'));
  // No more than pages of the bundle and what the worker precaches: the site has thousands.
  const { files } = JSON.parse(readFileSync(path.join(dist, 'luu-tren-may/goi.json'), 'utf8')) as {
    files: { path: string }[];
  };
  const needed = files
    .filter((file) => !file.path.startsWith('/pagefind/'))
    .map((file) => (file.path.endsWith('/') ? `${file.path}index.html` : file.path));
  for (const file of [...needed, '/luu-tren-may/goi.json', '/ngoai-tuyen/index.html'])
    cpSync(path.join(dist, file), path.join(edition, file));
  cpSync(path.join(dist, '_astro'), path.join(edition, '_astro'), { recursive: true });
  mkdirSync(path.join(edition, 'pagefind'));
});
beforeEach(async () => {
  fault = undefined;
  workerCode = undefined;
  pagesAlone = undefined;
  site = await listen(dist, '/', (request, response) => {
    if (workerCode && request.url === '/sw.js') {
      response.writeHead(200, { ...headersFor('/sw.js', '/'), 'content-type': 'text/javascript' }).end(workerCode);
      return true;
    }
    if (fault?.(request, response)) return true;
    if (!pagesAlone || request.url !== '/luu-tren-may/goi.json') return false;
    response.writeHead(200, { 'content-type': 'application/json' }).end(pagesAlone);
    return true;
  });
  // Each test has a port, and with it an origin, of its own.
  unused = await blankPage();
  context = unused.context();
});
afterEach(() => site.close());
afterAll(() => rmSync(edition, { recursive: true }));

/** Waits for a state that comes by itself, however busy the machine is. */
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 60_000 });

/** Opens the first page of a visit and waits until the worker is active. */
const visit = async (address = '/'): Promise<Page> => {
  const page = unused ?? (await context.newPage());
  unused = undefined;
  await page.goto(site.origin + address);
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(
    async () => (await navigator.serviceWorker.getRegistration())?.active?.state === 'activated',
  );
  return page;
};

/**
 * Replaces the active worker by one with shorter timeouts, for a network that says nothing. The pages before it are loaded under the
 * built worker, whose patience a slow test machine does not exhaust.
 */
const shortenTimeouts = async (page: Page, timeouts: Partial<Timeouts>): Promise<void> => {
  const built = readFileSync(path.join(dist, 'sw.js'), 'utf8');
  const named = Object.entries({ ...defaultTimeouts, ...timeouts }).map(([name, value]) => `${name}:${value}`);
  workerCode = built.replace(/(?<=timeouts:\{)[^}]*/, named.join(','));
  expect(workerCode).not.toBe(built);
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    if (!registration) throw new Error('There is no worker to replace.');
    const isReplaced = new Promise<void>((resolve) => {
      registration.addEventListener('updatefound', () => {
        const worker = registration.installing;
        worker?.addEventListener('statechange', () => worker.state === 'activated' && resolve());
      });
    });
    await registration.update();
    await isReplaced;
  });
};

/** Paths of all copies on the device, by cache. */
const copies = (page: Page): Promise<Record<string, string[]>> =>
  page.evaluate(async () => {
    const found: Record<string, string[]> = {};
    for (const name of await caches.keys())
      found[name] = (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname);
    return found;
  });
const cachedPages = async (page: Page): Promise<string[]> => (await copies(page))['canh-bao-seen'] ?? [];

/** Reads a page and waits until it is cached. */
const readPage = async (page: Page, address: string): Promise<void> => {
  await page.goto(site.origin + address);
  await eventually(() => cachedPages(page)).toContain(address);
};

const cut: Answer = (request) => {
  request.socket.destroy();
  return true;
};
const stall: Answer = () => true;
/** 70 % of a page, then nothing more while the connection stays open. Styles are nearly half of a page. */
const half =
  (address: string, folder = dist): Answer =>
  (request, response) => {
    if (request.url !== address) return false;
    const body = readFileSync(path.join(folder, address, 'index.html'));
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).write(body.subarray(0, body.length * 0.7));
    return true;
  };

/** 70 % of a page, then the connection ends. Without an address, so does every page, and every other file fails at once. */
const truncate =
  (only?: string): Answer =>
  (request, response) => {
    const address = request.url!.split('?')[0]!;
    if (only && address !== only) return false;
    if (!address.endsWith('/')) return cut(request, response);
    const body = readFileSync(path.join(dist, address, 'index.html'));
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': body.length });
    response.write(body.subarray(0, body.length * 0.7), () => request.socket.end());
    return true;
  };

const heading = (page: Page): Promise<string> => page.locator('h1').innerText();
const isSlowRun = process.env.SLOW_TESTS === '1';
/** Page loads on the network that comes and goes. Twenty meet every network and every address. */
const TURNS = isSlowRun ? 200 : 20;

const hasNumbers = async (page: Page): Promise<boolean> =>
  (await page.locator('a[href="tel:113"]:visible').count()) > 0 &&
  (await page.locator('a[href="tel:111"]:visible').count()) > 0;

describe('offline', () => {
  test.each([
    ['flight mode', () => context.setOffline(true)],
    ['a server that is gone', () => void (fault = cut)],
  ])('pages that were read open, with the stale banner and its date: %s', async (_name, breakNetwork) => {
    const page = await visit('/');
    await eventually(() => cachedPages(page)).toEqual(['/']);
    await readPage(page, article);
    const title = await heading(page);
    expect(await page.locator('.held-notice').count()).toBe(0);
    await breakNetwork();
    await page.goto(site.origin + article);
    expect(await heading(page)).toBe(title);
    const today = await page.evaluate(() => new Date().toLocaleDateString('vi-VN'));
    expect(await page.locator('.held-notice').innerText()).toContain(`lấy ngày ${today} (hôm nay)`);
    await page.goto(`${site.origin}/?from=somewhere`);
    expect(await page.locator('.alert-card').count()).toBeGreaterThan(0);
  });

  test('a page that was not read gives way to the fallback page: all numbers, and the list of cached pages', async () => {
    const page = await visit('/');
    await readPage(page, alert);
    await context.setOffline(true);
    await page.goto(site.origin + article);
    expect(await heading(page)).toBe(offlineTitle);
    const numbers = readFileSync(path.join(dist, 'duong-day-nong/index.html'), 'utf8').match(
      /href="(?:tel|sms):[^"]+"/g,
    )!;
    for (const number of new Set(numbers))
      expect(await page.locator(`main a[${number}]`).first().isVisible(), number).toBe(true);
    await page.locator('[data-cached-pages] summary').click();
    await page.locator(`[data-cached-pages] a[href="${alert}"]`).click();
    await page.waitForURL(site.origin + alert);
    expect(await page.locator('.held-notice').count()).toBe(1);
  });

  test('help, self-check and search are never cached; the fallback page with the numbers stands in', async () => {
    const page = await visit('/can-giup-do/');
    const uncached = ['/can-giup-do/', '/tu-kiem-tra/', '/tu-kiem-tra/viec-lam/', '/en/help/', '/en/search/'];
    for (const address of [...uncached, '/tim-kiem/?q=bi+nhot', '/tim-kiem/#q=bi+nhot'])
      await page.goto(site.origin + address);
    await readPage(page, article);
    expect(JSON.stringify(await copies(page))).not.toMatch(/can-giup-do|tu-kiem-tra|tim-kiem|help|search|nhot/);
    await context.setOffline(true);
    for (const address of [...uncached, '/tim-kiem/?q=cuu', '/tim-kiem/#q=cuu']) {
      await page.goto(site.origin + address);
      expect(await heading(page), address).toBe(offlineTitle);
      expect(await hasNumbers(page)).toBe(true);
    }
  });

  test('the emergency page has the numbers when the browser has evicted every cache', async () => {
    const page = await visit('/');
    await page.evaluate(async () => Promise.all((await caches.keys()).map((name) => caches.delete(name))));
    await context.setOffline(true);
    await page.goto(site.origin + article);
    expect(await hasNumbers(page)).toBe(true);
  });

  test('a page older than 30 days is deleted', async () => {
    const page = await visit('/');
    await page.evaluate(async () => {
      const cache = await caches.open('canh-bao-seen');
      for (const days of [29, 31])
        await cache.put(
          `/cu/${days}/`,
          new Response('', { headers: { 'held-at': String(Date.now() - days * 24 * 3600 * 1000) } }),
        );
    });
    await readPage(page, article);
    await eventually(() => cachedPages(page)).not.toContain('/cu/31/');
    expect(await cachedPages(page)).toContain('/cu/29/');
  });

  test('at most 60 pages are cached, the newest', async () => {
    const page = await visit('/');
    await eventually(() => cachedPages(page)).toEqual(['/']);
    await page.evaluate(async () => {
      const cache = await caches.open('canh-bao-seen');
      const yesterday = Date.now() - 24 * 3600 * 1000;
      for (let index = 0; index < 80; index++)
        await cache.put(`/cu/${index}/`, new Response('', { headers: { 'held-at': String(yesterday - index) } }));
    });
    await readPage(page, article);
    await eventually(async () => (await cachedPages(page)).length).toBe(60);
    const paths = await cachedPages(page);
    expect(paths).toEqual(expect.arrayContaining(['/', article, '/cu/0/', '/cu/57/']));
    expect(paths).not.toContain('/cu/58/');
  });
});

describe('a network that fails halfway', () => {
  test('a cached page opens when the server says nothing, or half', async () => {
    const page = await visit('/');
    await readPage(page, article);
    const title = await heading(page);
    await shortenTimeouts(page, { whole: 200 });
    for (const failure of [stall, half(article)]) {
      fault = failure;
      await page.goto(site.origin + article);
      expect(await heading(page)).toBe(title);
      expect(await page.locator('.held-notice').count()).toBe(1);
      expect(await page.locator('footer').count()).toBe(1);
    }
    // The half did not replace the whole.
    fault = cut;
    await page.goto(site.origin + article);
    expect(await page.locator('footer').count()).toBe(1);
  });

  test('a page without a copy gives way to the fallback page when the server says nothing', async () => {
    const page = await visit('/');
    await shortenTimeouts(page, { headers: 200 });
    fault = stall;
    await page.goto(site.origin + article);
    expect(await heading(page)).toBe(offlineTitle);
  });

  /** Waits as long as the built worker only in the slow suite: that takes thirteen seconds. */
  const { whole, headers } = isSlowRun ? defaultTimeouts : { whole: 300, headers: 1000 };
  test('a silent network is waited for: shortly for a page with a copy, longer for one without', async () => {
    const page = await visit('/');
    await readPage(page, article);
    if (!isSlowRun) await shortenTimeouts(page, { whole, headers });
    fault = stall;
    const started = Date.now();
    await page.goto(site.origin + article);
    const opened = Date.now();
    expect(opened - started).toBeGreaterThanOrEqual(whole);
    expect(await page.locator('.held-notice').count()).toBe(1);
    // The default of Playwright is 30 seconds: without the worker's own limit this would fail.
    await page.goto(site.origin + alert);
    expect(Date.now() - opened).toBeGreaterThanOrEqual(headers);
    expect(await heading(page)).toBe(offlineTitle);
  });

  test('the built worker waits 3 seconds for a page with a copy, 10 for one without', () => {
    const built = readFileSync(path.join(dist, 'sw.js'), 'utf8');
    const written = /timeouts:\{([^}]*)\}/.exec(built)?.[1] ?? '';
    const milliseconds = new Map(
      written.split(',').map((pair) => [pair.split(':')[0], Number(pair.split(':')[1])] as const),
    );
    expect([milliseconds.get('whole'), milliseconds.get('headers')]).toEqual([3000, 10_000]);
  });

  test('a page without a copy shows what arrived, and the numbers where it stopped', async () => {
    const page = await visit('/');
    await shortenTimeouts(page, { idle: 500 });
    fault = half(article);
    await page.goto(site.origin + article);
    expect(await page.title()).toContain('Vượt biên');
    expect(await page.locator('.masthead').first().isVisible()).toBe(true);
    expect(await page.getByText('Mạng dừng giữa chừng').locator('a[href="tel:113"]').isVisible()).toBe(true);
    expect(await cachedPages(page)).not.toContain(article);
    // A connection that ends may take with it what had arrived.
    fault = truncate(article);
    await page.goto(site.origin + article);
    expect(await page.locator('a[href="tel:113"]').last().isVisible()).toBe(true);
    expect(await cachedPages(page)).not.toContain(article);
  });

  test('a server error counts as no answer', async () => {
    const page = await visit('/');
    await readPage(page, article);
    fault = (_request, response) => {
      response.writeHead(503, { 'content-type': 'text/html' }).end('<h1>Bad gateway</h1>');
      return true;
    };
    await page.goto(site.origin + article);
    expect(await page.locator('.held-notice').count()).toBe(1);
    await page.goto(site.origin + alert);
    expect(await heading(page)).toBe(offlineTitle);
  });

  test('half a page shows the numbers on the first visit, with and without JavaScript', async () => {
    fault = half(article);
    for (const javaScriptEnabled of [true, false]) {
      const page = await blankPage({ javaScriptEnabled });
      void page.goto(site.origin + article).catch(() => undefined);
      await page.locator('.call-bar a[href="tel:113"]').waitFor({ state: 'visible' });
      expect(await page.locator('.call-bar .exit').isVisible()).toBe(true);
    }
  });

  test('a network that comes and goes: every page opens and shows the numbers', async () => {
    const page = await visit('/');
    const addresses = ['/', article, alert, '/can-giup-do/', '/duong-day-nong/', '/so-lieu/', '/tim-kiem/#q=a'];
    // Not random, so that a failure can be repeated. Stalling costs a timeout each time and has tests of its own.
    const trouble: Answer = (_request, response) => Boolean(response.writeHead(502).end());
    const networks: (Answer | undefined)[] = [undefined, cut, undefined, truncate(), undefined, trouble];
    const closed: string[] = [];
    for (let turn = 0; turn < TURNS; turn++) {
      fault = networks[(turn * 7 + Math.floor(turn / 6)) % networks.length];
      await context.setOffline(turn % 10 === 3);
      const address = addresses[(turn * 5 + Math.floor(turn / 8)) % addresses.length]!;
      try {
        await page.goto(site.origin + address, { waitUntil: 'domcontentloaded', timeout: 12_000 });
        if (!(await hasNumbers(page))) closed.push(`${turn} ${address}: no number`);
      } catch (error) {
        closed.push(`${turn} ${address} ${fault?.name}: ${(error as Error).message.split('\n')[0]!}`);
      }
    }
    expect(closed).toEqual([]);
  });
});

describe('the offline bundle', () => {
  const open = async (): Promise<Page> => {
    const page = await visit('/luu-tren-may/');
    await page.locator('[data-bundle-save]').waitFor({ state: 'visible' });
    return page;
  };
  const save = async (page: Page, says: string): Promise<void> => {
    await page.locator('[data-bundle-save]').click();
    await page.locator('[data-bundle-status]').filter({ hasText: says }).waitFor();
  };
  const bundles = async (page: Page): Promise<string[]> =>
    Object.keys(await copies(page)).filter((name) => name.startsWith('canh-bao-pack-'));

  test('says what it costs before, is fetched on request alone, and then everything in it opens and the search answers', async () => {
    const asked: string[] = [];
    fault = (request) => {
      asked.push(request.url!);
      return false;
    };
    const page = await open();
    const { files } = JSON.parse(readFileSync(path.join(dist, 'luu-tren-may/goi.json'), 'utf8')) as {
      files: { path: string; bytes: number }[];
    };
    const size = Math.ceil(files.reduce((sum, { bytes }) => sum + bytes, 0) / 1000);
    expect(await page.locator('[data-bundle-save]').innerText()).toBe(
      `Lưu các trang vào máy (khoảng ${size.toLocaleString('vi-VN')} KB)`,
    );
    expect(await page.locator('[data-without-storage]').isVisible()).toBe(false);
    expect(asked).not.toContain(alert);
    await save(page, 'Đã lưu xong');
    expect(await bundles(page)).toHaveLength(1);
    expect(await page.locator('[data-bundle-state]').innerText()).toMatch(
      /^Máy đang giữ \d+ trang, lưu ngày .*\. Đây là bản mới nhất\.$/,
    );
    expect(await page.locator('[data-bundle-save]').isVisible()).toBe(false);
    expect(await page.locator('[data-cached-pages] summary').innerText()).toMatch(/: \d\d$/);
    fault = cut;
    const saved = files.filter((file) => file.path.endsWith('/'));
    for (const { path: address } of isSlowRun ? saved : saved.filter((_, index) => index % 4 === 0)) {
      await page.goto(site.origin + address, { waitUntil: 'domcontentloaded' });
      expect(await heading(page), address).not.toBe(offlineTitle);
    }
    expect(JSON.stringify(await copies(page))).not.toContain('can-giup-do');
    // From another page: the one before may be the search page, where only the fragment would change.
    await page.goto('about:blank');
    await page.goto(`${site.origin}/tim-kiem/#q=${encodeURIComponent('bat coc online')}`);
    await page.locator('[data-result] a').first().waitFor();
    await page.locator(`[data-result] a[href="${alert}"]`).click();
    expect(await page.locator('.held-notice').count()).toBe(1);
    // What the page promises besides alerts and articles, which site.test.ts counts.
    expect(files.map((file) => file.path)).toEqual(
      expect.arrayContaining([
        '/duong-day-nong/',
        '/hoi-nghi/',
        '/hoi-nghi/hoi-nghi-2023-07-21/',
        '/thuat-ngu/',
        '/tim-kiem/',
      ]),
    );
  });

  describe('of pages alone', () => {
    let list: Buffer;
    beforeAll(() => {
      list = Buffer.from(JSON.stringify(bundleManifest(edition)));
    });
    beforeEach(() => {
      pagesAlone = list;
    });

    test('offline, the page says that it cannot look for a newer bundle', async () => {
      const page = await open();
      await save(page, 'Đã lưu xong');
      fault = cut;
      await page.goto(`${site.origin}/luu-tren-may/`);
      await page
        .locator('[data-bundle-state]')
        .filter({ hasText: /^Máy đang giữ .* Không có mạng nên chưa xem được có bản mới hay không\.$/ })
        .waitFor();
      expect(await page.locator('[data-bundle-save]').isVisible()).toBe(false);
    });

    describe('update', () => {
      /** A second edition of the site: one alert has other words, every other file is as it was. */
      beforeAll(() => {
        const file = path.join(edition, alert, 'index.html');
        writeFileSync(
          file,
          readFileSync(file, 'utf8').replace(/<h1[^>]*>/, (tag) => `${tag}Bản hai: `),
        );
        writeFileSync(path.join(edition, 'luu-tren-may/goi.json'), JSON.stringify(bundleManifest(edition)));
      });

      /** The second edition in the place of the first. */
      const secondEdition: Answer = (request, response) => {
        const file = [alert, '/luu-tren-may/goi.json'].find((address) => request.url === address);
        if (!file) return false;
        response.writeHead(200, {
          'content-type': file.endsWith('/') ? 'text/html; charset=utf-8' : 'application/json',
        });
        response.end(readFileSync(path.join(edition, file, file.endsWith('/') ? 'index.html' : '')));
        return true;
      };

      test('fetches what has changed and nothing else', async () => {
        const page = await open();
        await save(page, 'Đã lưu xong');
        const asked: string[] = [];
        fault = (request, response) => {
          asked.push(request.url!);
          return secondEdition(request, response);
        };
        await page.reload();
        await page.locator('[data-bundle-save]').waitFor({ state: 'visible' });
        expect(await page.locator('[data-bundle-save]').innerText()).toMatch(/^Cập nhật các trang \(khoảng \d\d KB\)$/);
        asked.length = 0;
        await save(page, 'Đã lưu xong');
        expect(asked.filter((url) => url !== '/sw.js' && !url.endsWith('.json'))).toEqual([alert]);
        fault = cut;
        await page.goto(site.origin + alert);
        expect(await heading(page)).toMatch(/^Bản hai: /);
        expect(await bundles(page)).toHaveLength(1);
      });

      test.each([
        ['the server dies halfway', cut, 'Mạng bị ngắt giữa chừng'],
        [
          'the server is in trouble',
          (_, response) => Boolean(response.writeHead(500).end()),
          'Mạng bị ngắt giữa chừng',
        ],
        [
          'the bytes are not those that were listed',
          (request, response) =>
            request.url === alert
              ? Boolean(response.writeHead(200, { 'content-type': 'text/html' }).end('<html></html>'))
              : false,
          'Trang vừa được cập nhật',
        ],
      ])('leaves the former bundle as it was when %s', async (_name, failure, says) => {
        const page = await open();
        await save(page, 'Đã lưu xong');
        const before = await bundles(page);
        fault = secondEdition;
        await page.reload();
        await page.locator('[data-bundle-save]').waitFor({ state: 'visible' });
        fault = (request, response) =>
          request.url === alert ? failure(request, response) : secondEdition(request, response);
        await save(page, says);
        expect(await bundles(page)).toEqual(before);
        fault = cut;
        await page.goto(site.origin + alert);
        expect(await heading(page)).not.toMatch(/^Bản hai: /);
        expect(await heading(page)).not.toBe(offlineTitle);
      });

      test('a first download that fails leaves nothing', async () => {
        const page = await open();
        fault = (request) => request.url === alert && cut(request, undefined as never);
        await save(page, 'Mạng bị ngắt giữa chừng');
        expect(await bundles(page)).toEqual([]);
        fault = undefined;
        await save(page, 'Đã lưu xong');
        expect(await bundles(page)).toHaveLength(1);
      });

      test('a tab that is closed in the middle leaves no bundle in force', async () => {
        const page = await open();
        let asked = 0;
        fault = (request) => request.url!.startsWith('/canh-bao/') && ++asked > 5;
        await page.locator('[data-bundle-save]').click();
        await eventually(() => asked).toBeGreaterThan(5);
        await page.close();
        fault = undefined;
        const next = await open();
        expect(await next.locator('[data-bundle-state]').innerText()).toContain('chưa lưu trang nào');
        fault = cut;
        await next.goto(site.origin + alert);
        expect(await heading(next)).toBe(offlineTitle);
      });
    });

    test('a device without room says so, keeps no part of a bundle, and pages open as before', async () => {
      const page = await open();
      const protocol = await context.newCDPSession(page);
      await protocol.send('Storage.overrideQuotaForOrigin', { origin: site.origin, quotaSize: 300_000 });
      await save(page, 'Máy hết chỗ trống');
      expect(await bundles(page)).toEqual([]);
      await protocol.send('Storage.overrideQuotaForOrigin', { origin: site.origin, quotaSize: 1 });
      await page.goto(site.origin + alert);
      expect(await page.locator('.held-notice').count()).toBe(0);
      expect(await hasNumbers(page)).toBe(true);
    });

    test('one button removes all of it', async () => {
      const page = await open();
      await save(page, 'Đã lưu xong');
      await page.evaluate(() => {
        localStorage.setItem('a', '1');
        sessionStorage.setItem('a', '1');
      });
      await page.locator('[data-clear-device]').click();
      await page.getByText('Đã xóa.').waitFor();
      expect(await page.locator('[data-bundle-state]').innerText()).toContain('chưa lưu trang nào');
      expect(
        await page.evaluate(async () => [
          await caches.keys(),
          (await navigator.serviceWorker.getRegistrations()).length,
          localStorage.length,
          sessionStorage.length,
        ]),
      ).toEqual([[], 0, 0, 0]);
      // “Opened once again, pages are kept again.”
      await visit(article);
      await eventually(() => cachedPages(page)).toContain(article);
    });

    test('a browser that refuses to clear is said to, with what to do', async () => {
      const page = await open();
      await page.evaluate(() => {
        // The worker clears too, and may be first: what the page sees must not depend on that.
        caches.keys = () => Promise.resolve(['canh-bao-seen']);
        caches.delete = () => Promise.reject(new DOMException('The operation is insecure.', 'SecurityError'));
      });
      await page.locator('[data-clear-device]').click();
      await page.getByText('Trình duyệt không cho xóa.').waitFor();
    });
  });
});

describe('a new version of the worker', () => {
  test('whose installation fails leaves the former working; complete, it takes over', async () => {
    const page = await visit('/');
    await readPage(page, article);
    const worker = readFileSync(path.join(dist, 'sw.js'), 'utf8');
    const fresh = (): string => worker.replace(/revision:"[0-9a-f]+"/, 'revision:"0123"');
    expect(fresh()).not.toBe(worker);
    const serveNew: Answer = (request, response) =>
      request.url === '/sw.js' && Boolean(response.writeHead(200, { 'content-type': 'text/javascript' }).end(fresh()));
    const update = () =>
      page.evaluate(() =>
        navigator.serviceWorker
          .getRegistration()
          .then((registration) => registration!.update())
          .then(
            () => undefined,
            () => undefined,
          ),
      );
    // Its precached page fails.
    fault = (request, response) =>
      serveNew(request, response) || (request.url!.startsWith('/ngoai-tuyen/') && cut(request, response));
    await update();
    await page.waitForFunction(async () => !(await navigator.serviceWorker.getRegistration())?.installing);
    fault = cut;
    await page.goto(site.origin + article);
    expect(await page.locator('.held-notice').count()).toBe(1);
    await page.goto(site.origin + alert);
    expect(await heading(page)).toBe(offlineTitle);
    fault = serveNew;
    await update();
    await eventually(() =>
      page.evaluate(async () =>
        (
          await Promise.all(
            (await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url)),
          )
        )
          .flat()
          .join(' '),
      ),
    ).toContain('=0123');
    fault = cut;
    await page.goto(site.origin + article);
    expect(await page.locator('.held-notice').count()).toBe(1);
  });
});

describe('what the worker leaves alone', () => {
  test('downloads and frames are neither cached nor replaced', async () => {
    const page = await visit('/');
    await page.goto(site.origin + article);
    const frame = '/nhung/so-vu-mua-ban-nguoi/cao-bang-6-thang-dau-nam-2023/';
    await page.goto(site.origin + frame);
    const status = await page.evaluate(async () => (await fetch('/so-lieu/so-vu-mua-ban-nguoi/data.csv')).status);
    expect(status).toBe(200);
    expect(JSON.stringify(await copies(page))).not.toMatch(/csv|nhung/);
    fault = cut;
    await expect(page.goto(site.origin + frame)).rejects.toThrow(/ERR_/);
    await expect(page.evaluate(() => fetch('/so-lieu/so-vu-mua-ban-nguoi/data.csv'))).rejects.toThrow();
  });

  test('a page registers the worker once it has loaded; a frame on another site does not', async () => {
    context = await newContext();
    await context.addInitScript(() => {
      Object.assign(window, { registered: [] });
      navigator.serviceWorker.register = (script) => {
        (window as unknown as { registered: unknown[] }).registered.push(script);
        return Promise.reject(new Error('Only counted here.'));
      };
    });
    await context.clock.install();
    const page = await context.newPage();
    const registered = async (address: string): Promise<unknown> => {
      await page.goto(site.origin + address);
      await context.clock.runFor(60_000);
      return page.evaluate(() => (window as unknown as { registered: unknown[] }).registered);
    };
    expect(await registered(article)).toEqual(['/sw.js']);
    expect(await registered('/nhung/so-vu-mua-ban-nguoi/cao-bang-6-thang-dau-nam-2023/')).toEqual([]);
  });

  test('no icon and no notification appears: it would tell whoever holds the phone', () => {
    const scripts = filesBelow(dist).filter((file) => file.endsWith('.js'));
    expect(scripts).toContain('sw.js');
    for (const file of scripts)
      expect(readFileSync(path.join(dist, file), 'utf8'), file).not.toMatch(
        /\bNotification\b|showNotification|pushManager|beforeinstallprompt/,
      );
    expect(JSON.parse(readFileSync(path.join(dist, 'manifest.webmanifest'), 'utf8'))).toMatchObject({
      display: 'browser',
    });
    for (const file of ['index.html', 'luu-tren-may/index.html', 'ngoai-tuyen/index.html'])
      expect(readFileSync(path.join(dist, file), 'utf8')).not.toMatch(/apple-mobile-web-app/);
  });
});

describe('a browser that cannot store pages', () => {
  const without = async (options: BrowserContextOptions, script?: () => void): Promise<Page> => {
    context = await newContext(options);
    if (script) await context.addInitScript(script);
    return context.newPage();
  };
  test.each<[string, BrowserContextOptions, (() => void)?]>([
    ['no JavaScript', { javaScriptEnabled: false }],
    [
      'no service worker, as in old or private windows',
      {},
      () => {
        Reflect.deleteProperty(Navigator.prototype, 'serviceWorker');
      },
    ],
    [
      'storage that throws, as with cookies blocked',
      {},
      () => {
        const refuse = (): never => {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        };
        for (const name of ['localStorage', 'sessionStorage', 'caches'])
          Object.defineProperty(globalThis, name, { get: refuse });
        Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: refuse });
      },
    ],
    ['a worker that is refused', { serviceWorkers: 'block' }],
  ])('reads every page and is told what to do instead: %s', async (name, options, script) => {
    const page = await without(options, script);
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    for (const address of ['/', article, '/can-giup-do/']) {
      await page.goto(site.origin + address);
      expect(await hasNumbers(page)).toBe(true);
    }
    await page.goto(`${site.origin}/luu-tren-may/`);
    if (options.javaScriptEnabled !== false) await requestsSeen(page);
    if (name === 'a worker that is refused') {
      await page.locator('[data-bundle-save]').click();
      await page.getByText('Trình duyệt không cho lưu').waitFor();
    } else {
      expect(await page.locator('[data-without-storage]').isVisible()).toBe(true);
      expect(await page.locator('[data-bundle]').isVisible()).toBe(false);
    }
    expect(await hasNumbers(page)).toBe(true);
    expect(errors).toEqual([]);
  });
});
