import { allFigures, figures, longTitle, type Example } from './content.ts';
import type FigureTable from '../../../src/components/FigureTable/FigureTable.astro';

const all = allFigures.map(({ figure }) => figure);

export const examples: Example<typeof FigureTable>[] = [
  {
    name: 'of a conference',
    props: { figures: all, caption: 'Số liệu nêu tại hội nghị.', columns: ['indicator', 'period'] },
  },
  {
    name: 'of an indicator',
    props: {
      figures: [figures.share2025, figures.share2024],
      caption: 'Các kỳ đã công bố',
      columns: ['period', 'area', 'source'],
    },
  },
  {
    name: 'caption said by a heading',
    props: { figures: all, caption: 'Số liệu: Cao Bằng', captionHidden: true, columns: ['indicator'] },
  },
  {
    name: 'every column, long caption',
    props: { figures: all, caption: longTitle, columns: ['indicator', 'period', 'area', 'source'] },
  },
  { name: 'no figure', props: { figures: [], caption: 'Chưa có số liệu', columns: ['indicator', 'period'] } },
  {
    name: 'English interface',
    props: { figures: all, caption: 'Figures', columns: ['indicator', 'period', 'area'], locale: 'en' },
  },
];
