/** What comes out of the printer: one sheet for every notice, with a code that a phone can read; alerts and articles without what only a screen needs. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { PNG } from 'pngjs';
import type { Browser, Page } from 'playwright-core';
import decodeQR from 'qr/decode.js';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { absoluteUrl, alertPath, articlePath, noticePath, paths, speechPath } from '../../src/i18n/index.ts';
import { launch } from '../support/browser.ts';
import { root } from '../support/run.ts';

const origin = inject('origin');
const ids = (kind: string): string[] =>
  readdirSync(path.join(root, 'content', kind)).map((file) => file.replace('.mdx', ''));
const MM = 96 / 25.4;

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launch();
  // A4 at 96 px an inch.
  page = await browser.newPage({
    viewport: { width: 794, height: 1123 },
    deviceScaleFactor: 2,
    serviceWorkers: 'block',
  });
});
afterAll(() => browser.close());

/** Opens a page as it goes to the printer. */
const printed = async (address: string): Promise<void> => {
  await page.emulateMedia({ media: 'screen' });
  await page.goto(origin + address);
  await page.emulateMedia({ media: 'print' });
};

/** Pages of what Chromium would send to the printer. */
const pagesOf = async (margin = '0'): Promise<number> => {
  const pdf = await page.pdf({
    preferCSSPageSize: true,
    format: 'A4',
    margin: { top: margin, bottom: margin, left: margin, right: margin },
  });
  return pdf.toString('latin1').match(/\/Type\s*\/Page(?!s)/g)!.length;
};

const read = (png: Buffer): string => {
  const { data, width, height } = PNG.sync.read(png);
  return decodeQR({ data, width, height });
};

const [firstAlert = '', ...otherAlerts] = ids('alerts');
/** What of all notices is the same is looked at on the first; `npm run test:slow` looks at each. */
const isThorough = (id: string): boolean => id === firstAlert || process.env.SLOW_TESTS === '1';

describe.each([firstAlert, ...otherAlerts])('the notice of %s', (id) => {
  beforeAll(() => printed(noticePath(id)));

  test('is one sheet of A4 with nothing cut off or pushed out', async () => {
    // What fits into the sheet goes onto one page: the sheet has the same size on every notice.
    if (isThorough(id)) expect(await pagesOf()).toBe(1);
    const cut = await page.evaluate(() => {
      const sheet = document.querySelector<HTMLElement>('.sheet')!;
      const frame = sheet.getBoundingClientRect();
      const outside = [...sheet.querySelectorAll<HTMLElement>('*')].filter((element) => {
        const box = element.getBoundingClientRect();
        return (
          box.width > 0 &&
          (box.bottom > frame.bottom ||
            box.right > frame.right ||
            box.left < frame.left ||
            (element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflow === 'hidden'))
        );
      });
      return { over: sheet.scrollHeight - sheet.clientHeight, outside: outside.map((element) => element.className) };
    });
    expect(cut).toEqual({ over: 0, outside: [] });
  });

  test('can be read from two metres: title 36 pt or more, text 20 pt', async () => {
    const points = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => (parseFloat(getComputedStyle(element).fontSize) * 72) / 96);
    expect(await points('.sheet h1')).toBeGreaterThanOrEqual(35.9);
    expect(await points('.signs li')).toBeCloseTo(20, 0);
    expect(await points('.sheet .advice li')).toBeCloseTo(20, 0);
    expect(await points('.sheet .advice strong')).toBeCloseTo(28, 0);
  });

  test('has a code of 30 mm or more that leads to the alert', async () => {
    const code = page.locator('.sheet .qr path').nth(1);
    const { width, height } = (await code.boundingBox())!;
    expect(Math.min(width, height) / MM).toBeGreaterThanOrEqual(30);
    expect(read(await page.locator('.sheet .qr').screenshot())).toBe(absoluteUrl(alertPath(id)));
    // Also out of the whole sheet, as a camera sees it.
    if (isThorough(id)) expect(read(await page.screenshot())).toBe(absoluteUrl(alertPath(id)));
  });
});

describe.each([
  ['all numbers', paths.numbersSheet, 1],
  ['four cards', paths.numbersCards, 4],
])('%s to print', (_name, address, copies) => {
  beforeAll(() => printed(address));

  test('are one sheet of A4 with nothing cut off, each with its numbers and a code that leads to help', async () => {
    expect(await pagesOf()).toBe(1);
    expect(await page.locator('.copy').count()).toBe(copies);
    for (const copy of await page.locator('.copy').all()) {
      expect(
        await copy.evaluate((one) => [one.scrollWidth - one.clientWidth, one.scrollHeight - one.clientHeight]),
      ).toEqual([0, 0]);
      for (const number of ['113', '111', '+84 981 84 84 84']) expect(await copy.innerText()).toContain(number);
      const code = (await copy.locator('.qr path').nth(1).boundingBox())!;
      expect(Math.min(code.width, code.height) / MM).toBeGreaterThanOrEqual(30);
      expect(read(await copy.locator('.qr').screenshot())).toBe(absoluteUrl(paths.help));
    }
  });
});

