/** The cache API of browsers in memory, for unit tests in Node. As in browsers, a cache that was deleted can still be written to, unseen. */

/** Origin that relative addresses belong to. */
export const origin = 'https://site.example';

const urlOf = (request: RequestInfo | URL): string =>
  new URL(request instanceof Request ? request.url : request, origin).href;

interface Stored {
  body: ArrayBuffer;
  headers: [string, string][];
}

class MemoryCache {
  readonly #entries = new Map<string, Stored>();
  readonly #beforeWrite: () => Promise<void>;
  constructor(beforeWrite: () => Promise<void>) {
    this.#beforeWrite = beforeWrite;
  }

  /** Reads the whole body before anything is stored: a body that fails stores nothing. */
  async put(request: RequestInfo | URL, response: Response): Promise<void> {
    const body = await response.arrayBuffer();
    await this.#beforeWrite();
    this.#entries.set(urlOf(request), { body, headers: [...response.headers] });
  }
  match(request: RequestInfo | URL): Promise<Response | undefined> {
    const stored = this.#entries.get(urlOf(request));
    return Promise.resolve(stored && new Response(stored.body.slice(0), { headers: stored.headers }));
  }
  keys(): Promise<Request[]> {
    return Promise.resolve([...this.#entries.keys()].map((url) => new Request(url)));
  }
  delete(request: RequestInfo | URL): Promise<boolean> {
    return Promise.resolve(this.#entries.delete(urlOf(request)));
  }
}

export class MemoryCaches {
  readonly #caches = new Map<string, MemoryCache>();
  /** Runs before each write of each cache: a test may hold it up or make it fail. */
  beforeWrite: () => Promise<void> = () => Promise.resolve();

  open(name: string): Promise<MemoryCache> {
    const cache = this.#caches.get(name) ?? new MemoryCache(() => this.beforeWrite());
    this.#caches.set(name, cache);
    return Promise.resolve(cache);
  }
  has(name: string): Promise<boolean> {
    return Promise.resolve(this.#caches.has(name));
  }
  keys(): Promise<string[]> {
    return Promise.resolve([...this.#caches.keys()]);
  }
  delete(name: string): Promise<boolean> {
    return Promise.resolve(this.#caches.delete(name));
  }

  /** Paths of all copies, by cache. */
  async paths(): Promise<Record<string, string[]>> {
    const found: Record<string, string[]> = {};
    for (const [name, cache] of this.#caches)
      found[name] = (await cache.keys()).map(({ url }) => new URL(url).pathname).sort();
    return found;
  }
}
