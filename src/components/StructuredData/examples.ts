import { hostile, type Example } from '../examples.ts';
import type StructuredData from './StructuredData.astro';

export const examples: Example<typeof StructuredData>[] = [
  { name: 'a data set', props: { facts: [{ '@type': 'Dataset', name: 'Số vụ mua bán người' }] } },
  { name: 'hostile text', props: { facts: [{ '@type': 'Dataset', name: hostile }] } },
];
