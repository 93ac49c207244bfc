import type { RenderedPage } from './page.ts';

const SEARCH_ATTRIBUTES = new Set([
  'data-pagefind-ignore',
  'data-search-title',
  'data-search-words',
  'data-search-record',
]);

/** Removes from a page what only the search index reads: filters, marks of parts to leave out, other words to be found by. */
export const stripSearchAttributes = (page: RenderedPage): void => {
  for (const element of page.elements) {
    if (!/data-(?:pagefind|search)-/.test(element.rawAttrs)) continue;
    if (element.hasAttribute('data-pagefind-filter') && element.childNodes.length === 0) page.remove(element);
    else page.removeAttributes(element, (name) => SEARCH_ATTRIBUTES.has(name));
  }
};
