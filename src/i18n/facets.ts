import type { Audience, Data, Topic } from '../schema/index.ts';
import type { Locale } from './locales.ts';
import type { Facet } from './routes.ts';

type Method = Data<'alerts'>['method'];
type Channel = Data<'alerts'>['channels'][number];

/** Names of the values by which lists are filtered. */
export const topicNames: Record<Topic, { vi: string; en: string }> = {
  'mua-ban-nguoi': { vi: 'Mua bán người', en: 'Human trafficking' },
  'bien-gioi': { vi: 'Biên giới, xuất nhập cảnh', en: 'Border and crossing' },
  'lua-dao': { vi: 'Lừa đảo', en: 'Scams' },
  'ho-tro': { vi: 'Hỗ trợ, báo tin', en: 'Support and reporting' },
  'phap-luat': { vi: 'Pháp luật', en: 'Law' },
  'an-ninh-trat-tu': { vi: 'An ninh trật tự', en: 'Security and order' },
  'tuyen-truyen': { vi: 'Tuyên truyền', en: 'Public outreach' },
};

export const audienceNames: Record<Audience, { vi: string; en: string }> = {
  'moi-nguoi': { vi: 'Mọi người', en: 'Everyone' },
  'hoc-sinh-sinh-vien': { vi: 'Học sinh, sinh viên', en: 'Pupils and students' },
  'nguoi-tim-viec': { vi: 'Người tìm việc', en: 'Job seekers' },
  'phu-nu': { vi: 'Phụ nữ', en: 'Women' },
  'phu-huynh': { vi: 'Cha mẹ', en: 'Parents' },
  'nguoi-cao-tuoi': { vi: 'Người cao tuổi', en: 'Older people' },
  'ho-kinh-doanh': { vi: 'Hộ kinh doanh', en: 'Small businesses' },
};

export const methodNames: Record<Method, { vi: string; en: string }> = {
  'gia-danh-co-quan': { vi: 'Giả danh cơ quan nhà nước', en: 'Impersonating authorities' },
  'gia-danh-doanh-nghiep': { vi: 'Giả danh doanh nghiệp', en: 'Impersonating companies' },
  'gia-danh-nguoi-than': { vi: 'Giả danh người thân, nhà trường', en: 'Impersonating family or school' },
  'viec-lam': { vi: 'Việc làm giả', en: 'Fake jobs' },
  'dau-tu': { vi: 'Đầu tư giả', en: 'Fake investment' },
  'giai-thuong-cho-vay': { vi: 'Trúng thưởng giả, cho vay giả', en: 'Fake prizes and loans' },
  'tai-khoan-sim': { vi: 'Chiếm tài khoản, SIM', en: 'Account and SIM takeover' },
  'bat-coc-online': { vi: 'Bắt cóc online', en: 'Online kidnapping' },
  'lay-lai-tien': { vi: 'Hứa lấy lại tiền', en: 'Money-recovery scams' },
  'chuyen-nham-tien': { vi: 'Chuyển nhầm tiền', en: 'Wrong-transfer scams' },
};

export const channelNames: Record<Channel, { vi: string; en: string }> = {
  'cuoc-goi': { vi: 'Cuộc gọi', en: 'Phone call' },
  'goi-video': { vi: 'Gọi video', en: 'Video call' },
  'tin-nhan': { vi: 'Tin nhắn', en: 'Message' },
  'mang-xa-hoi': { vi: 'Mạng xã hội', en: 'Social media' },
  'ung-dung-gia': { vi: 'Ứng dụng giả', en: 'Fake app' },
  'trang-web-gia': { vi: 'Trang web giả', en: 'Fake website' },
  'thu-giay-to': { vi: 'Thư, giấy tờ giả', en: 'Letter or forged paper' },
  'gap-truc-tiep': { vi: 'Gặp trực tiếp', en: 'In person' },
};

/** Kinds of search results, by the value of the search filter `kind`. */
export const searchKindNames = {
  'canh-bao': { vi: 'Cảnh báo lừa đảo', en: 'Scam alert' },
  'bai-viet': { vi: 'Bài viết', en: 'Article' },
  'hoi-nghi': { vi: 'Hội nghị', en: 'Conference' },
  'so-lieu': { vi: 'Số liệu', en: 'Figure' },
  'so-goi': { vi: 'Số cần gọi', en: 'Number to call' },
  'thuat-ngu': { vi: 'Từ ngữ', en: 'Term' },
  'tu-kiem-tra': { vi: 'Tự kiểm tra', en: 'Self-check' },
  'giup-do': { vi: 'Cần giúp đỡ', en: 'Help' },
  trang: { vi: 'Về trang này', en: 'About this site' },
} as const satisfies Record<string, { vi: string; en: string }>;

/** Names of the values of each facet. */
export const facetNames = {
  topic: topicNames,
  audience: audienceNames,
  method: methodNames,
  channel: channelNames,
} as const;

/** The name of one value of a facet; the value itself where it has no name. */
export const facetValueName = (facet: Facet, value: string, locale: Locale = 'vi'): string => {
  const names: Readonly<Record<string, Readonly<Record<Locale, string>>>> = facetNames[facet];
  return names[value]?.[locale] ?? value;
};
