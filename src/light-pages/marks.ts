const MARKS =
  /<span hidden data-pagefind-filter="[^"]*"><\/span>| data-(?:pagefind-ignore|search-(?:title|words|record))(?:="[^"]*")?(?=[^<>]*>)/g;

/** A page without what only the search index reads of it: filters, parts to leave out, other words to be found by. After it was indexed. */
export const withoutSearchMarks = (html: string): string => html.replace(MARKS, '');
