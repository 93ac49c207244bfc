/**
 * The search page, once it is wanted (`opening.client.ts`): asks the index for what is in the form and lists the pages found.
 * Words of the page come with it, as `data-` attributes of the elements they are shown in.
 * Nothing typed leaves the device: the question is kept in the fragment of the address, which browsers do not send. A new question replaces
 * the former one in the browsing history, so that “back” leads away from the search and never through a list of what was asked.
 */
import { connect, type Search } from './connection.ts';
import type { Shown } from './engine.ts';
import type { Filters, PageData } from './evidence.ts';
import { isMarked } from './fit.ts';
import { decode } from './folding.ts';

/** Results shown at first, and with each “more”. */
const SHOWN = 10;
const SUB_RESULTS = 3;
/** Fewer results in another language, and those in Vietnamese are offered. */
const FEW = 3;
/** A pause in typing, in milliseconds. */
const PAUSE = 180;

const list = document.querySelector<HTMLElement>('[data-search-results]')!;
const status = document.querySelector<HTMLElement>('[data-search-status]')!;
const spelling = document.querySelector<HTMLElement>('[data-search-spelling]')!;
const danger = document.querySelector<HTMLElement>('[data-search-danger]')!;
const nothing = document.querySelector<HTMLElement>('[data-search-nothing]')!;
/** On pages in other languages: the way to the Vietnamese results. */
const vietnamese = document.querySelector<HTMLElement>('[data-search-vietnamese]');
const more = document.querySelector<HTMLElement>('[data-search-more]')!;
const input = document.querySelector<HTMLInputElement>('#q')!;
const form = input.form!;
const filters = [...form.querySelectorAll<HTMLSelectElement>('select')];
const kinds = JSON.parse(list.dataset.kinds ?? '{}') as Record<string, string>;

type State = 'idle' | 'loading' | 'done' | 'empty' | 'error';
/** `question` is the fragment of the address that the state belongs to. */
const show = (state: State, question: string, words = ''): void => {
  list.dataset.searchQuestion = question;
  list.dataset.searchState = state;
  status.textContent = words;
  nothing.hidden = state !== 'empty' && state !== 'error';
};

let attempt = 0;
let engine: Promise<Search> | undefined;
/** Loads the index once; after a failure the next question tries again. */
const load = (): Promise<Search> => {
  const { bundle = '', tag = '' } = list.dataset;
  attempt += 1;
  return connect({ bundle, tag, lang: document.documentElement.lang, attempt });
};
const loaded = (): Promise<Search> =>
  (engine ??= load().catch((error: unknown) => {
    engine = undefined;
    throw error;
  }));

/** Text that Pagefind has escaped. The element is never part of the page, and its content model is text. */
const unescaped = (html: string): string =>
  Object.assign(document.createElement('textarea'), { innerHTML: html }).value;

/** An excerpt as text and marks only; whatever else stands in it is shown as it is written. */
const excerpt = (html: string): HTMLElement => {
  const paragraph = document.createElement('p');
  for (const part of decode(html).split(/(<mark>.*?<\/mark>)/)) {
    const marked = /^<mark>(.*)<\/mark>$/.exec(part);
    paragraph.append(
      marked ? Object.assign(document.createElement('mark'), { textContent: unescaped(marked[1]!) }) : unescaped(part),
    );
  }
  return paragraph;
};

const result = ({ url, excerpt: words, meta, filters: values, sub_results: parts = [] }: PageData): HTMLLIElement => {
  const item = document.createElement('li');
  item.dataset.result = '';
  item.append(
    Object.assign(document.createElement('a'), { href: url, textContent: unescaped(decode(meta.title ?? url)) }),
  );
  const kind = kinds[values?.kind?.[0] ?? ''];
  if (kind) item.append(Object.assign(document.createElement('span'), { className: 'kind', textContent: kind }));
  item.append(excerpt(words));
  const headings = parts.filter((part) => part.anchor && part.url !== url).slice(0, SUB_RESULTS);
  if (headings.length > 0) {
    const jumps = document.createElement('ul');
    for (const heading of headings) {
      const jump = document.createElement('li');
      jump.append(
        Object.assign(document.createElement('a'), {
          href: heading.url,
          textContent: unescaped(decode(heading.title)),
        }),
      );
      jumps.append(jump);
    }
    item.append(jumps);
  }
  return item;
};

/** The question and the filters that are set, as the fragment of an address; empty when nothing is. */
const fragment = (query = input.value): string => {
  const question = new URLSearchParams(query && { q: query });
  for (const { dataset, value } of filters) if (value) question.set(dataset.field!, value);
  return String(question) && `#${question}`;
};

/** Fills the form from such a fragment. */
const fill = (from: string): void => {
  const question = new URLSearchParams(from.slice(1));
  for (const field of [input, ...filters]) field.value = question.get(field.dataset.field!) ?? '';
};

