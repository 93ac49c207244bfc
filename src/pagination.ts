/** Long lists in pages: no page of the site grows with how much it has published. */
import { listPagePath } from './i18n/index.ts';

/** The most entries that one page of a list shows. */
export const ENTRIES_PER_PAGE = 50;

/** One page of a list. */
export interface ListPage<Item> {
  /** Where the list is; its other pages are below it. */
  list: string;
  entries: readonly Item[];
  /** From 1. */
  number: number;
  /** How many pages the list has. */
  count: number;
}

/** A list, known by its address, in pages; an empty list has one. */
const pagesOf = <Item>(list: string, entries: readonly Item[], size = ENTRIES_PER_PAGE): ListPage<Item>[] => {
  const count = Math.max(1, Math.ceil(entries.length / size));
  return Array.from({ length: count }, (_, index) => ({
    list,
    entries: entries.slice(index * size, (index + 1) * size),
    number: index + 1,
    count,
  }));
};

/** What Astro makes the pages of a list from, in a file that is named `[...page].astro`. `params` are the parts of the address that stand before. */
export const listPaths = <Item, Params extends Record<string, string>, Props extends object>(
  list: string,
  entries: readonly Item[],
  params?: Params,
  props?: Props,
) =>
  pagesOf(list, entries).map((page) => ({
    params: { ...params!, page: listPagePath(list, page.number).slice(list.length, -1) || undefined },
    props: { ...props!, page },
  }));
