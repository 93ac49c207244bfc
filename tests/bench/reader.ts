/**
 * `npm run bench:reader`: what a reader with a slow phone on a slow network waits for. Every type of page on that phone, an article beside its own text
 * as bare HTML, and what Lighthouse says. Builds nothing: run `npm run build` first. It measures and says so; nothing fails.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser, CDPSession } from 'playwright-core';
import { launch } from '../support/browser.ts';
import { dist as usualDist, pageTypes } from '../support/dist.ts';
import { inChunks, layoutShifts } from '../support/chunked-responses.ts';
import { root } from '../support/run.ts';
import { freePort } from '../support/start.ts';
import { listen } from '../support/site.ts';
import { bareHtml, pageBytes } from './bytes.ts';
import { audit, categories, type Verdict } from './lighthouse.ts';
import { serveCompressed } from './serve.ts';
import { machine, markdownTable, median } from './timed.ts';

const sections = ['paint', 'pages', 'lighthouse'] as const;
const usage = `npm run bench:reader -- [options]
  --rounds 7            how often the article and its bare text are opened in turn
  --visits 3            how often each type of page is opened: the worst shift, the median of the rest
  --only ${sections.join(',')}
  --pages name,name     types of pages by the names in tests/support/dist.ts; all of them if left out
  --json file           the figures, with the machine they are from`;

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '7' },
    visits: { type: 'string', default: '3' },
    only: { type: 'string', default: sections.join(',') },
    pages: { type: 'string' },
    json: { type: 'string' },
  },
});
const [rounds, visits] = [Number(values.rounds), Number(values.visits)];
const only = values.only.split(',');
const chosen = Object.entries(pageTypes).filter(
  ([name]) => values.pages === undefined || values.pages.split(',').includes(name),
);
if (
  !(rounds > 0) ||
  !(visits > 0) ||
  !only.every((name) => (sections as readonly string[]).includes(name)) ||
  chosen.length === 0
) {
  console.error(usage);
  process.exit(2);
}
const dist = process.env.OUT_DIR ? path.resolve(root, process.env.OUT_DIR) : usualDist;
if (!existsSync(path.join(dist, 'index.html'))) {
  console.error('There is no built site. Run: npm run build');
  process.exit(2);
}
const say = (line: string): void => console.error(line);

/** A network of the hills and a phone of ten years ago, as the Chromium of the tests can play them. */
const SLOW = { roundTripMs: 400, bytesPerSecond: 400_000 / 8, processorTimes: 6 };
const PHONE = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
/** How long nothing may happen until a page counts as at rest: late paints and shifts would come within. */
const REST_MS = 2500;

interface Reading {
  /** Milliseconds from the request. */
  firstPaint: number;
  largestPaint: number;
  /** Of the largest paint. */
  element: string;
  /** Cumulative layout shift. */
  shift: number;
  /** Milliseconds of each task over 50 ms. */
  longTasks: number[];
  /** Scripts that were fetched, as brotli packs them; the worker, which the page asks for when it rests, is none of them. */
  fetchedScripts: number;
}

const slowDown = async (devtools: CDPSession): Promise<void> => {
  await devtools.send('Network.enable');
  await devtools.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: SLOW.roundTripMs,
    downloadThroughput: SLOW.bytesPerSecond,
    uploadThroughput: SLOW.bytesPerSecond,
  });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOW.processorTimes });
};

