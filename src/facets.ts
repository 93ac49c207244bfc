/** Which facets a list has, with the values that occur in it. Pages, filters and static facet pages all ask here. */
import { facetNames, facetSegments, type Facet } from './i18n/index.ts';
import type { Published } from './schema/index.ts';

export interface FacetValues {
  facet: Facet;
  /** In the order of the schema; values that no entry has are left out. */
  values: { value: string; count: number }[];
}

const valuesOf = {
  alerts: {
    method: (data: Published<'alerts'>['data']) => [data.method],
    channel: (data: Published<'alerts'>['data']) => data.channels,
    audience: (data: Published<'alerts'>['data']) => data.audience,
  },
  articles: {
    topic: (data: Published<'articles'>['data']) => [data.topic],
    audience: (data: Published<'articles'>['data']) => data.audience,
  },
} as const;

const count = <Entry extends { data: unknown }>(entries: readonly Entry[], getters: Partial<Record<Facet, (data: Entry['data']) => readonly string[]>>): FacetValues[] =>
  (Object.keys(getters) as Facet[]).map((facet) => ({
    facet,
    values: Object.keys(facetNames[facet])
      .map((value) => ({ value, count: entries.filter(({ data }) => getters[facet]!(data).includes(value)).length }))
      .filter((item) => item.count > 0),
  }));

export const alertFacets = (alerts: readonly Published<'alerts'>[]): FacetValues[] => count(alerts, valuesOf.alerts);
export const articleFacets = (articles: readonly Published<'articles'>[]): FacetValues[] => count(articles, valuesOf.articles);

/** The entries that have a value. */
export const alertsWith = (alerts: readonly Published<'alerts'>[], facet: 'method' | 'channel' | 'audience', value: string) =>
  alerts.filter(({ data }) => (valuesOf.alerts[facet](data) as readonly string[]).includes(value));
export const articlesWith = (articles: readonly Published<'articles'>[], facet: 'topic' | 'audience', value: string) =>
  articles.filter(({ data }) => (valuesOf.articles[facet](data) as readonly string[]).includes(value));

/** Address parts of one static facet page: `thu-doan` and `viec-lam`. */
export const facetParams = (facets: readonly FacetValues[]) =>
  facets.flatMap(({ facet, values }) => values.map(({ value }) => ({ params: { facet: facetSegments[facet], value }, props: { facet, value } })));
