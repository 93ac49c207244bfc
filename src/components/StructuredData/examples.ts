import { hostile, type Example } from '../examples.ts';
import type StructuredData from './StructuredData.astro';

export const examples: Example<typeof StructuredData>[] = [
  { name: 'a data set', props: { data: { '@type': 'Dataset', name: 'Số vụ mua bán người' } } },
  { name: 'hostile text', props: { data: { '@type': 'Dataset', name: hostile } } },
];
