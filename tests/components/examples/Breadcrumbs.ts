import { longTitle, type Example } from './content.ts';
import type Breadcrumbs from '../../../src/components/Breadcrumbs/Breadcrumbs.astro';

export const examples: Example<typeof Breadcrumbs>[] = [
  { name: 'home alone', props: { trail: [] } },
  { name: 'one section', props: { trail: [{ path: '/canh-bao/', label: 'Cảnh báo lừa đảo' }] } },
  {
    name: 'three steps with a long one',
    props: {
      trail: [
        { path: '/so-lieu/', label: 'Số liệu' },
        { path: '/so-lieu/chu-de/mua-ban-nguoi/', label: 'Mua bán người' },
        { path: '/so-lieu/so-vu-mua-ban-nguoi/', label: longTitle },
      ],
    },
  },
  { name: 'English interface', props: { trail: [], locale: 'en' } },
];
