/** The built site as files. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { entryPath, requiredPath, sourcePath, termPath } from '../../src/i18n/index.ts';
import type { CollectionName } from '../../src/schema/index.ts';
import { filesBelow as everyFileBelow, isCompressedCopy } from '../../src/site-files.ts';
import { root } from './run.ts';

export const dist = path.join(root, 'dist');

/** Every file below `folder`, as paths with forward slashes. Precompressed copies are left out. */
export const filesBelow = (folder: string): string[] =>
  everyFileBelow(folder).filter((file) => !isCompressedCopy(file));

export interface Page {
  /** Address: `/canh-bao/`. */
  path: string;
  html: string;
}

/** What Astro writes at an address that redirects: for servers that know no redirects, and no page of the site. */
const isRedirect = (html: string): boolean => html.includes('http-equiv="refresh"');

/** Every page of the site built into `folder`. */
export const pages = (folder = dist): Page[] =>
  filesBelow(folder)
    .filter((file) => file.endsWith('.html') && !file.startsWith('pagefind/'))
    .map((file) => ({
      path: `/${file.replace(/index\.html$/, '')}`,
      html: readFileSync(path.join(folder, file), 'utf8'),
    }))
    .filter(({ html }) => !isRedirect(html));

/** Every id on a page, without `#`. */
export const idsOf = (html: string): Set<string> =>
  new Set([...html.matchAll(/\sid="([^"]+)"/g)].map((match) => match[1]!));

/** Where a reader finds the entry of a file: a page, or a place on one. */
export const placeOf = (kind: CollectionName, id: string): string => {
  switch (kind) {
    // They allow a name to be printed where it is; the page on privacy says by what rule.
    case 'public-names':
      return requiredPath('pages', 'quyen-rieng-tu');
    // They stand above the results of the search.
    case 'answers':
      return '/tim-kiem/';
    case 'hotlines':
      return `/duong-day-nong/#so-${id}`;
    // Those without a proven number stand there by name.
    case 'banks':
      return '/goi-ngan-hang/';
    case 'situations':
      return `/can-giup-do/#${id}`;
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

/** The pages of the last build; none before the first. */
const built = existsSync(dist) ? pages() : [];

/** The page named, or where the content has it no longer another one like it: content may change without breaking a test. */
const pageLike = (preferred: string, alike: RegExp, contains = ''): string =>
  built.some((page) => page.path === preferred)
    ? preferred
    : (built.find((page) => alike.test(page.path) && page.html.includes(contains))?.path ?? preferred);

const notice = pageLike('/canh-bao/bat-coc-online/to-roi/', /^\/canh-bao\/[^/]+\/to-roi\/$/);
const alert = notice.replace(/to-roi\/$/, '');
const article = pageLike('/bai-viet/xuat-nhap-canh-trai-phep/', /^\/bai-viet\/[a-z][^/]*\/$/);

/** One page of every type, with real content. */
export const pageTypes: Record<string, string> = {
  home: '/',
  alerts: '/canh-bao/',
  'alert facet': pageLike('/canh-bao/kenh/cuoc-goi/', /^\/canh-bao\/kenh\/[^/]+\/$/),
  alert,
  notice,
  'loudspeaker script': `${alert}loa/`,
  handouts: '/in-va-phat/',
  articles: '/bai-viet/',
  'article facet': pageLike('/bai-viet/chu-de/mua-ban-nguoi/', /^\/bai-viet\/chu-de\/[^/]+\/$/),
  article,
  conferences: '/hoi-nghi/',
  conference: pageLike('/hoi-nghi/hoi-nghi-2023-07-21/', /^\/hoi-nghi\/[a-z][^/]*\/$/),
  figures: '/so-lieu/',
  'figure topic': pageLike('/so-lieu/chu-de/mua-ban-nguoi/', /^\/so-lieu\/chu-de\/[^/]+\/$/),
  'indicator with chart': pageLike(
    '/so-lieu/ty-le-nguoi-dung-bi-lua-dao-truc-tuyen/',
    /^\/so-lieu\/[a-z][^/]*\/$/,
    'data-chart=',
  ),
  figure: pageLike(
    '/so-lieu/so-nguoi-tham-gia-tuyen-truyen/cao-bang-6-thang-dau-nam-2023/',
    /^\/so-lieu\/(?!chu-de\/)[a-z][^/]*\/[a-z0-9-]+\/$/,
  ),
  data: '/du-lieu/',
  frame: pageLike('/nhung/so-vu-mua-ban-nguoi/cao-bang-6-thang-dau-nam-2023/', /^\/nhung\/[^/]+\/[^/]+\/$/),
  help: '/can-giup-do/',
  hotlines: '/duong-day-nong/',
  banks: '/goi-ngan-hang/',
  'numbers to hang up': '/in-va-phat/cac-so/',
  'numbers on cards': '/in-va-phat/the-nho/',
  'self-checks': '/tu-kiem-tra/',
  'self-check': pageLike('/tu-kiem-tra/viec-lam/', /^\/tu-kiem-tra\/[^/]+\/$/),
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
  'banks in English': '/en/call-bank/',
  'alerts in English': '/en/alerts/',
  'alert in English': alert.replace('/canh-bao/', '/en/alerts/'),
  'articles in English': '/en/articles/',
  'article in English': article.replace('/bai-viet/', '/en/articles/'),
  'figures in English': '/en/figures/',
  'about in English': '/en/about/',
  'not found': '/404.html',
};
