/** What the browser holds the site to, by the policy in each page and the headers of its server: everything works inside it, and it holds. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { exitUrl } from '../../src/site.ts';
import { complaint, launch } from '../support/browser.ts';
import { dist, pageTypes } from '../support/dist.ts';
import { listen } from '../support/site.ts';

const origin = inject('origin');
let browser: Browser;
beforeAll(async () => {
  browser = await launch([], () => undefined);
});
afterAll(() => browser.close());

/** What went wrong in a context: what the page was told of broken policies, what Chromium said of them, other errors, requests to anybody else. */
interface Seen {
  broken: string[];
  complaints: string[];
  errors: string[];
  foreign: string[];
}
const nothingSeen: Seen = { broken: [], complaints: [], errors: [], foreign: [] };

const newContext = async (): Promise<{ context: BrowserContext; seen: Seen }> => {
  const context = await browser.newContext({
    viewport: { width: 360, height: 740 },
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const seen: Seen = { broken: [], complaints: [], errors: [], foreign: [] };
  await context.exposeBinding('tellBroken', (_source, text: string) => void seen.broken.push(text));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
      (window as unknown as { tellBroken: (text: string) => void }).tellBroken(
        `${violatedDirective} ${blockedURI} ${sample}`,
      ),
    );
  });
  context.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`) && !/^(?:data|blob):/.test(request.url()))
      seen.foreign.push(request.url());
  });
  context.on('weberror', (error) => void seen.errors.push(error.error().message));
  context.on('console', (message) => {
    if (complaint.test(message.text())) seen.complaints.push(message.text());
    else if (message.type() === 'error' && !message.location().url.endsWith('favicon.ico'))
      seen.errors.push(message.text());
  });
  return { context, seen };
};

const open = async (context: BrowserContext, address: string): Promise<Page> => {
  const page = await context.newPage();
  await page.goto(origin + address);
  return page;
};

/** Everything that a reader could be known again by. Copies of pages that were read are what the page on privacy says is kept. */
const stored = async (page: Page) => ({
  cookies: await page.context().cookies(),
  ...(await page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: (await caches.keys()).filter((name) => !/^canh-bao-(?:seen|pack-|precache)/.test(name)),
    persisted: await navigator.storage.persisted(),
  }))),
});
const nothingStored: Awaited<ReturnType<typeof stored>> = {
  cookies: [],
  local: [],
  session: [],
  databases: [],
  caches: [],
  persisted: false,
};

describe('every kind of page breaks no policy, asks nobody else for anything, logs no error, and leaves nothing to be known by', () => {
  const outcomes = new Map<string, { seen: Seen; stored: typeof nothingStored }>();
  beforeAll(async () => {
    // Most of the time a page is waited for, so several at once.
    const waiting = Object.entries(pageTypes);
    const look = async (type: string, address: string): Promise<void> => {
      const { context, seen } = await newContext();
      try {
        const page = await open(context, address);
        await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
        await page.waitForLoadState('networkidle');
        outcomes.set(type, { seen, stored: await stored(page) });
      } finally {
        await context.close();
      }
    };
    const walk = async (): Promise<void> => {
      // Now and then a busy Chromium does not say that a page has come to rest; one that never rests does so twice.
      for (let next = waiting.pop(); next; next = waiting.pop()) await look(...next).catch(() => look(...next));
    };
    await Promise.all(Array.from({ length: 6 }, walk));
  });
  test.each(Object.keys(pageTypes))('%s', (type) => {
    expect(outcomes.get(type)).toEqual({ seen: nothingSeen, stored: nothingStored });
  });
});

test('the same holds when a reader searches, narrows lists, looks at charts, listens, copies, shares, saves pages and leaves', async () => {
  const { context, seen } = await newContext();
  const inOrder = async (): Promise<void> =>
    expect({ seen, stored: await stored(page) }).toEqual({ seen: nothingSeen, stored: nothingStored });
  await context.route(exitUrl, (route) => route.fulfill({ contentType: 'text/html', body: '<h1>Thời tiết</h1>' }));
  await context.addInitScript(() => {
    const voice = { lang: 'vi-VN', name: 'vi', localService: true };
    Object.defineProperty(window, 'speechSynthesis', {
      value: { onvoiceschanged: null, getVoices: () => [voice], speak: () => undefined, cancel: () => undefined },
    });
    Object.defineProperty(window, 'SpeechSynthesisUtterance', {
      value: class {
        lang = '';
      },
    });
    Object.defineProperty(Navigator.prototype, 'share', { configurable: true, value: () => Promise.resolve() });
  });
  const page = await open(context, '/tim-kiem/');
  await page.locator('#q').pressSequentially('lua dao');
  await page.locator('[data-search-state="done"] [data-result] a').first().waitFor();
  await page.goto(`${origin}/canh-bao/`);
  await page.locator('[data-facets] summary').click();
  await page.locator('[data-facet="kenh"][data-value="cuoc-goi"]').click();
  await page.waitForURL(/\?kenh=cuoc-goi/);
  await page.goto(origin + pageTypes['indicator with chart']!);
  await page.locator('.chart').scrollIntoViewIfNeeded();
  await page.locator('.chart canvas').waitFor({ state: 'visible' });
  const download = page.waitForEvent('download');
  await page.locator('.chart .save').click();
  await (await download).path();
  await page.goto(origin + pageTypes.figure!);
  await page.locator('[data-copy]').first().click();
  await page.getByText('Đã chép').first().waitFor();
  await page.goto(origin + pageTypes.alert!);
  await page.getByRole('button', { name: 'Nghe trang này' }).click();
  await page.locator('mark').first().waitFor();
  await page.getByRole('button', { name: 'Gửi qua Zalo, ứng dụng khác' }).click();
  await page.getByRole('button', { name: 'Chép địa chỉ' }).click();
  await page.getByRole('button', { name: 'Đã chép' }).waitFor();
  await page.goto(`${origin}/luu-tren-may/`);
  await page.locator('[data-pack-save]').click();
  await page.locator('[data-pack-status]').filter({ hasText: 'Đã lưu xong' }).waitFor();
  await inOrder();
  await context.setOffline(true);
  await page.goto(`${origin}/tim-kiem/#q=bat+coc+online`);
  await page.locator('[data-result] a').first().waitFor();
  await context.setOffline(false);
  await inOrder();
  await page.locator('.call-bar .exit').click();
  await page.waitForURL(exitUrl);
  // The page that it leaves for is the only other that was asked for anything.
  expect({ ...seen, foreign: seen.foreign.filter((url) => url !== exitUrl) }).toEqual(nothingSeen);
  await context.close();
});

