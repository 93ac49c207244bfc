/** Sorts the rows of the table by the query string (`?sap-xep=gia-tri`); by default they keep the order of the build. */
// On a page of several the table holds only a part, without `data-facets`, and is not sorted.
const body = document.querySelector('[data-facets] ~ [data-figures] tbody');
const built = [...(body?.querySelectorAll<HTMLElement>('tr') ?? [])];

const byText =
  (key: string) =>
  (a: HTMLElement, b: HTMLElement): number =>
    (a.dataset[key] ?? '').localeCompare(b.dataset[key] ?? '', 'vi');

const orders: Record<string, (a: HTMLElement, b: HTMLElement) => number> = {
  // Values of different units cannot be compared, so rows are grouped by unit.
  'gia-tri': (a, b) => byText('unit')(a, b) || Number(b.dataset.value) - Number(a.dataset.value),
  ten: (a, b) => byText('name')(a, b),
};

const sort = (): void => {
  const order = orders[new URLSearchParams(location.search).get('sap-xep') ?? ''];
  body?.append(...(order ? [...built].sort(order) : built));
};

addEventListener('facets', sort);
sort();
