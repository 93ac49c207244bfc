import { allFigures, figures, type Example } from './content.ts';
import type FigureValue from '../../../src/components/FigureValue/FigureValue.astro';

export const examples: Example<typeof FigureValue>[] = [
  ...allFigures.map(({ name, figure }) => ({ name, props: { figure } })),
  { name: 'without its unit', props: { figure: figures.over, show: 'value' } },
  { name: 'as a sentence', props: { figure: figures.over, show: 'sentence' } },
  { name: 'a change as a sentence', props: { figure: figures.fall, show: 'sentence' } },
  { name: 'English interface', props: { figure: figures.fall, show: 'sentence', locale: 'en' } },
];
