/** The built site as files. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { packedEnds } from '../../src/hosting/packing.ts';
import { entryPath, requiredPath, sourcePath, termPath } from '../../src/i18n/index.ts';
import type { CollectionName } from '../../src/schema/index.ts';
import { root } from './run.ts';

export const dist = path.join(root, 'dist');

/** Every file below `folder`, as paths with forward slashes. Packed copies of files for servers are left out. */
export const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !packedEnds.some((end) => entry.name.endsWith(end)))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();

export interface Page {
  /** Address: `/canh-bao/`. */
  path: string;
  html: string;
}

/** Every page of the site built into `folder`. */
export const pages = (folder = dist): Page[] =>
  filesBelow(folder)
    .filter((file) => file.endsWith('.html') && !file.startsWith('pagefind/'))
    .map((file) => ({
      path: `/${file.replace(/index\.html$/, '')}`,
      html: readFileSync(path.join(folder, file), 'utf8'),
    }));

/** Every id on a page, without `#`. */
export const idsOf = (html: string): Set<string> =>
  new Set([...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]!));

/** Where a reader finds the entry of a file: a page, or a place on one. */
export const placeOf = (kind: CollectionName, id: string): string => {
  switch (kind) {
    // They allow a name to be printed where it is; the page on privacy says by what rule.
    case 'public-names':
      return requiredPath('pages', 'quyen-rieng-tu');
    case 'hotlines':
      return `/duong-day-nong/#so-${id}`;
    case 'glossary':
      return termPath(id);
    case 'sources':
      return sourcePath(id);
    case 'statistics':
      return `/du-lieu/#${id}`;
    default:
      return entryPath(kind, id)!;
  }
};

/** One page of every type, with real content. */
export const pageTypes: Record<string, string> = {
  home: '/',
  alerts: '/canh-bao/',
  'alert facet': '/canh-bao/kenh/cuoc-goi/',
  alert: '/canh-bao/bat-coc-online/',
  notice: '/canh-bao/bat-coc-online/to-roi/',
  'loudspeaker script': '/canh-bao/bat-coc-online/loa/',
  handouts: '/in-va-phat/',
  articles: '/bai-viet/',
  'article facet': '/bai-viet/chu-de/mua-ban-nguoi/',
  article: '/bai-viet/xuat-nhap-canh-trai-phep/',
  conferences: '/hoi-nghi/',
  conference: '/hoi-nghi/hoi-nghi-2023-07-21/',
  figures: '/so-lieu/',
  'figure topic': '/so-lieu/chu-de/mua-ban-nguoi/',
  'indicator with chart': '/so-lieu/ty-le-nguoi-dung-bi-lua-dao-truc-tuyen/',
  figure: '/so-lieu/so-nguoi-tham-gia-tuyen-truyen/cao-bang-6-thang-dau-nam-2023/',
  data: '/du-lieu/',
  frame: '/nhung/so-vu-mua-ban-nguoi/cao-bang-6-thang-dau-nam-2023/',
  help: '/can-giup-do/',
  hotlines: '/duong-day-nong/',
  'self-checks': '/tu-kiem-tra/',
  'self-check': '/tu-kiem-tra/viec-lam/',
  search: '/tim-kiem/',
  glossary: '/thuat-ngu/',
  sources: '/nguon/',
  offline: '/luu-tren-may/',
  'no network': '/ngoai-tuyen/',
  corrections: '/dinh-chinh/',
  follow: '/theo-doi/',
  about: '/gioi-thieu/',
  accessibility: '/kha-nang-tiep-can/',
  privacy: '/quyen-rieng-tu/',
  guide: '/bien-tap/',
  'home in English': '/en/',
  'help in English': '/en/help/',
  'hotlines in English': '/en/hotlines/',
  'alerts in English': '/en/alerts/',
  'alert in English': '/en/alerts/bat-coc-online/',
  'articles in English': '/en/articles/',
  'article in English': '/en/articles/xuat-nhap-canh-trai-phep/',
  'figures in English': '/en/figures/',
  'about in English': '/en/about/',
  'not found': '/404.html',
};
