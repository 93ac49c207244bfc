/** The engine as the page sees it, wherever it runs. */
import type { IndexAddress, Shown } from './engine.ts';
import type { Filters, PageData } from './evidence.ts';
import type { Call, Reply } from './search.worker.ts';

export interface Search {
  ask: (typed: string, filters: Filters) => Promise<Shown>;
  more: (count: number) => Promise<PageData[]>;
}

/** `Omit` for each member of a union. */
type Unnumbered<T> = T extends unknown ? Omit<T, 'number'> : never;

const inWorker = async (index: IndexAddress): Promise<Search> => {
  const worker = new Worker(new URL('./search.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let number = 0;
  const call = <T>(what: Unnumbered<Call>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      number += 1;
      waiting.set(number, { resolve: resolve as (value: unknown) => void, reject });
      worker.postMessage({ ...what, number });
    });
  worker.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
    const { resolve, reject } = waiting.get(data.number)!;
    waiting.delete(data.number);
    if ('value' in data) resolve(data.value);
    else reject(new Error(data.failed));
  });
  // The script itself could not be had, or the browser does not know its syntax.
  worker.addEventListener('error', () => {
    for (const { reject } of waiting.values()) reject(new Error('The worker did not start.'));
    waiting.clear();
  });
  try {
    await call({ load: index });
  } catch (error) {
    worker.terminate();
    throw error;
  }
  return { ask: (typed, filters) => call({ ask: [typed, filters] }), more: (count) => call({ more: count }) };
};

/**
 * Loads the index, in a worker where the browser has such workers (Safari before 15 has none), else on the page.
 *
 * @throws when the index cannot be had.
 */
export const connect = async (index: IndexAddress): Promise<Search> => {
  try {
    return await inWorker(index);
  } catch {
    const { Engine } = await import('./engine.ts');
    return Engine.load(index);
  }
};
