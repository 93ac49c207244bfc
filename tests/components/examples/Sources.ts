import { sources, type Example } from './content.ts';
import type Sources from '../../../src/components/Sources/Sources.astro';

export const examples: Example<typeof Sources>[] = [
  { name: 'with and without number and date', props: { sources: [sources.law, sources.report, sources.undated] } },
  { name: 'one source', props: { sources: [sources.survey] } },
  { name: 'English interface', props: { sources: [sources.law], locale: 'en' } },
];
