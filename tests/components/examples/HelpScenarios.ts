import { hotlines, type Example } from './content.ts';
import type HelpScenarios from '../../../src/components/HelpScenarios/HelpScenarios.astro';

const doors = [
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
  { name: 'two doors', props: { doors } },
  {
    name: 'English interface',
    props: {
      doors: doors
        .map((door) => ({
          ...door,
          title: 'I am in danger now',
          line: 'Police',
          steps: ['Go where people are.', 'Call.', 'Ask someone to call.'],
        }))
        .slice(0, 1),
      locale: 'en',
    },
  },
];