/** A link to this page with another query and the same filters. */
const asking = (query: string): HTMLAnchorElement =>
  Object.assign(document.createElement('a'), { href: fragment(query), textContent: query });

const explain = ({ readAs, perhaps }: Shown): void => {
  const words = readAs ?? perhaps;
  spelling.hidden = words === undefined;
  if (words !== undefined)
    spelling.replaceChildren(
      `${(readAs === undefined ? spelling.dataset.perhaps : spelling.dataset.readAs) ?? ''} `,
      asking(words),
    );
};

/** Most pages are in Vietnamese alone: they are offered for a query in Vietnamese, and where little else was found. */
const offerVietnamese = (query: string, count: number): void => {
  const link = vietnamese?.querySelector('a');
  if (!vietnamese || !link) return;
  vietnamese.hidden = !isMarked(query) && count >= FEW;
  link.hash = `#${new URLSearchParams({ q: query })}`;
  link.textContent = query;
};

/** The question whose answer is awaited; a later one makes an earlier answer void. */
let current = 0;
/** Pages found and not shown yet: loaded ones, and how many there are besides. */
let rest: PageData[] = [];
let further = 0;

const showMore = async (): Promise<void> => {
  const mine = current;
  if (rest.length < SHOWN && further > 0) {
    const wanted = SHOWN - rest.length;
    further -= wanted;
    const pages = await (await loaded()).more(wanted);
    if (mine !== current) return;
    rest.push(...pages);
  }
  list.append(...rest.splice(0, SHOWN).map(result));
  more.hidden = rest.length === 0 && further <= 0;
};

const search = async (query: string): Promise<void> => {
  const mine = ++current;
  const stillWanted = (): boolean => mine === current;
  const question = fragment();
  const chosen: Filters = Object.fromEntries(
    filters.filter(({ value }) => value).map(({ dataset, value }) => [dataset.filter!, value]),
  );
  if (!query.trim()) {
    list.replaceChildren();
    danger.hidden = true;
    spelling.hidden = true;
    more.hidden = true;
    return show('idle', question);
  }
  show('loading', question, status.dataset.loading);
  try {
    const answer = await (await loaded()).ask(query, chosen);
    if (!stillWanted()) return;
    const count = answer.found.length + answer.more;
    rest = answer.found;
    further = answer.more;
    list.replaceChildren();
    danger.hidden = !answer.danger;
    explain(answer);
    offerVietnamese(query, count);
    await showMore();
    if (count > 0) show('done', question, `${count} ${status.dataset.count}`);
    else show('empty', question, status.dataset.none);
  } catch {
    if (!stillWanted()) return;
    list.replaceChildren();
    more.hidden = true;
    show('error', question, navigator.onLine ? status.dataset.error : status.dataset.offline);
  }
};

let typing: ReturnType<typeof setTimeout> | undefined;
const askNow = (): void => {
  clearTimeout(typing);
  void search(input.value);
  history.replaceState(null, '', location.pathname + fragment());
};
input.addEventListener('input', () => {
  clearTimeout(typing);
  typing = setTimeout(askNow, PAUSE);
});
// Whoever reaches for the box is about to ask.
const prepare = (): void => void loaded().catch(() => undefined);
if (document.activeElement === input) prepare();
else input.addEventListener('focus', prepare, { once: true });
// In the place of the inline handler of `SearchBox`.
form.onsubmit = (event) => {
  event.preventDefault();
  askNow();
};
for (const select of filters) select.addEventListener('change', askNow);
/** Links within the page. Followed by the browser, each would put an entry into the history, or take the question out of the address. */
addEventListener('click', (event) => {
  const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('a[href^="#"]');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  if (link.hash.startsWith('#q=')) {
    fill(link.hash);
    askNow();
  } else document.getElementById(link.hash.slice(1))?.focus();
});
more.addEventListener('click', () => void showMore());

/** Arrows walk from the box through the results and back, Escape clears it. */
addEventListener('keydown', (event) => {
  const at = document.activeElement;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape' && (at === input || list.contains(at))) {
    event.preventDefault();
    if (at === input) {
      input.value = '';
      askNow();
    } else input.focus();
  } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && (at === input || list.contains(at))) {
    const links = [...list.querySelectorAll<HTMLAnchorElement>('[data-result] > a')];
    const from = links.findIndex((link) => link.parentElement!.contains(at));
    const next = from + (event.key === 'ArrowDown' ? 1 : -1);
    if (next >= links.length) return;
    event.preventDefault();
    (links[next] ?? input).focus();
  }
});
// A question was put into the address by hand.
addEventListener('hashchange', () => {
  if (!location.hash.startsWith('#q=') || location.hash === fragment()) return;
  fill(location.hash);
  askNow();
});
// The page has filled the form from the address; somebody may have typed since, and that is what counts.
askNow();
