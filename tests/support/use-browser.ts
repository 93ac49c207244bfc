/** The browser of a test file. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, inject, onTestFinished } from 'vitest';
import { launch } from './browser.ts';

export interface TestBrowser {
  /** For `beforeAll` and for contexts that several tests share; there from the first `beforeAll` on. */
  browser: () => Browser;
  /** A context that is closed when the test ends. */
  newContext: (options?: BrowserContextOptions) => Promise<BrowserContext>;
  /** Opens an address of the built site on a small phone, in a context that is closed when the test ends. */
  open: (address: string, options?: BrowserContextOptions) => Promise<Page>;
}

/** Starts a browser before the tests of the file and closes it after them. `defaults` hold for every context; the rest is for `launch`. */
export const useBrowser = (
  defaults: BrowserContextOptions = {},
  ...launching: Parameters<typeof launch>
): TestBrowser => {
  let started: Browser | undefined;
  beforeAll(async () => {
    started = await launch(...launching);
  });
  afterAll(() => started?.close());
  const browser = (): Browser => {
    if (!started) throw new Error('The browser is started by beforeAll; no test has one before.');
    return started;
  };
  const newContext = async (options: BrowserContextOptions = {}): Promise<BrowserContext> => {
    const context = await browser().newContext({ viewport: { width: 360, height: 740 }, ...defaults, ...options });
    onTestFinished(() => context.close());
    return context;
  };
  const open = async (address: string, options?: BrowserContextOptions): Promise<Page> => {
    const page = await (await newContext(options)).newPage();
    await page.goto(new URL(address, inject('origin')).href);
    return page;
  };
  return { browser, newContext, open };
};

/** Waits until every request that the page has made so far was told to its listeners: one that is made now is told after them. */
export const requestsSeen = async (page: Page): Promise<void> => {
  const marker = new URL('/robots.txt', page.url()).href;
  const told = page.waitForEvent('requestfinished', (request) => request.url() === marker);
  await page.evaluate((address) => fetch(address).then((response) => response.text()), marker);
  await told;
};
