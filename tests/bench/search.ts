/**
 * `npm run bench:search`: how good, how heavy and how fast the search is, beside stock Pagefind on the same pages in the same run.
 * Builds nothing: run `npm run build` first. `--json` prints the numbers alone.
 */
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import type { Browser, Page } from 'playwright-core';
import { askPage, byClass, judgedQueries, mark, mean, type Asked } from '../search/measure.ts';
import { launch } from '../support/browser.ts';
import { filesBelow } from '../support/dist.ts';
import { indexSite } from '../support/index-site.ts';
import { root } from '../support/run.ts';
import { listen } from '../support/site.ts';

const ROUNDS = 5;
const MANY = 1000;
const say = (line: string): void => {
  if (!process.argv.includes('--json')) console.error(line);
};

const dist = path.join(root, process.env.OUT_DIR ?? 'dist');
if (!existsSync(path.join(dist, 'tim-kiem/index.html'))) {
  console.error('There is no built site. Run: npm run build');
  process.exit(2);
}
const work = mkdtempSync(path.join(tmpdir(), 'bench-search-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));

const pagesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.html') && readFileSync(path.join(folder, name), 'utf8').includes('data-pagefind-body'),
  );

/** Stock Pagefind over the same pages, in the same way, with everything as it comes. */
const indexStock = async (folder: string): Promise<void> => {
  const { index } = await createIndex();
  for (const name of pagesOf(folder))
    await index!.addHTMLFile({ sourcePath: name, content: readFileSync(path.join(folder, name), 'utf8') });
  await index!.writeFiles({ outputPath: path.join(folder, 'pagefind') });
  await close();
};

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]!;
const percentile = (numbers: readonly number[], share: number): number =>
  [...numbers].sort((a, b) => a - b)[Math.min(numbers.length - 1, Math.floor(numbers.length * share))]!;

/** Copies of one site, for an index each. */
const copies = <K extends string>(
  name: string,
  kinds: readonly K[],
  fill: (folder: string) => void,
): Record<K, string> =>
  Object.fromEntries(
    kinds.map((kind) => {
      const folder = path.join(work, name, kind);
      mkdirSync(folder, { recursive: true });
      fill(folder);
      return [kind, folder];
    }),
  ) as Record<K, string>;

const askStock = (page: Page, queries: readonly string[]): Promise<Asked[]> =>
  page.evaluate(async (all) => {
    const { createInstance } = (await import(`${location.origin}/pagefind/pagefind.js`)) as {
      createInstance: (options: object) => {
        search: (query: string) => Promise<{ results: { data: () => Promise<{ url: string }> }[] }>;
      };
    };
    const pagefind = createInstance({ basePath: '/pagefind/' });
    const answers: { found: string[]; milliseconds: number }[] = [];
    for (const query of all) {
      const started = performance.now();
      const { results } = await pagefind.search(query);
      const loaded = await Promise.all(results.slice(0, 10).map((result) => result.data()));
      answers.push({ milliseconds: performance.now() - started, found: loaded.map(({ url }) => url) });
    }
    return answers;
  }, queries);

/** Bytes that a first query moves, brotli where a server would compress: all of the search but the page. */
const coldBytes = async (browser: Browser, origin: string, query: string, ours: boolean): Promise<number> => {
  const context = await browser.newContext();
  const page = await context.newPage();
  let bytes = 0;
  const counted: Promise<void>[] = [];
  page.on('response', (response) => {
    if (!response.url().includes('/pagefind/') || response.url().includes('/fragment/')) return;
    counted.push(
      response.body().then((body) => void (bytes += Math.min(body.length, brotliCompressSync(body).length))),
    );
  });
  await page.goto(`${origin}/tim-kiem/`);
  await (ours ? askPage(page, [query]) : askStock(page, [query]));
  await Promise.all(counted);
  await context.close();
  return bytes;
};

const sizeOf = (folder: string): number =>
  filesBelow(path.join(folder, 'pagefind'))
    .filter((file) => !/\.(?:br|gz)$/.test(file))
    .reduce((sum, file) => sum + statSync(path.join(folder, 'pagefind', file)).size, 0);

const browser = await launch();
const queries = judgedQueries();
const words = queries.map(({ query }) => query);

