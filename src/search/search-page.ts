/** The elements of the search page (`layouts/Search.astro`) that its scripts work on, and what is shown as the state of a search. */

const element = <T extends Element>(selector: string, type: new () => T): T => {
  const found = document.querySelector(selector);
  if (found instanceof type) return found;
  throw new Error(`The search page has no ${selector}: compare layouts/Search.astro with search/search-page.ts.`);
};

export const input = element('#q', HTMLInputElement);
export const form = element('main form[role="search"]', HTMLFormElement);
export const list = element('[data-search-results]', HTMLElement);
export const status = element('[data-search-status]', HTMLElement);
const nothing = element('[data-search-nothing]', HTMLElement);
export const spelling = element('[data-search-spelling]', HTMLElement);
export const danger = element('[data-search-danger]', HTMLElement);
export const more = element('[data-search-more]', HTMLElement);
/** Says that a figure is of another year than the one asked for. */
export const note = element('[data-search-note]', HTMLElement);
/** Figures that were found besides pages. */
export const folded = element('[data-search-figures]', HTMLDetailsElement);
/** The way to the results in the other language. */
export const otherLanguage = element('[data-search-other-language]', HTMLElement);
/** Becomes the list of suggestions below the box. */
export const suggestions = element('[data-search-suggestions]', HTMLElement);

export type State = 'idle' | 'loading' | 'done' | 'empty' | 'error';

/** Shows the state of a search. `question` is the fragment of the address that it belongs to. */
export const showState = (state: State, question: string, words = ''): void => {
  list.dataset.searchQuestion = question;
  list.dataset.searchState = state;
  status.textContent = words;
  nothing.hidden = state !== 'empty' && state !== 'error';
};

/** Shows that there is no search, and whom to call. */
export const showFailure = (question: string): void =>
  showState('error', question, navigator.onLine ? status.dataset.error : status.dataset.offline);
