import type { Example } from './content.ts';
import type TrialStrip from '../../../src/components/TrialStrip/TrialStrip.astro';

export const examples: Example<typeof TrialStrip>[] = [
  { name: 'on every page', props: {} },
  { name: 'English interface', props: { locale: 'en' } },
];
