import type { Example } from './content.ts';
import type Do from '../../../src/components/DoDont/Do.astro';
import type DoDont from '../../../src/components/DoDont/DoDont.astro';
import type Dont from '../../../src/components/DoDont/Dont.astro';

const good = '<ul><li>Gọi lại số đã biết.</li><li>Kể ngay với bố mẹ hoặc thầy cô.</li></ul>';
const bad = '<ul><li>Chuyển tiền.</li><li>Giữ bí mật với gia đình.</li></ul>';

export const examples: Example<typeof DoDont>[] = [
  { name: 'two sides', props: {}, slot: `<div>${good}</div><div>${bad}</div>` },
];

export const doExamples: Example<typeof Do>[] = [
  { name: 'a list', props: {}, slot: good },
  { name: 'English interface', props: { locale: 'en' }, slot: good },
];

export const dontExamples: Example<typeof Dont>[] = [
  { name: 'a list', props: {}, slot: bad },
  { name: 'English interface', props: { locale: 'en' }, slot: bad },
];