/** Opens a page as on that phone, for the first time, and leaves it alone. */
const read = async (browser: Browser, address: string): Promise<Reading> => {
  const context = await browser.newContext(PHONE);
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await slowDown(devtools);
    const scripts = new Set<string>();
    page.on('response', (response) => {
      if (response.request().resourceType() === 'script') scripts.add(new URL(response.url()).pathname);
    });
    await page.addInitScript(() => {
      const seen = { firstPaint: 0, largestPaint: 0, element: '', shift: 0, longTasks: [] as number[] };
      (window as unknown as { seen: typeof seen }).seen = seen;
      const observe = (type: string, take: (entry: PerformanceEntry) => void): void =>
        new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
      observe('paint', ({ name, startTime }) => {
        if (name === 'first-contentful-paint') seen.firstPaint = startTime;
      });
      observe('largest-contentful-paint', (entry) => {
        seen.largestPaint = entry.startTime;
        const { element } = entry as PerformanceEntry & { element: Element | null };
        seen.element = element ? `${element.tagName.toLowerCase()} “${element.textContent.trim().slice(0, 40)}”` : '';
      });
      observe('layout-shift', (entry) => (seen.shift += (entry as PerformanceEntry & { value: number }).value));
      observe('longtask', ({ duration }) => seen.longTasks.push(duration));
    });
    await page.goto(address, { waitUntil: 'load', timeout: 120_000 });
    // A worker may go on fetching for long; what it fetches moves nothing.
    await page.waitForLoadState('networkidle', { timeout: 10_000 }).catch(() => undefined);
    await page.waitForTimeout(REST_MS);
    const seen = await page.evaluate(() => (window as unknown as { seen: Omit<Reading, 'fetchedScripts'> }).seen);
    const fetchedScripts = (
      await Promise.all(
        [...scripts].map(async (file) =>
          Number(
            (await fetch(new URL(file, address), { headers: { 'accept-encoding': 'br' } })).headers.get(
              'content-length',
            ),
          ),
        ),
      )
    ).reduce((sum, each) => sum + each, 0);
    return { ...seen, longTasks: seen.longTasks.map(Math.round), fetchedScripts };
  } finally {
    await context.close();
  }
};

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  args: { name?: string; data?: { url?: string; functionName?: string } };
}

