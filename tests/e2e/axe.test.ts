/** Every page type, in a real browser: nothing that axe objects to, nothing that overflows. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { launch } from '../support/browser.ts';
import { pageTypes } from '../support/dist.ts';

const origin = inject('origin');
let browser: Browser;
beforeAll(async () => {
  browser = await launch();
});
afterAll(() => browser.close());

const looks = [
  { name: 'light, 360 px', width: 360, colorScheme: 'light', forcedColors: 'none' },
  { name: 'dark, 1280 px', width: 1280, colorScheme: 'dark', forcedColors: 'none' },
  { name: 'high contrast, 768 px', width: 768, colorScheme: 'dark', forcedColors: 'active' },
] as const;

describe.each(Object.entries(pageTypes))('%s', (_type, path) => {
  test.each(looks)('axe finds nothing: $name', async ({ width, colorScheme, forcedColors }) => {
    const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme, forcedColors });
    const page = await context.newPage();
    await page.goto(origin + path);
    const builder = new AxeBuilder({ page });
    // In forced colours the browser paints with the reader's own pairs; axe still reads the page's.
    const contrast = { enabled: forcedColors === 'none' };
    builder.options({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      // Text at 7:1, large text at 4.5:1: more than level AA asks for, for cheap screens in the sun.
      rules: { 'color-contrast': contrast, 'color-contrast-enhanced': contrast },
    });
    const { violations } = await builder.analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`),
    ).toEqual([]);
    await context.close();
  });

  test.each([320, 360, 1920])('fits a screen of %i px', async (width) => {
    const page = await browser.newPage({ viewport: { width, height: 800 } });
    await page.goto(origin + path);
    const wider = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(wider).toBe(0);
    // Nobody scrolls to learn that it is a trial, and no sheet of paper loses it.
    for (const media of ['screen', 'print'] as const) {
      await page.emulateMedia({ media });
      const trial = page.locator('[data-trial], .sheet .channel').filter({ visible: true }).first();
      expect(await trial.innerText(), media).toMatch(
        /Bản thử nghiệm, chưa phải kênh chính thức\.|Trial version, not yet an official channel\./,
      );
      const { y } = (await trial.boundingBox())!;
      expect(y >= 0 && y < 400, `${media}: ${y} px from the top`).toBe(true);
    }
    await page.close();
  });
});
