/** The search page: asks the index for what stands in the address and lists the pages found. */
interface Fragment {
  url: string;
  excerpt: string;
  meta: { title?: string };
}
interface Pagefind {
  options: (options: object) => Promise<void>;
  search: (query: string) => Promise<{ results: { id: string; data: () => Promise<Fragment> }[] }>;
}

const MOST_RESULTS = 20;
/** Words that may be somebody's call for help; compared without marks. */
const DANGER = /\b(cuu|bi ban|bi nhot|bi giu|bi danh|tu tu|giup toi|cuu toi)\b/;

const list = document.querySelector<HTMLElement>('[data-search-results]')!;
const status = document.querySelector<HTMLElement>('[data-search-status]')!;
const danger = document.querySelector<HTMLElement>('[data-search-danger]')!;
const input = document.querySelector<HTMLInputElement>('#q')!;

const unmarked = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase();

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

let loaded: Promise<Pagefind> | undefined;
const load = (): Promise<Pagefind> =>
  (loaded ??= (async () => {
    const bundle = list.dataset.bundle!;
    const pagefind = (await import(/* @vite-ignore */ `${bundle}pagefind.js`)) as Pagefind;
    await pagefind.options({ bundlePath: bundle, baseUrl: bundle.replace(/pagefind\/$/, '') });
    return pagefind;
  })());

const search = async (query: string): Promise<void> => {
  list.replaceChildren();
  danger.hidden = !DANGER.test(unmarked(query));
  if (!query.trim()) return state('idle');
  state('loading', status.dataset.loading);
  try {
    const { results } = await (await load()).search(query.slice(0, 200));
    const pages = await Promise.all(results.slice(0, MOST_RESULTS).map((result) => result.data()));
    for (const { url, excerpt: words, meta } of pages) {
      const item = document.createElement('li');
      item.dataset.result = '';
      item.append(Object.assign(document.createElement('a'), { href: url, textContent: meta.title ?? url }), excerpt(words));
      list.append(item);
    }
    if (results.length > 0) state('done', `${results.length} ${status.dataset.count}`);
    else state('empty', status.dataset.none);
  } catch {
    loaded = undefined;
    state('error', status.dataset.error);
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
