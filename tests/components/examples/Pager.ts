import { longTitle, type Example } from './content.ts';
import type Pager from '../../../src/components/Pager/Pager.astro';

const previous = {
  path: '/canh-bao/bat-coc-online/',
  title: '“Bắt cóc online”: dọa học sinh, sinh viên rồi đòi tiền chuộc',
};
const next = { path: '/canh-bao/cong-tac-vien-online/', title: longTitle };

export const examples: Example<typeof Pager>[] = [
  { name: 'both ways', props: { previous, next } },
  { name: 'the first entry', props: { next } },
  { name: 'the last entry', props: { previous } },
  { name: 'the only entry', props: {} },
  { name: 'English interface', props: { previous, next, locale: 'en' } },
];
