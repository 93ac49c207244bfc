/** The rules of the service worker, in Node: caches in memory, a clock that a test moves, a network that it answers for. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  BUNDLE_CACHE_PREFIX,
  CACHED_AT,
  getOfflineBundle,
  listCachedPages,
  MAX_DOWNLOAD_TIME,
  PAGE_CACHE,
} from '../../src/offline/page-cache.ts';
import { createWorker, defaultTimeouts, type WorkerSettings } from '../../src/offline/worker.ts';
import { MemoryCaches, origin } from '../support/memory-caches.ts';

const settings: WorkerSettings = {
  base: '/',
  neverCache: ['/help/', '/self-check/', '/search/'],
  passThrough: ['/embed/'],
  fallback: '/offline/',
  manifest: '/bundle.json',
  precache: [],
  timeouts: defaultTimeouts,
};
const DAY = 24 * 3600 * 1000;
const fallbackText = 'The fallback page';

/** Noon of a day here: its date is the same wherever the test runs. */
const now = new Date(2026, 10, 28, 12).getTime();

const pageText = (title: string, lang = 'vi'): string =>
  `<!DOCTYPE html><html lang="${lang}"><head><title>${title}</title></head><body class="x"><h1>${title}</h1></body></html>\n`;
const html = (body: BodyInit, status = 200): Response =>
  new Response(body, { status, headers: { 'content-type': 'text/html; charset=utf-8' } });

/** A promise, and what settles it. */
const deferred = <T = void>() => Promise.withResolvers<T>();
const redirected = (): Response =>
  Object.defineProperties(html(pageText('Elsewhere')), { redirected: { value: true }, clone: { value: redirected } });

let stored: MemoryCaches;
/** Answers every request of the worker. */
let network: (path: string) => Response | Promise<Response>;
let asked: string[];
/** Resolves when the worker asks the network. */
let requested: PromiseWithResolvers<void>;
let unregistered: boolean;
let worker: ReturnType<typeof createWorker>;

const start = (over: Partial<WorkerSettings> = {}, precachedFallback = () => Promise.resolve(html(fallbackText))) => {
  worker = createWorker(
    { ...settings, ...over },
    {
      precachedFallback,
      unregister: () => Promise.resolve((unregistered = true)),
    },
  );
};

