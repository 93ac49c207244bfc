/** Other generators on the same text: what they are given, and how each builds it. They are installed into a temporary folder, never into this project. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { loadContent, type ContentEntry } from '../../src/content-loader/index.ts';
import { sentence, valueText, type Figure } from '../../src/figures/index.ts';
import { entryPath, t } from '../../src/i18n/index.ts';
import type { Data, CollectionName } from '../../src/schema/index.ts';
import { root } from '../support/run.ts';
import { timed } from './timed.ts';

/** A page in plain Markdown with the words that it has on our site. */
export interface PlainPage {
  /** `bai-viet/cach-bao-tin`. */
  path: string;
  title: string;
  description: string;
  markdown: string;
}

const isKind = <K extends CollectionName>(entry: ContentEntry, kind: K): entry is ContentEntry & ContentEntry<K> =>
  entry.kind === kind;

/** Every article and alert of a content folder in plain Markdown: our tags give way to the words that a reader sees in their place. */
export const plainPages = (folder: string): PlainPage[] => {
  const { entries } = loadContent(folder);
  const byId = <K extends CollectionName>(kind: K): Map<string, Data<K>> =>
    new Map(entries.flatMap((entry) => (isKind(entry, kind) ? [[entry.id, entry.data as Data<K>]] : [])));
  const [sources, hotlines, indicators, statistics] = [
    byId('sources'),
    byId('hotlines'),
    byId('indicators'),
    byId('statistics'),
  ];
  const figureOf = (address: string): Figure => {
    const [releaseId, indicatorId] = address.split('/') as [string, string];
    const release = statistics.get(releaseId)!;
    const observation = release.observations.find(({ indicator }) => indicator === indicatorId)!;
    const source = sources.get(release.source)!;
    return {
      indicatorId,
      indicator: indicators.get(indicatorId)!,
      releaseId,
      release,
      observation,
      sourceId: release.source,
      source,
      quote: source.quotes[observation.quote]!,
    };
  };
  const hotline = (id: string): string => `${hotlines.get(id)!.display} ${hotlines.get(id)!.answers.vi}`;
  const words = (body: string): string =>
    body
      .replace(/^<Figure of="([^"]+)"[^>]*>$/gm, (_, of: string) => sentence(figureOf(of)))
      .replace(/<Figure of="([^"]+)"[^>]*>/g, (_, of: string) => valueText(figureOf(of)))
      .replace(/<Hotline id="([^"]+)"[^>]*>/g, (_, id: string) => hotline(id))
      .replace(
        /<Quote of="([^/]+)\/([^"]+)"[^>]*>/g,
        (_, source: string, name: string) =>
          `> “${sources.get(source)!.quotes[name]!}”\n\n${t('quote.source')}: ${sources.get(source)!.title}`,
      )
      .replace(/<Term id="[^"]+">|<\/Term>/g, '')
      .replace(
        /<Warning title="([^"]+)">|<Details summary="([^"]+)">/g,
        (_, title?: string, summary?: string) => `**${title ?? summary ?? ''}**`,
      )
      .replaceAll('<Do>', `**${t('do.title')}**`)
      .replaceAll('<Dont>', `**${t('dont.title')}**`)
      .replace(/^<\/?[A-Z][A-Za-z]*>$/gm, '')
      .replace(/\n{3,}/g, '\n\n');
  const list = (lines: readonly string[]): string => lines.map((line) => `- ${line}`).join('\n');
  return entries.flatMap((entry): PlainPage[] => {
    const isArticle = isKind(entry, 'articles');
    if (!isArticle && !isKind(entry, 'alerts')) return [];
    const { title, summary, sources: named } = entry.data;
    const before = isArticle
      ? [list(entry.data.keyPoints)]
      : [
          list(entry.data.redFlags),
          list(Object.values(entry.data.doNow)),
          list(entry.data.dont),
          list(entry.data.ifVictim),
        ];
    const body = readFileSync(path.join(folder, entry.file), 'utf8')
      .split('\n')
      .slice(entry.bodyLine - 1)
      .join('\n');
    const after = [list(entry.data.hotlines.map(hotline)), list(named.map((id) => sources.get(id)!.title))];
    return [
      {
        path: entryPath(entry.kind, entry.id)!.replace(/^\/|\/$/g, ''),
        title,
        description: summary,
        markdown: [summary, ...before, words(body).trim(), ...after].join('\n\n'),
      },
    ];
  });
};

