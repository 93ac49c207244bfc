/**
 * The quick exit by click or tap: hides the page, clears the device and opens a neutral page. Inlined, so that it works as soon as
 * the page is shown; without JavaScript the link opens the same neutral page. That nobody comes back by Back or Forward is for the script
 * in `layouts/Head.astro`.
 * Follows “Exit this page” of GOV.UK: https://design-system.service.gov.uk/components/exit-this-page/
 */
import { clearDeviceData } from '../../offline/clear-device-data.ts';
import { LEFT_KEY } from './left-key.ts';

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
  void Promise.race([clearDeviceData(), late]).then(() => {
    try {
      sessionStorage.setItem(LEFT_KEY, '1');
    } catch {
      // Blocked storage: the way back stays open.
    }
    location.replace(link.href);
  });
});

// From a page with a neutral title every move replaces its entry in the history, so that “back” does not open it.
if ('quiet' in body.dataset)
  body.addEventListener('click', (event) => {
    const anchor = event.target instanceof Element && event.target.closest('a');
    if (!anchor || anchor.origin !== location.origin || anchor.download) return;
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    location.replace(anchor.href);
  });

// Clear buttons ask by an event: importing this code there too would turn it into a shared file that every page has to fetch.
addEventListener('clear-device-data', (event) =>
  (event as CustomEvent<(done: Promise<boolean>) => void>).detail(clearDeviceData()),
);
