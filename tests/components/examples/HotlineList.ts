import { hotlines, type Example } from './content.ts';
import type HotlineList from '../../../src/components/HotlineList/HotlineList.astro';

const all = Object.values(hotlines);

export const examples: Example<typeof HotlineList>[] = [
  { name: 'several numbers', props: { hotlines: all } },
  {
    name: 'one that was called (made up)',
    props: { hotlines: [{ ...hotlines['113'], data: { ...hotlines['113'].data, verifiedBy: 'dialled' } }] },
  },
  { name: 'English interface', props: { hotlines: all, locale: 'en' } },
];
