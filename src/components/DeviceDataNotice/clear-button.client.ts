/** Shows the clear buttons. `CallBar/exit.client.ts`, in every page, answers their event and clears the device. */
for (const button of document.querySelectorAll<HTMLButtonElement>('[data-clear-device]')) {
  button.hidden = false;
  button.addEventListener('click', () => {
    const status = button.nextElementSibling;
    const { done, failed } = button.dataset;
    const detail = (clearing: Promise<boolean>): void =>
      void clearing.then((isCleared) => {
        if (status) status.textContent = (isCleared ? done : failed) ?? '';
        document.dispatchEvent(new Event('device-changed'));
      });
    dispatchEvent(new CustomEvent('clear-device-data', { detail }));
  });
}
