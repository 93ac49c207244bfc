import type { Example } from '../examples.ts';
import type HeldPages from './HeldPages.astro';

export const examples: Example<typeof HeldPages>[] = [
  { name: 'before the script', props: { manifest: '/luu-tren-may/goi.json' } },
];
