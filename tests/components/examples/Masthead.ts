import type { Example } from './content.ts';
import type Masthead from '../../../src/components/Masthead/Masthead.astro';

export const examples: Example<typeof Masthead>[] = [
  { name: 'on the home page', props: { path: '/', search: false } },
  { name: 'on the page of a section', props: { path: '/canh-bao/' } },
  { name: 'below a section', props: { path: '/so-lieu/so-vu-mua-ban-nguoi/' } },
  { name: 'English, at home', props: { path: '/en/', locale: 'en' } },
  { name: 'English, on an alert', props: { path: '/en/alerts/bat-coc-online/', locale: 'en' } },
];
