import { z } from 'astro/zod';
import { localized, slug, type Reference } from './fields.ts';

/**
 * A situation in which a person looks for help: one door of the help page, and one row of the table that decides which number
 * stands big. Held or threatened now: 113. Suspicion, a child, help afterwards: 111. Money: the person's own bank.
 */
export const situation = z.strictObject({
  title: localized(60).describe('Tên cánh cửa, như lời người cần giúp: Tôi đang gặp nguy hiểm'),
  line: localized(80).describe('Vài chữ dưới tên: những chuyện thuộc cửa này'),
  /** The number that stands big. Absent where something other than a call comes first. */
  hotline: slug.optional().describe('Mã số cần gọi trước, số này in to; bỏ trống nếu việc đầu tiên không phải là gọi'),
  /** Whether the person's own bank comes first; its number is on the page of the banks. */
  bank: z.boolean().default(false).describe('true: việc đầu tiên là gọi ngân hàng của mình'),
  /** The first is what to do at once; the first number in them is that of `hotline`. */
  steps: z
    .array(localized(260))
    .min(1)
    .max(4)
    .describe('Các việc cần làm, việc gấp nhất trước; số đầu tiên nhắc tới phải là số in to'),
  /** Position among the doors; lower comes first. */
  order: z.number().int().min(0).max(1000).describe('Thứ tự trong danh sách; số nhỏ đứng trước'),
});
export type Situation = z.infer<typeof situation>;

export const situationReferences = (data: Situation): Reference[] =>
  data.hotline === undefined ? [] : [{ path: ['hotline'], kind: 'hotlines', id: data.hotline }];
