/** The built site as files. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './run.ts';

export const dist = path.join(root, 'dist');

/** Every file below `folder`, as paths with forward slashes. */
export const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();

export interface Page {
  /** Address: `/canh-bao/`. */
  path: string;
  html: string;
}

/** Every page of the built site. */
export const pages = (): Page[] =>
  filesBelow(dist)
    .filter((file) => file.endsWith('.html') && !file.startsWith('pagefind/'))
    .map((file) => ({ path: `/${file.replace(/index\.html$/, '')}`, html: readFileSync(path.join(dist, file), 'utf8') }));

/** One page of every type, with real content. */
export const pageTypes: Record<string, string> = {
  home: '/',
  alerts: '/canh-bao/',
  'alert facet': '/canh-bao/kenh/cuoc-goi/',
  alert: '/canh-bao/bat-coc-online/',
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
  search: '/tim-kiem/',
  glossary: '/thuat-ngu/',
  sources: '/nguon/',
  corrections: '/dinh-chinh/',
  about: '/gioi-thieu/',
  accessibility: '/kha-nang-tiep-can/',
  privacy: '/quyen-rieng-tu/',
  'not found': '/404.html',
};
