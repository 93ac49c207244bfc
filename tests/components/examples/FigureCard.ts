import { allFigures, figures, type Example } from './content.ts';
import type FigureCard from '../../../src/components/FigureCard/FigureCard.astro';

export const examples: Example<typeof FigureCard>[] = [
  ...allFigures.map(({ name, figure }) => ({ name, props: { figure } })),
  { name: 'English interface', props: { figure: figures.over, locale: 'en' } },
];
