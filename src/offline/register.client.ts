/** Sets up the worker once a page is done with its own work. */
const { worker } = document.body.dataset;
/** Whether someone asked that nothing be kept: then nothing is put back. */
let forgotten = false;
addEventListener('forget', () => (forgotten = true));

// There is no such property where a page may have no worker.
if (worker && navigator.serviceWorker) {
  addEventListener('load', () =>
    setTimeout(async () => {
      try {
        if (!forgotten && !document.body.className) await navigator.serviceWorker.register(worker, { updateViaCache: 'none' });
      } catch {
        // Private windows and blocked cookies refuse; the site then works as without.
      }
    }, 500),
  );
}
// While developing, a worker that a built site left at this address would come between.
else if (import.meta.env.DEV) dispatchEvent(new CustomEvent('forget', { detail: () => undefined }));
