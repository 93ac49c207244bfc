import type { Example } from './content.ts';
import type DangerSign from '../../../src/components/DangerSign/DangerSign.astro';

export const examples: Example<typeof DangerSign>[] = [
  { name: 'alert in force', props: {} },
  { name: 'extreme alert', props: { size: 72, heavy: true } },
  { name: 'expired alert', props: { style: 'outline' } },
  { name: 'small', props: { size: 36 } },
];
