/** `npm run dev`: what an editor saves is on the page at the next look, and what is wrong with it is said there. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../support/browser.ts';
import { contentFrom, edit } from '../support/content.ts';
import { freePort, startDevelopment, type Started } from '../support/start.ts';

const work = mkdtempSync(path.join(tmpdir(), 'development-'));
const content = path.join(work, 'content');
const article = 'articles/cach-bao-tin.mdx';
let server: Started;

/** Waits until a page shows `wanted`, however busy the machine is. */
const expectOnPage = (address: string, wanted: string): Promise<void> =>
  expect
    .poll(async () => (await fetch(new URL(address, server.address))).text(), { timeout: 60_000, interval: 100 })
    .toContain(wanted);

beforeAll(async () => {
  contentFrom('content', content);
  server = await startDevelopment({
    CONTENT_DIR: content,
    PORT: String(await freePort()),
    CACHE_DIR: path.join(work, 'cache'),
  });
});
afterAll(() => {
  server.stop();
  rmSync(work, { recursive: true, force: true });
});

test('an edit of a body, of a title and of a file that others show', async () => {
  await expectOnPage('/bai-viet/cach-bao-tin/', '</html>');
  writeFileSync(
    path.join(content, article),
    `${readFileSync(path.join(content, article), 'utf8')}\nCâu này vừa được thêm vào.\n`,
  );
  await expectOnPage('/bai-viet/cach-bao-tin/', 'Câu này vừa được thêm vào.');
  const [title = ''] = /^title: .*$/m.exec(readFileSync(path.join(content, article), 'utf8')) ?? [];
  edit(content, article, title, 'title: Một tiêu đề vừa được sửa');
  await expectOnPage('/bai-viet/', 'Một tiêu đề vừa được sửa');
});

test('a new file has a page at once, before its address is promised', async () => {
  const source = readFileSync(path.join(content, article), 'utf8').replace(
    /^title: .*$/m,
    'title: Bài viết hoàn toàn mới',
  );
  writeFileSync(path.join(content, 'articles/bai-moi.mdx'), source);
  await expectOnPage('/bai-viet/bai-moi/', 'Bài viết hoàn toàn mới');
});

test('the browser tells in Vietnamese what is wrong with a file, with its place, and shows the page again once it is mended', async () => {
  const whole = readFileSync(path.join(content, article), 'utf8');
  const browser = await launch();
  const page = await browser.newPage();
  const listening = page.waitForEvent('console', (message) => message.text().includes('[vite] connected'));
  await page.goto(new URL('/bai-viet/', server.address).href);
  await listening;
  writeFileSync(path.join(content, article), whole.replace(/^topic: .*$/m, 'topic: khong-co'));
  const told = page.locator('vite-error-overlay').getByText(/articles\/cach-bao-tin\.mdx:\d+:\d+\s+“khong-co”/);
  await told.first().waitFor();
  writeFileSync(path.join(content, article), whole);
  await page.getByRole('link', { name: 'Một tiêu đề vừa được sửa' }).first().waitFor();
  await browser.close();
});
