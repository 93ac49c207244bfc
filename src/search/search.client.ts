/**
 * The search page, once it is wanted (`lazy-load.client.ts`): asks the index for what is in the form and lists the pages found.
 * Words of the page come with it, as `data-` attributes of the elements they are shown in.
 * Nothing typed leaves the device: the question is kept in the fragment of the address, which browsers do not send. A new question replaces
 * the former one in the browsing history, so that “back” leads away from the search and never through a list of what was asked.
 */
import type { Answer } from './answers.ts';
import type { DistressKind } from './distress.ts';
import type { FoundPage } from './excerpt.ts';
import type { Filters } from './retrieval.ts';
import {
  danger,
  folded,
  form,
  input,
  list,
  more,
  note,
  otherLanguage,
  showFailure,
  showState,
  spelling,
  status,
  suggestions,
} from './search-page.ts';
import type { SearchResult } from './search.ts';
import { suggestBelow } from './suggestions.ts';
import { loadSearch, type SearchClient } from './worker-client.ts';

/** Results shown at first, and with each “more”. */
const SHOWN = 10;
/** Fewer results in another language, and those in Vietnamese are offered. */
const FEW = 3;
/** Results in the other language for a question in it. */
const MOST_ELSEWHERE = 5;
/** Suggestions below the box. */
const SUGGESTED = 4;
/** A pause in typing, in milliseconds. */
const PAUSE = 180;

const filters = [...form.querySelectorAll<HTMLSelectElement>('select')];
const kinds = JSON.parse(list.dataset.kinds ?? '{}') as Record<string, string>;

const ownLanguage = document.documentElement.lang;
let attempt = 0;
const clients = new Map<string, Promise<SearchClient>>();
/** The index of a language, loaded once; after a failure the next question tries again. */
const search = (lang = ownLanguage): Promise<SearchClient> => {
  const { bundle = '', tag = '' } = list.dataset;
  const loaded =
    clients.get(lang) ??
    loadSearch({ bundle, tag, lang, attempt: ++attempt }).catch((error: unknown) => {
      clients.delete(lang);
      throw error;
    });
  clients.set(lang, loaded);
  return loaded;
};

const element = <K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

const resultItem = ({ url, title, kind = '', excerpt, part }: FoundPage): HTMLLIElement => {
  const item = element('li', {}, element('a', { href: url, textContent: title }));
  item.dataset.result = '';
  const name = kinds[kind];
  if (name) item.append(element('span', { className: 'kind', textContent: name }));
  item.append(
    element('p', {}, ...excerpt.map((text, at) => (at % 2 === 1 ? element('mark', { textContent: text }) : text))),
  );
  if (part) item.append(element('a', { className: 'part', href: part.url, textContent: part.title }));
  return item;
};

/** The answer to a wish that recurs: a link, a sentence, numbers to call. */
const answerItem = ({ title, text, url, calls }: Answer): HTMLLIElement => {
  const item = element('li', { className: 'answer' }, element('a', { href: url, textContent: title }));
  item.dataset.result = '';
  item.append(element('p', { textContent: text }));
  if (calls.length > 0)
    item.append(
      element(
        'p',
        { className: 'calls' },
        ...calls.map(({ number, display, name }) =>
          element('a', {
            href: `tel:${number}`,
            ariaLabel: `${list.dataset.call} ${display}, ${name}`,
            textContent: display,
          }),
        ),
      ),
    );
  return item;
};

/** Figures that were found besides, in one line until somebody opens it. */
const showFigures = (count: number): void => {
  folded.hidden = count === 0;
  folded.open = false;
  folded.querySelector('ol')?.replaceChildren();
  const summary = folded.querySelector('summary');
  if (summary) summary.textContent = `${folded.dataset.name} (${count})`;
};

/** The question and the filters that are set, as the fragment of an address; empty when nothing is. */
const fragment = (query = input.value): string => {
  const question = new URLSearchParams(query && { q: query });
  for (const { dataset, value } of filters) if (value) question.set(dataset.field ?? '', value);
  return String(question) && `#${question}`;
};

/** Fills the form from such a fragment. */
const fill = (from: string): void => {
  const question = new URLSearchParams(from.slice(1));
  for (const field of [input, ...filters]) field.value = question.get(field.dataset.field ?? '') ?? '';
};

/** A link to this page with another query and the same filters. */
const asking = (query: string): HTMLAnchorElement =>
  Object.assign(document.createElement('a'), { href: fragment(query), textContent: query });

/** Says by which other spelling pages were found, or offers one. */
const explain = ({ readAs, suggestion }: SearchResult): void => {
  const words = readAs ?? suggestion;
  spelling.hidden = words === undefined;
  if (words === undefined) return;
  const before = readAs === undefined ? spelling.dataset.perhaps : spelling.dataset.readAs;
  spelling.replaceChildren(`${before ?? ''} `, asking(words));
};

/** Leads to the search in the other language: for a question in it, and where little was found. Most pages are in Vietnamese alone. */
const offerOtherLanguage = (query: string, offered: boolean): void => {
  const there = otherLanguage.querySelector('a');
  otherLanguage.hidden = !offered || !there;
  if (!there) return;
  there.hash = `#${new URLSearchParams({ q: query })}`;
  there.textContent = query;
};

/** Shows the help for one kind of distress, or none. */
const showDistress = (kind?: DistressKind): void => {
  danger.hidden = kind === undefined;
  for (const part of danger.querySelectorAll<HTMLElement>('[data-distress]'))
    part.hidden = kind === undefined || !part.dataset.distress?.split(' ').includes(kind);
};

