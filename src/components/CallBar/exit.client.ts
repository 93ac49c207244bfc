/**
 * The quick exit by click or tap: hides the page, clears the device and opens a neutral page. Inlined, so that it works as soon as
 * the page is shown; without JavaScript the link opens the same neutral page.
 * Follows “Exit this page” of GOV.UK: https://design-system.service.gov.uk/components/exit-this-page/
 */
import { clearDeviceData } from '../../offline/clear-device-data.ts';

/** How long leaving waits for the clearing, in milliseconds. The worker continues afterwards. */
const CLEAR_TIMEOUT = 300;

const link = document.querySelector<HTMLAnchorElement>('.exit');
const cover = document.querySelector<HTMLElement>('.exit-status');
if (!link || !cover) throw new Error('No .exit');
const { body } = document;
const { leaving = '' } = cover.dataset;

link.addEventListener('click', (event) => {
  event.preventDefault();
  if (body.className) return;
  document.title = leaving;
  // Hides everything but the status from here on.
  body.className = 'is-exiting';
  cover.setAttribute('role', 'alert');
  body.append(cover);
  // Filled after it was inserted: screen readers announce changes only.
  cover.textContent = leaving;
  const late = new Promise((resolve) => setTimeout(resolve, CLEAR_TIMEOUT));
  // Replaces the history entry, so that “back” does not open this page.
  void Promise.race([clearDeviceData(), late]).then(() => location.replace(link.href));
});

// Restored from the back/forward cache, the page would still be hidden.
addEventListener('pageshow', ({ persisted }) => {
  if (persisted && body.className) location.reload();
});

// Clear buttons ask by an event: importing this code there too would turn it into a shared file that every page has to fetch.
addEventListener('clear-device-data', (event) =>
  (event as CustomEvent<(done: Promise<boolean>) => void>).detail(clearDeviceData()),
);
