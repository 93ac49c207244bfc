import { hotlines, type Example } from './content.ts';
import type HelpText from '../../../src/components/HelpScenarios/HelpText.astro';
import type HelpScenarios from '../../../src/components/HelpScenarios/HelpScenarios.astro';

const scenarios = [
  {
    id: 'toi',
    title: 'Tôi đang gặp nguy hiểm',
    line: 'Công an, ngày đêm',
    hotline: hotlines['113'],
    steps: ['Đến chỗ có người.', 'Gọi 113. Nói bạn ở đâu trước.', 'Không gọi được: nhờ người bạn tin gọi giúp.'],
  },
  {
    id: 'nguoi-khac',
    title: 'Người tôi biết gặp nguy hiểm',
    line: 'Bị giữ, bị bán, mất liên lạc',
    hotline: hotlines['111'],
    steps: ['Đừng đi tìm một mình.', 'Ghi lại nơi ở cuối cùng.', 'Gọi 111.'],
  },
];

export const examples: Example<typeof HelpScenarios>[] = [
  { name: 'two scenarios', props: { scenarios } },
  {
    name: 'English interface',
    props: {
      scenarios: scenarios
        .map((scenario) => ({
          ...scenario,
          title: 'I am in danger now',
          line: 'Police',
          steps: ['Go where people are.', 'Call.', 'Ask someone to call.'],
        }))
        .slice(0, 1),
      locale: 'en',
    },
  },
];

export const helpTextExamples: Example<typeof HelpText>[] = [
  {
    name: 'headings, lists, a box',
    props: {},
    slot: '<h2>Khi gọi</h2><ul><li>Nói bạn ở đâu.</li></ul><p class="caution">Đừng xóa gì.</p><p class="links"><a href="/duong-day-nong/">Tất cả các số</a></p>',
  },
];
