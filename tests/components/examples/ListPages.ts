import type { Example } from './content.ts';
import type ListPages from '../../../src/components/ListPages/ListPages.astro';

export const examples: Example<typeof ListPages>[] = [
  { name: 'the first of two', props: { list: '/canh-bao/', number: 1, count: 2 } },
  { name: 'in the midst of two hundred', props: { list: '/bai-viet/', number: 77, count: 200 } },
  { name: 'English interface', props: { list: '/en/articles/', number: 3, count: 3, locale: 'en' } },
  { name: 'a list of one page', props: { list: '/canh-bao/', number: 1, count: 1 } },
];
