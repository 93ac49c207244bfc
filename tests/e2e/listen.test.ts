/** Reading aloud. Headless Chromium has no voices, so a voice that says nothing and is done at once stands in; what it is given is kept. */
import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { pageTypes } from '../support/dist.ts';
import { requestsSeen, useBrowser } from '../support/use-browser.ts';

const origin = inject('origin');
const { newContext } = useBrowser({ serviceWorkers: 'block' });

interface Voice {
  /** Languages that the device speaks. */
  languages: string[];
  /** It names them only when `announce` is called. */
  late?: boolean;
  /** Finishes each sentence at once, or never. */
  finishes?: boolean;
  fails?: boolean;
}

const open = async (address: string, voice: Voice): Promise<Page> => {
  const page = await (await newContext()).newPage();
  await page.addInitScript(({ languages, late = false, finishes = false, fails = false }) => {
    const voices = languages.map((lang) => ({ lang, name: lang, localService: true }));
    let known = !late;
    const spoken: string[] = [];
    const synthesis = {
      onvoiceschanged: null as null | (() => void),
      getVoices: () => (known ? voices : []),
      speak(utterance: SpeechSynthesisUtterance) {
        spoken.push(utterance.text);
        if (fails) setTimeout(() => void utterance.onerror?.(new Event('error') as SpeechSynthesisErrorEvent));
        else if (finishes) setTimeout(() => void utterance.onend?.(new Event('end') as SpeechSynthesisEvent));
      },
      cancel() {
        Object.assign(window, { cancelled: ((window as { cancelled?: number }).cancelled ?? 0) + 1 });
      },
    };
    Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
    Object.defineProperty(window, 'SpeechSynthesisUtterance', {
      value: class {
        lang = '';
        voice = null;
        onend = null;
        onerror = null;
        text: string;
        constructor(text: string) {
          this.text = text;
        }
      },
    });
    const announce = (): void => {
      known = true;
      synthesis.onvoiceschanged?.();
    };
    Object.assign(window, { spoken, announce });
  }, voice);
  await page.goto(origin + address);
  return page;
};
const spoken = (page: Page) => page.evaluate(() => (window as unknown as { spoken: string[] }).spoken);
const button = (page: Page, name: string) => page.getByRole('button', { name });
const vietnamese: Voice = { languages: ['en-US', 'vi-VN'] };

describe('the button', () => {
  test.each([
    ['no voice', { languages: [] }, false],
    ['no Vietnamese voice', { languages: ['en-US', 'vie'] }, false],
    ['a Vietnamese voice', vietnamese, true],
    ['a Vietnamese voice as Android writes it', { languages: ['vi_VN'] }, true],
    ['a Vietnamese voice that comes late', { languages: ['vi-VN'], late: true }, true],
  ] as const)('with %s', async (_name, voice, shown) => {
    const page = await open(pageTypes.alert!, { ...voice, languages: [...voice.languages] });
    if ('late' in voice) expect(await button(page, 'Nghe trang này').isVisible()).toBe(false);
    await page.evaluate(() => (window as unknown as { announce: () => void }).announce());
    expect(await button(page, 'Nghe trang này').isVisible()).toBe(shown);
  });

  test('fetches the reader only when it is tapped', async () => {
    const page = await (await newContext()).newPage();
    const files: string[] = [];
    page.on('request', (request) => files.push(request.url()));
    await page.goto(origin + pageTypes.article!);
    await requestsSeen(page);
    expect(files.filter((file) => file.includes('reader'))).toEqual([]);
  });
});

describe('reading', () => {
  test('goes through the whole page sentence by sentence, leaves out what is no text, says numbers digit by digit, and tidies up', async () => {
    const page = await open(pageTypes.alert!, { ...vietnamese, finishes: true });
    const before = await page.locator('article').innerHTML();
    await button(page, 'Nghe trang này').click();
    await expect
      .poll(
        () =>
          page.evaluate(
            () =>
              (window as unknown as { spoken: string[] }).spoken.length > 0 &&
              !document.querySelector('[data-reading]'),
          ),
        { timeout: 30_000 },
      )
      .toBe(true);
    const said = await spoken(page);
    const all = said.join('\n');
    expect(said.length).toBeGreaterThan(30);
    expect(said).toContain((await page.locator('h1').innerText()).trim());
    for (const flag of await page.locator('.key-points li').allInnerTexts()) expect(all).toContain(flag.split('. ')[0]);
    expect(said).toContain('1 1 3');
    expect(all).not.toMatch(/(?:gọi|số) 113/i);
    for (const words of ['Chia sẻ', 'Mở bản gốc', 'Trang chủ', 'Nghe trang này', 'Thoát nhanh'])
      expect(all).not.toContain(words);
    expect(said.filter((sentence) => sentence.trim() === '')).toEqual([]);
    expect(await page.locator('mark').count()).toBe(0);
    const after = await page.locator('article').innerHTML();
    const text = (html: string) => html.replace(/<p class="listen[\s\S]*?<\/p>/, '');
    expect(text(after)).toBe(text(before));
  });

  test('marks the sentence being read, links in it included, and keeps it in view', async () => {
    const page = await open(pageTypes.article!, { ...vietnamese, finishes: false });
    await button(page, 'Nghe trang này').click();
    await page.locator('mark').first().waitFor();
    expect((await page.locator('mark').allInnerTexts()).join('').trim()).toBe((await spoken(page)).at(-1)!.trim());
    const box = (await page.locator('mark').first().boundingBox())!;
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.y).toBeLessThan(740);
  });

  test('pauses, goes on with the same sentence, and stops', async () => {
    const page = await open(pageTypes.alert!, vietnamese);
    await button(page, 'Nghe trang này').click();
    await button(page, 'Tạm dừng').click();
    expect(await page.locator('mark').count()).toBe(0);
    const first = (await spoken(page)).at(-1);
    await button(page, 'Nghe tiếp').click();
    expect((await spoken(page)).length).toBe(2);
    expect((await spoken(page)).at(-1)).toBe(first);
    await button(page, 'Dừng nghe').click();
    expect(await button(page, 'Nghe trang này').isVisible()).toBe(true);
    expect(await page.locator('mark').count()).toBe(0);
  });

  test('falls silent when the page is left', async () => {
    const page = await open(pageTypes.alert!, vietnamese);
    await button(page, 'Nghe trang này').click();
    await page.locator('mark').first().waitFor();
    const cancelled = () => page.evaluate(() => (window as { cancelled?: number }).cancelled ?? 0);
    const before = await cancelled();
    await page.evaluate(() => dispatchEvent(new Event('pagehide')));
    expect(await cancelled()).toBeGreaterThan(before);
  });

  test('says so when the device cannot', async () => {
    const page = await open(pageTypes.alert!, { ...vietnamese, fails: true });
    await button(page, 'Nghe trang này').click();
    await page.getByText('Máy này không đọc được.').waitFor();
    expect(await button(page, 'Nghe trang này').isVisible()).toBe(true);
  });
});
