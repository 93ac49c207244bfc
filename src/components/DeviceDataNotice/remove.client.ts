/** Wakes the buttons that remove what the site keeps on the device. The removal itself is in the script of every page (`offline/register.client.ts`). */
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-forget]')) {
  button.hidden = false;
  button.addEventListener('click', () => {
    const status = button.nextElementSibling;
    const { done, failed } = button.dataset;
    const detail = (removal: Promise<boolean>): void =>
      void removal.then((isGone) => {
        if (status) status.textContent = (isGone ? done : failed) ?? '';
        document.dispatchEvent(new Event('device-changed'));
      });
    dispatchEvent(new CustomEvent('forget', { detail }));
  });
}
