import type { Example } from '../examples.ts';
import type ExpiryScript from './ExpiryScript.astro';

export const examples: Example<typeof ExpiryScript>[] = [{ name: 'nothing to see', props: {} }];
