/**
 * Marks alerts that have expired since the site was built: `data-expires` holds the last day in force.
 * A list of alerts in force (`data-in-force`, how many it shows) loses them and shows the next; any other list puts them last.
 */
// Vietnam is at UTC+7 all year, wherever the phone thinks it is.
const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

for (const entry of document.querySelectorAll<HTMLElement>('[data-expires]')) {
  if (entry.dataset.expires! >= today) continue;
  entry.classList.add('expired');
  entry.querySelector('.danger-sign')?.classList.replace('filled', 'outline');
  const status = entry.querySelector<HTMLElement>('[data-expired-words]');
  if (status) status.textContent = status.dataset.expiredWords!;
  const list = entry.closest('ul');
  if (list?.dataset.inForce) entry.remove();
  else list?.append(entry);
}
for (const list of document.querySelectorAll<HTMLElement>('[data-in-force]')) {
  const cards = [...list.children] as HTMLElement[];
  cards.forEach((card, index) => (card.hidden = index >= Number(list.dataset.inForce)));
  if (cards.length === 0) list.closest('section')!.hidden = true;
}
