/** Sets up the worker once a page is done with its own work. */
const { worker } = document.body.dataset;
/** Whether someone asked that nothing be kept: then nothing is put back. */
let forgotten = false;
addEventListener('forget', () => (forgotten = true));

const register = async (): Promise<void> => {
  try {
    if (worker && !forgotten && !document.body.className)
      await navigator.serviceWorker.register(worker, { updateViaCache: 'none' });
  } catch {
    // Private windows and blocked cookies refuse; the site then works as without.
  }
};

// There is no such property where a page may have no worker.
if (worker && 'serviceWorker' in navigator) addEventListener('load', () => setTimeout(() => void register(), 500));
// While developing, a worker that a built site left at this address would come between.
else if (import.meta.env.DEV) dispatchEvent(new CustomEvent('forget', { detail: () => undefined }));
