/** What the reader has told the device: larger text, more contrast, less data. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch } from '../support/browser.ts';
import { pageTypes } from '../support/dist.ts';

const origin = inject('origin');
let browser: Browser;
/** As if the reader had set the text of the device to twice its size. */
let large: Browser;
beforeAll(async () => {
  [browser, large] = await Promise.all([launch(), launch(['--blink-settings=defaultFontSize=32'])]);
});
afterAll(() => Promise.all([browser.close(), large.close()]));

// A sheet of paper stays a sheet of paper; what it says stands on the page of the alert.
const pages = Object.entries(pageTypes).filter(([type]) => type !== 'notice');

describe.each(pages)('%s with text twice as large', (type, address) => {
  test('is cut nowhere on a screen of 360 px', async () => {
    const page = await large.newPage({ viewport: { width: 360, height: 740 } });
    await page.goto(origin + address);
    // Text is 18 px where the device says 16.
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('36px');
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wider).toBe(0);
    if (type !== 'frame') expect(await page.locator('.call-bar .exit').isVisible()).toBe(true);
    await page.close();
  });
});

test('no size of text is fixed in pixels', async () => {
  const page = await browser.newPage();
  for (const [, address] of pages) {
    await page.goto(origin + address);
    const fixed = await page.evaluate(() =>
      [...document.styleSheets]
        .flatMap((sheet) => [...sheet.cssRules].map((rule) => rule.cssText))
        .filter((rule) => /font(?:-size)?:[^;}]*\d+px/.test(rule)),
    );
    expect(fixed, address).toEqual([]);
  }
  await page.close();
});

test.each(['light', 'dark'] as const)('more contrast means the ends of the scale (%s)', async (colorScheme) => {
  const context = await browser.newContext({ colorScheme, contrast: 'more' });
  const page = await context.newPage();
  await page.goto(origin + pageTypes.article!);
  const colours = await page.evaluate(() => [
    getComputedStyle(document.documentElement).backgroundColor,
    getComputedStyle(document.querySelector('main p')!).color,
  ]);
  expect([...colours].sort()).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
  await context.close();
});

test.each([
  [false, 1],
  [true, 0],
])(
  'with data saving %s the chart code is fetched %i times; the drawing stands there either way',
  async (saveData, times) => {
    const page = await browser.newPage({ viewport: { width: 360, height: 740 } });
    await page.addInitScript(
      (saves) => Object.defineProperty(navigator, 'connection', { value: { saveData: saves } }),
      saveData,
    );
    const files: string[] = [];
    page.on('request', (request) => {
      if (/\/chart\.[^/]*\.js$/.test(request.url())) files.push(request.url());
    });
    await page.goto(origin + pageTypes['indicator with chart']!);
    expect(await page.locator('.drawing svg').first().isVisible()).toBe(true);
    await page.locator('[data-chart]').first().scrollIntoViewIfNeeded();
    await page.waitForTimeout(1000);
    expect(files).toHaveLength(times);
    if (saveData) expect(await page.locator('.drawing svg').first().isVisible()).toBe(true);
    await page.close();
  },
);
