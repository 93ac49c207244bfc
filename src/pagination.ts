/** Pagination of lists. */
import { listPagePath } from './i18n/index.ts';

/** Maximum number of entries on one page of a list. */
export const ENTRIES_PER_PAGE = 50;

/** One page of a list. */
export interface ListPage<Item> {
  /** Address of the list, which is its first page; the others are below it. */
  list: string;
  entries: readonly Item[];
  /** From 1. */
  number: number;
  /** Number of pages of the list. */
  count: number;
}

/** Splits a list into pages; an empty list has one. */
const pagesOf = <Item>(list: string, entries: readonly Item[], size = ENTRIES_PER_PAGE): ListPage<Item>[] => {
  const count = Math.max(1, Math.ceil(entries.length / size));
  return Array.from({ length: count }, (_, index) => ({
    list,
    entries: entries.slice(index * size, (index + 1) * size),
    number: index + 1,
    count,
  }));
};

/** Result of `getStaticPaths` for a file named `[...page].astro`. `params` are the other parameters of its path. */
export const listPaths = <Item, Params extends Record<string, string>, Props extends object>(
  list: string,
  entries: readonly Item[],
  params = {} as Params,
  props = {} as Props,
) =>
  pagesOf(list, entries).map((page) => ({
    params: { ...params, page: listPagePath(list, page.number).slice(list.length, -1) || undefined },
    props: { ...props, page },
  }));
