/** Shows what this phone can do: its share sheet, where it has one, and copying. What they do is fetched at the first tap. */
const section = document.querySelector('.share');
const act = () => import('./actions.client.ts');

if (section) {
  const [sheet, copy] = section.querySelectorAll<HTMLElement>('li');
  if ('share' in navigator) {
    sheet!.hidden = false;
    sheet!.onclick = () => void act().then(({ openSheet }) => openSheet(section));
  }
  copy!.hidden = false;
  copy!.onclick = () => void act().then(({ copyAddress }) => copyAddress(section));
  // Paper, too, is a way to pass a page on, and nothing on it can be tapped open.
  addEventListener('beforeprint', () => {
    for (const details of document.querySelectorAll('details')) details.open = true;
  });
}

export {};
