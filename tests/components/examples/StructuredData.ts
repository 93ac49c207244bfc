import { hostile, type Example } from './content.ts';
import type StructuredData from '../../../src/components/StructuredData/StructuredData.astro';

export const examples: Example<typeof StructuredData>[] = [
  { name: 'a data set', props: { nodes: [{ '@type': 'Dataset', name: 'Số vụ mua bán người' }] } },
  { name: 'hostile text', props: { nodes: [{ '@type': 'Dataset', name: hostile }] } },
];
