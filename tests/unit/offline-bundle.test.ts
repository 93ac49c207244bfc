/** The download of the offline bundle, in Node: all or nothing, every file with the bytes that were published. */
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { BundleError, downloadSize, fetchManifest } from '../../src/offline/bundle-manifest.ts';
import { downloadBundle } from '../../src/offline/download-bundle.ts';
import {
  BUNDLE_CACHE_PREFIX,
  CACHED_AT,
  getOfflineBundle,
  PAGE_CACHE,
  type BundleManifest,
} from '../../src/offline/page-cache.ts';
import { MemoryCaches } from '../support/memory-caches.ts';

const manifestPath = '/bundle.json';
const start = Date.parse('2026-11-28T05:00:00Z');
const paths = ['/', '/a/', '/b/', '/c/', '/d/', '/_astro/e.js'];

/** What the server has, by path. */
let files: Record<string, string>;
let stored: MemoryCaches;
let asked: string[];
/** Answers in the place of the server. */
let failure: (path: string) => Promise<Response> | undefined;

const manifestOf = (published: Record<string, string>): BundleManifest => ({
  files: Object.entries(published).map(([path, text]) => ({
    path,
    hash: createHash('sha256').update(text).digest('hex').slice(0, 24),
    bytes: text.length,
  })),
});
const edition = (name: string): Record<string, string> =>
  Object.fromEntries(paths.map((path) => [path, `${name} ${path}`]));
const download = (progress: (done: number) => void = () => undefined) =>
  downloadBundle(manifestPath, manifestOf(files), progress);
const savedTexts = async (): Promise<Record<string, string>> => {
  const bundle = await getOfflineBundle(manifestPath);
  const texts: Record<string, string> = {};
  for (const { path } of bundle?.manifest.files ?? [])
    texts[path] = (await (await bundle?.cache.match(path))?.text()) ?? '(missing)';
  return texts;
};

