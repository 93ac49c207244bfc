import { hostile, hotlines, longTitle, type Example } from './content.ts';
import type TranslatedSummary from '../../../src/components/TranslatedSummary/TranslatedSummary.astro';

const entry = {
  data: {
    title: '“Bắt cóc online”: dọa học sinh, sinh viên rồi đòi tiền chuộc',
    summary: 'Kẻ gian giả danh công an gọi dọa học sinh, sinh viên.',
    english: { title: '“Online kidnapping”', summary: 'Callers posing as police frighten pupils and students.' },
  },
};
const props = {
  entry,
  original: '/canh-bao/bat-coc-online/',
  hotlines: [hotlines['113'], hotlines['111'], hotlines.abroad],
  locale: 'en',
} as const;

export const examples: Example<typeof TranslatedSummary>[] = [
  { name: 'of an alert', props },
  {
    name: 'long title, hostile summary',
    props: {
      ...props,
      entry: { data: { ...entry.data, title: longTitle, english: { title: 'x', summary: hostile } } },
    },
  },
];
