/** The help page and the self-checks: what a person in danger sees first, with no script, and what is left behind. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { pageTypes } from '../support/dist.ts';
import { root } from '../support/run.ts';
import { requestsSeen, useBrowser } from '../support/use-browser.ts';

const origin = inject('origin');
// What the service worker does is in offline.test.ts.
const { open } = useBrowser({ viewport: { width: 360, height: 640 }, serviceWorkers: 'block' });

describe.each(['help', 'help in English'])('%s', (type) => {
  test('shows three doors, each with its number, in the first view of a small phone', async () => {
    const page = await open(pageTypes[type]!, { javaScriptEnabled: false });
    const bar = (await page.locator('.call-bar').boundingBox())!;
    const ends = async (selector: string) =>
      Promise.all(
        (await page.locator(selector).all()).map(async (each) => {
          const box = (await each.boundingBox())!;
          return box.y + box.height;
        }),
      );
    const [titles, numbers] = [await ends('.help-doors h2'), await ends('.help-doors .digits')];
    expect([titles.length, numbers.length]).toEqual([3, 3]);
    // Fonts differ from phone to phone: in Vietnamese all three have their number above the bar, in English the first at least.
    for (const end of [...titles, ...(type === 'help' ? numbers : numbers.slice(0, 1))])
      expect(end).toBeLessThanOrEqual(bar.y);
    expect(
      await page.locator('.help-doors .face').evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
    ).toEqual(['tel:113', 'tel:111', 'tel:113']);
  });

  test('has three steps behind each door, and nothing that explains before them', async () => {
    const page = await open(pageTypes[type]!);
    for (const door of await page.locator('.help-doors .door').all()) expect(await door.locator('li').count()).toBe(3);
    await page.locator('.help-doors h2 a').nth(1).click();
    const steps = (await page.locator('.help-doors .steps').nth(1).boundingBox())!;
    expect(steps.y).toBeGreaterThanOrEqual(0);
    expect(steps.y).toBeLessThan(100);
    const words = await page.locator('main').innerText();
    expect(words.slice(0, words.indexOf('113')).split(/\s+/).length).toBeLessThan(20);
  });

  test('can be tapped: every target is 48 px high, and says its number to a screen reader', async () => {
    const page = await open(pageTypes[type]!);
    for (const face of await page.locator('.help-doors .face').all()) {
      expect((await face.boundingBox())!.height).toBeGreaterThanOrEqual(48);
      expect((await face.innerText()).replace(/\s+/g, ' ')).toMatch(/(?:Gọi|Call).*11[13]/i);
    }
  });
});

test('the help page leads to every self-check, to what stays on the device, and promises no hiding', async () => {
  const page = await open(pageTypes.help!);
  const links = await page.locator('main a').evaluateAll((found) => found.map((link) => link.getAttribute('href')));
  expect(links).toEqual(
    expect.arrayContaining([
      '/tu-kiem-tra/viec-lam/',
      '/tu-kiem-tra/cuoc-goi/',
      '/tu-kiem-tra/nguoi-than/',
      '/luu-tren-may/',
      '/quyen-rieng-tu/',
    ]),
  );
  expect(await page.locator('main').innerText()).toContain('không hứa giấu được bạn');
});

const checks = readdirSync(path.join(root, 'content/self-checks')).map(
  (name) => `/tu-kiem-tra/${name.replace('.json', '')}/`,
);

describe.each(checks)('%s', (address) => {
  const answer = (page: Page, question: number, which: 'yes' | 'no' | 'unknown') =>
    page.locator(`label[for="cau-${question}-${which}"]`).click();
  const count = (page: Page) => page.locator('.self-check .question').count();
  const shows = async (page: Page) => ({
    advice: await page.locator('#three-verbs').isVisible(),
    none: await page.locator('.result div.none').isVisible(),
    open: await page.locator('.status .open').isVisible(),
  });

  test('without JavaScript one “yes” to any question shows why, the three verbs and the number', async () => {
    const page = await open(address, { javaScriptEnabled: false });
    const questions = await count(page);
    expect(questions).toBeGreaterThanOrEqual(5);
    expect(await shows(page)).toEqual({ advice: false, none: false, open: true });
    for (let question = 1; question <= questions; question++) {
      await answer(page, question, 'yes');
      expect(await shows(page)).toEqual({ advice: true, none: false, open: false });
      expect(await page.locator('.why:visible').count()).toBe(1);
      expect(await page.locator('.result .face').first().isVisible()).toBe(true);
      expect(await page.locator('.verbs li strong').allInnerTexts()).toEqual(['Dừng lại', 'Kiểm tra', 'Báo ngay']);
      await answer(page, question, 'no');
      expect((await shows(page)).advice).toBe(false);
    }
  });

  test('says that no sign is no safety, once every question is answered and not before', async () => {
    const page = await open(address, { javaScriptEnabled: false });
    const questions = await count(page);
    for (let question = 1; question < questions; question++) await answer(page, question, 'no');
    expect(await shows(page)).toEqual({ advice: false, none: false, open: true });
    await answer(page, questions, 'unknown');
    expect(await shows(page)).toEqual({ advice: false, none: true, open: false });
    expect(await page.locator('.result div.none').innerText()).toMatch(/không có nghĩa là .*an toàn/);
    expect(await page.locator('.ask').isVisible()).toBe(true);
    await answer(page, 1, 'yes');
    expect(await shows(page)).toEqual({ advice: true, none: false, open: false });
  });

  test('sends nothing and keeps nothing: no address, no request, no storage, no answer after a reload', async () => {
    const page = await open(address);
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.url()));
    await answer(page, 1, 'yes');
    // Enter in a field of a form sends it, were there a way to.
    await page.locator('#cau-1-yes').press('Enter');
    await answer(page, 2, 'no');
    await requestsSeen(page);
    expect(sent).toEqual([`${origin}/robots.txt`]);
    expect(page.url()).toBe(origin + address);
    expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([
      0,
      0,
      '',
    ]);
    await page.reload();
    expect(await page.locator('.self-check input:checked').count()).toBe(0);
    expect((await shows(page)).open).toBe(true);
  });

  test('can be answered with the keyboard alone, and every answer is named by its question', async () => {
    const page = await open(address);
    const question = (await page.locator('#cau-1').innerText()).split('\n').at(-1)!;
    const yes = page.getByRole('radio', { name: `${question} Có` });
    await yes.focus();
    await page.keyboard.press('Space');
    expect((await shows(page)).advice).toBe(true);
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('#cau-1-no').isChecked()).toBe(true);
    expect((await shows(page)).advice).toBe(false);
    await page.locator('button[type="reset"]').click();
    expect(await page.locator('.self-check input:checked').count()).toBe(0);
  });

  test('prints as a sheet with both endings, and an answered one with its own', async () => {
    const page = await open(address, { viewport: { width: 794, height: 1123 } });
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.paper:visible').count()).toBe(2);
    expect(await page.locator('#three-verbs').count()).toBe(1);
    for (const hidden of ['.masthead nav', '.call-bar', 'button[type="reset"]'])
      expect(await page.locator(hidden).isVisible()).toBe(false);
    expect((await page.pdf({ format: 'A4' })).subarray(0, 5).toString()).toBe('%PDF-');
    await page.emulateMedia({ media: 'screen' });
    await answer(page, 1, 'yes');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.result div.found').isVisible()).toBe(true);
    expect(await page.locator('.result div.none').isVisible()).toBe(false);
  });
});

test('alerts and articles lead to the self-check that names them', async () => {
  const page = await open('/canh-bao/gia-danh-cong-an/');
  expect(await page.locator('.related a[href="/tu-kiem-tra/cuoc-goi/"]').count()).toBe(1);
  await page.goto(`${origin}/bai-viet/viec-nhe-luong-cao/`);
  expect(await page.locator('.related a[href="/tu-kiem-tra/viec-lam/"]').count()).toBe(1);
  await page.goto(`${origin}/`);
  expect(await page.locator('main a[href="/tu-kiem-tra/"]').count()).toBe(1);
});
