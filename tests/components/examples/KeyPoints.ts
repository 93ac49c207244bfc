import { longTitle, type Example } from './content.ts';
import type KeyPoints from '../../../src/components/KeyPoints/KeyPoints.astro';

const points = [
  'Nạn nhân có cả nữ và nam, có cả người có học.',
  'Đã ở bên đó, hãy gọi đường dây bảo hộ công dân; người nhà báo công an.',
];

export const examples: Example<typeof KeyPoints>[] = [
  { name: 'of an article', props: { points } },
  { name: 'of an alert', props: { points, title: 'Trong 30 giây: dấu hiệu nhận ra' } },
  { name: 'long title in capitals', props: { points: [longTitle, ...points], title: longTitle } },
  { name: 'English interface', props: { points, locale: 'en' } },
];
