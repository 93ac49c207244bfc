import { alert, hotlines, type Example } from './content.ts';
import type Notice from '../../../src/components/Notice/Notice.astro';

const props = {
  alert,
  hotlines: [hotlines['113'], hotlines['111']],
  url: 'https://canhbao.caobang.example/canh-bao/bat-coc-online/',
  today: '2026-11-23',
};

export const examples: Example<typeof Notice>[] = [
  { name: 'in force', props },
  { name: 'four numbers, two of them long', props: { ...props, hotlines: Object.values(hotlines) } },
  { name: 'expired', props: { ...props, today: '2027-07-01' } },
  {
    name: 'withdrawn',
    props: {
      ...props,
      alert: {
        ...alert,
        data: {
          ...alert.data,
          withdrawn: { date: '2026-12-01', reason: 'Thông báo của cơ quan chức năng đã thay đổi.' },
        },
      },
    },
  },
];