beforeEach(() => {
  vi.useFakeTimers({ now: start, toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  stored = new MemoryCaches();
  files = edition('first');
  asked = [];
  failure = () => undefined;
  vi.stubGlobal('caches', stored);
  vi.stubGlobal('fetch', (path: string, { cache, signal }: RequestInit) => {
    expect(cache).toBe('no-store');
    asked.push(path);
    const answer =
      failure(path) ?? Promise.resolve(new Response(files[path] ?? '', { status: path in files ? 200 : 404 }));
    const aborted = new Promise<never>((_, reject) =>
      signal?.addEventListener('abort', () => reject(new DOMException('Aborted.', 'AbortError'))),
    );
    return Promise.race([answer, aborted]);
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('every file is saved with the time, and older copies of its pages are deleted', async () => {
  const pages = await stored.open(PAGE_CACHE);
  for (const path of ['/a/', '/article/'])
    await pages.put(path, new Response('', { headers: { [CACHED_AT]: String(start - 1) } }));
  const progress: number[] = [];
  expect(await download((done) => progress.push(done))).toBe(null);
  expect(await savedTexts()).toEqual(files);
  expect((await getOfflineBundle(manifestPath))?.savedAt).toBe(start);
  expect(await stored.paths()).toEqual({
    [PAGE_CACHE]: ['/article/'],
    [`${BUNDLE_CACHE_PREFIX}${start}`]: [...paths, manifestPath].sort(),
  });
  expect(progress).toEqual(paths.map((_, index) => (index + 1) / paths.length));
});

test('without pages that were read, no cache is made for them', async () => {
  await download();
  expect(await stored.keys()).toEqual([`${BUNDLE_CACHE_PREFIX}${start}`]);
});

describe('an update', () => {
  beforeEach(async () => {
    await download();
    vi.setSystemTime(start + 1000);
    asked.length = 0;
  });

  test('fetches the files that have changed, says their size before, and replaces the bundle', async () => {
    files = { ...files, '/b/': 'second, and longer' };
    const saved = (await getOfflineBundle(manifestPath))?.manifest;
    expect(downloadSize(manifestOf(files), saved)).toBe('second, and longer'.length);
    expect(downloadSize(manifestOf(files), undefined)).toBe(Object.values(files).join('').length);
    expect(await download()).toBe(null);
    expect(asked).toEqual(['/b/']);
    expect(await savedTexts()).toEqual(files);
    expect(await stored.keys()).toEqual([`${BUNDLE_CACHE_PREFIX}${start + 1000}`]);
  });

  test('takes no file from the former bundle whose bytes are not those of the manifest', async () => {
    await (await stored.open(`${BUNDLE_CACHE_PREFIX}${start}`)).put('/a/', new Response('damaged'));
    files = { ...files, '/b/': 'second' };
    expect(await download()).toBe('changed');
  });

  const second = edition('second');
  test.each<[string, string, (path: string) => Promise<Response> | undefined]>([
    ['the network ends', 'network', () => Promise.reject(new TypeError('offline'))],
    ['the server is in trouble', 'network', () => Promise.resolve(new Response('Bad gateway', { status: 502 }))],
    ['a file is gone', 'network', () => Promise.resolve(new Response('Not found', { status: 404 }))],
    ['the bytes are others than published', 'changed', () => Promise.resolve(new Response('something else'))],
  ])('that fails because %s leaves the former bundle as it was', async (_name, reason, fail) => {
    const [texts, before] = [files, await stored.paths()];
    files = second;
    failure = (path) => (path === '/c/' ? fail(path) : undefined);
    expect(await download()).toBe(reason);
    expect(await savedTexts()).toEqual(texts);
    expect(await stored.paths()).toEqual(before);
  });

  test.each<[string, Error, string]>([
    ['has no room', new DOMException('No room.', 'QuotaExceededError'), 'full'],
    ['refuses', new DOMException('No.', 'SecurityError'), 'refused'],
  ])('on a device that %s leaves the former bundle as it was', async (_name, error, reason) => {
    const [texts, before] = [files, await stored.paths()];
    files = second;
    let writes = 0;
    stored.beforeWrite = () => (++writes > 3 ? Promise.reject(error) : Promise.resolve());
    expect(await download()).toBe(reason);
    expect(await savedTexts()).toEqual(texts);
    expect(await stored.paths()).toEqual(before);
  });

  test('whose page was closed in the middle leaves the former bundle in force', async () => {
    const texts = files;
    files = second;
    const third = Promise.withResolvers<Response>();
    const isAsked = Promise.withResolvers<undefined>();
    failure = (path) => {
      if (path !== '/c/') return undefined;
      isAsked.resolve(undefined);
      return third.promise;
    };
    const result = download();
    await isAsked.promise;
    expect(await savedTexts()).toEqual(texts);
    third.reject(new TypeError('offline'));
    await result;
  });
});

test('the device that is cleared during a download stays clear', async () => {
  const last = Promise.withResolvers<Response>();
  const isAsked = Promise.withResolvers<undefined>();
  failure = (path) => {
    if (path !== '/d/') return undefined;
    isAsked.resolve(undefined);
    return last.promise;
  };
  const result = download();
  await isAsked.promise;
  for (const name of await stored.keys()) await stored.delete(name);
  last.resolve(new Response(files['/d/']));
  expect(await result).toBe('cleared');
  expect(await stored.keys()).toEqual([]);
});

test.each(['a file of the bundle', 'the manifest'])('%s has 60 seconds, for its whole body', async (what) => {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  void writable.getWriter().write(new TextEncoder().encode('{'));
  const isAsked = Promise.withResolvers<undefined>();
  // As in browsers, aborting a request ends its body too.
  vi.stubGlobal('fetch', (_: string, { signal }: RequestInit) => {
    signal?.addEventListener('abort', () => void readable.cancel().catch(() => undefined));
    const body = readable.pipeThrough(new TransformStream(), { signal: signal ?? undefined });
    isAsked.resolve(undefined);
    return Promise.resolve(new Response(body));
  });
  const single = { '/a/': 'a' };
  const result =
    what === 'the manifest'
      ? fetchManifest(manifestPath).catch((error: unknown) => error instanceof BundleError && error.failure)
      : downloadBundle(manifestPath, manifestOf(single), () => undefined);
  let isSettled = false;
  void result.then(() => (isSettled = true));
  await isAsked.promise;
  await vi.advanceTimersByTimeAsync(59_999);
  expect(isSettled).toBe(false);
  await vi.advanceTimersByTimeAsync(1);
  expect(await result).toBe('network');
});

test.each<[string, Response]>([
  ['an error', new Response('{"files":[]}', { status: 500 })],
  ['something else than JSON', new Response('<html>')],
])('%s is no manifest', async (_name, answer) => {
  failure = () => Promise.resolve(answer);
  await expect(fetchManifest(manifestPath)).rejects.toThrow(BundleError);
});
