import { z } from 'astro/zod';
import {
  compositeRef,
  dialledNumber,
  displayedNumber,
  keywords,
  listReferences,
  localized,
  partialDate,
  slug,
  text,
  type Reference,
} from './fields.ts';

/**
 * A bank or an e-wallet whose customers may have to call it within minutes. Its numbers stand only where they are proven; one
 * without a proven number stands by name, and the page says where its number is printed.
 */
export const bank = z.strictObject({
  name: text(60).describe('Tên ngân hàng hoặc ví, như người dân gọi'),
  kind: z.enum(['bank', 'wallet']).describe('Loại: bank ngân hàng, wallet ví điện tử'),
  numbers: z
    .array(
      z.strictObject({
        number: dialledNumber,
        display: displayedNumber,
        /** What tells it from the other numbers of the bank. */
        use: localized(60).optional().describe('Số này khác số kia ở chỗ nào: gọi từ nước ngoài'),
        /** The passage of one of its sources that states the number, as `source/quote`. */
        quote: compositeRef.describe('Câu trích có in số này: mã nguồn/mã câu'),
      }),
    )
    .max(3)
    .default([])
    .describe('Các số đã đối chiếu; bỏ trống nếu chưa có số nào chắc chắn'),
  /** Printed only where a source states it. */
  hours: localized(80).optional().describe('Giờ nghe máy, nếu nguồn có ghi'),
  keywords,
  /** Position in the list; lower comes first. */
  order: z.number().int().min(0).max(1000).describe('Thứ tự trong danh sách; số nhỏ đứng trước'),
  /** Month in which the copies of its sources were read. */
  verifiedAt: partialDate.optional().describe('Tháng đọc bản sao của các nguồn'),
  /** For a number: a page of the bank itself, or two publishers. */
  sources: z
    .array(slug)
    .max(10)
    .default([])
    .describe('Mã các nguồn: trang của chính ngân hàng, hoặc ít nhất hai nơi đăng khác nhau'),
});
export type Bank = z.infer<typeof bank>;

export const bankReferences = (data: Bank): Reference[] => listReferences('sources', 'sources', data.sources);
