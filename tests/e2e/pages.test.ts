/**
 * Every page type in a real browser. One visit of each page serves all tests of its type: accessibility in every look, screens of every
 * width, large text, and what the page did to the network and the device. Each test sets the look that it needs.
 */
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { runAxe } from '../support/axe.ts';
import { forget, nothingSeen, nothingStored, storedBy, watch, type Seen } from '../support/csp.ts';
import { pageTypes } from '../support/dist.ts';
import { useBrowser } from '../support/use-browser.ts';

const origin = inject('origin');
// Policies that a page breaks are reported by its own test.
const { browser } = useBrowser({}, [], () => undefined);

const looks = [
  { name: 'light, 360 px', width: 360, colorScheme: 'light', forcedColors: 'none' },
  { name: 'dark, 1280 px', width: 1280, colorScheme: 'dark', forcedColors: 'none' },
  { name: 'forced colours, 768 px', width: 768, colorScheme: 'dark', forcedColors: 'active' },
] as const;
const [plain] = looks;

/** No content is wider than the screen. A chart that was drawn follows a new width in the next frames. */
const expectNoOverflow = (page: Page): Promise<void> =>
  expect
    .poll(() => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), {
      timeout: 10_000,
    })
    .toBe(0);

// One tab visits them all: a new one costs as much processor time as all tests of a page type.
let context: BrowserContext;
let page: Page;
let seen: Seen;
beforeAll(async () => {
  context = await browser().newContext({ viewport: { width: 360, height: 800 } });
  seen = await watch(context, origin);
  page = await context.newPage();
});
afterAll(() => context.close());

describe.each(Object.entries(pageTypes))('%s', (type, path) => {
  beforeAll(async () => {
    forget(seen);
    await page.goto(origin + path);
  });

  const show = async (width: number, look: Omit<(typeof looks)[number], 'name' | 'width'> = plain): Promise<void> => {
    await page.setViewportSize({ width, height: 800 });
    await page.emulateMedia({ media: 'screen', colorScheme: look.colorScheme, forcedColors: look.forcedColors });
  };

  test.each(looks)('axe finds nothing: $name', async (look) => {
    await show(look.width, look);
    const contrast = look.forcedColors === 'none';
    const { violations, checked } = await runAxe(page, { contrast, look: look !== plain });
    expect(violations).toEqual([]);
    expect(checked.includes('color-contrast-enhanced')).toBe(contrast);
  });

  test.each([320, 360, 1920])('fits a screen of %i px', async (width) => {
    await show(width);
    await expectNoOverflow(page);
    // Nobody scrolls to learn that it is a trial, and no sheet of paper loses it.
    for (const media of width === 360 ? (['screen', 'print'] as const) : (['screen'] as const)) {
      await page.emulateMedia({ media });
      const trial = page.locator('[data-trial], .sheet .channel').filter({ visible: true }).first();
      expect(await trial.innerText(), media).toMatch(
        /Bản thử nghiệm, chưa phải kênh chính thức\.|Trial version, not yet an official channel\./,
      );
      const { y } = (await trial.boundingBox())!;
      expect(y >= 0 && y < 400, `${media}: ${y} px from the top`).toBe(true);
    }
  });

  if (type !== 'frame')
    test('begins with its subject within the first 200 px of a small phone', async () => {
      await show(360);
      await page.evaluate(() => scrollTo(0, 0));
      // The subject of a page with a sheet of paper is the sheet.
      const tops = await page.locator('main h1, main h2, main .sheet').evaluateAll((found) =>
        found
          .map((heading) => heading.getBoundingClientRect())
          .filter(({ width }) => width > 1)
          .map(({ top }) => top),
      );
      expect(Math.min(...tops)).toBeLessThanOrEqual(200);
    });

  // A sheet of paper stays a sheet of paper; what it says stands on the page of the alert.
  if (type !== 'notice') {
    test('with text twice as large is cut nowhere on a screen of 360 px', async () => {
      await show(360);
      const devtools = await context.newCDPSession(page);
      // As a reader sets it for the whole device.
      await devtools.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
      try {
        // Text is 18 px where the device says 16.
        expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('36px');
        await expectNoOverflow(page);
        if (type !== 'frame') expect(await page.locator('.call-bar .exit').isVisible()).toBe(true);
      } finally {
        await devtools.send('Page.setFontSizes', { fontSizes: { standard: 16 } });
      }
    });

    test('fixes no size of text in pixels', async () => {
      const fixed = await page.evaluate(() =>
        [...document.styleSheets]
          .flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText))
          .filter((rule) => /font(?:-size)?:[^;}]*\d+px/.test(rule)),
      );
      expect(fixed).toEqual([]);
    });
  }

  test('breaks no policy, asks nobody else for anything, logs no error, and leaves nothing to be known by', async () => {
    await show(360);
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    // The last thing that a page does by itself is to set up its service worker.
    await page.evaluate(async () => {
      if (document.body.dataset.worker) await navigator.serviceWorker.ready;
    });
    expect({ seen, stored: await storedBy(page) }).toEqual({ seen: nothingSeen, stored: nothingStored });
  });
});
