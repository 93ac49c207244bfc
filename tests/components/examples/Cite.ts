import { hostile, longTitle, type Example } from './content.ts';
import type Cite from '../../../src/components/Cite/Cite.astro';

const url = 'https://canhbao.caobang.example/so-lieu/so-vu-mua-ban-nguoi/cao-bang-6-thang-dau-nam-2023/';

export const examples: Example<typeof Cite>[] = [
  {
    name: 'every form',
    props: {
      texts: [
        {
          name: 'Câu để trích',
          text: 'Tỉnh Cao Bằng, 6 tháng đầu năm 2023: số vụ mua bán người được phát hiện, điều tra 3 vụ.',
          form: 'plain',
        },
        { name: 'Trích dẫn', text: `Số vụ mua bán người được phát hiện, điều tra. ${url}`, form: 'vi' },
        { name: 'APA', text: `Human trafficking cases detected and investigated. ${url}`, form: 'apa' },
        { name: 'BibTeX', text: `@misc{so-vu-mua-ban-nguoi,\n\turl = {${url}},\n}`, form: 'bibtex' },
        { name: 'RIS', text: `TY  - DATA\nUR  - ${url}\nER  - `, form: 'ris' },
        { name: 'CSL-JSON', text: `[{ "type": "dataset", "URL": "${url}" }]`, form: 'csl' },
        {
          name: 'Khung nhúng vào trang khác',
          text: `<iframe src="${url}" title="Số vụ mua bán người"></iframe>`,
          form: 'plain',
        },
      ],
    },
  },
  { name: 'long text in capitals', props: { texts: [{ name: longTitle, text: longTitle, form: 'plain' }] } },
  { name: 'hostile text', props: { texts: [{ name: 'Câu để trích', text: hostile, form: 'plain' }] } },
];
