import { longTitle, type Example } from './content.ts';
import type Warning from '../../../src/components/Warning/Warning.astro';

export const examples: Example<typeof Warning>[] = [
  { name: 'a paragraph', props: { title: 'Không đi một mình' }, slot: '<p>Hãy nói với người nhà nơi bạn đến.</p>' },
  {
    name: 'long title in capitals, a list',
    props: { title: longTitle },
    slot: '<ul><li>Lưu sẵn số của thầy cô chủ nhiệm.</li><li>Gọi cho bố mẹ trước.</li></ul>',
  },
];
