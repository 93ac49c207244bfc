import { hostile, type Example } from './content.ts';
import type { Entry } from '../../../src/schema/index.ts';
import type BankList from '../../../src/components/BankList/BankList.astro';

const proven: Entry<'banks'> = {
  kind: 'banks',
  id: 'ngan-hang-a',
  data: {
    name: 'Ngân hàng A',
    kind: 'bank',
    numbers: [
      { number: '19001234', display: '1900 1234', quote: 'ngan-hang-a/so' },
      {
        number: '+842412345678',
        display: '+84 24 1234 5678',
        use: { vi: 'Gọi từ nước ngoài', en: 'From abroad' },
        quote: 'ngan-hang-a/so',
      },
    ],
    hours: { vi: 'Ngày đêm', en: 'Day and night' },
    keywords: ['NHA'],
    order: 10,
    verifiedAt: '2026-03',
    sources: ['ngan-hang-a'],
  },
};
const unproven: Entry<'banks'> = {
  kind: 'banks',
  id: 'ngan-hang-b',
  data: { name: hostile, kind: 'wallet', numbers: [], keywords: [], order: 20, sources: [] },
};

export const examples: Example<typeof BankList>[] = [
  { name: 'one with numbers, one without', props: { banks: [proven, unproven] } },
  { name: 'English interface', props: { banks: [{ ...proven, id: 'bank-a' }], locale: 'en' } },
];
