import { longTitle, type Example } from './content.ts';
import type Related from '../../../src/components/Related/Related.astro';

const items = [
  {
    path: '/bai-viet/doi-tien-chuoc/',
    title: 'Có người gọi đòi tiền chuộc người thân, làm gì trước',
    summary: 'Việc cần làm trước khi chuyển tiền.',
  },
  { path: '/bai-viet/cach-bao-tin/', title: longTitle },
];

export const examples: Example<typeof Related>[] = [
  { name: 'with and without a summary', props: { items } },
  { name: 'with a title of its own', props: { items, title: 'Bài cùng chủ đề' } },
  { name: 'nothing related', props: { items: [] } },
  { name: 'English interface', props: { items, locale: 'en' } },
];
