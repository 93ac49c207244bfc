/** Alerts that expire after the build. */
import type { Page } from 'playwright-core';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, inject, test } from 'vitest';
import { parse } from 'yaml';
import { alertPath, noticePath, speechPath } from '../../src/i18n/index.ts';
import { root } from '../support/run.ts';
import { useBrowser } from '../support/use-browser.ts';

const origin = inject('origin');
const alerts = readdirSync(path.join(root, 'content/alerts')).map((file) => ({
  id: file.replace('.mdx', ''),
  ...(parse(readFileSync(path.join(root, 'content/alerts', file), 'utf8').split('---')[1]!) as { expiresAt: string }),
}));
const first = alerts.map(({ expiresAt }) => expiresAt).sort()[0]!;
const last = alerts
  .map(({ expiresAt }) => expiresAt)
  .sort()
  .at(-1)!;
const one = alerts.find(({ expiresAt }) => expiresAt === first)!;

const { blankPage } = useBrowser({ serviceWorkers: 'block' });

/** Opens a page with the clock of the device at a moment; its time zone is far from Vietnam. */
const open = async (address: string, moment: string, javaScriptEnabled = true): Promise<Page> => {
  const page = await blankPage({ timezoneId: 'America/Los_Angeles', javaScriptEnabled });
  // Set anew by every test.
  if (javaScriptEnabled) await page.clock.setFixedTime(new Date(moment));
  await page.goto(origin + address);
  return page;
};
const lastMinute = `${first}T23:59:00+07:00`;
const minuteAfter = new Date(Date.parse(lastMinute) + 120_000).toISOString();

test('until midnight in Vietnam an alert is in force, a minute later it is marked', async () => {
  const page = await open(alertPath(one.id), lastMinute);
  expect(await page.locator('.sign .filled').count()).toBe(1);
  const after = await open(alertPath(one.id), minuteAfter);
  expect(await after.locator('.sign .outline').count()).toBe(1);
  expect(await after.locator('.sign strong').innerText()).toMatch(/^Đã hết hạn \d+\/\d+\/\d+$/);
});

test('its notice and its script are marked too', async () => {
  const notice = await open(noticePath(one.id), minuteAfter);
  expect(await notice.locator('.sheet .past').isVisible()).toBe(true);
  const speech = await open(speechPath(one.id), minuteAfter);
  expect(await speech.locator('main').innerText()).toContain('Đã hết hạn');
});

test('it leaves the home page, where the next one takes its place', async () => {
  const titles = (page: Page) =>
    page
      .locator('[data-in-force] > li:visible a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')!));
  const now = await open('/', lastMinute);
  const before = await titles(now);
  expect(before).toHaveLength(3);
  const later = await open('/', minuteAfter);
  const after = await titles(later);
  const expired = alerts.filter(({ expiresAt }) => expiresAt === first).map(({ id }) => alertPath(id));
  expect(after.filter((address) => expired.includes(address))).toEqual([]);
  expect(after.length).toBeGreaterThan(0);
  expect(after).not.toEqual(before);
});

test('when all have expired the home page shows no empty list', async () => {
  const page = await open('/', new Date(Date.parse(`${last}T23:59:00+07:00`) + 120_000).toISOString());
  expect(await page.locator('#alerts').isVisible()).toBe(false);
  expect(await page.locator('main .stone').first().isVisible()).toBe(true);
});

test('in the list it goes to the end, and keeps its address', async () => {
  const page = await open('/canh-bao/', minuteAfter);
  const marks = await page
    .locator('.alert-card')
    .evaluateAll((cards) => cards.map((card) => card.classList.contains('expired')));
  expect(marks.filter(Boolean)).toHaveLength(alerts.filter(({ expiresAt }) => expiresAt === first).length);
  expect(marks).toEqual([...marks].sort());
});

test('without JavaScript every card and page says until when it holds', async () => {
  const page = await open('/canh-bao/', lastMinute, false);
  for (const words of await page.locator('.alert-card .date').allInnerTexts())
    expect(words).toMatch(/^Cảnh báo này còn dùng đến \d+\/\d+\/\d{4}\. /);
  await page.goto(origin + alertPath(one.id));
  expect(await page.locator('.until').innerText()).toMatch(/^Cảnh báo này còn dùng đến: \d+\/\d+\/\d{4}$/);
});
