/** Pages on the thread that finishes them. */
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { FinishingThread } from '../../src/finishing/thread.ts';
import { temporaryFolder } from '../support/content.ts';

const site = (): { folder: string; base: string; root: string } => {
  const root = temporaryFolder();
  const folder = path.join(root, 'dist');
  mkdirSync(folder);
  return { folder, base: '/', root };
};
const page = (name: string, head = '<meta charset="utf-8">'): ArrayBuffer => {
  const words = Array.from({ length: 300 }, (_, index) => `chữ${index}`).join(' ');
  const html = `<!doctype html><html lang="vi"><head>${head}<link rel="canonical" href="https://a.example/${name}/"><style>p{top:0}.nowhere{top:0}</style></head><body><main data-pagefind-body><h1>${name}</h1><p>${words}</p></main></body></html>`;
  return new TextEncoder().encode(html).buffer;
};

test('are written with their policy and the styles they need, listed, indexed and packed', async () => {
  const own = site();
  const thread = new FinishingThread(own);
  await thread.finish('a/index.html', page('a'));
  await thread.finish('b/index.html', page('b'));
  expect(await thread.write()).toBe('2 pages listed, 2 entries indexed, 0 pictures, 0 of them drawn, 2 files packed');
  const written = readFileSync(path.join(own.folder, 'a/index.html'), 'utf8');
  expect(written).toContain('<meta http-equiv="content-security-policy"');
  expect(written).toContain('<style>p{top:0}</style>');
  expect(brotliDecompressSync(readFileSync(path.join(own.folder, 'a/index.html.br'))).toString()).toBe(written);
  expect(readFileSync(path.join(own.folder, 'sitemap.xml'), 'utf8')).toContain('<loc>https://a.example/b/</loc>');
  expect(readdirSync(path.join(own.folder, 'pagefind/fragment'))).toHaveLength(2);
});

test('give one index, in whatever pace they come: by the order in which they were given', async () => {
  const index = async (pause: number): Promise<string[]> => {
    const own = site();
    const thread = new FinishingThread(own);
    const sent: Promise<void>[] = [];
    for (const name of ['c', 'a', 'd', 'b']) {
      sent.push(thread.finish(`${name}/index.html`, page(name)));
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    await Promise.all(sent);
    await thread.write();
    return readdirSync(path.join(own.folder, 'pagefind'), { recursive: true, encoding: 'utf8' }).sort();
  };
  expect(await index(0)).toEqual(await index(30));
});

test('that cannot be finished fail the build, and say which they are', async () => {
  const thread = new FinishingThread(site());
  await thread.finish('broken/index.html', page('broken', ''));
  await expect(thread.write()).rejects.toThrow('broken/index.html does not begin with <meta charset="utf-8">');
  await expect(thread.finish('next/index.html', page('next'))).rejects.toThrow('broken/index.html');
});
