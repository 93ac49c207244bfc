import type { Example } from './content.ts';
import type BrocadeBand from '../../../src/components/BrocadeBand/BrocadeBand.astro';

export const examples: Example<typeof BrocadeBand>[] = [{ name: 'the band', props: { id: 'band' } }];
