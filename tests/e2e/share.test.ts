/** Passing a page on: with the share sheet, without it, without a clipboard, without JavaScript. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, inject, test } from 'vitest';
import { absoluteUrl } from '../../src/i18n/index.ts';
import { pageTypes } from '../support/dist.ts';
import { useBrowser } from '../support/use-browser.ts';

const origin = inject('origin');
const address = pageTypes.alert!;
const { newContext } = useBrowser({ serviceWorkers: 'block' });

const open = async (share: boolean, options: BrowserContextOptions = {}): Promise<Page> => {
  const page = await (await newContext(options)).newPage();
  if (options.javaScriptEnabled !== false) {
    await page.addInitScript((able) => {
      const shared: unknown[] = [];
      Object.assign(window, { shared });
      if (able)
        Object.defineProperty(Navigator.prototype, 'share', {
          configurable: true,
          value: (data: unknown) => {
            shared.push(data);
            return Promise.reject(new DOMException('closed', 'AbortError'));
          },
        });
      else delete (Navigator.prototype as { share?: unknown }).share;
    }, share);
  }
  await page.goto(origin + address);
  return page;
};
const sheet = (page: Page) => page.getByRole('button', { name: 'Gửi qua Zalo, ứng dụng khác' });
const copy = (page: Page) => page.getByRole('button', { name: 'Sao chép đường dẫn' });

test('the share sheet of the phone gets title and public address; closing it is no error', async () => {
  const page = await open(true);
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await sheet(page).click();
  await expect
    .poll(() => page.evaluate(() => (window as unknown as { shared: unknown[] }).shared))
    .toEqual([{ title: await page.locator('h1').innerText(), url: absoluteUrl(address) }]);
  expect(errors).toEqual([]);
});

test('without a share sheet there is no button for it; the address is copied', async () => {
  const page = await open(false, { permissions: ['clipboard-read', 'clipboard-write'] });
  expect(await sheet(page).isVisible()).toBe(false);
  await copy(page).click();
  await page.getByRole('button', { name: 'Đã chép' }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(absoluteUrl(address));
});

test('where copying is forbidden the address is selected instead', async () => {
  const page = await open(false);
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await copy(page).click();
  await page.getByRole('button', { name: 'Đã chọn, hãy chép' }).waitFor();
  expect(await page.evaluate(() => getSelection()!.toString())).toBe(absoluteUrl(address));
});

test('without JavaScript SMS, Facebook, notice and script are plain links, and no dead button stands there', async () => {
  const page = await open(false, { javaScriptEnabled: false });
  const links = await page
    .locator('.share a:visible')
    .evaluateAll((found) => found.map((link) => link.getAttribute('href')!));
  expect(links.map((link) => link.replace(/[?=].*/, ''))).toEqual([
    'sms:',
    'https://www.facebook.com/sharer/sharer.php',
    `${address}to-roi/`,
    `${address}loa/`,
  ]);
  expect(decodeURIComponent(links[0]!)).toContain(absoluteUrl(address));
  expect(await page.locator('.share button:visible').count()).toBe(0);
  for (const target of await page.locator('.share a').all())
    expect((await target.boundingBox())!.height).toBeGreaterThanOrEqual(48);
});
