import type { Example } from './content.ts';
import type QrCode from '../../../src/components/QrCode/QrCode.astro';

const url = 'https://canhbao.caobang.example/canh-bao/bat-coc-online/';

export const examples: Example<typeof QrCode>[] = [
  { name: 'address of an alert', props: { url, label: 'Mã QR dẫn tới trang cảnh báo này' } },
  {
    name: 'longest address',
    props: { url: `https://canhbao.caobang.example/canh-bao/${'a'.repeat(100)}/`, label: 'Mã QR' },
  },
];
