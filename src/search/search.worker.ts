/** Runs the search engine in a worker: a search over a large index must not hold up typing. The other end is `worker-client.ts`. */
import type { Filters } from './retrieval.ts';
import { SearchEngine, type IndexAddress } from './search.ts';

/** A call, and the reply that carries its number. */
export type Request = { number: number } & (
  | { load: IndexAddress }
  | { search: [typed: string, filters: Filters] }
  | { more: number }
  | { figures: true }
  | { suggest: [typed: string, most: number] }
);
export type Response = { number: number } & ({ value: unknown } | { error: string });

let engine: SearchEngine | undefined;

const call = async (request: Request): Promise<unknown> => {
  if ('load' in request) {
    // Pagefind asks the document for its language.
    Object.assign(self, { document: { querySelector: () => ({ getAttribute: () => request.load.lang }) } });
    engine = await SearchEngine.load(request.load);
    return true;
  }
  if (!engine) throw new Error('The index is not loaded.');
  if ('search' in request) return engine.search(...request.search);
  if ('suggest' in request) return engine.suggest(...request.suggest);
  return 'figures' in request ? engine.figures() : engine.more(request.more);
};

addEventListener('message', ({ data }: MessageEvent<Request>) => {
  call(data).then(
    (value) => postMessage({ number: data.number, value } satisfies Response),
    (error: unknown) => postMessage({ number: data.number, error: String(error) } satisfies Response),
  );
});
