/** Reading without a script, without a mouse, on paper. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { pageTypes } from '../support/dist.ts';
import { requestsSeen, useBrowser } from '../support/use-browser.ts';

const origin = inject('origin');
// What the service worker does is in offline.test.ts.
const { blankPage, browser, open } = useBrowser({ serviceWorkers: 'block' });

describe('without JavaScript', () => {
  let plain: Page;
  beforeAll(async () => {
    plain = await browser().newPage({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false });
  });
  afterAll(() => plain.close());

  // A figure in another site's frame has no room for calls.
  test.each(Object.entries(pageTypes).filter(([type]) => type !== 'frame'))(
    '%s shows its title, its text and the numbers to call',
    async (_type, path) => {
      await plain.goto(origin + path);
      expect((await plain.locator('h1').innerText()).length).toBeGreaterThan(3);
      expect((await plain.locator('main').innerText()).length).toBeGreaterThan(60);
      for (const number of ['111', '113'])
        expect(await plain.locator(`.call-bar a[href="tel:${number}"]`).isVisible()).toBe(true);
      expect(await plain.locator('.call-bar .exit').isVisible()).toBe(true);
    },
  );

  test('the way from the home page to an alert by links alone', async () => {
    const page = await open('/', { javaScriptEnabled: false });
    await page.locator('header summary').click();
    await page.getByRole('link', { name: 'Cảnh báo lừa đảo' }).filter({ visible: true }).first().click();
    await page.locator('[data-facets] summary').click();
    await page.getByRole('link', { name: /^Cuộc gọi/ }).click();
    expect(page.url()).toBe(`${origin}/canh-bao/kenh/cuoc-goi/`);
    await page.locator('.alert-card a').first().click();
    expect(await page.locator('#three-verbs').innerText()).toBe('Ba việc cần làm ngay');
  });

  test('no search box is shown, as none would work, and the search page leads to the lists', async () => {
    const page = await blankPage({ javaScriptEnabled: false });
    await page.setViewportSize({ width: 1280, height: 800 });
    for (const path of ['/', '/canh-bao/', '/en/', '/404.html', '/tim-kiem/', '/en/search/']) {
      await page.goto(origin + path);
      expect(await page.locator('form[role="search"]').count(), path).toBe(1);
      expect(await page.locator('form[role="search"]').isVisible(), path).toBe(false);
    }
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(`${origin}/tim-kiem/`);
    expect(await page.locator('main').innerText()).toContain('Tìm kiếm cần JavaScript');
    await page.locator('main nav').getByRole('link', { name: 'Cảnh báo lừa đảo' }).click();
    expect(page.url()).toBe(`${origin}/canh-bao/`);
  });
});

describe('the first thing on the home page', () => {
  test('is the numbers 111 and 113, to be tapped, in the first view of a small phone', async () => {
    const page = await open('/');
    await page.setViewportSize({ width: 360, height: 640 });
    const numbers = page.locator('.call-bar a[href^="tel:"]');
    expect(await numbers.evaluateAll((links) => links.map((link) => link.getAttribute('href')))).toEqual([
      'tel:111',
      'tel:113',
    ]);
    for (const number of await numbers.all()) {
      const box = await number.boundingBox();
      expect(box!.y + box!.height).toBeLessThanOrEqual(640);
    }
  });

  test('every target of the call bar is at least 48 px high and lies inside the screen', async () => {
    const page = await open('/');
    for (const target of await page.locator('.call-bar a').all()) {
      const box = (await target.boundingBox())!;
      expect(box.height).toBeGreaterThanOrEqual(48);
      expect(box.width).toBeGreaterThanOrEqual(48);
      expect(box.x + box.width).toBeLessThanOrEqual(360);
    }
  });
});

test('the keyboard reaches the content at once, and sees where it is', async () => {
  const page = await open('/canh-bao/', { viewport: { width: 1280, height: 800 } });
  await page.keyboard.press('Tab');
  const skip = page.locator('.skip');
  expect(await skip.evaluate((link) => link === document.activeElement && link.getBoundingClientRect().left >= 0)).toBe(
    true,
  );
  await page.keyboard.press('Enter');
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('noi-dung');
  await page.keyboard.press('Tab');
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement!).outlineWidth);
  expect(outline).toBe('3px');
});

describe('lists', () => {
  const shown = (page: Page) => page.locator('[data-item]:visible').count();

  test('narrow at once, combine, and follow the back button', async () => {
    const page = await open('/canh-bao/');
    const all = await shown(page);
    await page.locator('[data-facets] summary').click();
    await page.locator('[data-facet="kenh"][data-value="cuoc-goi"]').click();
    const calls = await shown(page);
    expect(calls).toBeLessThan(all);
    expect(new URL(page.url()).search).toBe('?kenh=cuoc-goi');
    await page.locator('[data-facet="doi-tuong"][data-value="hoc-sinh-sinh-vien"]').click();
    expect(await shown(page)).toBeLessThan(calls);
    await page.goBack();
    expect(await shown(page)).toBe(calls);
    await page.goBack();
    expect(await shown(page)).toBe(all);
  });

  test('show the same items as the static page of the choice', async () => {
    const page = await open('/canh-bao/?kenh=cuoc-goi');
    const titles = (path: Page) => path.locator('[data-item]:visible .title').allInnerTexts();
    const narrowed = await titles(page);
    await page.goto(`${origin}/canh-bao/kenh/cuoc-goi/`);
    expect((await titles(page)).sort()).toEqual(narrowed.sort());
  });

  test('say so when nothing fits', async () => {
    const page = await open('/canh-bao/?kenh=thu-giay-to&doi-tuong=hoc-sinh-sinh-vien');
    expect(await shown(page)).toBe(0);
    expect(await page.locator('[data-facets-none]').evaluate((line) => (line as HTMLElement).hidden)).toBe(false);
  });
});

describe('the explorer of figures', () => {
  const names = (page: Page) => page.locator('[data-figures] tbody tr:visible th a').allInnerTexts();

  test('filters by year and place, sorts, and keeps both in the address', async () => {
    const page = await open('/so-lieu/', { viewport: { width: 1280, height: 900 } });
    const all = (await names(page)).length;
    await page.locator('[data-facets] summary').click();
    await page.locator('[data-facet-select="nam"]').selectOption('2023');
    const of2023 = (await names(page)).length;
    expect(of2023).toBeLessThan(all);
    await page.locator('[data-facet-select="noi"]').selectOption('VN-04');
    expect((await names(page)).length).toBeLessThan(of2023);
    await page.locator('[data-facet-select="sap-xep"]').selectOption('gia-tri');
    const rows = await page.locator('[data-figures] tbody tr:visible').evaluateAll((found) =>
      found.map((row) => ({
        unit: (row as HTMLElement).dataset.unit!,
        value: Number((row as HTMLElement).dataset.value),
      })),
    );
    expect(rows).toEqual([...rows].sort((a, b) => a.unit.localeCompare(b.unit, 'vi') || b.value - a.value));
    expect(rows.length).toBeGreaterThan(5);
    expect(new URL(page.url()).search).toBe('?nam=2023&noi=VN-04&sap-xep=gia-tri');
    const shown = await names(page);
    await page.reload();
    expect(await names(page)).toEqual(shown);
    await page.goBack();
    expect(await names(page)).not.toEqual(shown);
  });

  test('is a plain table without JavaScript, with no control that does nothing', async () => {
    const page = await open('/so-lieu/', { javaScriptEnabled: false });
    expect((await names(page)).length).toBeGreaterThan(30);
    expect(await page.locator('[data-facet-select]:visible').count()).toBe(0);
  });
});

describe('taking a figure away', () => {
  test('a tap copies the sentence; a citation gets the day of the reader', async () => {
    const page = await open(pageTypes.figure!, { permissions: ['clipboard-read', 'clipboard-write'] });
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    await page.locator('[data-copy]').first().click();
    await page.getByText('Đã chép').first().waitFor();
    expect(await clipboard()).toBe(
      'Số người tham gia các buổi tuyên truyền, tỉnh Cao Bằng, 6 tháng đầu năm 2023: trên 443.000 người tham gia (Ban Chỉ đạo 138 tỉnh Cao Bằng, dẫn qua Vietnam.vn, bản đăng lại).',
    );
    await page.locator('[data-copy]').nth(1).click();
    const today = await page.evaluate(
      () => `${new Date().getDate()}/${new Date().getMonth() + 1}/${new Date().getFullYear()}`,
    );
    await expect.poll(clipboard).toContain(`truy cập ${today}.`);
    for (const form of ['apa', 'bibtex', 'ris', 'csl']) {
      const block = page.locator(`details:has([data-form="${form}"])`);
      await block.locator('summary').click();
      await block.locator('[data-copy]').click();
      await expect.poll(clipboard).toMatch(
        {
          apa: /Retrieved \w+ \d+, \d{4}, from https/,
          bibtex: /urldate = \{\d{4}-\d\d-\d\d\}/,
          ris: /\nY2 {2}- \d{4}\/\d\d\/\d\d\n/,
          csl: /"accessed"/,
        }[form]!,
      );
    }
  });

  test('where copying is forbidden the text is selected instead', async () => {
    const page = await open(pageTypes.figure!);
    await page.evaluate(() =>
      Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.reject(new Error('no')) } }),
    );
    await page.locator('[data-copy]').first().click();
    await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toContain('trên 443.000 người tham gia');
  });
});

describe('charts', () => {
  test('fetch their code only when they come into view, and stand below their summary', async () => {
    const page = await blankPage();
    await page.setViewportSize({ width: 360, height: 300 });
    const chartFiles: string[] = [];
    page.on('request', (request) => {
      if (/\/chart\.[^/]*\.js$/.test(request.url())) chartFiles.push(request.url());
    });
    await page.goto(origin + pageTypes['indicator with chart']!);
    // The page’s own observer is told before this one where the chart is.
    await page
      .locator('.chart')
      .evaluate((figure) => new Promise((resolve) => new IntersectionObserver(resolve).observe(figure)));
    await requestsSeen(page);
    expect(chartFiles).toEqual([]);
    await page.locator('.chart').scrollIntoViewIfNeeded();
    await page.locator('.chart canvas').waitFor({ state: 'visible' });
    expect(chartFiles).toHaveLength(1);
    expect(await page.locator('.chart figcaption p').innerText()).toContain('điểm phần trăm');
    expect(await page.locator('.chart .drawing').isVisible()).toBe(false);
    const drawn = await page.locator('.chart canvas').evaluate((canvas) => {
      const { data } = (canvas as HTMLCanvasElement)
        .getContext('2d')!
        .getImageData(0, 0, (canvas as HTMLCanvasElement).width, (canvas as HTMLCanvasElement).height);
      return data.some((value) => value !== 0);
    });
    expect(drawn).toBe(true);
    const download = page.waitForEvent('download');
    await page.locator('.chart .save').click();
    expect((await download).suggestedFilename()).toBe('bieu-do.png');
  });

  test('stand as drawings without JavaScript and on paper', async () => {
    const still = await open(pageTypes['indicator with chart']!, { javaScriptEnabled: false });
    expect(await still.locator('.chart .drawing svg').isVisible()).toBe(true);
    const page = await open(pageTypes['indicator with chart']!);
    await page.locator('.chart').scrollIntoViewIfNeeded();
    await page.locator('.chart canvas').waitFor({ state: 'visible' });
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.chart .drawing svg').isVisible()).toBe(true);
    expect(await page.locator('.chart canvas').isVisible()).toBe(false);
  });

  test('are nowhere on other pages', async () => {
    const page = await blankPage();
    const scripts: string[] = [];
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.push(request.url());
    });
    for (const path of [pageTypes.article!, pageTypes.alert!, pageTypes.home!]) await page.goto(origin + path);
    expect(scripts.filter((url) => /chart/i.test(url))).toEqual([]);
  });
});

test('an alert prints on paper without navigation, with its numbers', async () => {
  const page = await open(pageTypes.alert!, { viewport: { width: 794, height: 1123 } });
  await page.emulateMedia({ media: 'print' });
  for (const selector of ['.masthead nav >> nth=0', '.masthead nav >> nth=1', '.call-bar', '.breadcrumbs', '.pager'])
    expect(await page.locator(selector).isVisible()).toBe(false);
  expect(await page.locator('.stone .digits').first().isVisible()).toBe(true);
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
    'rgb(255, 255, 255)',
  );
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
});
