import type { Example } from './content.ts';
import type Share from '../../../src/components/Share/Share.astro';

const url = 'https://canhbao.caobang.example/canh-bao/bat-coc-online/';
const links = {
  sms: `sms:?&body=Bat%20coc%20online%20${encodeURIComponent(url)}`,
  facebook: `https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(url)}`,
};

export const examples: Example<typeof Share>[] = [
  { name: 'of an article', props: { url, links } },
  {
    name: 'of an alert, with its notice',
    props: { url, links },
    slot: '<li><a href="/canh-bao/bat-coc-online/to-roi/">Tờ rơi A4</a></li>',
  },
  { name: 'English interface', props: { url, links, locale: 'en' } },
];
