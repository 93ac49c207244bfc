import { longTitle, type Example } from './content.ts';
import type Timeline from '../../../src/components/Timeline/Timeline.astro';

const campaigns = [
  {
    name: 'Đợt cao điểm tuyên truyền, tấn công, trấn áp tội phạm mua bán người',
    period: { start: '2023-07-01', end: '2023-09-30' },
  },
  {
    name: 'Năm hành động phòng, chống mua bán người 2023 – 2024',
    period: { start: '2023-01-01', end: '2024-12-31' },
    note: 'Báo cáo chỉ ghi năm 2023 – 2024, không ghi ngày.',
  },
];

export const examples: Example<typeof Timeline>[] = [
  { name: 'written in another order than they began', props: { campaigns } },
  {
    name: 'long name in capitals',
    props: { campaigns: [{ name: longTitle, period: { start: '2023-07-21', end: '2023-07-21' } }] },
  },
  { name: 'no campaign', props: { campaigns: [] } },
  { name: 'English interface', props: { campaigns, locale: 'en' } },
];
