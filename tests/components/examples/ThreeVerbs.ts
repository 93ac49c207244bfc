import { longTitle, type Example } from './content.ts';
import type ThreeVerbs from '../../../src/components/ThreeVerbs/ThreeVerbs.astro';

const verbs = {
  stop: 'Cúp máy. Chưa chuyển tiền, chưa bấm vào đường dẫn, chưa đi theo ai.',
  check: 'Tự gọi lại số bạn đã biết. Hỏi một người bạn tin.',
  report: 'Gọi 111 hoặc 113, hoặc đến công an nơi gần nhất.',
};

export const examples: Example<typeof ThreeVerbs>[] = [
  { name: 'of an alert', props: verbs },
  { name: 'on the home page', props: { ...verbs, title: 'Gặp chuyện lạ, làm ba việc' } },
  { name: 'long advice in capitals', props: { ...verbs, check: longTitle } },
  { name: 'English interface', props: { ...verbs, locale: 'en' } },
];
