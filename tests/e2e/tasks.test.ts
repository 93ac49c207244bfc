/**
 * Eight tasks of people who come to the site, from the home page on a small phone: how many taps, and how many screens of scrolling, to
 * what they need. What is tapped or sought must be seen above the call bar; a screen is what remains above it.
 */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from '../support/use-browser.ts';

const { open } = useBrowser({ viewport: { width: 360, height: 640 } });

interface Task {
  name: string;
  /** What is tapped, one after the other, from the home page on. */
  taps: readonly string[];
  /** What the person came for. */
  goal: string;
  /** Most screens that may be scrolled on the way. */
  screens: number;
}

const tasks: readonly Task[] = [
  {
    name: 'a man who says he is police wants money, now on the phone: hang up',
    taps: ['main a[href="/can-giup-do/#bi-doi-tien"]'],
    goal: '#bi-doi-tien li:first-child',
    screens: 0,
  },
  {
    name: 'my cousin was offered a job in Myanmar: ask 111 first',
    taps: ['main a[href="/can-giup-do/#ru-di-lam-xa"]'],
    goal: '#ru-di-lam-xa .digits',
    screens: 0.5,
  },
  {
    name: 'I am locked in a house and cannot speak: a message ready to send',
    taps: ['main a[href="/can-giup-do/#khong-noi-duoc"]'],
    goal: '#khong-noi-duoc a[href^="sms:"]',
    screens: 0,
  },
  {
    name: 'I sent 20 million to a fraud an hour ago: call the bank',
    taps: ['main a[href="/can-giup-do/#vua-chuyen-tien"]'],
    goal: '#vua-chuyen-tien a[href="/goi-ngan-hang/"]',
    screens: 0,
  },
  {
    name: 'I sent 20 million to a fraud an hour ago: a number of a bank',
    taps: ['main a[href="/can-giup-do/#vua-chuyen-tien"]', '#vua-chuyen-tien a[href="/goi-ngan-hang/"]'],
    goal: '.bank-list a[href^="tel:"]',
    screens: 0.5,
  },
  {
    name: 'what is the number of the border guard: none is proven, and what to do instead',
    taps: ['.masthead summary', '.masthead details a[href="/duong-day-nong/"]'],
    goal: '#bien-phong strong',
    screens: 0,
  },
  {
    name: 'is this website real: it is a trial',
    taps: ['[data-trial] a'],
    goal: 'main .summary',
    screens: 0.5,
  },
  {
    name: 'I want to hang up a notice in my village: the sheets to print',
    taps: ['.masthead summary', '.masthead details a[href="/in-va-phat/"]'],
    goal: 'main a[href="/in-va-phat/cac-so/"]',
    screens: 1,
  },
  {
    name: 'delete all traces: the button',
    taps: ['.masthead summary', '.masthead details a[href="/luu-tren-may/#xoa"]'],
    goal: '[data-clear-device]',
    screens: 1,
  },
];

/** Screens that must be scrolled from where the page stands until the first line of the element is seen, its first 40 px at most. */
const screensTo = async (page: Page, selector: string): Promise<number> => {
  const element = page.locator(selector).first();
  await element.waitFor();
  return element.evaluate((target) => {
    const bar = document.querySelector('.call-bar')?.getBoundingClientRect();
    const bottom = bar && bar.top > innerHeight / 2 ? bar.top : innerHeight;
    const { top, height } = target.getBoundingClientRect();
    const beyond = top + Math.min(height, 40) - bottom;
    return Math.max(0, beyond, -top) / bottom;
  });
};

describe.each([100, 200])('with text at %i %%', (percent) => {
  test.each(tasks)('$name', async ({ taps, goal, screens }) => {
    const page = await open('/robots.txt');
    const devtools = await page.context().newCDPSession(page);
    // As a reader sets it for the whole device.
    await devtools.send('Page.setFontSizes', { fontSizes: { standard: (16 * percent) / 100 } });
    await page.goto(new URL('/', page.url()).href);
    let scrolled = 0;
    for (const tap of taps) {
      scrolled += await screensTo(page, tap);
      await page.locator(tap).first().click();
      await page.waitForLoadState();
    }
    scrolled += await screensTo(page, goal);
    expect(scrolled).toBeLessThanOrEqual(screens);
  });
});
