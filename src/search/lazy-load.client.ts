/**
 * Loads the search once somebody is about to ask, or the address holds a question (the page has put it into the box): whoever opens the page
 * without one waits for nothing. A question submitted before the script has come stays in the box and is answered when it comes.
 */
import { form, input, showFailure } from './search-page.ts';

const load = (): void =>
  void import('./search.client.ts').catch(() => {
    showFailure(location.hash);
    // A browser may remember a module that it could not load: only a new page tries again. The inline handler of the form comes before this
    // one and has put the question into the address.
    form.addEventListener('submit', () => location.reload());
  });
if (input.value) load();
// Dictation and programs that read the screen may fill the box without a focus.
else for (const type of ['focusin', 'input']) form.addEventListener(type, load, { once: true });

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
