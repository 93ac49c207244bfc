import { longTitle, type Example } from './content.ts';
import type Downloads from '../../../src/components/Downloads/Downloads.astro';

export const examples: Example<typeof Downloads>[] = [
  {
    name: 'files of an indicator',
    props: {
      files: [
        ['CSV (Excel, LibreOffice)', '/du-lieu/so-vu-mua-ban-nguoi.csv'],
        ['Gói dữ liệu (ZIP)', '/du-lieu/so-vu-mua-ban-nguoi.zip'],
      ],
    },
  },
  { name: 'long label in capitals', props: { files: [[longTitle, '/du-lieu/so-vu-mua-ban-nguoi.csv']] } },
  { name: 'no file', props: { files: [] } },
];
