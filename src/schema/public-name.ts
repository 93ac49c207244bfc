import { z } from 'astro/zod';
import { date, listReferences, slug, text, type Reference } from './fields.ts';

/**
 * A person who may be named because of a public office. Everyone else stays unnamed on this site.
 * Nobody can review what they wrote themselves, so a new file has no review yet; `check` asks for it.
 */
export const publicName = z.strictObject({
  name: text(80).describe('Họ và tên, đúng như in trong bài'),
  role: text(200).describe('Chức vụ công khai'),
  reason: text(300).describe('Vì sao được nêu tên'),
  sources: z.array(slug).min(1).max(5).describe('Mã nguồn chính thức nêu tên người này trong chức vụ'),
  reviewedBy: text(120)
    .optional()
    .describe('Người thứ hai đã duyệt, không phải người viết; chưa ai duyệt thì bỏ trống'),
  reviewedAt: date.optional().describe('Ngày người thứ hai duyệt, năm-tháng-ngày'),
});
export type PublicName = z.infer<typeof publicName>;

export const publicNameReferences = (data: PublicName): Reference[] =>
  listReferences('sources', 'sources', data.sources);
