/** The last step of a build: lists the warning pack and writes the service worker. Pages must not change after it. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { AstroIntegration } from 'astro';
import { build } from 'esbuild';
import { alternates, packManifestPath, paths } from '../i18n/index.ts';
import { site } from '../site.ts';
import type { BundleFile, BundleManifest } from './page-cache.ts';
import { defaultTimeouts, type WorkerSettings } from './worker.ts';

/**
 * Pages that would tell whoever holds the device that help was sought, and what was searched for.
 * Without a network the page with all numbers stands in for them.
 */
const neverCache = [paths.help, paths.check, paths.search, paths.noNetwork].flatMap((address) => [
  address,
  ...alternates(address).flatMap(({ locale, path: other }) => (locale === 'vi' ? [] : [other])),
]);

/** Frames of other sites, which answer for themselves. */
const passThrough = ['/nhung/'];

/** Pages of the pack that hold lists, the first page of each. Pages of filters and copies for print are other views of the same. */
const packLists = [paths.home, paths.alerts, paths.articles, paths.conferences];
/** What the lists lead to: as many entries as they show, however many the site has. */
const packEntry = new RegExp(`^(?:${[paths.alerts, paths.articles, paths.conferences].join('|')})[a-z0-9-]+/$`);
const packPages = [...packLists, paths.hotlines, paths.glossary, paths.search];

/** The largest search index, over the wire, that a pack may hold; without it the search page says that it needs the network. */
const MOST_INDEX_BYTES = 3_000_000;

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => file.split(path.sep).join('/'))
    // Not what is packed for servers.
    .filter((file) => /\.(?!br$|gz$)[^/.]+$/.test(file));

const read = (folder: string, file: string): Buffer => readFileSync(path.join(folder, file));
const under = (address: string): string => `${site.base}${address.slice(1)}`;
const hash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex').slice(0, 24);

/** Scripts and styles that files need, and those that these need, by their names below the folder. */
const assetsOf = (folder: string, files: readonly string[]): string[] => {
  const found = new Set<string>();
  const look = (file: string): void => {
    for (const [, name] of read(folder, file)
      .toString()
      .matchAll(/(?:_astro\/|["'`]\.\/)([\w.-]+\.(?:js|css))/g)) {
      const asset = `_astro/${name!}`;
      if (found.has(asset) || !existsSync(path.join(folder, asset))) continue;
      found.add(asset);
      look(asset);
    }
  };
  files.forEach(look);
  return [...found].sort();
};

/** What a file costs over the wire. Servers compress text; the pieces of the index are compressed already. */
const wireBytes = (file: string, bytes: Buffer): number =>
  /\.(?:html|js|css|json|svg|txt|pagefind)$/.test(file) ? gzipSync(bytes).length : bytes.length;

/** The warning pack of a built site. */
export const packOf = (folder: string): BundleManifest => {
  const fileOf = (address: string): string => `${address.slice(1)}index.html`;
  const lists = packLists.map(fileOf).filter((file) => existsSync(path.join(folder, file)));
  const linked = lists.flatMap((file) =>
    Array.from(
      read(folder, file)
        .toString()
        .matchAll(/ href="([^"#?]+)"/g),
      ([, target]) => `/${target!.slice(site.base.length)}`,
    ),
  );
  const pages = [...new Set([...packPages, ...linked.filter((address) => packEntry.test(address))].map(fileOf))].filter(
    (file) => existsSync(path.join(folder, file)),
  );
  const packed = (file: string): BundleFile => {
    const bytes = read(folder, file);
    return { path: under(`/${file.replace(/index\.html$/, '')}`), hash: hash(bytes), bytes: wireBytes(file, bytes) };
  };
  const index = filesIn(path.join(folder, 'pagefind')).map((file) => packed(`pagefind/${file}`));
  const listed = [
    ...[...pages, ...assetsOf(folder, pages)].map(packed),
    ...(index.reduce((sum, { bytes }) => sum + bytes, 0) <= MOST_INDEX_BYTES ? index : []),
  ].sort((a, b) => (a.path < b.path ? -1 : 1));
  return { files: listed };
};

/** Writes the bundle manifest and the service worker into a built site. Tests give the worker shorter timeouts. */
export const writeOffline = async (
  folder: string,
  timeouts = defaultTimeouts,
): Promise<{ packBytes: number; workerBytes: number }> => {
  const pack = packOf(folder);
  writeFileSync(path.join(folder, packManifestPath.slice(1)), JSON.stringify(pack));
  const fallback = `${paths.noNetwork.slice(1)}index.html`;
  const settings: WorkerSettings = {
    base: site.base,
    neverCache: neverCache.map(under),
    passThrough: passThrough.map(under),
    fallback: under(paths.noNetwork),
    manifest: under(packManifestPath),
    precache: [
      { url: under(paths.noNetwork), revision: hash(read(folder, fallback)) },
      ...assetsOf(folder, [fallback]).map((asset) => ({ url: under(`/${asset}`), revision: null })),
    ],
    timeouts,
  };
  const outfile = path.join(folder, 'sw.js');
  await build({
    entryPoints: [fileURLToPath(new URL('./worker.client.ts', import.meta.url))],
    outfile,
    bundle: true,
    minify: true,
    format: 'iife',
    target: ['chrome87', 'safari14.1'],
    legalComments: 'none',
    logLevel: 'error',
    define: { SETTINGS: JSON.stringify(settings), 'process.env.NODE_ENV': '"production"' },
  });
  return {
    packBytes: pack.files.reduce((sum, { bytes }) => sum + bytes, 0),
    workerBytes: readFileSync(outfile).length,
  };
};

/** Adds the worker and the warning pack to a finished site. Stands after whatever else writes pages or the search index. */
export const offline = (): AstroIntegration => ({
  name: 'offline',
  hooks: {
    'astro:build:done': async ({ dir, logger }) => {
      const { packBytes, workerBytes } = await writeOffline(fileURLToPath(dir));
      logger.info(`worker ${workerBytes} bytes, pack ${Math.ceil(packBytes / 1000)} KB`);
    },
  },
});