say('Quality on the real pages …');
// Finished pages no longer carry the marks of our search: its index is the one that was built with the site, and indexing is timed on a copy.
const real = copies('real', ['built', 'ours', 'stock'], (folder) => cpSync(dist, folder, { recursive: true }));
for (const kind of ['ours', 'stock'] as const) rmSync(path.join(real[kind], 'pagefind'), { recursive: true });
const indexing: { ours: number[]; stock: number[] } = { ours: [], stock: [] };
for (let round = 0; round < ROUNDS; round++) {
  for (const [kind, run] of [
    ['ours', indexSite],
    ['stock', indexStock],
  ] as const) {
    const started = performance.now();
    await run(real[kind]);
    indexing[kind].push(performance.now() - started);
  }
}
const [ours, stock] = [await listen(real.built), await listen(real.stock)];
const openSearch = async (origin: string): Promise<Page> => {
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${origin}/tim-kiem/`);
  return page;
};
const ourAnswers = await askPage(await openSearch(ours.origin), words);
const stockAnswers = await askStock(await openSearch(stock.origin), words);
const quality = {
  ours: byClass(
    queries,
    queries.map((query, at) => mark(query, ourAnswers[at]!.found)),
  ),
  stock: byClass(
    queries,
    queries.map((query, at) => mark(query, stockAnswers[at]!.found)),
  ),
};
const unseen = judgedQueries('unseen');
const unseenAnswers = await askPage(
  await openSearch(ours.origin),
  unseen.map(({ query }) => query),
);
const unseenQuality = byClass(
  unseen,
  unseen.map((query, at) => mark(query, unseenAnswers[at]!.found)),
).get('all')!;

say('Bytes …');
const sample = [
  'lua dao viec nhe luong cao',
  'mua bán người',
  'đường dây nóng',
  'mua bans ngwowif',
  '443.000',
  'bị lừa chuyển tiền phải làm sao',
];
const cold = {
  ours: mean(await Promise.all(sample.map((query) => coldBytes(browser, ours.origin, query, true)))),
  stock: mean(await Promise.all(sample.map((query) => coldBytes(browser, stock.origin, query, false)))),
};
const size = { ours: sizeOf(real.built), stock: sizeOf(real.stock) };
await ours.close();
await stock.close();

say(`Speed at ${MANY} pages …`);
/** Pages of a larger site: each keeps to the subjects of two real articles, whose paragraphs it mixes, the same in every run. */
const many = copies('many', ['ours', 'stock'], (folder) => {
  cpSync(dist, folder, { recursive: true });
  rmSync(path.join(folder, 'pagefind'), { recursive: true });
  const articles = filesBelow(path.join(dist, 'bai-viet'))
    .filter((file) => file.endsWith('.html'))
    .map((file) => readFileSync(path.join(dist, 'bai-viet', file), 'utf8').match(/<p>[^]*?<\/p>/g) ?? [])
    .filter((paragraphs) => paragraphs.length > 5);
  const shell = (title: string, body: string): string =>
    `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${title}</title></head><body><main data-pagefind-body><h1>${title}</h1>${body}</main></body></html>`;
  let seed = 1;
  const next = (most: number): number => (seed = (seed * 48271) % 2147483647) % most;
  mkdirSync(path.join(folder, 'nhieu'), { recursive: true });
  for (let page = 0; page < MANY; page++) {
    const paragraphs = [...articles[next(articles.length)]!, ...articles[next(articles.length)]!];
    const chosen = Array.from({ length: 20 }, () => paragraphs[next(paragraphs.length)]!);
    writeFileSync(
      path.join(folder, 'nhieu', `${page}.html`),
      shell(chosen[0]!.replace(/<[^>]*>/g, '').slice(0, 60), chosen.join('')),
    );
  }
});
const manyIndexing = { ours: 0, stock: 0 };
for (const [kind, run] of [
  ['ours', indexSite],
  ['stock', indexStock],
] as const) {
  const started = performance.now();
  await run(many[kind]);
  manyIndexing[kind] = performance.now() - started;
}
const server = await listen(many.ours);
const page = await openSearch(server.origin);
await askPage(page, words);
const warm = (await askPage(page, words)).map(({ milliseconds }) => milliseconds);
await server.close();
await browser.close();

const report = {
  machine: `${cpus().length} × ${cpus()[0]!.model.trim()}, Node ${process.version}`,
  quality: Object.fromEntries(
    [...quality.ours].map(([name, marks]) => [name, { ...marks, stock: quality.stock.get(name)! }]),
  ),
  unseen: unseenQuality,
  index: { ...size, ratio: size.ours / size.stock },
  coldQuery: { ...cold, ratio: cold.ours / cold.stock },
  indexing: {
    ours: median(indexing.ours),
    stock: median(indexing.stock),
    ratio: median(indexing.ours) / median(indexing.stock),
    [`ratioAt${MANY}`]: manyIndexing.ours / manyIndexing.stock,
  },
  [`warmAt${MANY}`]: { p50: percentile(warm, 0.5), p95: percentile(warm, 0.95) },
};
if (process.argv.includes('--json')) console.log(JSON.stringify(report, null, 2));
else {
  const share = (number: number): string => number.toFixed(2);
  console.log('class            queries  recall@10   MRR  first | stock: recall@10   MRR  first');
  for (const [name, { count, recall, reciprocal, first }] of quality.ours) {
    const other = quality.stock.get(name)!;
    console.log(
      `${name.padEnd(16)} ${String(count).padStart(7)}  ${share(recall).padStart(9)}  ${share(reciprocal)}   ${share(first)} | ${share(other.recall).padStart(16)}  ${share(other.reciprocal)}   ${share(other.first)}`,
    );
  }
  console.log(
    `unseen           ${String(unseenQuality.count).padStart(7)}  ${share(unseenQuality.recall).padStart(9)}  ${share(unseenQuality.reciprocal)}   ${share(unseenQuality.first)}`,
  );
  const ratio = (what: string, mine: number, theirs: number, unit: string, divide: number): void =>
    console.log(
      `${what.padEnd(34)} ${(mine / divide).toFixed(0)} ${unit}, stock ${(theirs / divide).toFixed(0)} ${unit}: ${share(mine / theirs)} ×`,
    );
  ratio('Index', size.ours, size.stock, 'KB', 1000);
  ratio('First query, cold, without pages', cold.ours, cold.stock, 'KB', 1000);
  ratio('Indexing the real pages', median(indexing.ours), median(indexing.stock), 'ms', 1);
  ratio(`Indexing ${MANY} pages more`, manyIndexing.ours, manyIndexing.stock, 'ms', 1);
  console.log(
    `Warm answer at ${MANY} pages more: p50 ${percentile(warm, 0.5).toFixed(0)} ms, p95 ${percentile(warm, 0.95).toFixed(0)} ms`,
  );
  console.log(report.machine);
}
