import { z } from 'astro/zod';
import { keywords, listReferences, publication, slug, text, type Reference } from './fields.ts';

/**
 * Questions by which a reader judges a job, a call, a person's situation. One “yes” is enough for the advice.
 * Every question is asked so that “yes” is a danger sign.
 */
export const selfCheck = z.strictObject({
  /** The question that the page answers: `Việc này có phải bẫy không?` */
  title: text(80)
    .refine((value) => value.endsWith('?'), 'question')
    .describe('Câu hỏi mà bảng trả lời, kết thúc bằng dấu “?”'),
  summary: text(300).describe('Một hai câu nói hết ý chính; hiện trong danh sách và kết quả tìm kiếm'),
  keywords,
  /** Position in lists; lower comes first. */
  order: z.number().int().min(0).max(1000).describe('Thứ tự trong danh sách: số nhỏ đứng trước'),
  questions: z
    .array(
      z.strictObject({
        text: text(160)
          .refine((value) => value.endsWith('?'), 'question')
          .describe('Câu hỏi; trả lời “Có” phải là dấu hiệu nguy hiểm'),
        /** Why a “yes” is a danger sign; stands below the answer. */
        why: text(240).describe('Vì sao trả lời “Có” là nguy hiểm; hiện dưới câu trả lời'),
      }),
    )
    .min(5)
    .max(7)
    .describe('Các câu hỏi, 5 đến 7 câu'),
  /** The same three verbs as on every alert. */
  advice: z
    .strictObject({
      stop: text(240).describe('Dừng lại: việc dừng ngay'),
      check: text(240).describe('Kiểm tra: hỏi ai, xem ở đâu cho chắc'),
      report: text(240).describe('Báo ngay: báo cho ai, gọi số nào'),
    })
    .describe('Ba việc làm ngay'),
  /** What to do where no sign was seen. Never says that all is safe. */
  noSign: text(300).describe('Nói gì khi không thấy dấu hiệu nào; không bao giờ nói là an toàn'),
  ...publication,
  sources: z.array(slug).min(1).max(20).describe('Mã các nguồn đã dùng: tên tệp trong thư mục sources, không có đuôi'),
  /** The first is the one to call. */
  hotlines: z.array(slug).min(1).max(4).describe('Mã các số cần gọi; số đầu là số gọi trước'),
  /** Pages about the same matter, which lead to this check. */
  alerts: z.array(slug).max(20).default([]).describe('Mã các cảnh báo cùng chuyện, dẫn tới bảng này'),
  articles: z.array(slug).max(20).default([]).describe('Mã các bài cùng chuyện, dẫn tới bảng này'),
});
export type SelfCheck = z.infer<typeof selfCheck>;

export const selfCheckReferences = (data: SelfCheck): Reference[] => [
  ...listReferences('sources', 'sources', data.sources),
  ...listReferences('hotlines', 'hotlines', data.hotlines),
  ...listReferences('alerts', 'alerts', data.alerts),
  ...listReferences('articles', 'articles', data.articles),
];
