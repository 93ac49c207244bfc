/**
 * Narrows the list on this page without leaving it. Choices are kept in the address (`?kenh=cuoc-goi`), so that
 * the back button and a shared link show the same list. Items carry `data-kenh="cuoc-goi tin-nhan"`.
 * A page that is itself one choice shows part of the list only; there the links of that facet stay links.
 */
const box = document.querySelector<HTMLElement>('[data-facets]');
if (box) {
  const onWholeList = location.pathname.endsWith(box.dataset.facets ?? '');
  const links = onWholeList ? [...box.querySelectorAll<HTMLAnchorElement>('[data-facet]')] : [];
  const selects = [...box.querySelectorAll<HTMLSelectElement>('[data-facet-select]')];
  const items = [...document.querySelectorAll<HTMLElement>('[data-item]')];
  const none = box.querySelector<HTMLElement>('[data-facets-none]');
  const status = box.querySelector<HTMLElement>('[data-facets-status]');

  const show = (): void => {
    const chosen = new URLSearchParams(location.search);
    for (const link of links)
      link.setAttribute('aria-pressed', String(chosen.get(link.dataset.facet!) === link.dataset.value));
    for (const select of selects) select.value = chosen.get(select.dataset.facetSelect!) ?? '';
    let shown = 0;
    for (const item of items) {
      const fits = [...chosen].every(
        ([facet, value]) => item.getAttribute(`data-${facet}`)?.split(' ').includes(value) ?? true,
      );
      item.hidden = !fits;
      if (fits) shown++;
    }
    if (none) none.hidden = shown > 0;
    if (status) status.textContent = chosen.toString() && shown > 0 ? `${shown} ${status.dataset.unit}` : '';
    // Whoever orders the list follows the same address.
    dispatchEvent(new Event('facets'));
  };

  /** An empty value takes the choice back. */
  const choose = (facet: string, value: string): void => {
    const chosen = new URLSearchParams(location.search);
    if (value) chosen.set(facet, value);
    else chosen.delete(facet);
    history.pushState(null, '', `${location.pathname}${chosen.toString() ? `?${chosen}` : ''}`);
    show();
  };

  for (const link of links) {
    const { facet = '', value = '' } = link.dataset;
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
      choose(facet, new URLSearchParams(location.search).get(facet) === value ? '' : value);
    });
  }
  for (const select of selects)
    select.addEventListener('change', () => choose(select.dataset.facetSelect!, select.value));
  for (const element of box.querySelectorAll<HTMLElement>('[data-needs-script]')) element.hidden = false;
  if (location.search) box.setAttribute('open', '');
  addEventListener('popstate', show);
  show();
}
