import { z } from 'astro/zod';
import {
  audience,
  english,
  keywords,
  listReferences,
  publication,
  slug,
  text,
  topic,
  type Reference,
} from './fields.ts';

/** A warning, an explanation or a guide that stays true for a while. Its body is MDX. */
export const article = z.strictObject({
  title: text(120).describe('Tiêu đề bài, như người đọc thấy'),
  /** What search engines and lists show: one or two sentences. */
  summary: text(300).describe('Một hai câu nói hết ý chính; hiện trong danh sách và kết quả tìm kiếm'),
  english,
  topic: topic.describe('Chủ đề'),
  audience: z.array(audience).min(1).max(4).describe('Bài viết cho ai; 1 đến 4 mục'),
  /** The page in thirty seconds. */
  keyPoints: z.array(text(220)).min(2).max(5).describe('Cả bài trong 30 giây: 2 đến 5 câu'),
  keywords,
  ...publication,
  sources: z.array(slug).min(1).max(20).describe('Mã các nguồn đã dùng: tên tệp trong thư mục sources, không có đuôi'),
  hotlines: z
    .array(slug)
    .min(1)
    .max(4)
    .describe('Mã các số cần gọi: tên tệp trong thư mục hotlines, trong dấu nháy kép'),
  related: z.array(slug).max(4).default([]).describe('Mã các bài khác nên đọc tiếp; có thể để trống'),
});
export type Article = z.infer<typeof article>;

export const articleReferences = (data: Article): Reference[] => [
  ...listReferences('sources', 'sources', data.sources),
  ...listReferences('hotlines', 'hotlines', data.hotlines),
  ...listReferences('related', 'articles', data.related),
];
