/** The search engine as the page sees it, wherever it runs. A few calls and their numbers: smaller than a library for remote calls. */
import type { FoundPage } from './excerpt.ts';
import type { Filters } from './retrieval.ts';
import type { Suggestion } from './answers.ts';
import type { IndexAddress, SearchResult } from './search.ts';
import type { Request, Response } from './search.worker.ts';

/** See `SearchEngine`. */
export interface SearchClient {
  search: (typed: string, filters: Filters) => Promise<SearchResult>;
  more: (count: number) => Promise<FoundPage[]>;
  figures: () => Promise<FoundPage[]>;
  suggest: (typed: string, most: number) => Suggestion[] | Promise<Suggestion[]>;
}

/** `Omit` for each member of a union. */
type Unnumbered<T> = T extends unknown ? Omit<T, 'number'> : never;

const loadInWorker = async (index: IndexAddress): Promise<SearchClient> => {
  const worker = new Worker(new URL('./search.worker.ts', import.meta.url), { type: 'module' });
  const pending = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let number = 0;
  const call = <T>(request: Unnumbered<Request>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      number += 1;
      pending.set(number, { resolve: resolve as (value: unknown) => void, reject });
      worker.postMessage({ ...request, number });
    });
  worker.addEventListener('message', ({ data }: MessageEvent<Response>) => {
    const caller = pending.get(data.number);
    pending.delete(data.number);
    if ('value' in data) caller?.resolve(data.value);
    else caller?.reject(new Error(data.error));
  });
  // The script could not be loaded, or the browser does not know its syntax.
  worker.addEventListener('error', () => {
    for (const { reject } of pending.values()) reject(new Error('The worker did not start.'));
    pending.clear();
  });
  try {
    await call({ load: index });
  } catch (error) {
    worker.terminate();
    throw error;
  }
  return {
    search: (typed, filters) => call({ search: [typed, filters] }),
    more: (count) => call({ more: count }),
    figures: () => call({ figures: true }),
    suggest: (typed, most) => call({ suggest: [typed, most] }),
  };
};

/**
 * Loads the index, in a worker where the browser has module workers (Safari before 15 has none), else on the page.
 *
 * @throws when the index cannot be loaded.
 */
export const loadSearch = async (index: IndexAddress): Promise<SearchClient> => {
  try {
    return await loadInWorker(index);
  } catch {
    const { SearchEngine } = await import('./search.ts');
    return SearchEngine.load(index);
  }
};
