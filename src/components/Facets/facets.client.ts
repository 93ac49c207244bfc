/**
 * Filters the list on this page in place. Choices are kept in the query string (`?kenh=cuoc-goi`), so that the back
 * button and a shared link show the same list. Items carry their values as `data-kenh="cuoc-goi tin-nhan"`.
 * A page that is itself one choice holds part of the list only; there the choices stay links.
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
    for (const link of links) {
      const { facet = '', value } = link.dataset;
      link.setAttribute('aria-pressed', String(chosen.get(facet) === value));
    }
    for (const select of selects) select.value = chosen.get(select.dataset.facetSelect ?? '') ?? '';
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
    // FigureTable/sort.client.ts sorts the table by the same query string.
    dispatchEvent(new Event('facets'));
  };

  /** Puts a choice into the query string; an empty value removes it. */
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
    select.addEventListener('change', () => choose(select.dataset.facetSelect ?? '', select.value));
  for (const element of box.querySelectorAll<HTMLElement>('[data-needs-script]')) element.hidden = false;
  if (location.search) box.setAttribute('open', '');
  addEventListener('popstate', show);
  show();
}
