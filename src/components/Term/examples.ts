import { term, type Example } from '../examples.ts';
import type Term from './Term.astro';

export const examples: Example<typeof Term>[] = [{ name: 'an abbreviation', props: { term }, slot: 'BCĐ 138' }];
