/** What the benches measure with: a corpus that is content like any other, sizes, time and memory of a command. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { loadContent } from '../../src/content-loader/index.ts';
import { format } from '../../src/problems/index.ts';
import { bareHtml, floorBytes, pageBytes } from '../bench/bytes.ts';
import { writeCorpus } from '../bench/corpus.ts';
import { plainPages } from '../bench/peers.ts';
import { median, timed } from '../bench/timed.ts';
import { temporaryFolder } from '../support/content.ts';

describe('the corpus', () => {
  test('is in order, as long as it says, and begins alike at every size', () => {
    const [few, more] = [temporaryFolder(), temporaryFolder()];
    const [short, long] = [writeCorpus(few, 30), writeCorpus(more, 60)];
    expect(long.slice(0, 30)).toEqual(short);
    for (const { kind, id } of short)
      expect(readFileSync(path.join(more, kind, `${id}.mdx`), 'utf8')).toBe(
        readFileSync(path.join(few, kind, `${id}.mdx`), 'utf8'),
      );
    expect(loadContent(more).problems.map((problem) => format(problem))).toEqual([]);
    expect(long.filter(({ kind }) => kind === 'alerts')).toHaveLength(6);
    const words = long.reduce((sum, page) => sum + page.words, 0) / long.length;
    expect(words).toBeGreaterThan(1400);
    expect(words).toBeLessThan(1800);
    expect(new Set(long.map(({ title }) => title)).size).toBe(60);
  });

  test('comes to other generators as Markdown with the words a reader sees', () => {
    const folder = temporaryFolder();
    writeCorpus(folder, 40);
    const pages = plainPages(folder);
    expect(pages).toHaveLength(['articles', 'alerts'].flatMap((kind) => readdirSync(path.join(folder, kind))).length);
    for (const { path: at, markdown } of pages) {
      expect(`${at}: ${/<\/?[A-Z][^>]*>|undefined/.exec(markdown)?.[0] ?? 'no tag'}`).toBe(`${at}: no tag`);
    }
    const figures = pages.filter(({ markdown }) => markdown.includes('558 tin, bài, phóng sự'));
    expect(figures.length).toBeGreaterThan(0);
  });
});

test('bytes are those that a browser fetches, each file once', () => {
  const site = temporaryFolder();
  const script = 'console.log("a script that is no shorter than it must be");';
  const styles = 'main { margin: 0 auto; padding: 1rem; max-width: 40rem; }';
  const page = `<!doctype html><html lang="vi"><head><title>Một</title><link rel="stylesheet" href="/a.css"><link rel="stylesheet" media="print" href="/print.css"><script type="module" src="/a.js"></script><script type="application/ld+json">{"name":"data"}</script></head><body><nav>menu</nav><main class="x"><h1 id="t">Một <svg><title>no</title></svg>trang</h1><div><p data-x="1">Đọc <a class="y" href="/hai/?a=1&amp;b">tiếp</a>.</p></div><p hidden>unseen</p></main></body></html>`;
  writeFileSync(path.join(site, 'a.css'), styles);
  writeFileSync(path.join(site, 'print.css'), styles.repeat(9));
  writeFileSync(path.join(site, 'a.js'), `import"./b.js";${script}`);
  writeFileSync(path.join(site, 'b.js'), script);
  mkdirSync(path.join(site, 'mot'));
  writeFileSync(path.join(site, 'mot/index.html'), page);
  const packed = (text: string): number => brotliCompressSync(text).length;
  expect(pageBytes(site, '/mot/')).toEqual({
    html: packed(page),
    blocking: packed(styles),
    scripts: packed(`import"./b.js";${script}`) + packed(script),
  });
  const bare = bareHtml(page);
  expect(bare).toContain('<main><h1>Một trang</h1><p>Đọc <a href="/hai/?a=1&amp;b">tiếp</a>.</p></main>');
  expect(floorBytes(site, '/mot/')).toBe(packed(bare));
});

describe('a command', () => {
  test('is timed together with what it starts, and its memory with theirs', async () => {
    const hold = `const held = Buffer.alloc(64 << 20, 1); setTimeout(() => held, 700)`;
    const both = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(hold)}], { stdio: 'inherit' }); ${hold}`;
    const run = await timed(process.execPath, ['-e', both], { cwd: temporaryFolder() });
    expect(run.seconds).toBeGreaterThan(0.7);
    if (process.platform !== 'linux') return;
    expect(run.processBytes).toBeGreaterThan(64 << 20);
    expect(run.treeBytes).toBeGreaterThan(2 * (64 << 20));
  });

  test('that fails says what it printed', async () => {
    await expect(
      timed(process.execPath, ['-e', 'console.error("no room"); process.exit(3)'], { cwd: temporaryFolder() }),
    ).rejects.toThrow(/ended with 3:\nno room/);
  });
});

test('the median of an even number of figures lies between the middle two', () => {
  expect([median([3, 1, 2]), median([4, 1, 3, 2])]).toEqual([2, 2.5]);
});
