/**
 * The way out by a tap on the link. It stands in the page itself, so that it works as soon as the page does.
 * Behaves as “Exit this page” of GOV.UK, whose research it follows: https://design-system.service.gov.uk/components/exit-this-page/
 * Without this script the link leads to the same page.
 */
import { forget } from '../../offline/forget.ts';

/** How long leaving waits for the removal of copies, in milliseconds. The worker goes on with it afterwards. */
const CLEAR_WITHIN = 300;

const link = document.querySelector<HTMLAnchorElement>('.exit')!;
const cover = document.querySelector<HTMLElement>('.exit-status')!;
const { body } = document;
const { leaving = '' } = cover.dataset;

link.addEventListener('click', (event) => {
  event.preventDefault();
  if (body.className) return;
  document.title = leaving;
  // From here on nothing else of the page is to be seen.
  body.className = 'is-exiting';
  cover.setAttribute('role', 'alert');
  body.append(cover);
  // Filled after it stands there, so that screen readers say it.
  cover.textContent = leaving;
  const late = new Promise((resolve) => setTimeout(resolve, CLEAR_WITHIN));
  // In the place of this page, so that “back” does not lead here.
  void Promise.race([forget(), late]).then(() => location.replace(link.href));
});

// Whoever comes back by the browser's own buttons finds the page, not an empty one.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted && body.className) location.reload();
});

// Buttons that remove what is kept ask by an event: a script of theirs that shared this code would make it a file to be fetched, on every page.
addEventListener('forget', (event) => (event as CustomEvent<(done: Promise<boolean>) => void>).detail(forget()));
