import type { Example } from './content.ts';
import type EntryMeta from '../../../src/components/EntryMeta/EntryMeta.astro';

export const examples: Example<typeof EntryMeta>[] = [
  {
    name: 'every date',
    props: { publishedAt: '2026-11-23', updatedAt: '2026-12-01', verifiedAt: '2026-03', minutes: 4 },
  },
  { name: 'never updated', props: { publishedAt: '2026-11-23', verifiedAt: '2026-03-09', minutes: 1 } },
  { name: 'a page about the site', props: { updatedAt: '2026-11-23' } },
  { name: 'checked in a year', props: { verifiedAt: '2026' } },
  {
    name: 'English interface',
    props: { publishedAt: '2026-11-23', updatedAt: '2026-12-01', verifiedAt: '2026-03', minutes: 4, locale: 'en' },
  },
];
