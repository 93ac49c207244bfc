import { longTitle, type Example } from './content.ts';
import type Details from '../../../src/components/Details/Details.astro';

const slot = '<p>Mua bán người là tội nặng. Người bị bán không có lỗi.</p><ul><li>Điều 150</li><li>Điều 151</li></ul>';

export const examples: Example<typeof Details>[] = [
  { name: 'short summary', props: { summary: 'Luật nói gì?' }, slot },
  { name: 'long summary in capitals', props: { summary: longTitle }, slot },
];
