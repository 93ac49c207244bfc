import { hotlines, hostile, longTitle, type Example } from './content.ts';
import type { Entry } from '../../../src/schema/index.ts';
import type Doors from '../../../src/components/Situations/Doors.astro';
import type HelpText from '../../../src/components/Situations/HelpText.astro';
import type Situation from '../../../src/components/Situations/Situation.astro';

const held: Entry<'situations'> = {
  kind: 'situations',
  id: 'bi-giu',
  data: {
    title: { vi: 'Tôi đang gặp nguy hiểm', en: 'I am in danger now' },
    line: { vi: 'Bị giữ, bị đánh', en: 'Held, beaten' },
    hotline: '113',
    bank: false,
    steps: [
      { vi: 'Gọi 113. Nói bạn ở đâu trước.', en: 'Call 113. Say first where you are.' },
      { vi: 'Đến chỗ có người.', en: 'Go where people are.' },
    ],
    order: 10,
  },
};
const scammed: Entry<'situations'> = {
  kind: 'situations',
  id: 'vua-chuyen-tien',
  data: {
    title: { vi: 'Tôi vừa bị lừa tiền', en: 'I was just scammed' },
    line: { vi: 'Gọi ngân hàng ngay', en: 'Call your bank' },
    bank: true,
    steps: [{ vi: 'Gọi ngân hàng ngay.', en: 'Call your bank at once.' }],
    order: 20,
  },
};
const awkward: Entry<'situations'> = {
  ...held,
  id: 'xau',
  data: { ...held.data, title: { vi: longTitle, en: hostile }, line: { vi: hostile, en: hostile } },
};

export const doorsExamples: Example<typeof Doors>[] = [
  { name: 'two doors', props: { situations: [held, scammed], page: '/can-giup-do/' } },
  { name: 'compact, awkward titles', props: { situations: [held, scammed, awkward], page: '', compact: true } },
  { name: 'English interface', props: { situations: [held, scammed], page: '/en/help/', locale: 'en' } },
];

export const situationExamples: Example<typeof Situation>[] = [
  { name: 'a number', props: { situation: held, hotline: hotlines['113'], formerly: ['toi'] } },
  { name: 'the bank', props: { situation: scammed } },
  { name: 'English interface', props: { situation: { ...held, id: 'held' }, hotline: hotlines['113'], locale: 'en' } },
];

export const helpTextExamples: Example<typeof HelpText>[] = [
  {
    name: 'headings, a box',
    props: {},
    slot: '<h2>Khi gọi</h2><p class="caution">Đừng xóa gì.</p><p class="links"><a href="/duong-day-nong/">Tất cả các số</a></p>',
  },
];
