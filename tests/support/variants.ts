/** Whole sites of other content or settings than the project's own. Each is built at most once a run, by the first test file that asks for it. */
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inject } from 'vitest';
import type { Revision } from '../../src/schema/index.ts';
import { edit, valid } from './content.ts';
import { node, root, type Outcome } from './run.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A folder for the variants of this run. */
    variants: string;
  }
}

export interface Variant {
  /** The content it was built of. */
  content: string;
  /** The built site. */
  out: string;
  /** Settings of the build, to build into the same place again. */
  env: Record<string, string>;
  built: Outcome;
}

interface Recipe {
  /** Lays out the content, and what stands in the output folder before. */
  prepare: (content: string, out: string) => void;
  env: Record<string, string>;
}

/** `SOURCE_DATE_EPOCH` of noon of a day in Vietnam. */
const noonOf = (day: string): string => String(Date.parse(`${day}T12:00:00+07:00`) / 1000);

/** How many copies of an entry the long lists hold besides what is there: in one topic, in another, and of an alert. */
export const [FEW, MANY] = [51, 101];

/** Copies of an entry that differ in name only. */
const copies = (
  content: string,
  kind: 'articles' | 'alerts',
  of: string,
  count: number,
  from: number,
  change: (text: string) => string = (text) => text,
): void => {
  const text = readFileSync(path.join(content, kind, `${of}.mdx`), 'utf8');
  for (let number = from; number < from + count; number++) {
    const named = change(text).replace(/^title: (.*)$/m, `title: $1 ${number}`);
    writeFileSync(path.join(content, kind, `${of}-${/^topic: (.*)$/m.exec(named)?.[1] ?? 'x'}-${number}.mdx`), named);
  }
};

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));

/** A change from one single number to another. */
type NumberRevision = Revision & { from: number; to: number };

/** The figure of the valid content that is changed in `small`, and what became of it: a correction, then a revision. */
export const changedFigure = { indicator: 'so-vu', release: 'nua-dau-2023', publishedAt: '2023-07-21' };
export const revisions: [correction: NumberRevision, revision: NumberRevision] = [
  { date: '2026-05-04', kind: 'correction', from: 5, to: 6, reason: 'Đếm thiếu một vụ.' },
  { date: '2026-09-01', kind: 'revision', from: 6, to: 7, reason: 'Theo báo cáo cả năm.' },
];

/** A page of an earlier build, of which the content of `small` knows nothing. */
export const stalePage = 'canh-bao/da-bo/index.html';

const recipes = {
  /**
   * The valid content, below a path, and with it an alert that was withdrawn on the day it was published, titles that break what is built
   * without care, and a figure that was changed twice. In the output folder stands a page of an earlier build.
   */
  small: {
    prepare: (content, out) => {
      mkdirSync(path.join(out, path.dirname(stalePage)), { recursive: true });
      writeFileSync(path.join(out, stalePage), 'x');
      for (const folder of [valid, path.join(root, 'tests/content/awkward')])
        cpSync(folder, content, { recursive: true });
      const file = path.join(content, `statistics/${changedFigure.release}.json`);
      const release = readJson(file) as { observations: { indicator: string }[] };
      const figure = release.observations.find(({ indicator }) => indicator === changedFigure.indicator)!;
      Object.assign(figure, { value: revisions[1].to, revisions });
      writeFileSync(file, JSON.stringify(release, null, 2));
      edit(content, 'sources/bao-cao-2023.json', '05 vụ', `0${revisions[1].to} vụ`);
    },
    env: {
      SITE_BASE: '/cb',
      SITE_URL: 'https://x.example',
      SOURCE_DATE_EPOCH: '1796083200',
      // Names that machines give to other things; Vite would take them for its own.
      BASE_URL: '/elsewhere/',
      SITE: 'https://elsewhere.example',
    },
  },
  /** Lists of several pages, figures of every form, one alert withdrawn and one changed, and the web editor. */
  busy: {
    prepare: (content) => {
      for (const folder of [valid, path.join(root, 'tests/content/forms')])
        cpSync(folder, content, { recursive: true });
      const topic = (name: string) => (text: string) => text.replace('topic: ho-tro', `topic: ${name}`);
      copies(content, 'articles', 'cach-bao-tin', FEW, 100, topic('phap-luat'));
      copies(content, 'articles', 'cach-bao-tin', MANY, 400, topic('lua-dao'));
      copies(content, 'alerts', 'gia-danh-cong-an', FEW, 100);
      edit(
        content,
        'alerts/doa-khoa-sim.mdx',
        'sources:',
        'withdrawn:\n  date: 2026-12-01\n  reason: Nhà mạng cho biết đợt lừa này đã chấm dứt.\nsources:',
      );
      edit(
        content,
        'alerts/gia-danh-cong-an.mdx',
        'publishedAt: 2026-11-20',
        'publishedAt: 2026-11-20\nupdatedAt: 2026-12-05',
      );
    },
    env: { ADMIN: '1', SOURCE_DATE_EPOCH: noonOf('2026-12-10') },
  },
} satisfies Record<string, Recipe>;

/** Test files run side by side: the one that makes the folder builds, the others wait for its outcome. */
export const variant = async (name: keyof typeof recipes): Promise<Variant> => {
  const work = path.join(inject('variants'), name);
  const [content, out, outcome] = ['content', 'out', 'outcome.json'].map((part) => path.join(work, part)) as [
    string,
    string,
    string,
  ];
  const recipe: Recipe = recipes[name];
  const env = {
    // Precompressed copies are looked at in the project’s own site: they take a third of a build.
    PRECOMPRESS: '0',
    ...recipe.env,
    CONTENT_DIR: content,
    OUT_DIR: out,
    CACHE_DIR: path.join(work, 'cache'),
  };
  // Only one of them can make it.
  let mine = true;
  try {
    mkdirSync(work);
  } catch {
    mine = false;
  }
  if (mine) {
    mkdirSync(content);
    let built: Outcome;
    try {
      recipe.prepare(content, out);
      built = node(['src/publish/build.ts'], env);
    } catch (error) {
      built = { code: 1, out: String(error) };
    }
    // Whole at once: who waits may look at any moment.
    writeFileSync(`${outcome}.part`, JSON.stringify(built));
    renameSync(`${outcome}.part`, outcome);
  }
  while (!existsSync(outcome)) await wait(100);
  return { content, out, env, built: readJson(outcome) as Outcome };
};

/** As `variant`, for tests that only read the site. @throws what the build printed, where it failed. */
export const builtVariant = async (name: keyof typeof recipes): Promise<Variant> => {
  const made = await variant(name);
  if (made.built.code !== 0) throw new Error(made.built.out);
  return made;
};
