/**
 * Narrows the list on this page without leaving it. Choices are kept in the address (`?kenh=cuoc-goi`), so that
 * the back button and a shared link show the same list. Items carry `data-kenh="cuoc-goi tin-nhan"`.
 * A page that is itself one choice shows part of the list only; there the links stay links.
 */
const box = document.querySelector<HTMLElement>('[data-facets]');
const onWholeList = box && location.pathname.endsWith(box.dataset.facets ?? '');
if (box && onWholeList) {
  const links = [...box.querySelectorAll<HTMLAnchorElement>('[data-facet]')];
  const items = [...document.querySelectorAll<HTMLElement>('[data-item]')];
  const none = box.querySelector<HTMLElement>('[data-facets-none]');
  const status = box.querySelector<HTMLElement>('[data-facets-status]');

  const show = (): void => {
    const chosen = new URLSearchParams(location.search);
    for (const link of links) link.setAttribute('aria-pressed', String(chosen.get(link.dataset.facet!) === link.dataset.value));
    let shown = 0;
    for (const item of items) {
      const fits = [...chosen].every(([facet, value]) => item.getAttribute(`data-${facet}`)?.split(' ').includes(value) ?? true);
      item.hidden = !fits;
      if (fits) shown++;
    }
    if (none) none.hidden = shown > 0;
    if (status) status.textContent = chosen.toString() && shown > 0 ? `${shown} ${status.dataset.unit}` : '';
  };

  for (const link of links) {
    link.setAttribute('role', 'button');
    link.addEventListener('keydown', (event) => {
      if (event.key === ' ') {
        event.preventDefault();
        link.click();
      }
    });
    link.addEventListener('click', (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      const chosen = new URLSearchParams(location.search);
      const { facet = '', value = '' } = link.dataset;
      if (chosen.get(facet) === value) chosen.delete(facet);
      else chosen.set(facet, value);
      history.pushState(null, '', `${location.pathname}${chosen.toString() ? `?${chosen}` : ''}`);
      show();
    });
  }
  addEventListener('popstate', show);
  show();
}