/** A way to build the pages, without what is kept from an earlier time. */
export interface Peer {
  name: string;
  versions: Record<string, string>;
  /** Seconds of each step, and memory over all of them. */
  build: () => Promise<{
    steps: Record<string, number>;
    seconds: number;
    treeBytes: number | null;
    processBytes: number | null;
  }>;
  /** Folder of the finished site. */
  output: string;
}

const ELEVENTY = '3.1.8';
const STARLIGHT = '0.42.4';

const packageVersion = (folder: string, name: string): string =>
  (JSON.parse(readFileSync(path.join(folder, 'node_modules', name, 'package.json'), 'utf8')) as { version: string })
    .version;

/** The version that this project uses of a package: a peer is not to be held back by an older one. */
const ours = (name: string): string => packageVersion(root, name);

const write = (file: string, text: string): void => {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
};

const install = (folder: string, packages: Record<string, string>): void => {
  const wanted = `${JSON.stringify({ private: true, type: 'module', dependencies: packages }, null, 2)}\n`;
  const manifest = path.join(folder, 'package.json');
  if (
    existsSync(path.join(folder, 'node_modules')) &&
    existsSync(manifest) &&
    readFileSync(manifest, 'utf8') === wanted
  )
    return;
  write(manifest, wanted);
  const { status, stderr } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error(`npm install failed in ${folder}:\n${stderr}`);
};

const frontMatter = (fields: Record<string, string>): string =>
  `---\n${Object.entries(fields)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
    .join('\n')}\n---\n\n`;

const bare = (title: string, description: string, content: string): string =>
  `<!doctype html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n<title>${title}</title>\n<meta name="description" content="${description}">\n</head>\n<body>\n<main data-pagefind-body>\n<h1>${title}</h1>\n${content}\n</main>\n</body>\n</html>\n`;

type Step = [name: string, command: string, args: string[]];

const peer = (
  name: string,
  folder: string,
  versions: Record<string, string>,
  output: string,
  kept: readonly string[],
  steps: readonly Step[],
): Peer => ({
  name,
  versions,
  output: path.join(folder, output),
  build: async () => {
    for (const each of [output, ...kept]) rmSync(path.join(folder, each), { recursive: true, force: true });
    const done: [string, Awaited<ReturnType<typeof timed>>][] = [];
    for (const [step, command, args] of steps) done.push([step, await timed(command, args, { cwd: folder })]);
    const most = (field: 'treeBytes' | 'processBytes'): number | null =>
      done.some(([, run]) => run[field] === null) ? null : Math.max(...done.map(([, run]) => run[field]!));
    return {
      steps: Object.fromEntries(done.map(([step, run]) => [step, run.seconds])),
      seconds: done.reduce((sum, [, run]) => sum + run.seconds, 0),
      treeBytes: most('treeBytes'),
      processBytes: most('processBytes'),
    };
  },
});

const pagefindStep = (pagefind: string, site: string): Step => [
  'Pagefind',
  process.execPath,
  [path.join(pagefind, 'node_modules/pagefind/lib/runner/bin.cjs'), '--site', site],
];

const eleventy = (folder: string, pages: readonly PlainPage[]): Peer => {
  install(folder, { '@11ty/eleventy': ELEVENTY, pagefind: ours('pagefind') });
  rmSync(path.join(folder, 'content'), { recursive: true, force: true });
  write(
    path.join(folder, 'eleventy.config.js'),
    `export default () => ({ dir: { input: 'content', output: '_site' } });\n`,
  );
  write(
    path.join(folder, 'content/_includes/page.njk'),
    bare('{{ title }}', '{{ description }}', '{{ content | safe }}'),
  );
  for (const { path: place, title, description, markdown } of pages)
    write(
      path.join(folder, 'content', `${place}.md`),
      `${frontMatter({ layout: 'page.njk', title, description, permalink: `/${place}/` })}${markdown}\n`,
    );
  const steps: Step[] = [
    ['build', process.execPath, [path.join(folder, 'node_modules/@11ty/eleventy/cmd.cjs'), '--quiet']],
    pagefindStep(folder, '_site'),
  ];
  return peer(
    'Eleventy, bare layout, + Pagefind',
    folder,
    { '@11ty/eleventy': ELEVENTY, pagefind: ours('pagefind') },
    '_site',
    ['.cache'],
    steps,
  );
};

