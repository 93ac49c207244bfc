/** What the site offers for reading offline: the manifest of the bundle that readers may save, and the service worker. */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { parse } from 'node-html-parser';
import { alternates, packManifestPath, paths } from '../i18n/index.ts';
import type { BundleFile, BundleManifest } from '../offline/page-cache.ts';
import { defaultTimeouts, type WorkerSettings } from '../offline/worker.ts';
import { filesBelow, isCompressedCopy } from '../site-files.ts';
import { site } from '../site.ts';

/**
 * Pages that the worker never caches for having been read: they would tell whoever holds the device that help was sought, and what was
 * searched for. Offline, the page with all hotlines stands in for them.
 */
const neverCache = [paths.help, paths.check, paths.search, paths.noNetwork].flatMap((address) => [
  address,
  ...alternates(address).flatMap(({ locale, path: other }) => (locale === 'vi' ? [] : [other])),
]);

/** Frames of other sites, which the worker leaves alone. */
const passThrough = ['/nhung/'];

/** Lists in the bundle, the first page of each. Pages of filters and copies for print are other views of the same. */
const bundleLists = [paths.home, paths.alerts, paths.articles, paths.conferences];
/** Pages that the lists lead to: as many entries as they show, however many the site has. */
const bundleEntry = new RegExp(`^(?:${[paths.alerts, paths.articles, paths.conferences].join('|')})[a-z0-9-]+/$`);
const bundlePages = [...bundleLists, paths.hotlines, paths.banks, paths.glossary, paths.search];

/** The largest search index, in bytes over the wire, that a bundle may hold; without it the search page says that it needs the network. */
const MAX_INDEX_BYTES = 3_000_000;

const read = (folder: string, file: string): Buffer => readFileSync(path.join(folder, file));
const withBase = (address: string): string => `${site.base}${address.slice(1)}`;
const hash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex').slice(0, 24);

/** Scripts and styles that files need, and those that these import, by their names below the folder. */
const assetsOf = (folder: string, files: readonly string[]): string[] => {
  const found = new Set<string>();
  const visit = (file: string): void => {
    for (const [, name = ''] of read(folder, file)
      .toString()
      .matchAll(/(?:_astro\/|["'`]\.\/)([\w.-]+\.(?:js|css))/g)) {
      const asset = `_astro/${name}`;
      if (found.has(asset) || !existsSync(path.join(folder, asset))) continue;
      found.add(asset);
      visit(asset);
    }
  };
  files.forEach(visit);
  return [...found].sort();
};

/** The size of a file over the wire, in bytes. Servers compress text; the chunks of the search index are compressed already. */
const wireBytes = (file: string, bytes: Buffer): number =>
  /\.(?:html|js|css|json|svg|txt|pagefind)$/.test(file) ? gzipSync(bytes).length : bytes.length;

/** The manifest of the offline bundle of a built site. */
export const bundleManifest = (folder: string): BundleManifest => {
  const fileOf = (address: string): string => `${address.slice(1)}index.html`;
  const isThere = (file: string): boolean => existsSync(path.join(folder, file));
  const linked = bundleLists
    .map(fileOf)
    .filter(isThere)
    .flatMap((file) => parse(read(folder, file).toString()).querySelectorAll('a[href]'))
    .map((link) => `/${(link.getAttribute('href') ?? '').slice(site.base.length)}`)
    .filter((address) => bundleEntry.test(address));
  const pages = [...new Set([...bundlePages, ...linked].map(fileOf))].filter(isThere);
  const listed = (file: string): BundleFile => {
    const bytes = read(folder, file);
    return { path: withBase(`/${file.replace(/index\.html$/, '')}`), hash: hash(bytes), bytes: wireBytes(file, bytes) };
  };
  const index = filesBelow(path.join(folder, 'pagefind'))
    .filter((file) => !isCompressedCopy(file))
    .map((file) => listed(`pagefind/${file}`));
  const files = [
    ...[...pages, ...assetsOf(folder, pages)].map(listed),
    ...(index.reduce((sum, { bytes }) => sum + bytes, 0) <= MAX_INDEX_BYTES ? index : []),
  ];
  return { files: files.sort((a, b) => (a.path < b.path ? -1 : 1)) };
};

/** Writes the bundle's manifest and the service worker into a built site. Pages and search index must not change afterwards. Returns sizes in bytes. */
export const writeOfflineFiles = async (
  folder: string,
  timeouts = defaultTimeouts,
): Promise<{ bundleBytes: number; workerBytes: number }> => {
  const manifest = bundleManifest(folder);
  writeFileSync(path.join(folder, packManifestPath.slice(1)), JSON.stringify(manifest));
  const fallback = `${paths.noNetwork.slice(1)}index.html`;
  const settings: WorkerSettings = {
    base: site.base,
    neverCache: neverCache.map(withBase),
    passThrough: passThrough.map(withBase),
    fallback: withBase(paths.noNetwork),
    manifest: withBase(packManifestPath),
    precache: [
      { url: withBase(paths.noNetwork), revision: hash(read(folder, fallback)) },
      ...assetsOf(folder, [fallback]).map((asset) => ({ url: withBase(`/${asset}`), revision: null })),
    ],
    timeouts,
  };
  const outfile = path.join(folder, 'sw.js');
  await build({
    entryPoints: [fileURLToPath(new URL('../offline/worker.client.ts', import.meta.url))],
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
    bundleBytes: manifest.files.reduce((sum, { bytes }) => sum + bytes, 0),
    workerBytes: readFileSync(outfile).length,
  };
};
