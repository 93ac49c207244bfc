import { hostile, type Example } from './content.ts';
import type SearchBox from '../../../src/components/SearchBox/SearchBox.astro';

export const examples: Example<typeof SearchBox>[] = [
  { name: 'on paper', props: { id: 'home-search' } },
  { name: 'on the masthead', props: { id: 'find-it', on: 'masthead' } },
  { name: 'with what was searched', props: { id: 'search', value: 'lừa đảo qua điện thoại' } },
  { name: 'with hostile text', props: { id: 'search', value: hostile } },
  { name: 'English interface', props: { id: 'search', locale: 'en' } },
];
