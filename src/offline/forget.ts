/** Takes from the device everything that the site put on it. What the browser itself keeps is out of its reach. */

/** A part of the browser that may be switched off: then there is nothing of the site in it. Resolves with whether it went through. */
const attempt = (action: () => Promise<unknown>): Promise<boolean> =>
  action().then(
    () => true,
    () => false,
  );

/** Removes every kept copy, everything stored, and the worker. Resolves with whether no copy is left. */
export const forget = async (): Promise<boolean> => {
  // eslint-disable-next-line @typescript-eslint/require-await -- asynchronous, so that what it throws is caught
  await attempt(async () => {
    localStorage.clear();
    sessionStorage.clear();
  });
  await attempt(async () => {
    // Fails where there is none, and then there is nothing to do.
    const registration = (await navigator.serviceWorker.getRegistration())!;
    // A worker goes on with it when this page is left before the end.
    for (const worker of [registration.installing, registration.waiting, registration.active])
      worker?.postMessage('forget');
    await registration.unregister();
  });
  // After the worker, which could put some back. A browser that has no such store holds nothing in it.
  return (
    !('caches' in window) || attempt(async () => Promise.all((await caches.keys()).map((name) => caches.delete(name))))
  );
};