const starlight = (folder: string, pages: readonly PlainPage[]): Peer => {
  const packages = { astro: ours('astro'), '@astrojs/starlight': STARLIGHT, sharp: ours('sharp') };
  install(folder, packages);
  rmSync(path.join(folder, 'src/content'), { recursive: true, force: true });
  // Its sidebar names every page unless told otherwise: each page would grow with their number. Ours has no such list.
  write(
    path.join(folder, 'astro.config.mjs'),
    `import { defineConfig } from 'astro/config';\nimport starlight from '@astrojs/starlight';\nexport default defineConfig({ site: 'https://example.com', integrations: [starlight({ title: 'Starlight', locales: { root: { label: 'Tiếng Việt', lang: 'vi' } }, sidebar: [{ label: 'Trang chủ', link: '/' }] })] });\n`,
  );
  write(
    path.join(folder, 'src/content.config.ts'),
    `import { defineCollection } from 'astro:content';\nimport { docsLoader } from '@astrojs/starlight/loaders';\nimport { docsSchema } from '@astrojs/starlight/schema';\nexport const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };\n`,
  );
  write(path.join(folder, 'src/content/docs/index.md'), `${frontMatter({ title: 'Trang chủ' })}Trang chủ.\n`);
  for (const { path: place, title, description, markdown } of pages)
    write(path.join(folder, 'src/content/docs', `${place}.md`), `${frontMatter({ title, description })}${markdown}\n`);
  return peer(
    'Starlight, stock, with its Pagefind',
    folder,
    packages,
    'dist',
    ['.astro', 'node_modules/.astro', 'node_modules/.vite'],
    [['build', process.execPath, [path.join(folder, 'node_modules/astro/bin/astro.mjs'), 'build']]],
  );
};

/** The version of the `hugo` of this machine, or null where it has none. */
const hugoVersion = (): string | null => {
  const { status, stdout } = spawnSync('hugo', ['version'], { encoding: 'utf8' });
  return status === 0 ? (/v(\d[^\s+-]*)/.exec(stdout)?.[1] ?? stdout.trim()) : null;
};

const hugo = (folder: string, pages: readonly PlainPage[]): Peer | string => {
  const version = hugoVersion();
  if (version === null) return 'Hugo was not measured: there is no `hugo` on the PATH (Debian: apt-get install hugo).';
  install(folder, { pagefind: ours('pagefind') });
  rmSync(path.join(folder, 'content'), { recursive: true, force: true });
  write(
    path.join(folder, 'config.toml'),
    `baseURL = "https://example.com/"\nlanguageCode = "vi"\ntitle = "Hugo"\ndisableKinds = ["home", "section", "taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"]\n`,
  );
  write(
    path.join(folder, 'layouts/_default/single.html'),
    bare('{{ .Title }}', '{{ .Description }}', '{{ .Content }}'),
  );
  for (const { path: place, title, description, markdown } of pages)
    write(path.join(folder, 'content', `${place}.md`), `${frontMatter({ title, description })}${markdown}\n`);
  return peer(
    'Hugo, bare layout, + Pagefind',
    folder,
    { hugo: version, pagefind: ours('pagefind') },
    'public',
    ['resources', '.hugo_build.lock'],
    [['build', 'hugo', ['--quiet']], pagefindStep(folder, 'public')],
  );
};

const makers = { eleventy, starlight, hugo };
export const peerNames = Object.keys(makers) as (keyof typeof makers)[];

/** Installs and fills a peer below `folder`. A sentence instead says why it cannot be measured here. */
export const preparePeer = (
  name: (typeof peerNames)[number],
  folder: string,
  pages: readonly PlainPage[],
): Peer | string => makers[name](path.join(folder, name), pages);