/** The best pages in the other language; none where its index cannot be had. */
const foundElsewhere = async (query: string): Promise<HTMLLIElement[]> => {
  const lang = otherLanguage.querySelector('a')?.hreflang;
  if (!lang) return [];
  const result = await search(lang)
    .then((engine) => engine.search(query, {}))
    .catch(() => undefined);
  const items = [
    ...(result?.answer ? [answerItem(result.answer)] : []),
    ...(result?.found.slice(0, MOST_ELSEWHERE).map(resultItem) ?? []),
  ];
  for (const item of items) item.lang = lang;
  return items;
};

/** The question whose answer is awaited; a later one makes an earlier answer void. */
let current = 0;
/** Pages found and not shown yet: loaded ones, and how many there are besides. */
let rest: FoundPage[] = [];
let further = 0;

const showMore = async (): Promise<void> => {
  const mine = current;
  if (rest.length < SHOWN && further > 0) {
    const wanted = SHOWN - rest.length;
    further -= wanted;
    const pages = await (await search()).more(wanted);
    if (mine !== current) return;
    rest.push(...pages);
  }
  list.append(...rest.splice(0, SHOWN).map(resultItem));
  more.hidden = rest.length === 0 && further <= 0;
};

const showNothing = (): void => {
  list.replaceChildren();
  for (const part of [danger, spelling, more, note, folded, otherLanguage]) part.hidden = true;
};

const answer = async (query: string): Promise<void> => {
  const mine = ++current;
  const question = fragment();
  if (!query.trim()) {
    showNothing();
    showState('idle', question);
    return;
  }
  const chosen: Filters = Object.fromEntries(
    filters.filter(({ value }) => value).map(({ dataset, value }) => [dataset.filter ?? '', value]),
  );
  showState('loading', question, status.dataset.loading);
  try {
    const result = await (await search()).search(query, chosen);
    if (mine !== current) return;
    const elsewhere = result.otherLanguage ? await foundElsewhere(query) : [];
    if (mine !== current) return;
    const count = result.found.length + result.more + (result.answer ? 1 : 0) + elsewhere.length;
    rest = result.found;
    further = result.more;
    list.replaceChildren(...elsewhere, ...(result.answer ? [answerItem(result.answer)] : []));
    showDistress(result.distress);
    explain(result);
    showFigures(result.figures);
    const { missingYear } = result;
    note.hidden = missingYear === undefined;
    if (missingYear)
      note.textContent = (note.dataset.missing ?? '')
        .replace('{asked}', missingYear.asked)
        .replace('{nearest}', missingYear.nearest);
    offerOtherLanguage(query, result.otherLanguage || (ownLanguage !== 'vi' && count < FEW));
    await showMore();
    if (mine !== current) return;
    makeRoom();
    if (count > 0) showState('done', question, `${count} ${status.dataset.count}`);
    else showState('empty', question, status.dataset.none);
  } catch {
    // A search that a newer one has superseded fails too.
    if (mine !== current) return;
    showNothing();
    showFailure(question);
  }
};

const box = input.closest('.row');
/** Gives results the room on a small screen: once, and not where somebody has scrolled. */
const makeRoom = (): void => {
  const main = form.closest('main');
  if (!main || main.classList.contains('asked')) return;
  main.classList.add('asked');
  if (box && scrollY < 1 && innerHeight < 900 && innerWidth < 600) box.scrollIntoView();
};

let typing: ReturnType<typeof setTimeout> | undefined;
const closeSuggestions = suggestBelow({
  input,
  listbox: suggestions,
  kinds,
  suggest: async (typed) => (await search()).suggest(typed, SUGGESTED),
  ask: (subject) => {
    input.value = subject;
    askNow();
  },
});
const askNow = (): void => {
  clearTimeout(typing);
  void answer(input.value);
  history.replaceState(null, '', location.pathname + fragment());
};
input.addEventListener('input', () => {
  clearTimeout(typing);
  typing = setTimeout(askNow, PAUSE);
});
// Whoever reaches for the box is about to ask.
const prepare = (): void => void search().catch(() => undefined);
if (document.activeElement === input) prepare();
else input.addEventListener('focus', prepare, { once: true });
// In the place of the inline handler of `SearchBox`.
form.onsubmit = (event) => {
  event.preventDefault();
  closeSuggestions();
  askNow();
};
for (const select of filters) select.addEventListener('change', askNow);
/** Links within the page. Followed by the browser, each would put an entry into the history, or take the question out of the address. */
addEventListener('click', (event) => {
  const clicked = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('a[href^="#"]');
  if (!clicked || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  if (clicked.hash.startsWith('#q=')) {
    fill(clicked.hash);
    askNow();
  } else document.getElementById(clicked.hash.slice(1))?.focus();
});
more.addEventListener('click', () => void showMore());
folded.addEventListener('toggle', () => {
  const into = folded.querySelector('ol');
  const mine = current;
  if (!folded.open || !into || into.childElementCount > 0) return;
  void search()
    .then((engine) => engine.figures())
    .then((pages) => {
      if (mine === current) into.replaceChildren(...pages.map(resultItem));
    })
    .catch(() => (folded.open = false));
});

/** Arrows walk from the box through the results and back, Escape clears it. */
addEventListener('keydown', (event) => {
  const at = document.activeElement;
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Escape' && (at === input || list.contains(at))) {
    event.preventDefault();
    if (at === input) {
      input.value = '';
      askNow();
    } else input.focus();
  } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && (at === input || list.contains(at))) {
    const links = [...list.querySelectorAll<HTMLAnchorElement>('[data-result] > a:first-child')];
    const from = links.findIndex((link) => link.parentElement?.contains(at));
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
