/** The browser of a test file. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, inject, onTestFinished } from 'vitest';
import { launch } from './browser.ts';

interface TestBrowser {
  /** For `beforeAll` and for contexts that several tests share; there from the first `beforeAll` on. */
  browser: () => Browser;
  /** A context that is closed when the test ends. */
  newContext: (options?: BrowserContextOptions) => Promise<BrowserContext>;
  /**
   * A blank page on a small phone, for this test alone. A new page costs as much processor time as the rest of most tests, so the page of
   * an earlier test with the same options is emptied and used again: storage, history, routes, listeners and look are as in a new one.
   * What stays with a page for ever (a script before each page, a function of the test, another clock) needs `newContext`.
   */
  blankPage: (options?: BrowserContextOptions) => Promise<Page>;
  /** Opens an address of the built site in a `blankPage`. */
  open: (address: string, options?: BrowserContextOptions) => Promise<Page>;
}

/** Listeners that a test may leave on a page. Others belong to Playwright. */
const events = ['console', 'dialog', 'download', 'pageerror', 'request', 'requestfinished', 'response'] as const;

/** Makes a page as good as new, but for its look, which `blankPage` sets. */
const empty = async (page: Page): Promise<void> => {
  const context = page.context();
  for (const other of context.pages()) if (other !== page) await other.close();
  for (const event of events) page.removeAllListeners(event);
  await Promise.all([page.unrouteAll(), context.unrouteAll(), context.setOffline(false), context.clearCookies()]);
  const { origin } = new URL(page.url());
  const devtools = await context.newCDPSession(page);
  // The storage of a session belongs to the tab, and is cleared from a page of its origin; this one runs no script.
  await page.goto(new URL('/robots.txt', inject('origin')).href);
  await page.evaluate(() => sessionStorage.clear());
  await page.goto('about:blank');
  for (const visited of new Set([origin, inject('origin')]))
    if (visited !== 'null') await devtools.send('Storage.clearDataForOrigin', { origin: visited, storageTypes: 'all' });
  await devtools.send('Page.resetNavigationHistory');
  await devtools.detach();
};

/** Starts a browser before the tests of the file and closes it after them. `defaults` hold for every context; the rest is for `launch`. */
export const useBrowser = (
  defaults: BrowserContextOptions = {},
  ...launching: Parameters<typeof launch>
): TestBrowser => {
  let started: Browser | undefined;
  /** Emptied pages, by their options. */
  const idle = new Map<string, Page[]>();
  beforeAll(async () => {
    started = await launch(...launching);
  });
  afterAll(() => started?.close());
  const browser = (): Browser => {
    if (!started) throw new Error('The browser is started by beforeAll; no test has one before.');
    return started;
  };
  const complete = (options: BrowserContextOptions): BrowserContextOptions => ({
    viewport: { width: 360, height: 740 },
    ...defaults,
    ...options,
  });
  const newContext = async (options: BrowserContextOptions = {}): Promise<BrowserContext> => {
    const context = await browser().newContext(complete(options));
    onTestFinished(() => context.close());
    return context;
  };
  const newPage = async (options: BrowserContextOptions): Promise<Page> => {
    const page = await (await browser().newContext(options)).newPage();
    for (const name of ['addInitScript', 'exposeBinding', 'exposeFunction'] as const)
      page[name] = page.context()[name] = () =>
        Promise.reject(new Error(`${name} stays with a page that other tests use: take newContext().`));
    return page;
  };
  const blankPage = async (options: BrowserContextOptions = {}): Promise<Page> => {
    const { viewport, colorScheme, contrast, forcedColors, reducedMotion, ...rest } = complete(options);
    const key = JSON.stringify(rest);
    const page = idle.get(key)?.pop() ?? (await newPage(rest));
    if (viewport) await page.setViewportSize(viewport);
    await page.emulateMedia({ media: null, colorScheme, contrast, forcedColors, reducedMotion });
    onTestFinished(async ({ task }) => {
      if (task.result?.state === 'fail' || page.isClosed()) return page.context().close();
      await empty(page);
      idle.set(key, [...(idle.get(key) ?? []), page]);
    });
    return page;
  };
  const open = async (address: string, options?: BrowserContextOptions): Promise<Page> => {
    const page = await blankPage(options);
    await page.goto(new URL(address, inject('origin')).href);
    return page;
  };
  return { browser, newContext, blankPage, open };
};

/** Waits until every request that the page has made so far was told to its listeners: one that is made now is told after them. */
export const requestsSeen = async (page: Page): Promise<void> => {
  const marker = new URL('/robots.txt', page.url()).href;
  const told = page.waitForEvent('requestfinished', (request) => request.url() === marker);
  await page.evaluate((address) => fetch(address).then((response) => response.text()), marker);
  await told;
};
