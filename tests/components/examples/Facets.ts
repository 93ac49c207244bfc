import type { FacetValues } from '../../../src/facets.ts';
import type { Example } from './content.ts';
import type Facets from '../../../src/components/Facets/Facets.astro';

const alerts: FacetValues[] = [
  {
    facet: 'method',
    values: [
      { value: 'gia-danh-co-quan', count: 5 },
      { value: 'viec-lam', count: 1 },
    ],
  },
  {
    facet: 'channel',
    values: [
      { value: 'cuoc-goi', count: 12 },
      { value: 'goi-video', count: 3 },
      { value: 'tin-nhan', count: 8 },
    ],
  },
  { facet: 'audience', values: [{ value: 'nguoi-cao-tuoi', count: 6 }] },
];

export const examples: Example<typeof Facets>[] = [
  { name: 'nothing chosen', props: { list: '/canh-bao/', facets: alerts } },
  {
    name: 'one choice',
    props: { list: '/canh-bao/', facets: alerts, current: { facet: 'channel', value: 'goi-video' } },
  },
  {
    name: 'topics of figures',
    props: { list: '/so-lieu/', facets: [{ facet: 'topic', values: [{ value: 'mua-ban-nguoi', count: 20 }] }] },
  },
  { name: 'an empty list', props: { list: '/bai-viet/', facets: [] } },
  { name: 'English interface', props: { list: '/canh-bao/', facets: alerts, locale: 'en' } },
];
