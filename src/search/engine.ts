/** One index and its lexicon, loaded. Runs in a worker, or on the page where a browser has no module workers. */
import { ask, type Answer } from './ask.ts';
import type { Filters, Hit, PageData, Pagefind } from './evidence.ts';
import { lexiconName, readLexicon, type Lexicon } from './lexicon.ts';

/** How pages are ranked in a plain search: the nearer a word to the one typed the better; long pages are no better; names count more. */
const RANKING = {
  termSimilarity: 8,
  pageLength: 0.5,
  metaWeights: { title: 5, words: 4, summary: 2, image: 0, image_alt: 0 },
};

/** Which index, as the page names it. */
export interface IndexAddress {
  /** Folder of the index, with the base, ending in a slash. */
  bundle: string;
  /** Tells one build from another, so that no browser mixes their files. */
  tag: string;
  lang: string;
  /** A browser remembers a module that it could not have, by its address: later attempts need another. */
  attempt: number;
}

/** An answer that can be handed from a worker to its page. */
export type Shown = Omit<Answer, 'more'> & { more: number };

export class Engine {
  readonly #pagefind: Pagefind;
  readonly #lexicon: Lexicon;
  #more: Hit[] = [];

  private constructor(pagefind: Pagefind, lexicon: Lexicon) {
    this.#pagefind = pagefind;
    this.#lexicon = lexicon;
  }

  /** @throws when a file of the index cannot be had. */
  static async load({ bundle, tag, lang, attempt }: IndexAddress): Promise<Engine> {
    const [{ createInstance }, words] = await Promise.all([
      import(/* @vite-ignore */ `${bundle}pagefind.js${attempt > 1 ? `?${attempt}` : ''}`) as Promise<{
        createInstance: (options: object) => Pagefind & { init: () => Promise<void> };
      }>,
      fetch(`${bundle}${lexiconName(lang)}?ts=${tag}`).then((response) => {
        if (!response.ok) throw new Error(`${response.status} ${response.url}`);
        return response.text();
      }),
    ]);
    // Here is the worker already, where there is one.
    const pagefind = createInstance({
      basePath: bundle,
      baseUrl: bundle.replace(/pagefind\/$/, ''),
      metaCacheTag: tag,
      ranking: RANKING,
      noWorker: true,
    });
    await pagefind.init();
    return new Engine(pagefind, readLexicon(words));
  }

  async ask(typed: string, filters: Filters): Promise<Shown> {
    const answer = await ask(this.#pagefind, this.#lexicon, typed, filters);
    this.#more = answer.more;
    return { ...answer, more: answer.more.length };
  }

  /** The next pages of the last answer. */
  more(count: number): Promise<PageData[]> {
    return Promise.all(this.#more.splice(0, count).map((hit) => hit.data()));
  }
}
