/** Runs the engine beside the page: a search over a large index must not hold up typing. Messages are calls of `Engine`, by their number. */
import { Engine, type IndexAddress } from './engine.ts';
import type { Filters } from './evidence.ts';

export type Call = { number: number } & (
  { load: IndexAddress } | { ask: [typed: string, filters: Filters] } | { more: number }
);
export type Reply = { number: number } & ({ value: unknown } | { failed: string });

let engine: Engine | undefined;

const answer = async (call: Call): Promise<unknown> => {
  if ('load' in call) {
    // Pagefind asks the document for its language.
    Object.assign(self, { document: { querySelector: () => ({ getAttribute: () => call.load.lang }) } });
    engine = await Engine.load(call.load);
    return true;
  }
  if (!engine) throw new Error('The index is not loaded.');
  return 'ask' in call ? engine.ask(...call.ask) : engine.more(call.more);
};

addEventListener('message', ({ data }: MessageEvent<Call>) => {
  answer(data).then(
    (value) => postMessage({ number: data.number, value } satisfies Reply),
    (error: unknown) => postMessage({ number: data.number, failed: String(error) } satisfies Reply),
  );
});
