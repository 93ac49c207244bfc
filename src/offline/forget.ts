/** Takes from the device everything that the site put on it. What the browser itself keeps is out of its reach. */

/** A part of the browser that may be switched off: then there is nothing of the site in it. */
const attempt = async (action: () => unknown): Promise<boolean> => {
  try {
    await action();
    return true;
  } catch {
    return false;
  }
};

/** Whether that was asked for on this page; it then does not put anything back. */
export let forgotten = false;

const removeWorker = async (): Promise<void> => {
  const registration = await navigator.serviceWorker.getRegistration();
  if (!registration) return;
  // A worker goes on with it when this page is left before the end.
  for (const worker of [registration.installing, registration.waiting, registration.active]) worker?.postMessage('forget');
  await registration.unregister();
};

const removeCopies = async (): Promise<void> => {
  await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
};

/** Removes every kept copy, everything stored, and the worker. Resolves with whether no copy is left. */
export const forget = async (): Promise<boolean> => {
  forgotten = true;
  await Promise.all([attempt(() => localStorage.clear()), attempt(() => sessionStorage.clear()), attempt(removeWorker)]);
  // After the worker, which could put some back. A browser that has no such store holds nothing in it.
  return !('caches' in window) || attempt(removeCopies);
};
