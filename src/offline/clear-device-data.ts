/** Removes everything that the site stored on the device. History, downloads and the like are out of reach of a page. */

/** Message to the worker. Cached pages send it too, so that it stays as it was when they were stored. */
export const CLEAR_MESSAGE = 'forget';

/** Whether the action succeeded. A part of the browser that is blocked holds nothing of the site. */
const attempt = (action: () => Promise<unknown>): Promise<boolean> =>
  action().then(
    () => true,
    () => false,
  );

/** Removes stored values, the worker and every cache. Resolves with whether no cache is left. */
export const clearDeviceData = async (): Promise<boolean> => {
  // eslint-disable-next-line @typescript-eslint/require-await -- asynchronous, so that `attempt` sees what it throws
  await attempt(async () => {
    localStorage.clear();
    sessionStorage.clear();
  });
  await attempt(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    if (!registration) return;
    // A worker continues when this page is left before the end.
    for (const worker of [registration.installing, registration.waiting, registration.active])
      worker?.postMessage(CLEAR_MESSAGE);
    await registration.unregister();
  });
  // Last, because the worker may still have written. A browser without this store holds nothing in it.
  return (
    !('caches' in window) || attempt(async () => Promise.all((await caches.keys()).map((name) => caches.delete(name))))
  );
};
