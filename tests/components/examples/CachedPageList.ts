import type { Example } from './content.ts';
import type CachedPageList from '../../../src/components/CachedPageList/CachedPageList.astro';

export const examples: Example<typeof CachedPageList>[] = [
  { name: 'before the script', props: { manifest: '/luu-tren-may/goi.json' } },
];
