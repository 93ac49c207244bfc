/**
 * Names of pages and subjects below the search box while somebody types: a combobox with a listbox (ARIA Authoring Practices). The list stands
 * in the flow of the page, so that it never lies over a result. Nothing is asked of the server.
 */
import type { Suggestion } from './answers.ts';

interface Options {
  input: HTMLInputElement;
  /** The element that becomes the listbox. Its `data-subject` names a suggestion that is no page. */
  listbox: HTMLElement;
  /** Names of the kinds of pages. */
  kinds: Readonly<Record<string, string>>;
  suggest: (typed: string) => Promise<readonly Suggestion[]>;
  /** Searches for a subject that was chosen. */
  ask: (subject: string) => void;
}

/** Turns the box into a combobox. Returns what closes its list. */
export const suggestBelow = ({ input, listbox, kinds, suggest, ask }: Options): (() => void) => {
  let shown: readonly Suggestion[] = [];
  let active = -1;
  listbox.id = `${input.id}-suggestions`;
  listbox.setAttribute('role', 'listbox');
  for (const [name, value] of Object.entries({
    role: 'combobox',
    'aria-autocomplete': 'list',
    'aria-expanded': 'false',
    'aria-controls': listbox.id,
  }))
    input.setAttribute(name, value);

  const activate = (at: number): void => {
    active = at;
    [...listbox.children].forEach((option, index) => option.setAttribute('aria-selected', String(index === at)));
    const option = listbox.children[at];
    if (option) {
      input.setAttribute('aria-activedescendant', option.id);
      option.scrollIntoView({ block: 'nearest' });
    } else input.removeAttribute('aria-activedescendant');
  };
  const show = (suggestions: readonly Suggestion[]): void => {
    shown = suggestions;
    listbox.replaceChildren(
      ...suggestions.map(({ title, kind }, at) => {
        const option = document.createElement('li');
        option.id = `${listbox.id}-${at}`;
        option.setAttribute('role', 'option');
        const what = document.createElement('span');
        what.className = 'kind';
        what.textContent = (kind === undefined ? listbox.dataset.subject : kinds[kind]) ?? '';
        option.append(title, ' ', what);
        return option;
      }),
    );
    listbox.hidden = suggestions.length === 0;
    input.setAttribute('aria-expanded', String(!listbox.hidden));
    activate(-1);
  };
  /** Counts what was asked for; suggestions that come after the list was closed, or for earlier words, are dropped. */
  let latest = 0;
  const close = (): void => {
    latest++;
    show([]);
  };
  const choose = (at: number): void => {
    const chosen = shown[at];
    close();
    if (chosen?.url !== undefined) location.assign(chosen.url);
    else if (chosen) ask(chosen.title);
  };

  input.addEventListener('input', () => {
    const mine = ++latest;
    suggest(input.value).then(
      (suggestions) => {
        if (mine === latest && document.activeElement === input) show(suggestions);
      },
      // Without suggestions the search works all the same.
      () => undefined,
    );
  });
  input.addEventListener('keydown', (event) => {
    // Keys that an input method is still working with are its own.
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || listbox.hidden) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      // Beyond either end nothing is chosen, as before the first arrow.
      const next = active + step;
      activate(next < -1 ? shown.length - 1 : next >= shown.length ? -1 : next);
    } else if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && active >= 0) choose(active);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  // Before the box loses the focus to it.
  listbox.addEventListener('mousedown', (event) => event.preventDefault());
  listbox.addEventListener('click', (event) => {
    const option = event.target instanceof Element && event.target.closest('[role="option"]');
    if (option) choose([...listbox.children].indexOf(option));
  });
  input.addEventListener('blur', close);
  return close;
};
