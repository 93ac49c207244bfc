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
const { newContext, open } = useBrowser({ viewport: { width: 360, height: 640 }, serviceWorkers: 'block' });

describe.each(['help', 'help in English'])('%s', (type) => {
  test('shows a door for every situation in the first view of a small phone, without a script', async () => {
    const page = await open(pageTypes[type]!, { javaScriptEnabled: false });
    const bar = (await page.locator('.call-bar').boundingBox())!;
    const doors = await page.locator('.doors a').all();
    expect(doors.length).toBeGreaterThan(9);
    // Fonts differ from phone to phone: the last row may be cut by the bar.
    for (const door of doors.slice(0, -2)) {
      const { y, height } = (await door.boundingBox())!;
      expect(y + height).toBeLessThanOrEqual(bar.y);
      expect(height).toBeGreaterThanOrEqual(48);
    }
  });

  test('has behind each door, without a script, the number that stands big and the first thing to do in one view', async () => {
    const page = await open(pageTypes[type]!, { javaScriptEnabled: false });
    const bar = (await page.locator('.call-bar').boundingBox())!;
    const sections = await page.locator('.situation').evaluateAll((found) => found.map(({ id }) => id));
    expect(sections.length).toBeGreaterThan(8);
    for (const id of sections) {
      await page.locator(`.doors a[href="#${id}"]`).click();
      for (const first of [`#${id} h2`, `#${id} li >> nth=0`]) {
        const { y, height } = (await page.locator(first).boundingBox())!;
        expect(y, first).toBeGreaterThanOrEqual(0);
        expect(y + height, first).toBeLessThanOrEqual(bar.y);
      }
      await page.evaluate(() => scrollTo(0, 0));
    }
    expect(
      await page
        .locator('.situation .face')
        .evaluateAll((links) => links.map((link) => `${link.closest('section')!.id} ${link.getAttribute('href')}`)),
    ).toEqual([
      'bi-giu tel:113',
      'ru-di-lam-xa tel:111',
      'nguoi-khac tel:113',
      'o-nuoc-ngoai tel:+84981848484',
      'tre-em tel:111',
      'tro-ve tel:111',
    ]);
  });

  test('leads from former fragments to the same help', async () => {
    const former =
      type === 'help'
        ? [
            'toi',
            'nguoi-khac',
            'bi-lua',
            'chua-chac',
            'khi-goi',
            'nuoc-ngoai',
            'khong-noi-duoc',
            'tre-em',
            'cho-o',
            'quyen',
            'dau-vet',
          ]
        : ['me', 'someone', 'scammed', 'calling', 'abroad', 'cannot-speak', 'child', 'shelter', 'law', 'traces'];
    const page = await open(pageTypes[type]!);
    for (const fragment of former) expect(await page.locator(`[id="${fragment}"]`).count(), fragment).toBe(1);
  });
});

test('silent help writes to somebody trusted, says where writing is answered, and has a card to show', async () => {
  const page = await open(`${pageTypes.help!}#khong-noi-duoc`);
  const message = await page.locator('#khong-noi-duoc a[href^="sms:"]').getAttribute('href');
  expect(decodeURIComponent(message!)).toMatch(/^sms:\?&body=Tôi đang bị giữ.*113/);
  const words = await page.locator('#khong-noi-duoc').innerText();
  expect(words).toContain('Zalo');
  expect(words).toContain('Chưa nguồn nào cho biết 113 hay 112');
  expect(await page.locator('#the p').evaluateAll((lines) => lines.map((line) => line.getAttribute('lang')))).toEqual([
    'vi',
    'en',
  ]);
});

test('without a network the page that answers has silent help and the numbers of banks, under a neutral title', async () => {
  const page = await (await newContext({ serviceWorkers: 'allow' })).newPage();
  await page.goto(`${origin}/`);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  await page.context().setOffline(true);
  await page.goto(new URL('/can-giup-do/#khong-noi-duoc', origin).href);
  expect(await page.title()).toBe('Không có mạng');
  expect(await page.locator('#khong-noi-duoc a[href^="sms:"]').isVisible()).toBe(true);
  expect(await page.locator('#the').isVisible()).toBe(true);
  expect(await page.locator('.bank-list a[href^="tel:"]').count()).toBeGreaterThan(5);
});

test('the help page leads to the self-checks, to what stays on the device, and promises no hiding', async () => {
  const page = await open(pageTypes.help!);
  const links = await page.locator('main a').evaluateAll((found) => found.map((link) => link.getAttribute('href')));
  expect(links).toEqual(
    expect.arrayContaining(['/tu-kiem-tra/', '/luu-tren-may/#xoa', '/quyen-rieng-tu/', '/goi-ngan-hang/']),
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
    for (const hidden of ['.masthead nav >> nth=0', '.masthead nav >> nth=1', '.call-bar', 'button[type="reset"]'])
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
