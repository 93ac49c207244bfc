import { z } from 'astro/zod';
import { date, english, keywords, listReferences, period, publication, slug, text, type Reference } from './fields.ts';

/** What a conference of the steering committee decided and reported. Its body is MDX: the outcomes as an account. */
export const conference = z.strictObject({
  title: text(160).describe('Tên hội nghị, có ngày'),
  summary: text(300).describe('Một hai câu nói hết ý chính; hiện trong danh sách và kết quả tìm kiếm'),
  english,
  /** Day it was held. */
  date: date.describe('Ngày họp, năm-tháng-ngày'),
  place: text(200).describe('Nơi họp'),
  organiser: text(200).describe('Cơ quan tổ chức'),
  /** Who presided and attended. Titles are as of the day. */
  participants: z
    .array(text(300))
    .min(1)
    .max(10)
    .describe('Người chủ trì và dự họp, mỗi người hoặc nhóm một dòng; chức vụ khi đó'),
  keyPoints: z.array(text(220)).min(2).max(5).describe('Hội nghị trong 30 giây: 2 đến 5 câu'),
  discussions: z.array(text(300)).min(1).max(20).describe('Nội dung thảo luận, mỗi nội dung một dòng'),
  decisions: z.array(text(400)).min(1).max(20).describe('Việc được giao, được quyết định, mỗi việc một dòng'),
  campaigns: z
    .array(
      z.strictObject({
        name: text(200).describe('Tên đợt'),
        period,
        note: text(300).describe('Điều cần nói thêm').optional(),
      }),
    )
    .max(10)
    .default([])
    .describe('Các đợt hành động được phát động'),
  releases: z.array(slug).min(1).max(10).describe('Mã các đợt số liệu của hội nghị: tên tệp trong thư mục statistics'),
  keywords,
  ...publication,
  sources: z.array(slug).min(1).max(20).describe('Mã các nguồn đã dùng: tên tệp trong thư mục sources, không có đuôi'),
  hotlines: z
    .array(slug)
    .max(4)
    .default([])
    .describe('Mã các số cần gọi: tên tệp trong thư mục hotlines, trong dấu nháy kép'),
});
export type Conference = z.infer<typeof conference>;

export const conferenceReferences = (data: Conference): Reference[] => [
  ...listReferences('releases', 'statistics', data.releases),
  ...listReferences('sources', 'sources', data.sources),
  ...listReferences('hotlines', 'hotlines', data.hotlines),
];
