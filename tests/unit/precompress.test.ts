/** Precompressed copies of files for servers. */
import { mkdirSync, readFileSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bundleManifest } from '../../src/postprocess/offline-bundle.ts';
import { precompressFolder } from '../../src/postprocess/precompress.ts';
import { temporaryFolder } from '../support/content.ts';

const text = (words: number): string =>
  Array.from({ length: words }, (_, index) => `chữ ${(index * 7919) % 997}`).join(' ');
const site = (): { folder: string; kept: string } => {
  const work = temporaryFolder();
  const folder = path.join(work, 'site');
  mkdirSync(path.join(folder, 'a'), { recursive: true });
  for (const [name, content] of Object.entries({
    'index.html': text(500),
    'a/index.html': text(900),
    'a/data.csv': text(400),
    'a/small.html': 'x'.repeat(1023),
    'a/picture.png': text(500),
    'a/pack.zip': text(500),
  }))
    writeFileSync(path.join(folder, name), content);
  return { folder, kept: path.join(work, 'kept') };
};
const copies = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:br|gz)$/.test(file))
    .sort();

test('stand beside every text worth it, and hold the same', async () => {
  const { folder, kept } = site();
  expect(await precompressFolder(folder, kept, 'quick')).toBe(3);
  expect(copies(folder)).toEqual([
    'a/data.csv.br',
    'a/data.csv.gz',
    'a/index.html.br',
    'a/index.html.gz',
    'index.html.br',
    'index.html.gz',
  ]);
  for (const file of ['index.html', 'a/index.html', 'a/data.csv']) {
    const bytes = readFileSync(path.join(folder, file));
    expect(brotliDecompressSync(readFileSync(path.join(folder, `${file}.br`))).equals(bytes)).toBe(true);
    expect(gunzipSync(readFileSync(path.join(folder, `${file}.gz`))).equals(bytes)).toBe(true);
  }
});

test('are made of what came later, and what has some keeps them', async () => {
  const { folder, kept } = site();
  await precompressFolder(folder, kept, 'quick');
  writeFileSync(path.join(folder, 'index.html.br'), 'as it was');
  writeFileSync(path.join(folder, 'later.json'), text(500));
  expect(await precompressFolder(folder, kept, 'quick')).toBe(1);
  expect(readFileSync(path.join(folder, 'index.html.br')).toString()).toBe('as it was');
  expect(copies(folder)).toContain('later.json.gz');
});

test('are not made where the environment says so, and it may not say anything else', async () => {
  const { folder, kept } = site();
  const before = process.env.PRECOMPRESS;
  try {
    process.env.PRECOMPRESS = '0';
    expect(await precompressFolder(folder, kept)).toBe(0);
    expect(copies(folder)).toEqual([]);
    process.env.PRECOMPRESS = 'toString';
    await expect(precompressFolder(folder, kept)).rejects.toThrow(
      'PRECOMPRESS must be 0, quick or best, not “toString”.',
    );
  } finally {
    if (before === undefined) delete process.env.PRECOMPRESS;
    else process.env.PRECOMPRESS = before;
  }
});

test('are the same bytes at any time, and smaller with more effort', async () => {
  const [one, two, best] = [site(), site(), site()];
  await precompressFolder(one.folder, one.kept, 'quick');
  await precompressFolder(two.folder, two.kept, 'quick');
  await precompressFolder(best.folder, best.kept, 'best');
  for (const file of copies(one.folder))
    expect(readFileSync(path.join(one.folder, file)).equals(readFileSync(path.join(two.folder, file))), file).toBe(
      true,
    );
  for (const file of copies(one.folder).filter((name) => name.endsWith('.br')))
    expect(readFileSync(path.join(best.folder, file)).length).toBeLessThan(
      readFileSync(path.join(one.folder, file)).length,
    );
});

test('that took long are made once: the next build packs what has changed', async () => {
  const { folder, kept } = site();
  await precompressFolder(folder, kept, 'best');
  const before = readFileSync(path.join(folder, 'a/index.html.br'));
  for (const file of copies(folder)) rmSync(path.join(folder, file));
  writeFileSync(path.join(folder, 'index.html'), text(501));
  expect(await precompressFolder(folder, kept, 'best')).toBe(1);
  expect(readFileSync(path.join(folder, 'a/index.html.br')).equals(before)).toBe(true);
  expect(brotliDecompressSync(readFileSync(path.join(folder, 'index.html.br'))).toString()).toBe(text(501));
});

test('are not kept for ever', async () => {
  const { folder, kept } = site();
  await precompressFolder(folder, kept, 'best');
  const names = readdirSync(kept).sort();
  const old = (Date.now() - 40 * 24 * 3600 * 1000) / 1000;
  utimesSync(path.join(kept, names[0]!), old, old);
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
  await precompressFolder(folder, kept, 'best');
  expect(readdirSync(kept).sort()).toEqual(names.slice(1));
});

test('are no part of the bundle that a reader saves', () => {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, 'pagefind'));
  for (const name of ['lexicon.vi.txt', 'lexicon.vi.txt.br', 'lexicon.vi.txt.gz', 'wasm.unknown.pagefind'])
    writeFileSync(path.join(folder, 'pagefind', name), name);
  expect(bundleManifest(folder).files.map((file) => file.path)).toEqual([
    '/pagefind/lexicon.vi.txt',
    '/pagefind/wasm.unknown.pagefind',
  ]);
});
