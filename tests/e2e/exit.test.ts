/** The quick exit in a real browser: by keyboard, by touch, without JavaScript, and what stays on the device. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { LEFT_KEY } from '../../src/components/CallBar/left-key.ts';
import { exitUrl } from '../../src/site.ts';
import { dist, pages } from '../support/dist.ts';
import { listen } from '../support/site.ts';
import { useBrowser } from '../support/use-browser.ts';
import { builtVariant } from '../support/variants.ts';

const origin = inject('origin');
const article = '/bai-viet/xuat-nhap-canh-trai-phep/';
const { blankPage, newContext } = useBrowser();

/** Waits for a state that comes by itself, however busy the machine is. */
const eventually = <T>(read: () => T) => expect.poll(read, { timeout: 60_000 });

/** Opens a page in a browser for which the neutral page answers from here: tests reach no other machine. */
const open = async (address = article, options: BrowserContextOptions = {}, site = origin): Promise<Page> => {
  const page = await blankPage(options);
  await page.route(exitUrl, (route) =>
    route.fulfill({ contentType: 'text/html; charset=utf-8', body: '<title>Thời tiết</title><h1>Thời tiết</h1>' }),
  );
  await page.goto(site + address);
  return page;
};
const status = (page: Page): Promise<string> => page.locator('.exit-status').innerText();
const shift = (page: Page): Promise<void> => page.keyboard.press('Shift');

describe('by keyboard', () => {
  test('three presses of Shift leave, and each says how many are left', async () => {
    const page = await open();
    await shift(page);
    expect(await status(page)).toBe('Bấm Shift hai lần nữa để thoát.');
    await shift(page);
    expect(await status(page)).toBe('Bấm Shift một lần nữa để thoát.');
    await shift(page);
    await page.waitForURL(exitUrl);
  });

  test('Shift that types a capital is not a press, and any other key starts the count again', async () => {
    const page = await open('/');
    await page.locator('#home-search').click();
    for (const letter of ['A', 'B', 'C', 'D']) await page.keyboard.press(`Shift+${letter}`);
    expect(await status(page)).toBe('');
    await shift(page);
    await shift(page);
    await page.keyboard.press('x');
    expect(await status(page)).toBe('');
    await shift(page);
    expect(await status(page)).toBe('Bấm Shift hai lần nữa để thoát.');
    // Leaving hides the page in the same turn as the key.
    expect(await page.evaluate(() => document.body.className)).toBe('');
    expect(page.url()).toBe(`${origin}/`);
  });

  test('a press expires after five seconds', async () => {
    const context = await newContext();
    await context.clock.install();
    const page = await context.newPage();
    await page.goto(origin + article);
    // From here on time passes by `runFor` alone.
    await context.clock.pauseAt(Date.now() + 60_000);
    await shift(page);
    await shift(page);
    await context.clock.runFor(4900);
    expect(await status(page)).toBe('Bấm Shift một lần nữa để thoát.');
    await context.clock.runFor(200);
    expect(await status(page)).toContain('Đã quá lâu');
    await shift(page);
    expect(await status(page)).toBe('Bấm Shift hai lần nữa để thoát.');
  });

  test('the exit is among the first stops of the Tab key', async () => {
    const page = await open();
    for (let step = 0; step < 4; step++) await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('exit');
    await page.keyboard.press('Enter');
    await page.waitForURL(exitUrl);
  });
});

