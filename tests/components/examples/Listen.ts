import type { Example } from './content.ts';
import type Listen from '../../../src/components/Listen/Listen.astro';

export const examples: Example<typeof Listen>[] = [{ name: 'before a voice is found', props: {} }];
