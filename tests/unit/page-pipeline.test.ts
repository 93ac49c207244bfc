/** Pages on their way from Astro's rendering to their files, and what is written when all are there. */
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import type { AstroPrerenderer } from 'astro';
import { describe, expect, test } from 'vitest';
import { postprocess, processPages } from '../../src/postprocess/integration.ts';
import { PagePipeline, type BuiltSite } from '../../src/postprocess/pipeline.ts';
import { temporaryFolder } from '../support/content.ts';

const site = (): BuiltSite => {
  const root = temporaryFolder();
  const folder = path.join(root, 'dist');
  // What the worker needs of every site: see `offline-bundle.ts`.
  for (const name of ['luu-tren-may', 'ngoai-tuyen']) mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, 'ngoai-tuyen/index.html'), '<p>Không có mạng</p>');
  return { folder, root, home: 'https://a.example/', redirects: { '/cu/': '/moi/' } };
};
const words = Array.from({ length: 300 }, (_, index) => `chữ${index}`).join(' ');
const page = (name: string, head = '<meta charset="utf-8">'): string =>
  `<!doctype html><html lang="vi"><head>${head}<link rel="canonical" href="https://a.example/${name}/"></head><body><main data-pagefind-body><h1>${name}</h1><p>${words}</p></main></body></html>`;

const write = async (pipeline: PagePipeline, { folder }: BuiltSite, name: string): Promise<void> => {
  mkdirSync(path.join(folder, name));
  writeFileSync(path.join(folder, name, 'index.html'), await pipeline.process(`/${name}/`, page(name)));
};

test('pages carry their policy, are listed and indexed; the site is complete and precompressed', async () => {
  const own = site();
  const pipeline = await PagePipeline.open(own);
  for (const name of ['b', 'a']) await write(pipeline, own, name);
  expect(await pipeline.finish()).toMatch(
    /^2 pages in the sitemap, 2 search entries, 0 share images, 0 of them drawn, service worker \d+ bytes, offline bundle \d+ KB, \d+ files precompressed$/,
  );
  const read = (file: string): string => readFileSync(path.join(own.folder, file), 'utf8');
  expect(read('a/index.html')).toContain('<meta http-equiv="content-security-policy"');
  expect(read('sitemap.xml')).toMatch(/<loc>https:\/\/a\.example\/a\/<\/loc>[^]*<loc>https:\/\/a\.example\/b\/<\/loc>/);
  expect(readdirSync(path.join(own.folder, 'pagefind/fragment'))).toHaveLength(2);
  expect(read('_redirects')).toContain('/cu/ /moi/ 301');
  expect(read('_headers')).toContain('/pagefind/');
  for (const file of ['a/index.html', 'sw.js', '_headers', 'pagefind/pagefind.js'].filter(
    (name) => name !== '_headers',
  ))
    expect(brotliDecompressSync(readFileSync(path.join(own.folder, `${file}.br`))).toString(), file).toBe(read(file));
});

test('one order of pages gives one index', async () => {
  const index = async (names: string[]): Promise<string[]> => {
    const own = site();
    const pipeline = await PagePipeline.open(own);
    for (const name of names) await write(pipeline, own, name);
    await pipeline.finish();
    return readdirSync(path.join(own.folder, 'pagefind'), { recursive: true, encoding: 'utf8' }).sort();
  };
  const first = await index(['c', 'a', 'd', 'b']);
  expect(first.length).toBeGreaterThan(10);
  expect(await index(['c', 'a', 'd', 'b'])).toEqual(first);
});

test('a site without a page that may be indexed is built', async () => {
  const own = site();
  const pipeline = await PagePipeline.open(own);
  await pipeline.process('/a/', '<html lang="vi"><head><meta charset="utf-8"></head><body><main></main></body></html>');
  expect(await pipeline.finish()).toMatch(/^0 pages in the sitemap, 0 search entries/);
  expect(readFileSync(path.join(own.folder, 'sitemap.xml'), 'utf8')).toContain('<urlset');
});

test('a page that cannot be processed fails the build, and says which it is', async () => {
  const pipeline = await PagePipeline.open(site());
  await expect(pipeline.process('/broken/', page('broken', ''))).rejects.toThrow(
    '/broken/ has no <meta charset="utf-8">',
  );
});

describe('between Astro and the files', () => {
  const html = { 'content-type': 'text/html; charset=utf-8' };
  const render = async (
    type: 'page' | 'endpoint',
    response: Response,
    address = '/cb/canh-bao/',
  ): Promise<Response> => {
    const inner = { name: 'fake', render: () => Promise.resolve(response) } as unknown as AstroPrerenderer;
    const outer = processPages(inner, '/cb/', (of, text) => Promise.resolve(`${of} ${text}`));
    const rendered = await outer.render(new Request(`https://a.example${address}`), {
      routeData: { type },
    } as Parameters<AstroPrerenderer['render']>[1]);
    return rendered instanceof Response ? rendered : rendered.response;
  };

  test('a page is processed under its path below the base, and keeps status and headers', async () => {
    const response = await render('page', new Response('đ', { status: 404, headers: html }));
    expect(await response.text()).toBe('/canh-bao/ đ');
    expect([response.status, response.headers.get('content-type')]).toEqual([404, html['content-type']]);
    expect(await (await render('page', new Response('', { headers: html }), '/cb/%C4%91/')).text()).toBe('/đ/ ');
  });

  test.each([
    ['a download', 'endpoint', new Response('x', { headers: html })],
    ['what is no HTML', 'page', new Response('x', { headers: { 'content-type': 'text/plain' } })],
    ['a redirect', 'page', new Response('x', { status: 301, headers: html })],
  ] as const)('%s passes through', async (_, type, response) => {
    expect(await (await render(type, response)).text()).toBe('x');
  });

  test('pages come one at a time, so that their order and the index are the same in every build', async () => {
    const updates: unknown[] = [];
    await postprocess().hooks['astro:config:setup']?.({
      updateConfig: (update: unknown) => updates.push(update),
    } as never);
    expect(updates).toEqual([{ build: { concurrency: 1 } }]);
  });
});
