import { z } from 'astro/zod';
import { date, localized, slug, text, type Reference } from './fields.ts';

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
  /** Ready to send to somebody trusted; the phone adds nothing. */
  message: localized(160).optional().describe('Tin nhắn soạn sẵn để gửi người mình tin'),
  /** To be shown on the screen to a stranger. */
  card: z
    .strictObject({
      vi: text(120).describe('Tiếng Việt'),
      en: text(120).describe('Tiếng Anh'),
      /** Printed only because a native speaker has read it: a wrong word in such a sentence is worse than none. */
      others: z
        .array(
          z.strictObject({
            language: z
              .string()
              .regex(/^[a-z]{2,3}(?:-[A-Za-z]+)*$/, 'language')
              .describe('Mã ngôn ngữ, ví dụ zh-Hans'),
            text: text(120).describe('Câu trong tiếng đó'),
            reviewedBy: text(100).describe('Người bản ngữ đã đọc lại; đừng ghi thay người đó'),
            reviewedAt: date.describe('Ngày đọc lại'),
          }),
        )
        .max(6)
        .default([])
        .describe('Tiếng khác: chỉ thêm khi người bản ngữ đã đọc lại'),
    })
    .optional()
    .describe('Thẻ đưa cho người lạ xem trên màn hình'),
  /** Position among the doors; lower comes first. */
  order: z.number().int().min(0).max(1000).describe('Thứ tự trong danh sách; số nhỏ đứng trước'),
});
export type Situation = z.infer<typeof situation>;

export const situationReferences = (data: Situation): Reference[] =>
  data.hotline === undefined ? [] : [{ path: ['hotline'], kind: 'hotlines', id: data.hotline }];
