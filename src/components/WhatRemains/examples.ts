import type { Example } from '../examples.ts';
import type WhatRemains from './WhatRemains.astro';

export const examples: Example<typeof WhatRemains>[] = [
  { name: 'on the page about keeping pages', props: {} },
  { name: 'elsewhere, below a heading', props: { more: true, level: 3 } },
  { name: 'English interface', props: { more: true, locale: 'en' } },
];
