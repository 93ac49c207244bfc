/**
 * Marks alerts that expired after the build: `data-expires` is the last day in force.
 * They are removed from a list of alerts in force (`data-in-force`: how many it shows) and moved to the end of any other list.
 */
// Vietnam is at UTC+7 all year; the time zone of the device does not matter.
const today = new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

for (const entry of document.querySelectorAll<HTMLElement>('[data-expires]')) {
  if ((entry.dataset.expires ?? '') >= today) continue;
  entry.classList.add('expired');
  entry.querySelector('.danger-sign')?.classList.replace('filled', 'outline');
  const status = entry.querySelector<HTMLElement>('[data-expired-words]');
  if (status) status.textContent = status.dataset.expiredWords ?? '';
  const list = entry.closest('ul');
  if (list?.dataset.inForce) entry.remove();
  else list?.append(entry);
}
for (const list of document.querySelectorAll<HTMLElement>('[data-in-force]')) {
  const cards = [...list.querySelectorAll<HTMLElement>(':scope > *')];
  cards.forEach((card, index) => (card.hidden = index >= Number(list.dataset.inForce)));
  if (cards.length === 0) list.closest('section')?.setAttribute('hidden', '');
}
