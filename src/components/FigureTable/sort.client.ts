/** Orders the rows of the table by what the address asks for (`?sap-xep=gia-tri`); without it, as the page was built. */
const body = document.querySelector('[data-figures] tbody');
const built = [...(body?.querySelectorAll<HTMLElement>('tr') ?? [])];

const orders: Record<string, (a: HTMLElement, b: HTMLElement) => number> = {
  'gia-tri': (a, b) => Number(b.dataset.value) - Number(a.dataset.value),
  ten: (a, b) => (a.dataset.name ?? '').localeCompare(b.dataset.name ?? '', 'vi'),
};

const sort = (): void => {
  const order = orders[new URLSearchParams(location.search).get('sap-xep') ?? ''];
  body?.append(...(order ? [...built].sort(order) : built));
};

addEventListener('facets', sort);
sort();
