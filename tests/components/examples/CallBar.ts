import { hotlines, type Example } from './content.ts';
import type CallBar from '../../../src/components/CallBar/CallBar.astro';

const numbers = [hotlines['111'], hotlines['113']].map(({ data }) => ({ number: data.number, name: data.name.vi }));

export const examples: Example<typeof CallBar>[] = [
  { name: 'two emergency numbers', props: { numbers } },
  {
    name: 'English interface',
    props: { numbers: numbers.map((item) => ({ ...item, name: hotlines['113'].data.name.en })), locale: 'en' },
  },
];
