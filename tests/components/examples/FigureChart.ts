import { figures, hostile, type Example } from './content.ts';
import type { Figure } from '../../../src/figures/index.ts';
import type FigureChart from '../../../src/components/FigureChart/FigureChart.astro';

const { share2024, share2025 } = figures;
const rough = { ...share2025, observation: { ...share2025.observation, qualifier: 'about' as const } };

const year = (number: number, observation: Partial<Figure['observation']>): Figure => ({
  ...share2024,
  release: { ...share2024.release, period: { start: `${number}-01-01`, end: `${number}-12-31` } },
  observation: { ...share2024.observation, ...observation },
});

export const examples: Example<typeof FigureChart>[] = [
  {
    name: 'two exact values',
    props: {
      series: { area: 'VN', months: 12, figures: [share2024, share2025] },
      title: 'Tỷ lệ người trả lời khảo sát cho biết bị lừa đảo trực tuyến, 12 tháng mỗi kỳ',
    },
  },
  {
    name: 'a value that is about (made up)',
    props: { series: { area: 'VN', months: 12, figures: [share2024, rough] }, title: 'Tỷ lệ “bị lừa đảo”' },
  },
  {
    name: 'missing, range and break (made up)',
    props: {
      series: {
        area: 'VN',
        months: 12,
        figures: [
          year(2022, {}),
          year(2023, { value: null, status: 'missing' }),
          year(2024, { value: { range: [0.2, 0.3] } }),
          year(2025, { value: 0.18, status: 'break' }),
        ],
      },
      title: share2024.indicator.label.vi,
    },
  },
  {
    name: 'hostile title',
    props: { series: { area: 'VN', months: 12, figures: [share2024, share2025] }, title: hostile },
  },
  {
    name: 'English interface',
    props: {
      series: { area: 'VN', months: 12, figures: [share2024, share2025] },
      title: share2024.indicator.label.en,
      locale: 'en',
    },
  },
];
