import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alertFacets, alertsWith, articleFacets, articlesWith, facetParams } from '../../src/facets.ts';
import { facetNames, facetSegments } from '../../src/i18n/index.ts';
import { audiences, channels, methods, topics, type Alert, type Article, type Entry } from '../../src/schema/index.ts';

const common = {
  title: 'Tiêu đề',
  summary: 'Tóm tắt.',
  english: { title: 'Title', summary: 'Summary.' },
  publishedAt: '2026-11-20',
  verifiedAt: '2026-11',
  keywords: [],
  sources: ['bao-cao'],
  hotlines: ['111'],
  related: [],
};

const alert = (id: string, data: Pick<Alert, 'method' | 'channels' | 'audience'>): Entry<'alerts'> => ({
  kind: 'alerts',
  id,
  data: {
    ...common,
    severity: 'severe',
    urgency: 'expected',
    certainty: 'likely',
    redFlags: [],
    doNow: { stop: 'a', check: 'b', report: 'c' },
    dont: [],
    ifVictim: [],
    loudspeaker: 'a',
    expiresAt: '2027-05-20',
    ...data,
  },
});

const article = (id: string, data: Pick<Article, 'topic' | 'audience'>): Entry<'articles'> => ({
  kind: 'articles',
  id,
  data: { ...common, keyPoints: [], ...data },
});

const alerts = [
  alert('a', { method: 'viec-lam', channels: ['tin-nhan', 'cuoc-goi'], audience: ['moi-nguoi'] }),
  alert('b', { method: 'viec-lam', channels: ['cuoc-goi'], audience: ['phu-nu', 'moi-nguoi'] }),
  alert('c', { method: 'gia-danh-co-quan', channels: ['cuoc-goi'], audience: ['phu-nu'] }),
];
const articles = [
  article('x', { topic: 'lua-dao', audience: ['phu-huynh'] }),
  article('y', { topic: 'mua-ban-nguoi', audience: ['phu-huynh', 'phu-nu'] }),
];

describe('the facets of alerts', () => {
  test('are counted in the order of the schema, without values that no alert has', () => {
    expect(alertFacets(alerts)).toEqual([
      {
        facet: 'method',
        values: [
          { value: 'gia-danh-co-quan', count: 1 },
          { value: 'viec-lam', count: 2 },
        ],
      },
      {
        facet: 'channel',
        values: [
          { value: 'cuoc-goi', count: 3 },
          { value: 'tin-nhan', count: 1 },
        ],
      },
      {
        facet: 'audience',
        values: [
          { value: 'moi-nguoi', count: 2 },
          { value: 'phu-nu', count: 2 },
        ],
      },
    ]);
  });

  test('are empty where there is no alert', () => {
    expect(alertFacets([]).flatMap(({ values }) => values)).toEqual([]);
  });

  test('choose the alerts that have a value', () => {
    const ids = (chosen: readonly Entry<'alerts'>[]) => chosen.map(({ id }) => id);
    expect(ids(alertsWith(alerts, 'method', 'viec-lam'))).toEqual(['a', 'b']);
    expect(ids(alertsWith(alerts, 'channel', 'tin-nhan'))).toEqual(['a']);
    expect(ids(alertsWith(alerts, 'audience', 'phu-nu'))).toEqual(['b', 'c']);
    expect(ids(alertsWith(alerts, 'audience', 'ho-kinh-doanh'))).toEqual([]);
  });
});

describe('the facets of articles', () => {
  test('are topic and audience', () => {
    expect(articleFacets(articles)).toEqual([
      {
        facet: 'topic',
        values: [
          { value: 'mua-ban-nguoi', count: 1 },
          { value: 'lua-dao', count: 1 },
        ],
      },
      {
        facet: 'audience',
        values: [
          { value: 'phu-nu', count: 1 },
          { value: 'phu-huynh', count: 2 },
        ],
      },
    ]);
  });

  test('choose the articles that have a value', () => {
    expect(articlesWith(articles, 'topic', 'lua-dao').map(({ id }) => id)).toEqual(['x']);
    expect(articlesWith(articles, 'audience', 'phu-huynh').map(({ id }) => id)).toEqual(['x', 'y']);
  });
});

test('facetParams gives every value its address', () => {
  expect(facetParams(articleFacets(articles))).toEqual([
    { params: { facet: 'chu-de', value: 'mua-ban-nguoi' }, props: { facet: 'topic', value: 'mua-ban-nguoi' } },
    { params: { facet: 'chu-de', value: 'lua-dao' }, props: { facet: 'topic', value: 'lua-dao' } },
    { params: { facet: 'doi-tuong', value: 'phu-nu' }, props: { facet: 'audience', value: 'phu-nu' } },
    { params: { facet: 'doi-tuong', value: 'phu-huynh' }, props: { facet: 'audience', value: 'phu-huynh' } },
  ]);
});

test('every value of the schema has a name in both languages, and every facet an address of its own', () => {
  const values = { topic: topics, audience: audiences, method: methods, channel: channels };
  for (const [facet, names] of Object.entries(facetNames)) {
    expect(Object.keys(names)).toEqual(values[facet as keyof typeof values]);
    for (const { vi, en } of Object.values(names)) {
      expect(vi).not.toBe('');
      expect(en).not.toBe('');
    }
  }
  expect(new Set(Object.values(facetSegments)).size).toBe(Object.keys(facetNames).length);
});

test('a count is the number of alerts on the page of that value, and no such page is empty', () => {
  const some = <T>(values: readonly T[]) => fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 4 });
  const anyAlert = fc
    .record({ method: fc.constantFrom(...methods), channels: some(channels), audience: some(audiences) })
    .map((data) => alert('a', data));
  fc.assert(
    fc.property(fc.array(anyAlert, { maxLength: 20 }), (made) => {
      for (const { facet, values } of alertFacets(made)) {
        for (const { value, count } of values) {
          expect(count).toBeGreaterThan(0);
          expect(alertsWith(made, facet as 'method' | 'channel' | 'audience', value)).toHaveLength(count);
        }
      }
    }),
  );
});
