/**
 * `npm run bench`: how fast the whole site is built, built again and shown in dev, with how much memory and how many bytes a page has,
 * beside other generators on the same text in the same run. It measures and says so; nothing fails. Progress goes to stderr, the tables to stdout.
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
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { drawOgImage } from '../../src/postprocess/draw-og-image.ts';
import { launch } from '../support/browser.ts';
import { filesBelow, pageTypes } from '../support/dist.ts';
import { root } from '../support/run.ts';
import { freePort } from '../support/start.ts';
import { floorBytes, pageBytes, type PageBytes } from './bytes.ts';
import { writeCorpus, type Made } from './corpus.ts';
import { peerNames, plainPages, preparePeer, type Peer } from './peers.ts';
import { machine, markdownTable, median, start, stop, timed } from './timed.ts';

const sections = ['build', 'rebuild', 'dev', 'bytes', 'pictures'] as const;
type Section = (typeof sections)[number];

const usage = `npm run bench -- [options]
  --articles 1000       pages of the corpus; several sizes with commas are measured one after the other and compared
  --runs 3              how often each thing is measured, after one time that does not count
  --peers ${peerNames.join(',')}   or none
  --only ${sections.join(',')}
  --json file           the figures, with the machine they are from
  --keep                leave the corpus and the peers in ${tmpdir()} for the next run`;

const fail = (message: string): never => {
  console.error(`${message}\n${usage}`);
  process.exit(2);
};

const options = () => {
  try {
    const { values } = parseArgs({
      options: {
        articles: { type: 'string', default: '1000' },
        runs: { type: 'string', default: '3' },
        peers: { type: 'string', default: peerNames.join(',') },
        only: { type: 'string', default: sections.join(',') },
        json: { type: 'string' },
        keep: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    const number = (name: string, value: string): number =>
      /^[1-9]\d*$/.test(value) ? Number(value) : fail(`--${name}: a number above 0, not “${value}”.`);
    const from = <Name extends string>(name: string, value: string, names: readonly Name[]): Name[] =>
      value
        .split(',')
        .map((each) => names.find((known) => known === each) ?? fail(`--${name}: ${names.join(', ')}. “${each}”?`));
    if (values.help) {
      console.log(usage);
      process.exit(0);
    }
    return {
      sizes: values.articles.split(',').map((each) => number('articles', each)),
      runs: number('runs', values.runs),
      peers: values.peers === 'none' ? [] : from('peers', values.peers, peerNames),
      only: from('only', values.only, sections),
      json: values.json,
      keep: values.keep,
    };
  } catch (error) {
    return fail(error instanceof Error ? error.message : String(error));
  }
};

const { sizes, runs, peers: wantedPeers, only, json, keep } = options();
const has = (section: Section): boolean => only.includes(section);

const began = performance.now();
const say = (line: string): void =>
  console.error(`${((performance.now() - began) / 1000).toFixed(0).padStart(5)} s  ${line}`);

const work = keep ? path.join(tmpdir(), 'canh-bao-bench') : mkdtempSync(path.join(tmpdir(), 'canh-bao-bench-'));
mkdirSync(work, { recursive: true });

/** Pictures are kept between builds; those of pages that are made up here are not. */
const pictures = path.join(root, 'node_modules/.cache/share-images');
const picturesBefore = new Set(existsSync(pictures) ? filesBelow(pictures) : []);
/** What builds keep in the project, but for the pictures. */
const emptyCaches = (): void => {
  const caches = path.join(root, 'node_modules/.cache');
  const kept = existsSync(caches)
    ? readdirSync(caches)
        .filter((name) => name !== path.basename(pictures))
        .map((name) => path.join(caches, name))
    : [];
  for (const folder of [path.join(root, 'node_modules/.astro'), path.join(root, 'node_modules/.vite'), ...kept])
    rmSync(folder, { recursive: true, force: true });
};
process.on('exit', () => {
  if (keep) return;
  if (has('build') || has('rebuild')) emptyCaches();
  rmSync(work, { recursive: true, force: true });
  for (const file of existsSync(pictures) ? filesBelow(pictures) : [])
    if (!picturesBefore.has(file)) rmSync(path.join(pictures, file));
  // Astro's dev server keeps what it has read in the project.
  rmSync(path.join(root, '.astro/data-store.json'), { force: true });
});
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));

/** The same day for every run: which alerts are in force decides what is built. */
const EPOCH = String(Date.UTC(2026, 10, 24) / 1000);

