/** Orders the rows of the table by what the address asks for (`?sap-xep=gia-tri`); without it, as the page was built. */
// A table of one page of several holds a part: nothing to put in order.
const body = document.querySelector('[data-facets] ~ [data-figures] tbody');
const built = [...(body?.querySelectorAll<HTMLElement>('tr') ?? [])];

const byText =
  (key: string) =>
  (a: HTMLElement, b: HTMLElement): number =>
    (a.dataset[key] ?? '').localeCompare(b.dataset[key] ?? '', 'vi');

const orders: Record<string, (a: HTMLElement, b: HTMLElement) => number> = {
  // Values of different units say nothing of each other, so units are kept apart.
  'gia-tri': (a, b) => byText('unit')(a, b) || Number(b.dataset.value) - Number(a.dataset.value),
  ten: (a, b) => byText('name')(a, b),
};

const sort = (): void => {
  const order = orders[new URLSearchParams(location.search).get('sap-xep') ?? ''];
  body?.append(...(order ? [...built].sort(order) : built));
};

addEventListener('facets', sort);
sort();