test('a notice is black on white, whatever the theme of the device', async () => {
  const dark = await browser.newPage({ viewport: { width: 794, height: 1123 }, colorScheme: 'dark' });
  await dark.goto(origin + noticePath('bat-coc-online'));
  // It floats over the sheet.
  await dark.locator('.call-bar').evaluate((bar) => bar.remove());
  const { data } = PNG.sync.read(await dark.locator('.sheet').screenshot());
  let coloured = 0;
  for (let at = 0; at < data.length; at += 4)
    if (Math.max(data[at]!, data[at + 1]!, data[at + 2]!) - Math.min(data[at]!, data[at + 1]!, data[at + 2]!) > 40)
      coloured++;
  // The line around the sheet on the screen takes a few.
  expect(coloured / (data.length / 4)).toBeLessThan(0.005);
  await dark.close();
});

test('on a phone the notice is the same sheet, scaled, with a way back and, with a script, a button that prints', async () => {
  const phone = await browser.newPage({ viewport: { width: 360, height: 740 } });
  await phone.addInitScript(() => {
    window.print = () => document.body.setAttribute('data-printed', '');
  });
  await phone.goto(origin + noticePath('khoa-sim'));
  const { width, height } = (await phone.locator('.sheet').boundingBox())!;
  expect(width).toBeLessThanOrEqual(360);
  expect(height / width).toBeCloseTo(297 / 210, 1);
  expect(
    await phone.locator('.sheet').evaluate((sheet) => sheet.scrollHeight - sheet.clientHeight),
  ).toBeLessThanOrEqual(1);
  await phone.getByRole('button', { name: 'In trang này' }).click();
  expect(await phone.locator('body[data-printed]').count()).toBe(1);
  await phone.getByRole('link', { name: 'Về trang cảnh báo' }).click();
  expect(phone.url()).toBe(origin + alertPath('khoa-sim'));
  await phone.close();
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const still = await plain.newPage();
  await still.goto(origin + noticePath('khoa-sim'));
  expect(await still.getByText('In trang này').isVisible()).toBe(false);
  await plain.close();
});

describe.each([...ids('alerts').map(alertPath), ...ids('articles').map(articlePath)])('%s on paper', (address) => {
  beforeAll(() => printed(address));

  test('has its text, dates, sources and address, and nothing to tap', async () => {
    const onScreen = ['nav', 'button', 'input', 'footer', '.call-bar', '.related', '.pager', '.listen', '.share ul'];
    const left = page.locator(onScreen.map((selector) => `${selector}:visible`).join(', '));
    expect(await left.evaluateAll((elements) => elements.map(({ outerHTML }) => outerHTML.slice(0, 80)))).toEqual([]);
    expect(await page.locator('h1').isVisible()).toBe(true);
    expect(await page.locator('.meta').isVisible()).toBe(true);
    expect(await page.locator('.share p').innerText()).toContain(absoluteUrl(address));
    const said = (selector: string) =>
      page
        .locator(selector)
        .evaluateAll((links) =>
          links.map((link) => ({ href: link.getAttribute('href')!, after: getComputedStyle(link, '::after').content })),
        );
    const sources = await said('.sources a');
    expect(sources.length).toBeGreaterThan(0);
    for (const { href, after } of sources) expect(after).toContain(href);
    for (const { href, after } of await said('.prose a:not(.term, .figure-value, [href^="tel:"], [href^="sms:"])')) {
      expect(after, href).toContain(href.startsWith('/') ? absoluteUrl(href) : href);
    }
    for (const { href, after } of await said('.prose a[href^="tel:"], .prose .term')) expect(after, href).toBe('none');
  });

  test('breaks no box across two pages, and fits the width', async () => {
    const broken = await page
      .locator('.key-points, .warning, .side, .stone, .quote, .verbs li')
      .evaluateAll((boxes) =>
        boxes.filter((box) => getComputedStyle(box).breakInside !== 'avoid').map((box) => box.outerHTML.slice(0, 80)),
      );
    expect(broken).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(
      0,
    );
  });
});

test('what is folded away on the screen is printed', async () => {
  await printed(articlePath('duoc-giup-do-khi-tro-ve'));
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  for (const details of await page.locator('.prose details').all())
    expect(await details.locator('.unfolded').isVisible()).toBe(true);
  expect(await page.locator('.prose details').count()).toBeGreaterThan(0);
});

test('a script for the loudspeaker prints on one page', async () => {
  const heights = new Map<string, number>();
  for (const id of ids('alerts')) {
    await printed(speechPath(id));
    heights.set(id, await page.evaluate(() => document.body.getBoundingClientRect().height));
  }
  // Where the longest fits, so do the others.
  const [longest] = [...heights].sort(([, a], [, b]) => b - a)[0]!;
  await printed(speechPath(longest));
  expect(await pagesOf('10mm'), longest).toBe(1);
});
