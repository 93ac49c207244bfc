/**
 * Fetches the search when somebody has asked by the address, or is about to: whoever opens the page without a question waits for nothing.
 * A question sent before it has come goes by the address, as without a script.
 */
const input = document.querySelector<HTMLInputElement>('#q')!;
const open = (): void => void import('./search.client.ts').catch(() => undefined);
if (location.search) open();
// Dictation and programs that read the screen may fill the box without a focus.
else for (const type of ['focusin', 'input']) input.form!.addEventListener(type, open, { once: true });

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
