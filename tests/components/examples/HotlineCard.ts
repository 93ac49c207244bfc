import { hotlines, type Example } from './content.ts';
import type HotlineGrid from '../../../src/components/HotlineCard/HotlineGrid.astro';
import type HotlineLink from '../../../src/components/HotlineCard/HotlineLink.astro';
import type HotlineCard from '../../../src/components/HotlineCard/HotlineCard.astro';

const by = (ways: ('call' | 'sms')[]) => ({ ...hotlines['113'], data: { ...hotlines['113'].data, by: ways } });
const textOnly = by(['sms']);
const callOrText = by(['call', 'sms']);

export const examples: Example<typeof HotlineCard>[] = [
  { name: 'short number in a row', props: { hotline: hotlines['111'] } },
  {
    name: 'short number with a line of its own',
    props: { hotline: hotlines['113'], line: 'Có người đang bị đe dọa, bị giữ. Gặp công an ngay.' },
  },
  { name: 'long number', props: { hotline: hotlines.peaceHouse } },
  { name: 'long number from abroad', props: { hotline: hotlines.abroad } },
  { name: 'text only (made up)', props: { hotline: textOnly } },
  { name: 'call or text (made up)', props: { hotline: callOrText } },
  { name: 'English interface', props: { hotline: hotlines.abroad, locale: 'en' } },
];

export const hotlineGridExamples: Example<typeof HotlineGrid>[] = [
  {
    name: 'two short numbers and a long one',
    props: { hotlines: [hotlines['111'], hotlines['113'], hotlines.abroad] },
  },
  { name: 'English interface', props: { hotlines: [hotlines['113']], locale: 'en' } },
];

export const hotlineLinkExamples: Example<typeof HotlineLink>[] = [
  { name: 'short number', props: { hotline: hotlines['111'] } },
  { name: 'long number', props: { hotline: hotlines.abroad } },
  { name: 'text only (made up)', props: { hotline: textOnly } },
  { name: 'English interface', props: { hotline: hotlines.peaceHouse, locale: 'en' } },
];
