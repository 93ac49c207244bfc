/** Shows the buttons that this browser supports: its share sheet and copying. Their code is loaded on the first tap. */
const section = document.querySelector('.share');
const [sheet, copy] = section?.querySelectorAll('button') ?? [];
const address = section?.querySelector('p span');
const actions = () => import('./actions.client.ts');

const offer = (button: HTMLElement | undefined, act: (button: HTMLElement) => Promise<void>): void => {
  if (!button?.parentElement) return;
  button.parentElement.hidden = false;
  button.onclick = () => void act(button);
};

if (address) {
  if ('share' in navigator) offer(sheet, async () => (await actions()).openSheet(address));
  offer(copy, async (button) => (await actions()).copyAddress(button, address));
  // A printed page is shared too, and nobody can open a closed `<details>` on paper.
  addEventListener('beforeprint', () => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

export {};
