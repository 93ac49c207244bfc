import type { Entry } from '../../../src/schema/index.ts';
import { alert, longTitle, type Example } from './content.ts';
import type AlertCard from '../../../src/components/AlertCard/AlertCard.astro';

const severe: Entry<'alerts'> = {
  ...alert,
  id: 'cong-tac-vien-online',
  data: {
    ...alert.data,
    title: 'Tuyển cộng tác viên online: trả hoa hồng nhỏ, lấy mất tiền lớn',
    method: 'viec-lam',
    channels: ['mang-xa-hoi'],
    audience: ['nguoi-tim-viec'],
    severity: 'severe',
    redFlags: ['Bạn phải nạp hoặc chuyển tiền trước thì mới được làm việc, nhận lương.', ...alert.data.redFlags],
  },
};

export const examples: Example<typeof AlertCard>[] = [
  { name: 'extreme, in force', props: { alert, today: '2026-11-23' } },
  { name: 'severe, in force', props: { alert: severe, today: '2026-11-23', heading: 'h2' } },
  { name: 'on its last day', props: { alert, today: '2027-06-30' } },
  { name: 'extreme, expired', props: { alert, today: '2027-07-01' } },
  { name: 'severe, expired', props: { alert: severe, today: '2027-07-01' } },
  {
    name: 'long title in capitals',
    props: { alert: { ...severe, data: { ...severe.data, title: longTitle } }, today: '2026-11-23' },
  },
  {
    name: 'updated',
    props: { alert: { ...alert, data: { ...alert.data, updatedAt: '2026-12-01' } }, today: '2026-12-10' },
  },
  { name: 'neither new nor updated', props: { alert, today: '2027-03-01' } },
  {
    name: 'withdrawn',
    props: {
      alert: {
        ...alert,
        data: {
          ...alert.data,
          withdrawn: { date: '2026-12-01', reason: 'Thông báo của cơ quan chức năng đã thay đổi.' },
        },
      },
      today: '2026-12-02',
    },
  },
  { name: 'spare', props: { alert, today: '2026-11-23', spare: true } },
  { name: 'English interface', props: { alert, today: '2026-11-23', locale: 'en' } },
];