describe('by touch', () => {
  test('a tap leaves in the same tab, and neither “back” nor “forward” shows the site again', async () => {
    const page = await open('/', { hasTouch: true, isMobile: true });
    await page.goto(`${origin}/can-giup-do/`);
    await page.goto(origin + article);
    await page.locator('.exit').tap();
    await page.waitForURL(exitUrl);
    expect(page.context().pages()).toHaveLength(1);
    // Every entry that the site left in the history, there and back.
    for (const turn of ['back', 'back', 'forward', 'forward'] as const) {
      await page.evaluate((way) => history[way](), turn);
      await page.waitForURL(exitUrl);
      await expect.poll(() => page.title()).toBe('Thời tiết');
    }
  });

  test('a page that is come back to asks for the neutral page before anything is painted', async () => {
    const context = await newContext();
    const page = await context.newPage();
    await page.goto(`${origin}/can-giup-do/`);
    await page.goto(origin + article);
    // The neutral page never comes, so that what is left behind stays to be looked at.
    await page.evaluate((key) => sessionStorage.setItem(key, '1'), LEFT_KEY);
    await context.route(exitUrl, () => undefined);
    const asked = page.waitForRequest(exitUrl);
    // Before any page runs a script of its own: what an observer of the first paint would have seen.
    await context.addInitScript(() => {
      new PerformanceObserver((list) => console.log(...list.getEntries().map(({ name }) => name))).observe({
        type: 'paint',
        buffered: true,
      });
    });
    const painted: string[] = [];
    page.on('console', (message) => painted.push(message.text()));
    await page.evaluate(() => history.back());
    await asked;
    expect(painted).toEqual([]);
  });

  test('opened anew, the site is there again', async () => {
    const page = await open();
    await page.locator('.exit').click();
    await page.waitForURL(exitUrl);
    await page.goto(`${origin}/can-giup-do/`);
    expect(await page.locator('h1').isVisible()).toBe(true);
    await page.goto(origin + article);
    await page.goBack();
    expect(await page.locator('h1').isVisible()).toBe(true);
  });

  test('a tab that is reopened, with its history and its session, leaves at once', async () => {
    const page = await open('/can-giup-do/');
    await page.goto(origin + article);
    await page.locator('.exit').click();
    await page.waitForURL(exitUrl);
    // A browser restores a closed tab with the values of its session and loads its entry like one of the history.
    const kept = await page.evaluate(() => history.length);
    expect(kept).toBeGreaterThan(1);
    await page.goBack({ waitUntil: 'commit' });
    await page.waitForURL(exitUrl);
    await page.reload();
    expect(await page.title()).toBe('Thời tiết');
  });

  test('what was searched does not come back', async () => {
    const page = await open('/tim-kiem/#q=bi+giu');
    await page.locator('li[data-result]').first().waitFor();
    await page.goto(origin + article);
    await page.locator('.exit').click();
    await page.waitForURL(exitUrl);
    await page.evaluate(() => history.back());
    await page.waitForURL(exitUrl);
    expect(await page.locator('#q').count()).toBe(0);
  });

  test.each([320, 360, 768, 1280])(
    'the button is within reach at %i px, at any place of the page, and covers neither calls nor the end',
    async (width) => {
      const page = await open(article, { viewport: { width, height: 640 } });
      for (const place of ['top', 'bottom']) {
        await page.evaluate((end) => scrollTo(0, end === 'top' ? 0 : document.body.scrollHeight), place);
        const box = (await page.locator('.exit').boundingBox())!;
        expect(box.height).toBeGreaterThanOrEqual(48);
        expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= 640).toBe(true);
        const isFree = await page.locator('.exit').evaluate((link) => {
          const { x, y, width: across, height } = link.getBoundingClientRect();
          return document.elementFromPoint(x + across / 2, y + height / 2)!.closest('.exit') === link;
        });
        expect(isFree).toBe(true);
      }
      const last = (await page.locator('footer p').boundingBox())!;
      const bar = (await page.locator('.call-bar').boundingBox())!;
      if (width < 700) expect(last.y + last.height).toBeLessThanOrEqual(bar.y);
    },
  );

  test('is not printed', async () => {
    const page = await open();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.exit').isVisible()).toBe(false);
  });
});

describe('at once', () => {
  test('everything is hidden and said to be loading, however long the neutral page takes', async () => {
    const page = await blankPage();
    // It never answers.
    await page.route(exitUrl, () => undefined);
    await page.goto(origin + article);
    const shown = await page.evaluate(() => {
      document.querySelector<HTMLElement>('.exit')!.click();
      // In the same turn of the page: nothing can be seen in between.
      return {
        words: document.body.innerText,
        title: document.title,
        role: document.querySelector('body > .exit-status')?.getAttribute('role'),
      };
    });
    expect(shown).toEqual({ words: 'Đang tải…', title: 'Đang tải…', role: 'alert' });
  });

  test('a removal that hangs does not hold the person back', async () => {
    const page = await open();
    await page.evaluate(() =>
      Object.defineProperty(window, 'caches', { value: { keys: () => new Promise(() => undefined) } }),
    );
    await page.locator('.exit').click();
    await page.waitForURL(exitUrl);
  });

  test('a page restored from the back/forward cache leaves again, and one that was not left is shown', async () => {
    const page = await open();
    const shown = await page.evaluate((key) => {
      const { style } = document.documentElement;
      dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
      const kept = style.visibility;
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      const again = style.visibility;
      sessionStorage.setItem(key, '1');
      dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
      dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      return [kept, again, style.visibility];
    }, LEFT_KEY);
    expect(shown).toEqual(['hidden', '', 'hidden']);
    await page.waitForURL(exitUrl);
  });
});