/** What the tasks over 50 ms of a page were busy with: the work that took most of each, outermost first. */
const dissect = async (browser: Browser, address: string): Promise<string[]> => {
  const context = await browser.newContext(PHONE);
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  await slowDown(devtools);
  await browser.startTracing(page, {
    categories: ['devtools.timeline', 'v8.execute', 'disabled-by-default-devtools.timeline'],
  });
  await page.goto(address, { waitUntil: 'load' });
  await page.waitForTimeout(REST_MS);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  await context.close();
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}/${tid}`),
  );
  const spans = traceEvents.filter(
    (event) => event.ph === 'X' && event.dur !== undefined && mains.has(`${event.pid}/${event.tid}`),
  );
  return spans
    .filter(({ name, dur }) => name === 'RunTask' && dur! > 50_000)
    .flatMap((task): string[] => {
      const parts = new Map<string, number>();
      for (const span of spans) {
        if (
          span.pid !== task.pid ||
          span.ts < task.ts ||
          span.ts + span.dur! > task.ts + task.dur! ||
          /RunTask$|^Task|::|^Receive mojo/.test(span.name) ||
          span.dur! < 3000
        )
          continue;
        const name = [span.name, span.args.data?.functionName].filter(Boolean).join(' ');
        parts.set(name, (parts.get(name) ?? 0) + span.dur!);
      }
      const most = [...parts].sort((a, b) => b[1] - a[1]).slice(0, 6);
      // What has no name is the browser getting ready, with or without this page.
      return most.length > 0
        ? [
            `${Math.round(task.dur! / 1000)} ms: ${most.map(([name, time]) => `${name} ${Math.round(time / 1000)}`).join(', ')}`,
          ]
        : [];
    });
};

/** Pages that ask not to be listed fail the audit that wants them listed, and are meant to. */
const isUnlisted = (page: string): boolean =>
  readFileSync(path.join(dist, page.endsWith('.html') ? page : path.join(page, 'index.html')), 'utf8').includes(
    '<meta name="robots" content="noindex"',
  );
const ON_PURPOSE = 'is-crawlable';

const work = mkdtempSync(path.join(tmpdir(), 'bench-reader-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));
const host = machine();
const report: Record<string, unknown> = { machine: host, slow: SLOW };
console.log(
  `${host.cores} × ${host.processor}, ${host.memoryGigabytes} GB, Node ${host.node}; a phone of ${PHONE.viewport.width} × ${PHONE.viewport.height}, ${SLOW.roundTripMs} ms to the first byte of each answer, ${(SLOW.bytesPerSecond * 8) / 1000} kbit/s, processor ${SLOW.processorTimes} × slower`,
);

const debuggingPort = await freePort();
const browser = await launch([`--remote-debugging-port=${debuggingPort}`]);
const site = await serveCompressed(dist);
// Packed before anybody waits for it.
for (const [, page] of chosen) await (await fetch(`${site.origin}${page}`)).arrayBuffer();

if (only.includes('paint')) {
  mkdirSync(path.join(work, 'bare'));
  writeFileSync(
    path.join(work, 'bare/index.html'),
    bareHtml(readFileSync(path.join(dist, pageTypes.article!, 'index.html'), 'utf8')),
  );
  const bare = await serveCompressed(work);
  const contestants = { ours: `${site.origin}${pageTypes.article}`, bare: `${bare.origin}/bare/` };
  const readings: Record<keyof typeof contestants, Reading[]> = { ours: [], bare: [] };
  for (let round = 0; round <= rounds; round++) {
    // In turn, the other one first each time; the first round warms the server and does not count.
    for (const name of round % 2 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const)) {
      const reading = await read(browser, contestants[name]);
      say(
        `${round === 0 ? 'warming up' : `round ${round} of ${rounds}`}: ${name} largest paint ${reading.largestPaint.toFixed(0)} ms, ${reading.longTasks.length} long tasks`,
      );
      if (round > 0) readings[name].push(reading);
    }
  }
  await bare.close();
  const of = (name: keyof typeof contestants, field: 'firstPaint' | 'largestPaint' | 'shift'): number =>
    median(readings[name].map((reading) => reading[field]));
  const sumUp = (name: keyof typeof contestants) => ({
    firstPaint: of(name, 'firstPaint'),
    largestPaint: of(name, 'largestPaint'),
    range: [
      Math.min(...readings[name].map(({ largestPaint }) => largestPaint)),
      Math.max(...readings[name].map(({ largestPaint }) => largestPaint)),
    ],
    element: readings[name].at(-1)!.element,
    shift: of(name, 'shift'),
    longTasks: median(readings[name].map(({ longTasks }) => longTasks.length)),
    longest: median(readings[name].map(({ longTasks }) => Math.max(0, ...longTasks))),
  });
  const paint = {
    rounds,
    ours: sumUp('ours'),
    bare: sumUp('bare'),
    ratio: of('ours', 'largestPaint') / of('bare', 'largestPaint'),
  };
  report.paint = paint;
  const row = (name: string, sums: ReturnType<typeof sumUp>): string[] => [
    name,
    `${sums.firstPaint.toFixed(0)} ms`,
    `${sums.largestPaint.toFixed(0)} ms`,
    `${sums.range[0]!.toFixed(0)}–${sums.range[1]!.toFixed(0)}`,
    sums.element,
    sums.shift.toFixed(3),
    `${sums.longTasks} (${sums.longest.toFixed(0)} ms)`,
  ];
  console.log(
    `\n${markdownTable([[`article, median of ${rounds}`, 'first paint', 'largest paint', 'range', 'what that is', 'layout shift', 'tasks over 50 ms (longest)'], row('this site', paint.ours), row('its text as bare HTML', paint.bare)])}\n\nLargest paint: ${paint.ratio.toFixed(2)} × bare HTML.`,
  );
}

if (only.includes('pages')) {
  const rows: {
    name: string;
    page: string;
    largestPaint: number;
    shift: number;
    moved: string[];
    longTasks: number[][];
    scripts: number;
    tasks: string[];
  }[] = [];
  // Where a slow network cuts a page is chance; in pieces every page shows what can move.
  const pieces = await listen(dist, '/', inChunks(dist));
  const arriving = await browser.newContext({ viewport: PHONE.viewport, serviceWorkers: 'block' });
  for (const [name, page] of chosen) {
    const readings: Reading[] = [];
    for (let visit = 0; visit < visits; visit++) readings.push(await read(browser, `${site.origin}${page}`));
    const [largestPaint, shift, longTasks] = [
      median(readings.map((reading) => reading.largestPaint)),
      Math.max(...readings.map((reading) => reading.shift)),
      readings.map((reading) => reading.longTasks),
    ];
    const scripts = Math.max(pageBytes(dist, page).scripts, ...readings.map(({ fetchedScripts }) => fetchedScripts));
    const tasks = longTasks.some((each) => each.length > 0) ? await dissect(browser, `${site.origin}${page}`) : [];
    rows.push({
      name,
      page,
      largestPaint,
      shift,
      moved: await layoutShifts(arriving, `${pieces.origin}${page}`),
      longTasks,
      scripts,
      tasks,
    });
    say(
      `${name}: largest paint ${largestPaint.toFixed(0)} ms, shift ${shift.toFixed(3)}, tasks over 50 ms of each visit: ${longTasks.map((each) => each.join(' + ') || 'none').join('; ')}`,
    );
  }
  await arriving.close();
  await pieces.close();
  report.pages = rows;
  console.log(
    `\n${markdownTable([[`page, ${visits} visits`, 'largest paint, median', 'layout shift, worst', 'tasks over 50 ms, each visit', 'JS before a tap, brotli'], ...rows.map(({ name, page, largestPaint, shift, longTasks, scripts }) => [`${name} \`${page}\``, `${largestPaint.toFixed(0)} ms`, shift.toFixed(3), longTasks.map((each) => each.map((time) => `${time} ms`).join(' + ') || 'none').join('; '), `${(scripts / 1000).toFixed(1)} KB`])])}`,
  );
  const busy = rows.filter(({ tasks }) => tasks.length > 0);
  const moving = rows.filter(({ moved }) => moved.length > 0);
  console.log(
    moving.length === 0
      ? '\nNothing moves on any page while it comes in pieces.'
      : `\nWhat moves while a page comes in pieces:\n${moving.map(({ name, moved }) => `- ${name}: ${moved.join('; ')}`).join('\n')}`,
  );
  if (busy.length > 0)
    console.log(
      `\nWhat the long tasks did, in one more visit (ms; what stands first holds the others):\n${busy.map(({ name, tasks }) => `- ${name}: ${tasks.join(' | ')}`).join('\n')}`,
    );
}

if (only.includes('lighthouse')) {
  const verdicts: {
    name: string;
    page: string;
    scores: Verdict['scores'];
    shortfalls: Verdict['shortfalls'];
    benchmarkIndex: number;
    times: number;
    unlisted: boolean;
    seoButForThat: number | null;
  }[] = [];
  for (const [name, page] of chosen) {
    const all = [await audit(`${site.origin}${page}`, debuggingPort)];
    // Of its four scores one is made of timings. What is not full at once is the median of three.
    if (all[0]!.scores.performance! < 100)
      for (let more = 0; more < 2; more++) all.push(await audit(`${site.origin}${page}`, debuggingPort, categories));
    const { scores, shortfalls, benchmarkIndex } = all.sort((a, b) => a.scores.performance! - b.scores.performance!)[
      Math.floor(all.length / 2)
    ]!;
    const unlisted = isUnlisted(page);
    const lost = shortfalls.find(({ audit: id }) => id === ON_PURPOSE)?.points ?? 0;
    const others = shortfalls
      .filter(({ category, audit: id }) => category === 'seo' && id !== ON_PURPOSE)
      .reduce((sum, { points }) => sum + points, 0);
    verdicts.push({
      name,
      page,
      scores,
      shortfalls,
      benchmarkIndex,
      times: all.length,
      unlisted,
      seoButForThat: unlisted ? Math.round(100 * (1 - others / (100 - lost))) : null,
    });
    say(`${name}: ${categories.map((category) => scores[category]).join(' ')}`);
  }
  report.lighthouse = verdicts;
  const seo = ({ scores, unlisted, seoButForThat }: (typeof verdicts)[number]): string =>
    unlisted ? `${seoButForThat} *` : String(scores.seo);
  console.log(
    `\n${markdownTable([['Lighthouse', 'performance', 'accessibility', 'best practices', 'SEO'], ...verdicts.map((verdict) => [`${verdict.name} \`${verdict.page}\``, String(verdict.scores.performance), String(verdict.scores.accessibility), String(verdict.scores['best-practices']), seo(verdict)])])}`,
  );
  console.log(
    `\n* These pages ask search engines not to list them, on purpose; their score is without the one audit (${ON_PURPOSE}) that wants them listed (with it: ${[...new Set(verdicts.filter(({ unlisted }) => unlisted).map(({ scores }) => scores.seo))].join(', ') || 'none'}). Performance below 100 is the median of three. Benchmark index ${median(verdicts.map(({ benchmarkIndex }) => benchmarkIndex)).toFixed(0)}.`,
  );
  const short = verdicts.flatMap(({ name, unlisted, shortfalls }) =>
    shortfalls.filter(({ audit: id }) => !unlisted || id !== ON_PURPOSE).map((each) => ({ name, ...each })),
  );
  console.log(
    short.length === 0
      ? '\nNo audit costs a point.'
      : `\n${markdownTable([['what costs points', 'audit', 'points', 'measured', 'where'], ...short.map(({ name, category, audit: id, points, measured, at }) => [name, `${category}: ${id}`, points.toFixed(1), measured, at.map((each) => `\`${each.replaceAll('|', '\\|')}\``).join(' ')])])}`,
  );
}

await site.close();
await browser.close();
if (values.json) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`);
