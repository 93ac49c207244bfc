/** Which facets a list has, with the values that occur in it. Pages, filters and static facet pages all ask here. */
import { facetNames, facetSegments, type Facet } from './i18n/index.ts';
import type { Entry } from './schema/index.ts';

export interface FacetValues {
  facet: Facet;
  /** In the order of the schema; values that no entry has are left out. */
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

/** The entries of a list by facet and value, in the order of the list. */
type Sorted<Item> = Map<Facet, Map<string, Item[]>>;
type Getters<Item extends { data: unknown }> = Partial<Record<Facet, (data: Item['data']) => readonly string[]>>;

const sort = <Item extends { data: unknown }>(entries: readonly Item[], getters: Getters<Item>): Sorted<Item> => {
  const sorted: Sorted<Item> = new Map(
    Object.keys(getters).map((facet) => [facet as Facet, new Map<string, Item[]>()]),
  );
  for (const entry of entries)
    for (const [facet, values] of sorted)
      for (const value of new Set(getters[facet]!(entry.data))) {
        const own = values.get(value);
        if (own) own.push(entry);
        else values.set(value, [entry]);
      }
  return sorted;
};

/** Every page of a list asks for the same: a list is sorted once. */
const onceFor = <Item extends { data: unknown }>(
  getters: Getters<Item>,
): ((entries: readonly Item[]) => Sorted<Item>) => {
  const known = new WeakMap<readonly Item[], Sorted<Item>>();
  return (entries) => {
    const sorted = known.get(entries) ?? sort(entries, getters);
    known.set(entries, sorted);
    return sorted;
  };
};
const sortedAlerts = onceFor<Entry<'alerts'>>(valuesOf.alerts);
const sortedArticles = onceFor<Entry<'articles'>>(valuesOf.articles);

const valuesIn = (sorted: Sorted<unknown>): FacetValues[] =>
  [...sorted].map(([facet, values]) => ({
    facet,
    values: Object.keys(facetNames[facet]).flatMap((value) => {
      const count = values.get(value)?.length ?? 0;
      return count > 0 ? [{ value, count }] : [];
    }),
  }));

export const alertFacets = (alerts: readonly Entry<'alerts'>[]): FacetValues[] => valuesIn(sortedAlerts(alerts));
export const articleFacets = (articles: readonly Entry<'articles'>[]): FacetValues[] =>
  valuesIn(sortedArticles(articles));

/** The entries that have a value. */
export const alertsWith = (
  alerts: readonly Entry<'alerts'>[],
  facet: Facet,
  value: string,
): readonly Entry<'alerts'>[] => sortedAlerts(alerts).get(facet)?.get(value) ?? [];
export const articlesWith = (
  articles: readonly Entry<'articles'>[],
  facet: Facet,
  value: string,
): readonly Entry<'articles'>[] => sortedArticles(articles).get(facet)?.get(value) ?? [];

/** Address parts of one static facet page: `thu-doan` and `viec-lam`. */
export const facetParams = (facets: readonly FacetValues[]) =>
  facets.flatMap(({ facet, values }) =>
    values.map(({ value }) => ({ params: { facet: facetSegments[facet], value }, props: { facet, value } })),
  );
