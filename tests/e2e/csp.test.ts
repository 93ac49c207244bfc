/** The Content Security Policy in each page and in the headers of its server: everything works inside both, and each stops attacks. What every page type does by itself is in pages.test.ts. */
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { exitUrl } from '../../src/site.ts';
import { forget, nothingSeen, nothingStored, storedBy, watch, type Seen } from '../support/csp.ts';
import { dist, pageTypes } from '../support/dist.ts';
import { listen } from '../support/site.ts';
import { useBrowser } from '../support/use-browser.ts';

const origin = inject('origin');
// Policies are broken here on purpose.
const { browser, newContext } = useBrowser({ permissions: ['clipboard-read', 'clipboard-write'] }, [], () => undefined);

test('no policy is broken, nobody else is asked for anything and nothing is left when a reader searches, narrows lists, looks at charts, listens, copies, shares, saves pages and leaves', async () => {
  const context = await newContext();
  const seen = await watch(context, origin);
  const inOrder = async (): Promise<void> =>
    expect({ seen, stored: await storedBy(page) }).toEqual({ seen: nothingSeen, stored: nothingStored });
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
  const page = await context.newPage();
  await page.goto(`${origin}/tim-kiem/`);
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
  await page.getByRole('button', { name: 'Sao chép đường dẫn' }).click();
  await page.getByRole('button', { name: 'Đã chép' }).waitFor();
  await page.goto(`${origin}/luu-tren-may/`);
  await page.locator('[data-bundle-save]').click();
  await page.locator('[data-bundle-status]').filter({ hasText: 'Đã lưu xong' }).waitFor();
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
});

/** Directives that were broken, each once. */
const directives = (seen: Seen): string[] => [...new Set(seen.broken.map((text) => text.split(' ')[0]!))].sort();

describe.each([
  ['and the headers', true],
  ['alone, on a host that sets no headers', false],
])('the policy of the page %s', (_name, headers) => {
  let site: Awaited<ReturnType<typeof listen>>;
  let page: Page;
  let seen: Seen;
  beforeAll(async () => {
    site = await listen(dist, '/', undefined, { headers });
    const context = await browser().newContext({ serviceWorkers: 'block' });
    seen = await watch(context, site.origin);
    page = await context.newPage();
  });
  afterAll(async () => {
    await page.context().close();
    await site.close();
  });

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
    [
      'a base that would lead links elsewhere',
      'base-uri',
      () => document.head.append(Object.assign(document.createElement('base'), { href: 'http://127.0.0.1:9/' })),
    ],
    [
      'a worker that was slipped in',
      'worker-src',
      () => {
        new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])));
      },
    ],
    [
      'a font of another site',
      'font-src',
      () => void new FontFace('x', 'url(http://127.0.0.1:9/x.woff2)').load().catch(() => undefined),
    ],
    ['a film of another site', 'media-src', () => new Audio('http://127.0.0.1:9/x.mp3').load()],
    [
      'a plugin',
      'object-src',
      () => document.body.append(Object.assign(document.createElement('object'), { data: 'http://127.0.0.1:9/x.swf' })),
    ],
  ])('stops %s', async (_name, directive, attack) => {
    await page.goto(site.origin + pageTypes.alert!);
    forget(seen);
    await page.evaluate(attack);
    await expect.poll(() => directives(seen)).toEqual([directive]);
    expect(seen.complaints).not.toEqual([]);
    expect(await page.evaluate(() => 'slipped' in window)).toBe(false);
    expect(await page.evaluate(() => getComputedStyle(document.body).display)).not.toBe('none');
    expect(await page.evaluate(() => document.baseURI)).toBe(page.url());
  });
});

describe('the headers', () => {
  let context: BrowserContext;
  let seen: Seen;
  beforeEach(async () => {
    context = await newContext();
    seen = await watch(context, origin);
  });

  test('stop handlers, other sites and frames on a page that lost its own policy', async () => {
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
    const page = await context.newPage();
    await page.goto(`${origin}/canh-bao/`);
    await expect.poll(() => directives(seen)).toEqual(['frame-src', 'img-src', 'script-src-attr']);
    expect(await page.evaluate(() => 'slipped' in window)).toBe(false);
  });

  test('let another site frame a figure, and nothing else', async () => {
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
