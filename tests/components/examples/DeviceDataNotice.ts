import type { Example } from './content.ts';
import type DeviceDataNotice from '../../../src/components/DeviceDataNotice/DeviceDataNotice.astro';

export const examples: Example<typeof DeviceDataNotice>[] = [
  { name: 'on the page about keeping pages', props: {} },
  { name: 'elsewhere, below a heading', props: { more: true, level: 3 } },
  { name: 'English interface', props: { more: true, locale: 'en' } },
];
