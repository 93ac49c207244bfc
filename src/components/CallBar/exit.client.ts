/**
 * The way out: a tap on the link, or Shift pressed three times. Behaves as “Exit this page” of GOV.UK, whose research it follows:
 * https://design-system.service.gov.uk/components/exit-this-page/
 * Without this script the link leads to the same page.
 */
import { forget } from '../../offline/forget.ts';

const PRESSES = 3;
/** Between two presses; after it the count begins again. */
const PRESS_WITHIN = 5000;
/** How long leaving waits for the removal of copies, in milliseconds. The worker goes on with it afterwards. */
const CLEAR_WITHIN = 300;

const link = document.querySelector<HTMLAnchorElement>('.exit')!;
const status = document.querySelector<HTMLElement>('[data-exit-status]')!;
const { more = '', last = '', expired = '', leaving = '' } = status.dataset;
const title = document.title;

let cover: HTMLElement | undefined;
let presses = 0;
let timer = 0;
/** The key released before this one was typed with Shift: the Shift that follows ends that and is no press. */
let wasModifier = false;

const reset = (words = ''): void => {
  clearTimeout(timer);
  presses = 0;
  status.textContent = words;
};

const leave = (): void => {
  if (cover) return;
  reset();
  document.title = leaving;
  document.body.classList.add('is-exiting');
  cover = Object.assign(document.createElement('div'), { className: 'exit-cover' });
  cover.setAttribute('role', 'alert');
  document.body.append(cover);
  // Filled after it stands there, so that screen readers say it.
  cover.textContent = leaving;
  const late = new Promise((resolve) => setTimeout(resolve, CLEAR_WITHIN));
  // In the place of this page, so that “back” does not lead here.
  void Promise.race([forget(), late]).then(() => location.replace(link.href));
};

link.addEventListener('click', (event) => {
  event.preventDefault();
  leave();
});

addEventListener('keyup', ({ key, shiftKey }) => {
  if (key === 'Shift' && !wasModifier) {
    clearTimeout(timer);
    presses++;
    if (presses === PRESSES) return leave();
    status.textContent = presses === 1 ? more : last;
    timer = window.setTimeout(() => reset(expired), PRESS_WITHIN);
  } else if (presses > 0) reset();
  wasModifier = shiftKey;
});

// Whoever comes back by the browser's own buttons finds the page, not an empty one.
addEventListener('pageshow', ({ persisted }) => {
  if (!persisted) return;
  cover?.remove();
  cover = undefined;
  document.body.classList.remove('is-exiting');
  document.title = title;
  reset();
});
