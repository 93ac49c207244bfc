/** Registers the service worker once a page has loaded. */
const { worker } = document.body.dataset;
/** Whether the user cleared the device on this page: then no worker is registered again. */
let cleared = false;
addEventListener('clear-device-data', () => (cleared = true));

const register = async (): Promise<void> => {
  try {
    // The body has a class once the quick exit was pressed.
    if (worker && !cleared && !document.body.className)
      await navigator.serviceWorker.register(worker, { updateViaCache: 'none' });
  } catch {
    // Private windows and blocked cookies refuse; the site then works without a worker.
  }
};

// The property is missing where a page may have no worker.
if (worker && 'serviceWorker' in navigator) addEventListener('load', () => setTimeout(() => void register(), 500));
// In development, remove a worker that a built site left at this address.
else if (import.meta.env.DEV) dispatchEvent(new CustomEvent('clear-device-data', { detail: () => undefined }));
