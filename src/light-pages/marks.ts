/**
 * A finished page without what only the search index read on it: filters, parts to leave out, other words to be found by.
 * Stays as long as the page is indexed, so this comes after the index.
 */
export const withoutSearchMarks = (html: string): string =>
  html.replace(/<span hidden data-pagefind-filter="[^"]*"><\/span>/g, '').replace(/ data-(?:pagefind-ignore|search-(?:title|words|record))(?:="[^"]*")?(?=[^<>]*>)/g, '');
