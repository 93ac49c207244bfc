import { hotlines, type Example } from './content.ts';
import type EmergencyCalls from '../../../src/components/EmergencyCalls/EmergencyCalls.astro';

export const examples: Example<typeof EmergencyCalls>[] = [
  {
    name: 'two numbers',
    props: {
      title: 'Gọi khẩn cấp',
      calls: [
        { hotline: hotlines['111'], line: 'Bị mua bán, bị ép buộc.' },
        { hotline: hotlines['113'], line: 'Có người đang bị đe dọa.' },
      ],
    },
  },
  {
    name: 'English interface',
    props: {
      title: 'Emergency numbers',
      calls: [{ hotline: hotlines['113'], line: 'The police.' }],
      locale: 'en',
    },
  },
];
