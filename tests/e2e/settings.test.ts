/** What the reader has told the device: more contrast, less data. Larger text: pages.test.ts. */
import { expect, inject, test } from 'vitest';
import { pageTypes } from '../support/dist.ts';
import { requestsSeen, useBrowser } from '../support/use-browser.ts';

const { open, newContext } = useBrowser({ serviceWorkers: 'block' });

test.each(['light', 'dark'] as const)('more contrast means the ends of the scale (%s)', async (colorScheme) => {
  const page = await open(pageTypes.article!, { colorScheme, contrast: 'more' });
  const colours = await page.evaluate(() => [
    getComputedStyle(document.documentElement).backgroundColor,
    getComputedStyle(document.querySelector('main p')!).color,
  ]);
  expect([...colours].sort()).toEqual(['rgb(0, 0, 0)', 'rgb(255, 255, 255)']);
});

test.each([
  [false, 1],
  [true, 0],
])(
  'with data saving %s the chart code is fetched %i times; the drawing stands there either way',
  async (saveData, times) => {
    const page = await (await newContext()).newPage();
    await page.addInitScript(
      (saves) => Object.defineProperty(navigator, 'connection', { value: { saveData: saves } }),
      saveData,
    );
    const files: string[] = [];
    page.on('request', (request) => {
      if (/\/chart\.[^/]*\.js$/.test(request.url())) files.push(request.url());
    });
    const response = await page.goto(inject('origin') + pageTypes['indicator with chart']!);
    expect(await response!.text()).toMatch(/<[^>]*class="drawing[^>]*>\s*<svg/);
    const chart = page.locator('[data-chart]').first();
    await chart.scrollIntoViewIfNeeded();
    // Observers are told in the order in which they were made: the page’s own before this one.
    await chart.evaluate(
      (figure) => new Promise((resolve) => new IntersectionObserver(resolve, { rootMargin: '200px' }).observe(figure)),
    );
    await requestsSeen(page);
    expect(files).toHaveLength(times);
    if (saveData) expect(await page.locator('.drawing svg').first().isVisible()).toBe(true);
  },
);