describe('a page with a neutral title', () => {
  const quiet = ['/can-giup-do/', '/en/help/', '/tu-kiem-tra/', '/luu-tren-may/', '/quyen-rieng-tu/', '/ngoai-tuyen/'];

  test('names neither help nor the site in its tab', () => {
    for (const { path, html } of pages())
      if (quiet.includes(path) || path.startsWith('/tu-kiem-tra/'))
        expect(/<title>([^<]*)/.exec(html)![1], path).not.toMatch(
          /giúp|help|cảnh báo|kiểm tra|lừa|nguy hiểm|riêng tư|xóa/i,
        );
  });

  test.each(['/can-giup-do/', '/en/help/'])('%s is replaced in the history by every move from it', async (path) => {
    const page = await open('/');
    await page.goto(origin + path);
    const before = await page.evaluate(() => history.length);
    await page.locator('.doors a').first().click();
    await page.waitForURL(/#bi-giu$/);
    await page.locator('.doors a[href="#khong-noi-duoc"]').click();
    await page.waitForURL(/#khong-noi-duoc$/);
    await page.locator('#vua-chuyen-tien .act').click();
    await page.waitForURL(/goi-ngan-hang|call-bank/);
    expect(await page.evaluate(() => history.length)).toBe(before);
    await page.goBack();
    expect(page.url()).toBe(`${origin}/`);
  });
});

test('afterwards nothing of the site is stored on the device', async () => {
  // A bundle without the search index, which has most of its files.
  const { files } = JSON.parse(readFileSync(path.join(dist, 'luu-tren-may/goi.json'), 'utf8')) as {
    files: { path: string }[];
  };
  const pagesAlone = JSON.stringify({ files: files.filter((file) => !file.path.startsWith('/pagefind/')) });
  const site = await listen(
    dist,
    '/',
    ({ url }, response) =>
      url === '/luu-tren-may/goi.json' &&
      Boolean(response.writeHead(200, { 'content-type': 'application/json' }).end(pagesAlone)),
  );
  onTestFinished(() => site.close());
  const page = await open('/luu-tren-may/', {}, site.origin);
  await page.locator('[data-bundle-save]').click();
  await page.getByText('Đã lưu xong').waitFor();
  await page.goto(site.origin + article);
  await page.evaluate(() => {
    localStorage.setItem('size', 'large');
    sessionStorage.setItem('place', '1');
  });
  const left = () =>
    page.evaluate(async () => ({
      copies: (await caches.keys()).length,
      workers: (await navigator.serviceWorker.getRegistrations()).length,
      stored: localStorage.length + sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      cookies: document.cookie,
    }));
  expect(await left()).toEqual({ copies: 3, workers: 1, stored: 2, databases: 0, cookies: '' });
  await page.locator('.exit').click();
  await page.waitForURL(exitUrl);
  // A file of the same origin that does not register the worker again.
  await page.goto(`${site.origin}/robots.txt`);
  // All but the flag that closes the way back; it goes with the tab, or when the site is opened anew.
  await eventually(left).toEqual({ copies: 0, workers: 0, stored: 1, databases: 0, cookies: '' });
  expect(await page.evaluate((key) => sessionStorage.getItem(key), LEFT_KEY)).toBe('1');
});

describe('without JavaScript', () => {
  test('the link leads to the same page', async () => {
    const page = await open(article, { javaScriptEnabled: false });
    await page.locator('.exit').click();
    await page.waitForURL(exitUrl);
  });

  test('every page has it, telling the neutral page nothing', () => {
    const without = pages().filter(
      ({ path, html }) => !path.startsWith('/nhung/') && !/<a class="exit"[^>]* rel="nofollow noreferrer"/.test(html),
    );
    expect(without.map(({ path }) => path)).toEqual([]);
  });
});

test('below a base path the worker, its pages and the removal stay below it', async () => {
  const site = await listen((await builtVariant('small')).out, '/cb/');
  const page = await blankPage();
  await page.goto(`${site.origin}/cb/luu-tren-may/`);
  await page.locator('[data-bundle-save]').click();
  await page.getByText('Đã lưu xong').waitFor();
  expect(
    await page.evaluate(async () =>
      (await navigator.serviceWorker.getRegistrations()).map(({ scope }) => new URL(scope).pathname),
    ),
  ).toEqual(['/cb/']);
  await page.goto(`${site.origin}/cb/`);
  await page.context().setOffline(true);
  await page.goto(`${site.origin}/cb/bai-viet/viec-nhe-luong-cao/`);
  expect(await page.locator('.held-notice').count()).toBe(1);
  await page.goto(`${site.origin}/cb/can-giup-do/`);
  expect(await page.locator('h1').innerText()).toBe('Không mở được trang này');
  await site.close();
});
