import type { Example } from '../examples.ts';
import type Listen from './Listen.astro';

export const examples: Example<typeof Listen>[] = [{ name: 'before a voice is found', props: {} }];
