import type { Example } from '../examples.ts';
import type DangerSign from './DangerSign.astro';

export const examples: Example<typeof DangerSign>[] = [
  { name: 'alert in force', props: {} },
  { name: 'extreme alert', props: { size: 72, heavy: true } },
  { name: 'expired alert', props: { style: 'outline' } },
  { name: 'small', props: { size: 36 } },
];
