import { alert, type Example } from './content.ts';
import type AlertStatus from '../../../src/components/AlertStatus/AlertStatus.astro';

const withdrawn = {
  ...alert,
  data: { ...alert.data, withdrawn: { date: '2026-12-01', reason: 'Thông báo của cơ quan chức năng đã thay đổi.' } },
};

export const examples: Example<typeof AlertStatus>[] = [
  { name: 'new', props: { alert, today: '2026-11-23' } },
  {
    name: 'updated',
    props: { alert: { ...alert, data: { ...alert.data, updatedAt: '2026-12-01' } }, today: '2026-12-20' },
  },
  { name: 'current', props: { alert, today: '2027-03-01' } },
  { name: 'expired', props: { alert, today: '2027-07-01' } },
  { name: 'withdrawn', props: { alert: withdrawn, today: '2026-12-02' } },
  { name: 'English interface', props: { alert, today: '2026-11-23', locale: 'en' } },
];
