import { sources, type Example } from './content.ts';
import type Quote from '../../../src/components/Quote/Quote.astro';

export const examples: Example<typeof Quote>[] = [
  { name: 'of a law with a number', props: { text: sources.law.data.quotes['dieu-2-thu-doan'], source: sources.law } },
  { name: 'of a report', props: { text: sources.report.data.quotes['tuyen-truyen'], source: sources.report } },
  {
    name: 'of a source without a date',
    props: { text: sources.undated.data.quotes['thiet-hai-11-thang'], source: sources.undated },
  },
  {
    name: 'English interface',
    props: { text: sources.law.data.quotes['dieu-2-thu-doan'], source: sources.law, locale: 'en' },
  },
];
