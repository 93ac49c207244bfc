/** Shows what the device holds where a browser can store pages; the code for it comes after the page. */

/** Private windows and blocked cookies refuse, some only when asked. */
const hasStorage = async (): Promise<boolean> => {
  if (!isSecureContext || !('caches' in window) || !('serviceWorker' in navigator)) return false;
  try {
    await caches.keys();
    await navigator.serviceWorker.getRegistration();
    return true;
  } catch {
    return false;
  }
};

const start = async (): Promise<void> => {
  // The page keeps its text for devices that cannot store pages.
  if (!(await hasStorage())) return;
  const { showBundle, showCachedPages } = await import('./offline-page.ts');
  for (const element of document.querySelectorAll<HTMLElement>('[data-without-storage]')) element.hidden = true;
  for (const section of document.querySelectorAll<HTMLElement>('[data-bundle]')) {
    section.hidden = false;
    showBundle(section);
  }
  document.querySelectorAll<HTMLDetailsElement>('[data-cached-pages]').forEach(showCachedPages);
};
void start();
