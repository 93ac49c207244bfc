/** Sets up the worker once a page is done with its own work, and wakes the buttons that remove everything again. */
import { forget, forgotten } from './forget.ts';

const { worker } = document.body.dataset;

const register = (): void => {
  if (forgotten || !worker) return;
  // Private windows and blocked cookies refuse; the site then works as without.
  try {
    void navigator.serviceWorker.register(worker, { updateViaCache: 'none' }).catch(() => undefined);
  } catch {
    // Not even to be asked.
  }
};

if (isSecureContext && 'serviceWorker' in navigator) {
  if (worker) addEventListener('load', () => ('requestIdleCallback' in window ? requestIdleCallback(register) : setTimeout(register, 500)));
  // While developing, a worker that a built site left at this address would come between.
  else if (import.meta.env.DEV) void forget();
}

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-forget]')) {
  button.hidden = false;
  button.addEventListener('click', () => {
    const status = button.nextElementSibling;
    void forget().then((done) => {
      const { done: gone, failed } = button.dataset;
      if (status) status.textContent = (done ? gone : failed) ?? '';
      document.dispatchEvent(new Event('device-changed'));
    });
  });
}
