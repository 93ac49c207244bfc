import { hotlines, type Example } from './content.ts';
import type Footer from '../../../src/components/Footer/Footer.astro';

const numbers = [hotlines['111'], hotlines['113']].map(({ data }) => ({ number: data.number, name: data.name.vi }));

export const examples: Example<typeof Footer>[] = [
  { name: 'two emergency numbers', props: { numbers } },
  { name: 'English interface', props: { numbers, locale: 'en' } },
];
