/** The search page: asks the index for what stands in the address and lists the pages found. */
import { decode, encode, unmarked } from './folding.ts';
import { search as ask, type Pagefind } from './merge.ts';

const MOST_RESULTS = 20;
/** Words that may be somebody's call for help; compared without marks. */
const DANGER = /\b(cuu|bi ban|bi nhot|bi giu|bi danh|tu tu|giup toi|cuu toi)\b/;

const list = document.querySelector<HTMLElement>('[data-search-results]')!;
const status = document.querySelector<HTMLElement>('[data-search-status]')!;
const danger = document.querySelector<HTMLElement>('[data-search-danger]')!;
const input = document.querySelector<HTMLInputElement>('#q')!;

const state = (name: 'idle' | 'loading' | 'done' | 'empty' | 'error', words = ''): void => {
  list.dataset.searchState = name;
  status.textContent = words;
};

/** An excerpt as text and marks only; whatever else stands in it is shown as it is written. */
const excerpt = (html: string): HTMLElement => {
  const paragraph = document.createElement('p');
  const decode = document.createElement('textarea');
  for (const part of html.split(/(<mark>.*?<\/mark>)/)) {
    const marked = /^<mark>(.*)<\/mark>$/.exec(part);
    decode.innerHTML = marked ? marked[1]! : part;
    if (!marked) paragraph.append(decode.value);
    else paragraph.append(Object.assign(document.createElement('mark'), { textContent: decode.value }));
  }
  return paragraph;
};

/** How pages are ranked: the nearer a word to the one typed the better; long pages are no better; titles count more. */
const RANKING = { termSimilarity: 8, pageLength: 0.5, metaWeights: { title: 3, image: 0, image_alt: 0 } };

let loaded: Promise<Pagefind> | undefined;
const load = (): Promise<Pagefind> =>
  (loaded ??= (async () => {
    const bundle = list.dataset.bundle!;
    const pagefind = (await import(/* @vite-ignore */ `${bundle}pagefind.js`)) as Pagefind;
    await pagefind.options({ bundlePath: bundle, baseUrl: bundle.replace(/pagefind\/$/, ''), ranking: RANKING });
    return pagefind;
  })());

/** The query whose answer is awaited; a later one makes an earlier answer void. */
let current = 0;

const search = async (query: string): Promise<void> => {
  const mine = ++current;
  list.replaceChildren();
  danger.hidden = !DANGER.test(unmarked(query));
  if (!query.trim()) return state('idle');
  state('loading', status.dataset.loading);
  try {
    const pagefind = await load();
    const exactly = async <T>(run: () => Promise<T>): Promise<T> => {
      await pagefind.options({ exactDiacritics: true });
      try {
        return await run();
      } finally {
        await pagefind.options({ exactDiacritics: false });
      }
    };
    const hits = await ask(pagefind, encode(query.slice(0, 200)), exactly);
    const pages = await Promise.all(hits.slice(0, MOST_RESULTS).map((hit) => hit.data()));
    if (mine !== current) return;
    for (const { url, excerpt: words, meta } of pages) {
      const item = document.createElement('li');
      item.dataset.result = '';
      item.append(Object.assign(document.createElement('a'), { href: url, textContent: decode(meta.title ?? url) }), excerpt(decode(words)));
      list.append(item);
    }
    if (hits.length > 0) state('done', `${hits.length} ${status.dataset.count}`);
    else state('empty', status.dataset.none);
  } catch {
    loaded = undefined;
    if (mine === current) state('error', status.dataset.error);
  }
};

const fromAddress = (): void => {
  const query = new URLSearchParams(location.search).get('q') ?? '';
  input.value = query;
  void search(query);
};

input.form?.addEventListener('submit', (event) => {
  event.preventDefault();
  history.pushState(null, '', `?${new URLSearchParams({ q: input.value })}`);
  void search(input.value);
});
addEventListener('popstate', fromAddress);
fromAddress();
