import { z } from 'astro/zod';
import { keywords, listReferences, localized, slug, text, type Reference } from './fields.ts';

/** A term or abbreviation that the site explains. */
export const glossaryTerm = z.strictObject({
  term: text(120).describe('Từ cần giải thích'),
  /** As it is printed: `BCĐ 138`. */
  abbreviation: text(20).optional().describe('Chữ viết tắt, đúng như in trong bài'),
  english: text(160).describe('Từ tiếng Anh tương ứng'),
  definition: localized(500).describe('Giải thích bằng lời dễ hiểu'),
  sources: z
    .array(slug)
    .max(5)
    .default([])
    .describe('Mã các nguồn đã dùng: tên tệp trong thư mục sources, không có đuôi'),
  keywords,
});
export type GlossaryTerm = z.infer<typeof glossaryTerm>;

export const glossaryReferences = (data: GlossaryTerm): Reference[] =>
  listReferences('sources', 'sources', data.sources);
