import type { Example } from '../examples.ts';
import type TrialStrip from './TrialStrip.astro';

export const examples: Example<typeof TrialStrip>[] = [
  { name: 'on every page', props: {} },
  { name: 'English interface', props: { locale: 'en' } },
];
