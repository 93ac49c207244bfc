/** Whole sites of other content or settings than the project's own. Each is built at most once a run, by the first test file that asks for it. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inject } from 'vitest';
import type { Observation, Revision } from '../../src/schema/index.ts';
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
export const [FEW, MANY] = [60, 120];

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

/** A change from one single number to another. */
type NumberRevision = Revision & { from: number; to: number };

interface WrittenRelease {
  publishedAt: string;
  source: string;
  observations: (Pick<Observation, 'indicator' | 'quote'> & { value: number; revisions?: NumberRevision[] })[];
}
interface WrittenSource {
  quotes?: Record<string, string>;
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const changeJson = (file: string, change: (data: never) => void): void => {
  const data = readJson(file) as never;
  change(data);
  writeFileSync(file, JSON.stringify(data, null, 2));
};

/** All releases of statistics of the project. */
export const releases = readdirSync(path.join(root, 'content/statistics')).map((name) => ({
  id: name.replace('.json', ''),
  data: readJson(path.join(root, 'content/statistics', name)) as WrittenRelease,
}));

/** An observation that stands alone in its quote and was published on a day, so that a change of it changes nothing else. */
export const changedFigure = releases
  .filter(({ data }) => /^\d{4}-\d\d-\d\d$/.test(data.publishedAt))
  .flatMap(({ id, data }) => data.observations.map((observation) => ({ id, data, observation })))
  .find(({ data, observation }) => {
    const { quotes } = readJson(path.join(root, `content/sources/${data.source}.json`)) as WrittenSource;
    const stated = quotes?.[observation.quote]?.match(new RegExp(`(?<![\\d.,])${observation.value} vụ`, 'g'));
    return (
      observation.revisions === undefined &&
      observation.value > 9 &&
      observation.value < 900 &&
      stated?.length === 1 &&
      !('corroboratedBy' in observation)
    );
  })!;
const first = changedFigure.observation.value;
/** What became of it: a correction, then a revision. */
export const revisions: [correction: NumberRevision, revision: NumberRevision] = [
  { date: '2026-05-04', kind: 'correction', from: first, to: first + 1, reason: 'Đếm thiếu một vụ.' },
  { date: '2026-09-01', kind: 'revision', from: first + 1, to: first + 2, reason: 'Theo báo cáo cả năm.' },
];

const alertFiles = readdirSync(path.join(root, 'content/alerts'));
const lastDays = alertFiles.map(
  (file) => /^expiresAt: (\S+)$/m.exec(readFileSync(path.join(root, 'content/alerts', file), 'utf8'))![1]!,
);
/** The last day of the project's first alert to expire, and the alerts that expire with it. */
export const firstLastDay = [...lastDays].sort()[0]!;
export const firstToExpire = alertFiles
  .filter((_file, index) => lastDays[index] === firstLastDay)
  .map((file) => file.replace('.mdx', ''));

/** A page of an earlier build, of which the content of `small` knows nothing. */
export const stalePage = 'canh-bao/da-bo/index.html';

const recipes = {
  /**
   * The valid content, below a path, and with it an alert that was withdrawn on the day it was published and titles that break what
   * is built without care. In the output folder stands a page of an earlier build.
   */
  small: {
    prepare: (content, out) => {
      mkdirSync(path.join(out, path.dirname(stalePage)), { recursive: true });
      writeFileSync(path.join(out, stalePage), 'x');
      for (const folder of [valid, path.join(root, 'tests/content/awkward')])
        cpSync(folder, content, { recursive: true });
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
  /** The project’s content below a path, with one figure changed twice, on the day after the last day of some alerts. */
  corrected: {
    prepare: (content) => {
      cpSync(path.join(root, 'content'), content, { recursive: true });
      const { id, data, observation } = changedFigure;
      const last = revisions[1].to;
      changeJson(path.join(content, `statistics/${id}.json`), ({ observations }: WrittenRelease) => {
        Object.assign(
          observations.find(({ indicator }) => indicator === observation.indicator)!,
          {
            value: last,
            revisions,
          },
        );
      });
      changeJson(path.join(content, `sources/${data.source}.json`), ({ quotes }: WrittenSource) => {
        quotes![observation.quote] = quotes![observation.quote]!.replace(`${first} vụ`, `${last} vụ`);
      });
    },
    env: {
      SITE_BASE: '/thu/',
      SITE_URL: 'https://vidu.example',
      SOURCE_DATE_EPOCH: String(Number(noonOf(firstLastDay)) + 24 * 3600),
    },
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
  const env = { ...recipe.env, CONTENT_DIR: content, OUT_DIR: out, CACHE_DIR: path.join(work, 'cache') };
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
