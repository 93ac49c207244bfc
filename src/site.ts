import { environment } from './environment.ts';

let address: { origin: string; base: string } | undefined;
/** Read at first use: a command can then report an invalid variable, which it could not while its modules load. */
const publishedAt = (): { origin: string; base: string } => {
  if (!address) {
    const { siteUrl, siteBase } = environment();
    address = { origin: siteUrl ?? 'https://canhbao.caobang.example', base: siteBase };
  }
  return address;
};

/** The constants that every page, feed and file shares. */
export const site = {
  name: 'Cảnh báo Cao Bằng',
  /** Origin of the published site (`SITE_URL`), without a slash at its end. */
  get origin() {
    return publishedAt().origin;
  },
  /** Path below which the site stands (`SITE_BASE`), with a slash at either end. `import.meta.env.BASE_URL` is not used: a variable `BASE_URL` of the machine would override it. */
  get base() {
    return publishedAt().base;
  },
  /** Until the committee adopts it, every page says that this is a trial and no official channel. */
  official: false as boolean,
  locale: 'vi',
  /** ISO 3166-2 code of the province. */
  area: 'VN-04',
} as const;

/** Domains that a body may link to besides the site's own pages. Each is named by the authority that it belongs to. */
export const linkDomains: readonly string[] = ['tinnhiemmang.vn', 'www.bluedragon.org', 'bluedragon.org'];

/** Target of the quick exit: an unremarkable page. */
export const exitUrl = 'https://www.google.com/search?q=th%E1%BB%9Di+ti%E1%BA%BFt';

/** Entries that pages of the site name outright, by kind and id, with the page that does. Content without one of them is not published. */
export const requiredEntries = {
  hotlines: {
    '111': 'Mọi trang',
    '113': 'Mọi trang',
    'bao-ho-cong-dan': 'Trang Cần giúp đỡ',
    'ngoi-nha-binh-yen': 'Trang Cần giúp đỡ',
  },
  situations: {
    'bi-giu': 'Trang chủ và trang Cần giúp đỡ',
    'khong-noi-duoc': 'Trang chủ và trang Cần giúp đỡ',
    'vua-chuyen-tien': 'Trang chủ và trang Cần giúp đỡ',
    'bi-doi-tien': 'Trang chủ và trang Cần giúp đỡ',
    'ru-di-lam-xa': 'Trang chủ và trang Cần giúp đỡ',
    'nguoi-khac': 'Trang Cần giúp đỡ',
    'o-nuoc-ngoai': 'Trang Cần giúp đỡ',
    'tre-em': 'Trang Cần giúp đỡ',
    'tro-ve': 'Trang Cần giúp đỡ',
  },
  articles: {
    'bi-lua-tien-phai-lam-gi': 'Trang chủ',
    'cach-bao-tin': 'Trang chủ',
    'duoc-giup-do-khi-tro-ve': 'Trang Cần giúp đỡ',
  },
  alerts: { 'gia-danh-cong-an': 'Trang Các số cần gọi' },
  pages: {
    'bien-tap': 'Lời báo lỗi của npm run check',
    'gioi-thieu': 'Mọi trang',
    'kha-nang-tiep-can': 'Mọi trang',
    'quyen-rieng-tu': 'Mọi trang',
  },
} as const;

/** Id of an entry that every content folder has: the only ids that a page may have typed in. */
export type RequiredId<K extends keyof typeof requiredEntries> = keyof (typeof requiredEntries)[K];

/** The hotlines to call in danger, by id: the police, and the line against human trafficking, which also protects children. */
export const emergency = { police: '113', trafficking: '111' } as const satisfies Record<
  string,
  RequiredId<'hotlines'>
>;

/** Figures on the home page, as `release/indicator`. */
export const keyFigures: readonly string[] = [
  'cao-bang-6-thang-dau-nam-2023/so-vu-mua-ban-nguoi',
  'cao-bang-6-thang-dau-nam-2023/nan-nhan-mua-ban-nguoi-tiep-nhan',
  'cao-bang-6-thang-dau-nam-2023/so-truong-hop-xuat-nhap-canh-trai-phep',
];