beforeEach(() => {
  vi.useFakeTimers({ now, toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  stored = new MemoryCaches();
  asked = [];
  requested = deferred();
  unregistered = false;
  network = (path) => html(pageText(path));
  vi.stubGlobal('caches', stored);
  vi.stubGlobal('fetch', (request: Request | string) => {
    const { pathname } = new URL(typeof request === 'string' ? request : request.url, origin);
    asked.push(pathname);
    requested.resolve();
    return Promise.resolve(network(pathname));
  });
  start();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** A navigation. `work` is what the worker still does when the reader has the page. */
const navigate = (path: string): { response: Promise<Response>; work: Promise<unknown>[] } => {
  const url = new URL(path, origin);
  const work: Promise<unknown>[] = [];
  return { response: worker.respondWithPage(new Request(url), url, (promise) => work.push(promise)), work };
};
/** Opens a page to the end of all work, and resolves with its text. */
const open = async (path: string): Promise<string> => {
  const { response, work } = navigate(path);
  const text = await (await response).text();
  await Promise.all(work);
  return text;
};
const cachePage = async (path: string, age: number, text = pageText(path), cache = PAGE_CACHE): Promise<void> =>
  (await stored.open(cache)).put(
    path,
    new Response(text, { headers: { 'content-type': 'text/html', [CACHED_AT]: String(Date.now() - age) } }),
  );
const cachedPages = async (): Promise<string[]> => (await stored.paths())[PAGE_CACHE] ?? [];
const saveBundle = async (
  files: Record<string, string>,
  name = `${BUNDLE_CACHE_PREFIX}${now - DAY}`,
): Promise<void> => {
  for (const [path, text] of Object.entries(files)) await cachePage(path, DAY, text, name);
  const manifest = { files: Object.keys(files).map((path) => ({ path, hash: '', bytes: 0 })) };
  await cachePage(settings.manifest, DAY, JSON.stringify(manifest), name);
};

const isPending = async (promise: Promise<unknown>): Promise<boolean> => {
  const pending = Symbol();
  return (await Promise.race([promise, Promise.resolve(pending)])) === pending;
};
/** A body that a test writes. */
const slowBody = () => {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>(undefined, { highWaterMark: 100 });
  const writer = writable.getWriter();
  return {
    body: readable,
    write: (text: string) => writer.write(new TextEncoder().encode(text)),
    close: () => writer.close(),
  };
};

describe('pages that were read', () => {
  test('are cached by their path alone, with the time', async () => {
    await open('/article/?from=somewhere');
    expect(await stored.paths()).toEqual({ [PAGE_CACHE]: ['/article/'] });
    const copy = await (await stored.open(PAGE_CACHE)).match('/article/');
    expect(Number(copy?.headers.get(CACHED_AT))).toBe(now);
    expect(await copy?.text()).toBe(pageText('/article/'));
  });

  test.each(['/help/', '/help/at-once/', '/self-check/', '/self-check/jobs/', '/search/', '/search/?q=help'])(
    'help, self-check and search are never cached: %s',
    async (path) => {
      expect(await open(path)).toContain('<h1>');
      expect(await stored.paths()).toEqual({});
      await worker.cacheOpenPages([origin + path]);
      expect(await stored.paths()).toEqual({});
    },
  );

  test.each<[string, () => Response]>([
    ['an error', () => html(pageText('Not found'), 404)],
    ['a redirect', redirected],
    ['a file that is no page', () => new Response(pageText('Text'), { headers: { 'content-type': 'text/plain' } })],
    ['a truncated page', () => html('<!DOCTYPE html><html><body><h1>Half')],
  ])('%s is not cached', async (_name, answer) => {
    network = answer;
    await open('/article/');
    expect(await cachedPages()).toEqual([]);
  });

  test('the pages that were open before the worker are cached; files and frames are not', async () => {
    await worker.cacheOpenPages(['/', '/article/', '/embed/figure/', '/data.csv'].map((path) => origin + path));
    expect(await cachedPages()).toEqual(['/', '/article/']);
  });
});

describe('none is kept longer than 30 days', () => {
  beforeEach(async () => {
    await cachePage('/new/', 30 * DAY);
    await cachePage('/old/', 30 * DAY + 1);
  });

  test.each(['/article/', '/help/'])('opening %s deletes it, however few there are', async (path) => {
    await open(path);
    expect(await cachedPages()).not.toContain('/old/');
    expect(await cachedPages()).toContain('/new/');
  });

  test('without a network too, and it is not shown', async () => {
    network = () => Promise.reject(new TypeError('offline'));
    expect((await listCachedPages(settings.manifest)).map(({ path }) => path)).toEqual(['/new/']);
    expect(await open('/old/')).toBe(fallbackText);
    expect(await cachedPages()).toEqual(['/new/']);
  });

  test('a copy that does not say when it was stored counts as old', async () => {
    await (await stored.open(PAGE_CACHE)).put('/undated/', html(pageText('Undated')));
    await open('/article/');
    expect(await cachedPages()).not.toContain('/undated/');
  });
});

test('at most 60 pages are kept, the newest', async () => {
  for (let index = 1; index <= 60; index++) await cachePage(`/${index}/`, index);
  await open('/article/');
  const paths = await cachedPages();
  expect(paths).toHaveLength(60);
  expect(paths).toEqual(expect.arrayContaining(['/article/', '/1/', '/59/']));
  expect(paths).not.toContain('/60/');
});

describe('after the device was cleared', () => {
  test('a page whose body was still arriving is not written', async () => {
    let writes = 0;
    stored.beforeWrite = () => {
      writes++;
      return Promise.resolve();
    };
    const { body, write, close } = slowBody();
    network = () => html(body);
    const { response, work } = navigate('/article/');
    await response;
    await write('<!DOCTYPE html><html>');
    await worker.clear();
    await write('</html>');
    await close();
    await Promise.all(work);
    expect(await stored.keys()).toEqual([]);
    // Not even for a moment: a browser may end the worker before it deletes what it has written.
    expect(writes).toBe(0);
  });

  test('a page that was just being written is deleted again', async () => {
    const [reached, gate] = [deferred(), deferred()];
    const openCache = stored.open.bind(stored);
    stored.open = async (name) => {
      reached.resolve();
      await gate.promise;
      return openCache(name);
    };
    const { work } = navigate('/article/');
    await reached.promise;
    await worker.clear();
    gate.resolve();
    await Promise.all(work);
    expect(await stored.keys()).toEqual([]);
  });

  test('everything is gone, the worker too, and pages that are opened leave nothing', async () => {
    await cachePage('/article/', 0);
    await saveBundle({ '/alert/': pageText('Alert') });
    await worker.clear();
    expect(await stored.keys()).toEqual([]);
    expect(unregistered).toBe(true);
    expect(await open('/article/')).toContain('<h1>');
    await worker.cacheOpenPages([`${origin}/alert/`]);
    network = () => Promise.reject(new TypeError('offline'));
    expect(await open('/article/')).toBe(fallbackText);
    expect(await stored.keys()).toEqual([]);
  });
});

describe('a page that the device has a copy of', () => {
  beforeEach(() => cachePage('/article/', 10 * DAY, pageText('Copy')));

  test('comes from the network while that answers', async () => {
    expect(await open('/article/')).toBe(pageText('/article/'));
  });

  test('comes from the device after 3 seconds without a whole body, however soon the headers came', async () => {
    const { body, write, close } = slowBody();
    network = () => html(body);
    const { response, work } = navigate('/article/');
    await requested.promise;
    for (let elapsed = 0; elapsed < 2500; elapsed += 500) {
      await write('<p>and so on');
      await vi.advanceTimersByTimeAsync(500);
    }
    await vi.advanceTimersByTimeAsync(499);
    expect(await isPending(response)).toBe(true);
    await vi.advanceTimersByTimeAsync(1);
    expect(await (await response).text()).toContain('<h1>Copy</h1>');
    // Arrived late, it still replaces the copy.
    await write('</body></html>');
    await close();
    await Promise.all(work);
    expect(await (await (await stored.open(PAGE_CACHE)).match('/article/'))?.text()).toContain('and so on');
  });

  test.each<[string, () => Response | Promise<Response>]>([
    ['there is no network', () => Promise.reject(new TypeError('offline'))],
    ['the server is in trouble', () => html('<h1>Bad gateway</h1></html>', 502)],
    ['the page is truncated', () => html(pageText('Half').slice(0, -20))],
  ])('comes from the device when %s, and the copy stays', async (_name, failure) => {
    network = failure;
    expect(await open('/article/')).toContain('<h1>Copy</h1>');
    expect(await open('/article')).toContain('<h1>Copy</h1>');
    expect(await (await (await stored.open(PAGE_CACHE)).match('/article/'))?.text()).toBe(pageText('Copy'));
  });

  test('an answer of the server that there is no such page is shown', async () => {
    network = () => html(pageText('Not found'), 404);
    expect(await open('/article/')).toBe(pageText('Not found'));
  });
});

describe('the stale banner', () => {
  beforeEach(() => {
    network = () => Promise.reject(new TypeError('offline'));
  });

  test('stands first in the body and says from which day the copy is', async () => {
    await cachePage('/article/', 0);
    expect(await open('/article/')).toContain(
      '<body class="x"><p class="held-notice" role="note">Mạng chậm hoặc không có. Đây là bản lưu trên máy, lấy ngày 28/11/2026 (hôm nay). <a href="">Thử tải bản mới</a></p><h1>',
    );
    vi.setSystemTime(now + DAY);
    expect(await open('/article/')).toContain('lấy ngày 28/11/2026 (hôm qua)');
  });

  test('warns of a copy that is older than 14 days, and not before', async () => {
    await cachePage('/article/', 14 * DAY);
    await cachePage('/older/', 15 * DAY);
    const [article, older] = [await open('/article/'), await open('/older/')];
    expect(article).toContain('lấy ngày 14/11/2026 (14 ngày trước)');
    expect(article).not.toContain('Bản này đã cũ');
    expect(older).toContain('lấy ngày 13/11/2026 (15 ngày trước). <strong>Bản này đã cũ');
  });

  test('speaks English on a page in English', async () => {
    await cachePage('/en/article/', 2 * DAY, pageText('Article', 'en'));
    expect(await open('/en/article/')).toContain('fetched on 26/11/2026 (2 days ago)');
  });

  test('stands on pages of the bundle too', async () => {
    await saveBundle({ '/alert/': pageText('Alert') });
    expect(await open('/alert/')).toContain('lấy ngày 27/11/2026 (hôm qua)');
  });
});

describe('a page without a copy', () => {
  test('gives way to the fallback page after 10 seconds without headers', async () => {
    network = () => deferred<Response>().promise;
    const { response } = navigate('/article/');
    await requested.promise;
    await vi.advanceTimersByTimeAsync(9999);
    expect(await isPending(response)).toBe(true);
    await vi.advanceTimersByTimeAsync(1);
    expect(await (await response).text()).toBe(fallbackText);
  });

  test('is shown while it arrives, and ended with the numbers after 10 seconds without a byte', async () => {
    const { body, write } = slowBody();
    network = () => html(body);
    const { response } = navigate('/article/');
    const text = (await response).text();
    await write('<!DOCTYPE html><html><body><h1>Half');
    await vi.advanceTimersByTimeAsync(9999);
    await write(' of it');
    await vi.advanceTimersByTimeAsync(9999);
    expect(await isPending(text)).toBe(true);
    await vi.advanceTimersByTimeAsync(1);
    expect(await text).toMatch(/Half of it<.*Mạng dừng giữa chừng.*tel:113.*tel:111.*<\/html>$/s);
  });

  test('without the fallback page, the numbers stand alone', async () => {
    start({}, () => Promise.reject(new Error('blocked')));
    network = () => Promise.reject(new TypeError('offline'));
    expect(await open('/article/')).toMatch(/^<!DOCTYPE html>.*tel:113.*tel:111/s);
  });

  test('a device whose storage fails still opens pages', async () => {
    const refuse = () => Promise.reject(new DOMException('No room.', 'QuotaExceededError'));
    vi.stubGlobal('caches', { has: refuse, open: refuse, keys: refuse, delete: refuse });
    expect(await open('/article/')).toBe(pageText('/article/'));
  });
});

describe('what the worker answers for', () => {
  const request = (path: string, over: Partial<Request> = {}): [Request, URL] => [
    { mode: 'navigate', cache: 'default', ...over } as Request,
    new URL(path, origin),
  ];
  test('pages, not frames of other sites, not files, not what lies outside its base path', () => {
    start({ base: '/cb/', passThrough: ['/cb/embed/'] });
    for (const path of ['/cb/', '/cb/article/', '/cb/article', '/cb/404.html'])
      expect(worker.handlesPage(...request(path)), path).toBe(true);
    for (const path of ['/', '/cb/embed/figure/', '/cb/data.csv'])
      expect(worker.handlesPage(...request(path)), path).toBe(false);
    expect(worker.handlesPage(...request('/cb/', { mode: 'cors' }))).toBe(false);
  });

  test('scripts and the search index, unless a bundle download asks', () => {
    expect(worker.handlesAsset(...request('/_astro/a.js'))).toBe(true);
    expect(worker.handlesAsset(...request('/pagefind/pagefind-entry.json'))).toBe(true);
    expect(worker.handlesAsset(...request('/data.csv'))).toBe(false);
    expect(worker.handlesAsset(...request('/_astro/a.js', { cache: 'no-store' }))).toBe(false);
  });
});

describe('scripts and the search index', () => {
  const asset = (path: string): Promise<Response> => {
    const url = new URL(path, origin);
    return worker.respondWithAsset(new Request(url), url);
  };

  test('come from the bundle, without a request where a hash names them', async () => {
    await saveBundle({
      '/_astro/a.js': 'a',
      '/pagefind/index/vi_0abc123.pf_index': 'b',
      '/pagefind/entry.json': 'old',
    });
    expect(await (await asset('/_astro/a.js')).text()).toBe('a');
    expect(await (await asset('/pagefind/index/vi_0abc123.pf_index')).text()).toBe('b');
    expect(asked).toEqual([]);
    network = () => new Response('new');
    expect(await (await asset('/pagefind/entry.json')).text()).toBe('new');
    network = () => Promise.reject(new TypeError('offline'));
    expect(await (await asset('/pagefind/entry.json')).text()).toBe('old');
    const { body } = slowBody();
    network = () => new Response(body);
    requested = deferred();
    const slow = asset('/pagefind/entry.json');
    await requested.promise;
    await vi.advanceTimersByTimeAsync(3000);
    expect(await (await slow).text()).toBe('old');
  });

  test('are not cached outside the bundle', async () => {
    network = () => new Response('a');
    await asset('/_astro/a.js');
    expect(await stored.keys()).toEqual([]);
  });

  test('hold no page up: for 10 seconds after a failure they have one second', async () => {
    await cachePage('/article/', 0);
    network = () => Promise.reject(new TypeError('offline'));
    await open('/article/');
    network = () => deferred<Response>().promise;
    requested = deferred();
    const script = asset('/_astro/a.js');
    await requested.promise;
    await vi.advanceTimersByTimeAsync(999);
    expect(await isPending(script)).toBe(true);
    await vi.advanceTimersByTimeAsync(1);
    expect((await script).type).toBe('error');
    await vi.advanceTimersByTimeAsync(9000);
    const later = asset('/_astro/a.js');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await isPending(later)).toBe(true);
  });
});

describe('bundles on the device', () => {
  test('count once they have their manifest, the newest first', async () => {
    await saveBundle({ '/alert/': pageText('First') }, `${BUNDLE_CACHE_PREFIX}${now - 3}`);
    await saveBundle({ '/alert/': pageText('Second') }, `${BUNDLE_CACHE_PREFIX}${now - 2}`);
    await cachePage('/alert/', 0, pageText('Third'), `${BUNDLE_CACHE_PREFIX}${now - 1}`);
    expect((await getOfflineBundle(settings.manifest))?.name).toBe(`${BUNDLE_CACHE_PREFIX}${now - 2}`);
    network = () => Promise.reject(new TypeError('offline'));
    expect(await open('/alert/')).toContain('<h1>Second</h1>');
  });

  test('whose download was abandoned an hour ago are deleted; a running download and a complete bundle are not', async () => {
    const [abandoned, running] = [MAX_DOWNLOAD_TIME + 1, MAX_DOWNLOAD_TIME].map(
      (age) => `${BUNDLE_CACHE_PREFIX}${now - age}`,
    ) as [string, string];
    for (const name of [abandoned, running]) await cachePage('/alert/', 0, pageText('Half'), name);
    await saveBundle({ '/alert/': pageText('Alert') });
    await open('/help/');
    expect((await stored.keys()).sort()).toEqual([`${BUNDLE_CACHE_PREFIX}${now - DAY}`, running].sort());
  });

  test('are listed with the pages that were read: each page once, newest first, pages only', async () => {
    await saveBundle({ '/alert/': pageText('Alert'), '/other/': pageText('Other'), '/_astro/a.js': 'a' });
    await cachePage('/alert/', 5);
    await cachePage('/article/', 9);
    expect(await listCachedPages(settings.manifest)).toEqual([
      { path: '/alert/', cachedAt: now - 5 },
      { path: '/article/', cachedAt: now - 9 },
      { path: '/other/', cachedAt: now - DAY },
    ]);
  });
});
