/** Pages as they come over a slow line, in pieces: nothing that is on the screen moves when more arrives. */
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch } from '../support/browser.ts';
import { dist, pageTypes } from '../support/dist.ts';
import { inPieces, movedOn } from '../support/pieces.ts';
import { listen } from '../support/site.ts';

let browser: Browser;
let context: BrowserContext;
let site: Awaited<ReturnType<typeof listen>>;

beforeAll(async () => {
  [browser, site] = await Promise.all([launch(), listen(dist, '/', inPieces(dist))]);
  context = await browser.newContext({ viewport: { width: 360, height: 740 }, serviceWorkers: 'block' });
});
afterAll(async () => {
  await browser.close();
  await site.close();
});

describe.concurrent('nothing moves while a page arrives', () => {
  test.each(Object.entries(pageTypes))('%s', async (_, address) => {
    expect(await movedOn(context, `${site.origin}${address}`)).toEqual([]);
  });
});