describe('the walls hold', () => {
  let context: BrowserContext;
  let seen: Seen;
  beforeEach(async () => {
    ({ context, seen } = await newContext());
  });
  afterEach(() => context.close());
  /** Directives that were broken, each once. */
  const directives = () => [...new Set(seen.broken.map((text) => text.split(' ')[0]!))].sort();

  test.each([
    [
      'a script that was slipped in',
      'script-src-elem',
      () =>
        document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.slipped = true' })),
    ],
    [
      'a script of another site',
      'script-src-elem',
      () => document.body.append(Object.assign(document.createElement('script'), { src: 'http://127.0.0.1:9/x.js' })),
    ],
    [
      'an event handler',
      'script-src-attr',
      () => document.body.insertAdjacentHTML('beforeend', '<img src="/favicon.svg" onload="window.slipped = true">'),
    ],
    [
      'a style that was slipped in',
      'style-src-elem',
      () =>
        document.head.append(Object.assign(document.createElement('style'), { textContent: 'body { display: none }' })),
    ],
    [
      'a picture that tells another site',
      'img-src',
      () => document.body.append(Object.assign(document.createElement('img'), { src: 'http://127.0.0.1:9/x.png' })),
    ],
    [
      'a request that tells another site',
      'connect-src',
      () => void fetch('http://127.0.0.1:9/x').catch(() => undefined),
    ],
    [
      'a frame',
      'frame-src',
      () => document.body.append(Object.assign(document.createElement('iframe'), { src: 'http://127.0.0.1:9/' })),
    ],
    [
      'a form that is sent elsewhere',
      'form-action',
      () => {
        document.body.insertAdjacentHTML('beforeend', '<form action="http://127.0.0.1:9/" method="post"></form>');
        document.body.querySelector<HTMLFormElement>('form[method="post"]')!.submit();
      },
    ],
  ])('against %s', async (_name, directive, attack) => {
    const page = await open(context, pageTypes.alert!);
    await page.evaluate(attack);
    await expect.poll(directives).toEqual([directive]);
    expect(seen.complaints).not.toEqual([]);
    expect(await page.evaluate(() => 'slipped' in window)).toBe(false);
    expect(await page.evaluate(() => getComputedStyle(document.body).display)).not.toBe('none');
  });

  test('against a page whose own policy was lost: the header alone stops handlers, other sites and frames', async () => {
    await context.route(`${origin}/canh-bao/`, async (route) => {
      const response = await route.fetch();
      const html = (await response.text()).replace(/<meta http-equiv="content-security-policy"[^>]*>/, '');
      await route.fulfill({
        response,
        body: html.replace(
          '</body>',
          '<img src="/favicon.svg" onload="window.slipped = true"><img src="http://127.0.0.1:9/x.png"><iframe src="http://127.0.0.1:9/"></iframe></body>',
        ),
      });
    });
    const page = await open(context, '/canh-bao/');
    await expect.poll(directives).toEqual(['frame-src', 'img-src', 'script-src-attr']);
    expect(await page.evaluate(() => 'slipped' in window)).toBe(false);
  });

  test('another site may frame a figure, and nothing else', async () => {
    const other = await listen(dist);
    try {
      const page = await context.newPage();
      await page.route(`${other.origin}/`, (route) =>
        route.fulfill({
          contentType: 'text/html',
          body: `<iframe name="page" src="${origin}/can-giup-do/"></iframe><iframe name="frame" src="${origin}${pageTypes.frame!}"></iframe>`,
        }),
      );
      await page.goto(`${other.origin}/`);
      expect(await page.frame('frame')!.locator('main').innerText()).toContain('vụ');
      expect(await page.frame('page')!.locator('body').innerText()).not.toContain('111');
      expect(seen.complaints.join()).toContain('frame-ancestors');
    } finally {
      await other.close();
    }
  });
});