/** Our site on some content, with caches of its own. */
class Site {
  readonly name = 'This site, all of it';
  readonly content: string;
  readonly output: string;
  /** In this run: what an earlier one kept may be of other sources. */
  built = false;
  readonly #cache: string;

  constructor(content: string, place: string) {
    this.content = content;
    this.output = path.join(place, 'site');
    this.#cache = path.join(place, 'cache');
  }

  get env(): Record<string, string> {
    return { CONTENT_DIR: this.content, OUT_DIR: this.output, CACHE_DIR: this.#cache, SOURCE_DATE_EPOCH: EPOCH };
  }

  /** Leaves nothing that an earlier build has kept, but for the pictures. */
  forget(): void {
    emptyCaches();
    for (const folder of [this.output, this.#cache]) rmSync(folder, { recursive: true, force: true });
  }

  async build() {
    const { output, ...run } = await timed(process.execPath, [path.join(root, 'src/publish/build.ts')], {
      cwd: root,
      env: this.env,
    });
    // The build tells each of its steps and, on the line below, the seconds it took.
    this.built = true;
    const steps = Object.fromEntries(
      [...output.matchAll(/^› (.+)\n(?:(?!›).*\n)*?\s+([\d.]+) s$/gm)].map(([, step, seconds]): [string, number] => [
        step!,
        Number(seconds),
      ]),
    );
    return { ...run, steps };
  }
}

interface Built {
  name: string;
  versions: Record<string, string>;
  seconds: number;
  range: [number, number];
  steps: Record<string, number>;
  treeBytes: number | null;
  processBytes: number | null;
}

type Run = Awaited<ReturnType<Peer['build']>>;

/** Builds everything in turn, `runs` times after one that does not count. */
const measureBuilds = async (site: Site, peers: readonly Peer[]): Promise<Built[]> => {
  const contestants = [
    { name: site.name, versions: {}, build: async (): Promise<Run> => (site.forget(), site.build()) },
    ...peers,
  ];
  const results = new Map<string, Run[]>(contestants.map(({ name }) => [name, []]));
  for (let round = 0; round <= runs; round++) {
    // Whoever goes first in one round goes last in the next.
    const order = contestants.map((_, index) => contestants[(index + round) % contestants.length]!);
    for (const { name, build } of order) {
      const run = await build();
      say(`  ${round === 0 ? 'warming up' : `run ${round} of ${runs}`}: ${name} ${run.seconds.toFixed(1)} s`);
      if (round > 0) results.get(name)!.push(run);
    }
  }
  return contestants.map(({ name, versions }): Built => {
    const all = results.get(name)!;
    const seconds = all.map((run) => run.seconds);
    const memory = (field: 'treeBytes' | 'processBytes'): number | null =>
      all.some((run) => run[field] === null) ? null : median(all.map((run) => run[field]!));
    return {
      name,
      versions,
      seconds: median(seconds),
      range: [Math.min(...seconds), Math.max(...seconds)],
      steps: Object.fromEntries(
        Object.keys(all[0]!.steps).map((step) => [step, median(all.map((run) => run.steps[step]!))]),
      ),
      treeBytes: memory('treeBytes'),
      processBytes: memory('processBytes'),
    };
  });
};

const edit = (file: string, change: (text: string) => string): void => {
  const before = readFileSync(file, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`${file} has nothing to edit.`);
  writeFileSync(file, after);
};

/** Adds a word to the first paragraph of a page. */
const addWord = (content: string, page: Made, word: string): void =>
  edit(path.join(content, page.kind, `${page.id}.mdx`), (text) =>
    text.replace(/^(---\n[^]*?\n---\n\n[^\n]+)/, `$1 ${word}.`),
  );

/** The figure that is corrected, in its release and in the passage that proves it. Pages of the corpus and of the site show it. */
const figure = {
  release: 'statistics/cao-bang-6-thang-dau-nam-2023.json',
  passage: 'sources/bao-cao-hoi-nghi-2023-07-21.json',
  value: 558,
};
const correctFigure = (content: string, from: number, to: number): void => {
  edit(path.join(content, figure.release), (text) => text.replace(`"value": ${from},`, `"value": ${to},`));
  edit(path.join(content, figure.passage), (text) => text.replace(`${from} tin, bài`, `${to} tin, bài`));
};

/** Files that two folders do not have in common, or that differ. Every file counts, packed copies too. */
const differences = (one: string, other: string): string[] => {
  const [here, there] = [one, other].map(
    (folder) =>
      new Set(
        readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
          statSync(path.join(folder, file)).isFile(),
        ),
      ),
  );
  const read = (folder: string, file: string): Buffer => readFileSync(path.join(folder, file));
  return [
    ...[...here!].filter((file) => !there!.has(file) || !read(one, file).equals(read(other, file))),
    ...[...there!].filter((file) => !here!.has(file)),
  ];
};

/** After one edit, with all that the build before has kept; and whether what comes out is what a build from nothing gives. */
const measureRebuilds = async (site: Site, made: readonly Made[], aside: string) => {
  const page = made[Math.floor(made.length / 2)]!;
  const edits: [string, (round: number) => void][] = [
    [
      'a figure that articles show',
      (round) => correctFigure(site.content, figure.value + round, figure.value + round + 1),
    ],
    ['one article', (round) => addWord(site.content, page, `Sửa lần ${round + 1}`)],
  ];
  say('  a build to start from');
  site.forget();
  const cold = await site.build();
  const results = [];
  for (const [what, make] of edits) {
    const seconds: number[] = [];
    for (let round = 0; round < runs; round++) {
      make(round);
      const run = await site.build();
      seconds.push(run.seconds);
      say(`  after an edit of ${what}: ${run.seconds.toFixed(1)} s`);
    }
    rmSync(aside, { recursive: true, force: true });
    cpSync(site.output, aside, { recursive: true });
    say('  the same content from nothing');
    site.forget();
    await site.build();
    const wrong = differences(aside, site.output);
    say(
      wrong.length === 0
        ? '  the same, byte for byte'
        : `  ${wrong.length} files DIFFER: ${wrong.slice(0, 10).join(', ')}`,
    );
    results.push({
      what,
      seconds: median(seconds),
      range: [Math.min(...seconds), Math.max(...seconds)],
      differing: wrong,
    });
  }
  rmSync(aside, { recursive: true, force: true });
  return { cold: cold.seconds, edits: results };
};

/** From a saved file to its words in the open page, in `npm run dev`. */
const measureDev = async (site: Site, made: readonly Made[]) => {
  const port = await freePort();
  const started = performance.now();
  const child = start('npm', ['run', 'dev'], { cwd: root, env: { ...site.env, PORT: String(port) } });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const page = made.find(({ kind }, index) => kind === 'articles' && index >= made.length / 2) ?? made[0]!;
  const address = `http://localhost:${port}/${page.kind === 'articles' ? 'bai-viet' : 'canh-bao'}/${page.id}/`;
  const answers = async (): Promise<boolean> => {
    try {
      return (await fetch(address)).ok;
    } catch {
      return false;
    }
  };
  const browser = await launch();
  try {
    while (!(await answers())) {
      if (child.exitCode !== null || performance.now() - started > 300_000)
        throw new Error(`npm run dev did not show ${address}:\n${said.slice(-2000)}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const first = (performance.now() - started) / 1000;
    const tab = await browser.newPage();
    // The moment is taken in the page: what drives the browser looks only now and then.
    await tab.addInitScript(() => {
      const look = (): void => {
        const found = [...(document.querySelector('main')?.textContent ?? '').matchAll(/saved-(\d+)/g)].at(-1);
        const times = window as unknown as { seen?: Record<string, number> };
        if (found) (times.seen ??= {})[found[1]!] ??= Date.now();
      };
      new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
    });
    await tab.goto(address);
    await tab.waitForLoadState('networkidle');
    const times: number[] = [];
    // The first edit finds nothing ready and is told apart.
    for (let round = 0; round <= Math.max(runs, 5); round++) {
      const saved = Date.now();
      addWord(site.content, page, `saved-${round}`);
      await tab.waitForFunction(
        (word) => (window as unknown as { seen?: Record<string, number> }).seen?.[word] !== undefined,
        String(round),
        { polling: 20, timeout: 120_000 },
      );
      const seen = await tab.evaluate(
        (word) => (window as unknown as { seen: Record<string, number> }).seen[word]!,
        String(round),
      );
      times.push(seen - saved);
      say(`  ${seen - saved} ms from the save to the page`);
      await tab.waitForLoadState('networkidle');
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    const [opening, ...rest] = times as [number, ...number[]];
    return {
      startSeconds: first,
      firstEdit: opening,
      edit: median(rest),
      range: [Math.min(...rest), Math.max(...rest)],
    };
  } finally {
    await browser.close();
    stop(child);
  }
};

/** Bytes of every type of page: with the site's own content alone, and with the corpus beside it. */
const measureBytes = async (site: Site, own: Site, peers: readonly Peer[], made: readonly Made[]) => {
  for (const each of [own, site]) if (!each.built) await each.build();
  const article = `/bai-viet/${made.find(({ kind }) => kind === 'articles')!.id}/`;
  const types = Object.entries(pageTypes).map(([type, page]) => {
    const [few, many] = [pageBytes(own.output, page), pageBytes(site.output, page)];
    return { type, page, ...many, floor: floorBytes(site.output, page), htmlOfOwnContent: few.html };
  });
  const sameText: { name: string; bytes: PageBytes }[] = [{ name: site.name, bytes: pageBytes(site.output, article) }];
  for (const each of peers) {
    if (!has('build')) await each.build();
    sameText.push({ name: each.name, bytes: pageBytes(each.output, article) });
  }
  return { types, article: { page: article, sameText, floor: floorBytes(site.output, article) } };
};

const measurePictures = async () => {
  const COUNT = 20;
  const card = (number: number) => ({
    label: 'Bài viết',
    title: `Ảnh thử số ${number}: hỏi gì trước khi nhận lời đi làm xa`,
    number: '111',
    answers: 'Tổng đài quốc gia bảo vệ trẻ em',
    site: 'Cảnh báo Cao Bằng',
    note: 'Trang thử nghiệm',
  });
  await drawOgImage(card(0));
  const started = performance.now();
  for (let number = 1; number <= COUNT; number++) await drawOgImage(card(number));
  return { milliseconds: (performance.now() - started) / COUNT };
};

interface Report {
  articles: number;
  words: number;
  notMeasured: string[];
  builds?: Built[];
  rebuilds?: Awaited<ReturnType<typeof measureRebuilds>>;
  dev?: Awaited<ReturnType<typeof measureDev>>;
  bytes?: Awaited<ReturnType<typeof measureBytes>>;
}

const host = machine();
const seconds = (number: number): string => `${number.toFixed(number < 10 ? 2 : 1)} s`;
const gigabytes = (bytes: number | null): string =>
  bytes === null ? 'not measured' : `${(bytes / 2 ** 30).toFixed(2)} GiB`;
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} KB`;
const range = ([least, most]: number[], digits: number): string => `${least!.toFixed(digits)}–${most!.toFixed(digits)}`;

const printBuilds = (builds: readonly Built[]): void => {
  const [ours] = builds;
  console.log(
    `\n${markdownTable([
      [
        `build from nothing, median of ${runs}`,
        'time',
        'range, s',
        'this site ÷ it',
        'most memory, all processes',
        'largest process',
      ],
      ...builds.map(({ name, versions, seconds: time, range: span, treeBytes, processBytes }) => [
        [
          name,
          Object.entries(versions)
            .map(([pack, version]) => `${pack} ${version}`)
            .join(', '),
        ]
          .filter(Boolean)
          .join(': '),
        seconds(time),
        range(span, 1),
        (ours!.seconds / time).toFixed(2),
        gigabytes(treeBytes),
        gigabytes(processBytes),
      ]),
    ])}`,
  );
  console.log(
    `\nSteps: ${builds
      .map(
        ({ name, steps }) =>
          `${name}: ${Object.entries(steps)
            .map(([step, time]) => `${step} ${seconds(time)}`)
            .join(', ')}`,
      )
      .join('; ')}.`,
  );
  console.log(
    'Memory is the sum of the resident sets of all processes at one moment, looked at every 0.2 s (more often in the first second); what processes share counts in each.',
  );
};

const printRebuilds = ({ cold, edits }: NonNullable<Report['rebuilds']>): void => {
  const verdict = (differing: readonly string[]): string =>
    differing.length === 0
      ? 'the same, byte for byte'
      : `${differing.length} files differ: ${differing.slice(0, 5).join(', ')}`;
  console.log(
    `\n${markdownTable([['build again, with what the build before has kept', 'median', 'range, s', 'against a build from nothing of the same content'], ...edits.map(({ what, seconds: time, range: span, differing }) => [`after an edit of ${what}`, seconds(time), range(span, 1), verdict(differing)]), ['from nothing, once', seconds(cold), '', '']])}`,
  );
};

const printDev = ({ startSeconds, firstEdit, edit: later, range: span }: NonNullable<Report['dev']>): void =>
  console.log(
    `\n${markdownTable([
      ['npm run dev', ''],
      ['from the command to the first page', seconds(startSeconds)],
      ['from the first save to the page', `${firstEdit} ms`],
      ['from a later save to the page, median', `${later.toFixed(0)} ms (${range(span, 0)})`],
    ])}`,
  );

const printBytes = (articles: number, { types, article }: NonNullable<Report['bytes']>): void => {
  console.log(
    `\n${markdownTable([['the same article, brotli', 'HTML', 'CSS + JS blocking', 'all JS'], ...article.sameText.map(({ name, bytes: own }) => [name, kilobytes(own.html), kilobytes(own.blocking), kilobytes(own.scripts)]), ['its text as bare HTML', kilobytes(article.floor), '0', '0']])}`,
  );
  console.log(
    `\n${markdownTable([['page, brotli', 'HTML', `HTML without the ${articles} pages`, 'CSS + JS blocking', 'all JS', 'its text as bare HTML'], ...types.map((page) => [`${page.type} \`${page.page}\``, kilobytes(page.html), kilobytes(page.htmlOfOwnContent), kilobytes(page.blocking), kilobytes(page.scripts), kilobytes(page.floor)])])}`,
  );
};

/** The site as it is, without a corpus. */
const own = new Site(path.join(root, 'content'), path.join(work, 'own'));
const reports: Report[] = [];
let picture: { milliseconds: number } | undefined;
/** After each part: a run that is broken off has not been in vain. */
const save = (): void => {
  if (json)
    writeFileSync(
      json,
      `${JSON.stringify({ machine: host, runs, reports, ...(picture ? { picture } : {}) }, null, 2)}\n`,
    );
};

const measure = async (articles: number): Promise<void> => {
  say(`A corpus of ${articles} pages`);
  const content = path.join(work, `content-${articles}`);
  const made = writeCorpus(content, articles);
  const site = new Site(content, path.join(work, `ours-${articles}`));
  const report: Report = {
    articles,
    words: Math.round(made.reduce((sum, { words }) => sum + words, 0) / made.length),
    notMeasured: [],
  };
  reports.push(report);
  console.log(`\n### ${report.articles} pages, ${report.words} words each on average`);
  const peers: Peer[] = [];
  if (wantedPeers.length > 0 && (has('build') || has('bytes'))) {
    const pages = plainPages(content);
    for (const name of wantedPeers) {
      say(`Preparing ${name}`);
      const prepared = preparePeer(name, path.join(work, 'peers'), pages);
      if (typeof prepared === 'string') {
        console.log(`\n${prepared}`);
        report.notMeasured.push(prepared);
      } else peers.push(prepared);
    }
  }
  if (has('build')) {
    say('Building from nothing');
    printBuilds((report.builds = await measureBuilds(site, peers)));
    save();
  }
  if (has('bytes')) {
    say('Bytes');
    printBytes(articles, (report.bytes = await measureBytes(site, own, peers, made)));
    save();
  }
  // They edit the corpus, so they come last.
  if (has('rebuild')) {
    say('Building again after an edit');
    printRebuilds((report.rebuilds = await measureRebuilds(site, made, path.join(work, 'aside'))));
    save();
  }
  if (has('dev')) {
    say('Editing in npm run dev');
    printDev((report.dev = await measureDev(site, made)));
    save();
  }
  if (!keep)
    for (const folder of [content, path.dirname(site.output)]) rmSync(folder, { recursive: true, force: true });
};

console.log(`${host.cores} × ${host.processor}, ${host.memoryGigabytes} GB, ${host.system}, Node ${host.node}`);
for (const articles of sizes) await measure(articles);
const [smallest, ...larger] = reports;
for (const report of larger) {
  if (!smallest?.builds || !report.builds) continue;
  console.log(
    `\n${report.articles} pages cost ${(report.builds[0]!.seconds / smallest.builds[0]!.seconds).toFixed(2)} × what ${smallest.articles} cost (${(report.articles / smallest.articles).toFixed(1)} × as many).`,
  );
}
if (has('pictures')) {
  say('Drawing share images');
  picture = await measurePictures();
  console.log(
    `\nA share image costs ${picture.milliseconds.toFixed(0)} ms to draw when it is new, one after the other; builds that are timed find theirs drawn.`,
  );
  save();
}
