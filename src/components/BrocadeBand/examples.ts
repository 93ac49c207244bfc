import type { Example } from '../examples.ts';
import type BrocadeBand from './BrocadeBand.astro';

export const examples: Example<typeof BrocadeBand>[] = [{ name: 'the band', props: { id: 'band' } }];
