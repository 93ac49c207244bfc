import { figures, hostile, type Example } from './content.ts';
import type FigureChart from '../../../src/components/FigureChart/FigureChart.astro';

const { share2024, share2025 } = figures;
const rough = { ...share2025, observation: { ...share2025.observation, qualifier: 'about' as const } };

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
