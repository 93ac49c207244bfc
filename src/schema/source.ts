import { z } from 'astro/zod';
import { changes } from './changes.ts';
import { partialDate, slug, text } from './fields.ts';

const wordCount = (value: string): number => value.split(/\s+/).length;

/** The longest passage that may be quoted from a source, in words. */
const QUOTE_WORDS = 40;

/** A document that the site quotes or relies on. */
export const source = z.strictObject({
  title: text(300).describe('Tên tài liệu, đúng như in trên đó'),
  publisher: text(150).describe('Cơ quan ban hành hoặc tờ báo'),
  /** Where the name in Vietnamese says nothing to a reader of English; newspapers keep their name. */
  english: z
    .strictObject({ publisher: text(150).describe('Tên tiếng Anh của nơi ban hành') })
    .optional()
    .describe('Tên tiếng Anh của nơi ban hành, khi tên tiếng Việt không phải là tên báo'),
  kind: z
    .enum(['law', 'decree', 'decision', 'report', 'announcement', 'press', 'study', 'website'])
    .describe(
      'Loại: law luật, decree nghị định, decision quyết định, report báo cáo, announcement thông báo, press báo chí, study nghiên cứu, website trang web',
    ),
  /** As printed on it: `53/2024/QH15`. */
  documentNumber: text(60).optional().describe('Số hiệu, ví dụ 53/2024/QH15'),
  /** Absent where the document bears no date or none was seen. */
  datePublished: partialDate.optional().describe('Ngày ban hành, càng rõ càng tốt: 2026, 2026-03 hoặc 2026-03-15'),
  /** When it was last read, as closely as is known. */
  dateAccessed: partialDate.describe('Lần cuối đọc tài liệu: 2026-03 hoặc 2026-03-15'),
  /** Absent where the document is not on the web, or where it would let a victim be recognised; `note` then says so. */
  url: z
    .url({ protocol: /^https?$/, error: 'url' })
    .max(500)
    .optional()
    .describe('Địa chỉ web; bỏ trống nếu trang đó làm lộ nạn nhân'),
  /** Language of the passages: it decides how their numbers are read. */
  language: z.enum(['vi', 'en']).default('vi').describe('Ngôn ngữ của các câu trích: vi tiếng Việt, en tiếng Anh'),
  /** Verbatim passages by name. */
  quotes: z
    .record(
      slug,
      text(400).refine((value) => wordCount(value) <= QUOTE_WORDS, 'quote-length'),
    )
    .default({})
    .describe('Các câu trích nguyên văn, nhiều nhất 40 từ, mỗi câu có một mã'),
  /** What a reader should know of how far it can be trusted. */
  note: text(400).optional().describe('Điều người đọc cần biết về độ tin cậy'),
  changes,
});
export type Source = z.infer<typeof source>;
