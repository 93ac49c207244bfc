import { hotlines, type Example } from './content.ts';
import type NumbersSheet from '../../../src/components/NumbersSheet/NumbersSheet.astro';

const props = {
  lines: [
    { hotline: hotlines['113'], when: 'Bị giữ, bị đánh.' },
    { hotline: hotlines.abroad, when: 'Ở nước ngoài.' },
  ],
  url: 'https://canhbao.example/can-giup-do/',
};

export const examples: Example<typeof NumbersSheet>[] = [
  { name: 'one sheet', props },
  { name: 'four cards', props: { ...props, cards: true } },
];
