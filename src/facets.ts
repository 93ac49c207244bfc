/** Facets of lists, with the values that occur: for filters and for static facet pages. */
import { facetNames, facetSegments, type Facet } from './i18n/index.ts';
import type { Entry } from './schema/index.ts';

export interface FacetValues {
  facet: Facet;
  /** In the order of the schema, without values that no entry has. */
  values: { value: string; count: number }[];
}

const valuesOf = {
  alerts: {
    method: (data: Entry<'alerts'>['data']) => [data.method],
    channel: (data: Entry<'alerts'>['data']) => data.channels,
    audience: (data: Entry<'alerts'>['data']) => data.audience,
  },
  articles: {
    topic: (data: Entry<'articles'>['data']) => [data.topic],
    audience: (data: Entry<'articles'>['data']) => data.audience,
  },
} as const;

/** Entries by facet and value, in the order of the list. */
type Grouped<Item> = Map<Facet, Map<string, Item[]>>;
type Getters<Item extends { data: unknown }> = Partial<Record<Facet, (data: Item['data']) => readonly string[]>>;

const group = <Item extends { data: unknown }>(entries: readonly Item[], getters: Getters<Item>): Grouped<Item> => {
  const groups: Grouped<Item> = new Map(
    Object.keys(getters).map((facet) => [facet as Facet, new Map<string, Item[]>()]),
  );
  for (const entry of entries)
    for (const [facet, values] of groups)
      for (const value of new Set(getters[facet]?.(entry.data) ?? [])) {
        const own = values.get(value);
        if (own) own.push(entry);
        else values.set(value, [entry]);
      }
  return groups;
};

/** Groups each list once: every page of a list asks for the same. */
const memoizedGroups = <Item extends { data: unknown }>(
  getters: Getters<Item>,
): ((entries: readonly Item[]) => Grouped<Item>) => {
  const known = new WeakMap<readonly Item[], Grouped<Item>>();
  return (entries) => {
    const groups = known.get(entries) ?? group(entries, getters);
    known.set(entries, groups);
    return groups;
  };
};
const alertGroups = memoizedGroups<Entry<'alerts'>>(valuesOf.alerts);
const articleGroups = memoizedGroups<Entry<'articles'>>(valuesOf.articles);

const valuesIn = (groups: Grouped<unknown>): FacetValues[] =>
  [...groups].map(([facet, values]) => ({
    facet,
    values: Object.keys(facetNames[facet]).flatMap((value) => {
      const count = values.get(value)?.length ?? 0;
      return count > 0 ? [{ value, count }] : [];
    }),
  }));

export const alertFacets = (alerts: readonly Entry<'alerts'>[]): FacetValues[] => valuesIn(alertGroups(alerts));
export const articleFacets = (articles: readonly Entry<'articles'>[]): FacetValues[] =>
  valuesIn(articleGroups(articles));

/** The entries with a value of a facet. */
export const alertsWith = (
  alerts: readonly Entry<'alerts'>[],
  facet: Facet,
  value: string,
): readonly Entry<'alerts'>[] => alertGroups(alerts).get(facet)?.get(value) ?? [];
export const articlesWith = (
  articles: readonly Entry<'articles'>[],
  facet: Facet,
  value: string,
): readonly Entry<'articles'>[] => articleGroups(articles).get(facet)?.get(value) ?? [];

/** Path parameters of the static facet pages, such as `thu-doan` and `viec-lam`. */
export const facetParams = (facets: readonly FacetValues[]) =>
  facets.flatMap(({ facet, values }) =>
    values.map(({ value }) => ({ params: { facet: facetSegments[facet], value }, props: { facet, value } })),
  );
