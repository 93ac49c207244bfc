import { longTitle, type Example } from './content.ts';
import type Steps from '../../../src/components/Steps/Steps.astro';

export const examples: Example<typeof Steps>[] = [
  { name: 'three steps', props: {}, slot: '<ol><li>Dừng lại.</li><li>Kiểm tra.</li><li>Báo ngay.</li></ol>' },
  { name: 'a long step', props: {}, slot: `<ol><li>${longTitle}</li></ol>` },
];
