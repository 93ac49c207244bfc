/** The web editor: not there unless it is asked for; then whole, alone, and open in a real browser. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { adminConfig } from '../../src/cms/config.ts';
import { collectionNames, collections, fieldsOf } from '../../src/schema/index.ts';
import { launch } from '../support/browser.ts';
import { dist, filesBelow } from '../support/dist.ts';
import { listen } from '../support/site.ts';
import { builtVariant } from '../support/variants.ts';

interface Collection {
  name: string;
  folder: string;
  fields: { name: string; required?: boolean; hint?: string }[];
}

test('an ordinary build has no trace of it', () => {
  expect(existsSync(path.join(dist, 'quan-tri'))).toBe(false);
  const named = filesBelow(dist).filter(
    (file) =>
      /\.(?:html|js|json|xml|txt)$/.test(file) && /quan-tri|sveltia/i.test(readFileSync(path.join(dist, file), 'utf8')),
  );
  expect(named).toEqual([]);
});

test.each(collectionNames)('every field of %s can be edited, and says what it is for', (kind) => {
  const config = adminConfig(undefined) as { collections: Collection[] };
  const own = config.collections.find(({ name }) => name === kind)!;
  expect(own.folder).toBe(`content/${kind}`);
  expect(own.fields.map(({ name }) => name)).toEqual([
    ...fieldsOf(collections[kind].schema).keys(),
    ...(collections[kind].format === 'mdx' ? ['body'] : []),
  ]);
  for (const { hint } of own.fields) expect(hint).toBeTruthy();
});

test('a repository that is none is refused', () => {
  expect(adminConfig('gitlab:nhom/kho')).toMatchObject({ backend: { name: 'gitlab', repo: 'nhom/kho' } });
  for (const wrong of ['https://evil.example', 'bitbucket:a/b', 'github:a', "github:a/b' x"])
    expect(() => adminConfig(wrong)).toThrow('ADMIN_REPOSITORY');
});

test('with ADMIN=1 it opens in a browser, offers a local clone, and asks no other origin', async () => {
  const { out } = await builtVariant('busy');
  const mentions = filesBelow(out).filter(
    (file) =>
      !file.startsWith('quan-tri/') &&
      /\.(?:html|js|json|xml|txt)$/.test(file) &&
      readFileSync(path.join(out, file), 'utf8').includes('quan-tri'),
  );
  expect(mentions).toEqual([]);

  const { origin, close } = await listen(out);
  // It would ask GitHub how that is; its policy stops it, which Chromium says.
  const stopped: string[] = [];
  const browser = await launch([], (text) => stopped.push(text));
  onTestFinished(async () => {
    await browser.close();
    await close();
  });
  const page = await (await browser.newContext({ locale: 'vi-VN' })).newPage();
  const answered: string[] = [];
  const errors: string[] = [];
  page.on('response', (response) => answered.push(response.url()));
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${origin}/quan-tri/`, { waitUntil: 'commit' });
  expect(await page.locator('meta[name="robots"]').getAttribute('content')).toContain('noindex');
  await page
    .getByRole('button', { name: /kho mã nguồn cục bộ/ })
    .first()
    .waitFor({ timeout: 30_000 });
  // The editor lays itself over the whole window.
  const trial = page.getByText('Bản thử nghiệm, chưa phải kênh chính thức.');
  expect(await trial.evaluate((element) => getComputedStyle(element).zIndex)).toBe('2147483647');
  expect(await trial.isVisible()).toBe(true);
  await page.evaluate(() => document.fonts.ready);
  expect(answered.filter((url) => !url.startsWith(origin) && !/^(?:data|blob):/.test(url))).toEqual([]);
  expect(answered.some((url) => url.endsWith('/quan-tri/symbols.woff2'))).toBe(true);
  expect(errors).toEqual([]);
  expect(stopped.filter((text) => !text.includes('https://www.githubstatus.com/'))).toEqual([]);
  expect(readFileSync(path.join(out, '_headers'), 'utf8')).toMatch(
    /^\/quan-tri\/\*\n {2}Cross-Origin-Opener-Policy: same-origin-allow-popups$/m,
  );
});
