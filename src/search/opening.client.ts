/**
 * Loads the search once somebody is about to ask, or the address holds a question (the page has put it into the box): whoever opens the page
 * without one waits for nothing. A question submitted before the script has come stays in the box and is answered when it comes.
 */
const input = document.querySelector<HTMLInputElement>('#q')!;
const list = document.querySelector<HTMLElement>('[data-search-results]')!;
const form = input.form!;

/** Says that there is no search. A browser may remember a module that it could not load: only a new page tries again. */
const fail = (): void => {
  const status = document.querySelector<HTMLElement>('[data-search-status]')!;
  list.dataset.searchState = 'error';
  status.textContent = (navigator.onLine ? status.dataset.error : status.dataset.offline) ?? '';
  document.querySelector<HTMLElement>('[data-search-nothing]')!.hidden = false;
  // The inline handler of the form has put the question into the address by then.
  form.addEventListener('submit', () => location.reload());
};
const open = (): void => void import('./search.client.ts').catch(fail);
if (input.value) open();
// Dictation and programs that read the screen may fill the box without a focus.
else for (const type of ['focusin', 'input']) form.addEventListener(type, open, { once: true });

/** Slash reaches the box. */
addEventListener('keydown', (event) => {
  const at = document.activeElement;
  if (
    event.key !== '/' ||
    event.ctrlKey ||
    event.metaKey ||
    event.altKey ||
    at instanceof HTMLInputElement ||
    at instanceof HTMLSelectElement
  )
    return;
  event.preventDefault();
  input.focus();
  input.select();
});
