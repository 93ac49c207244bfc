import { term, type Example } from './content.ts';
import type Term from '../../../src/components/Term/Term.astro';

export const examples: Example<typeof Term>[] = [{ name: 'an abbreviation', props: { term }, slot: 'BCĐ 138' }];
