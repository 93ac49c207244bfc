/** What the site is: the few facts that every page, feed and file shares. */
export const site = {
  name: 'Cảnh báo Cao Bằng',
  /** Where it is published; `SITE_URL` overrides it. */
  origin: process.env.SITE_URL ?? 'https://canhbao.caobang.example',
  /** Until the committee adopts it, every page says that this is a trial and no official channel. */
  official: false as boolean,
  locale: 'vi',
  /** ISO 3166-2 code of the province. */
  area: 'VN-04',
} as const;

/** Domains that a body may link to besides the site's own pages. Each was named by the authority it belongs to. */
export const linkDomains: readonly string[] = ['tinnhiemmang.vn', 'www.bluedragon.org', 'bluedragon.org'];

/** Where the quick exit leads: a page that explains nothing to whoever looks over a shoulder. */
export const exitUrl = 'https://www.google.com/search?q=th%E1%BB%9Di+ti%E1%BA%BFt';

/** Numbers that pages of the site name outright. Content without one of them is not published. */
export const requiredHotlines = ['111', '113', 'bao-ho-cong-dan', 'ngoi-nha-binh-yen'] as const;

/** Figures on the home page, as `release/indicator`. */
export const keyFigures: readonly string[] = [
  'cao-bang-6-thang-dau-nam-2023/so-vu-mua-ban-nguoi',
  'cao-bang-6-thang-dau-nam-2023/nan-nhan-mua-ban-nguoi-tiep-nhan',
  'cao-bang-6-thang-dau-nam-2023/so-truong-hop-xuat-nhap-canh-trai-phep',
];
