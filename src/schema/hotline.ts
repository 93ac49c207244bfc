import { z } from 'astro/zod';
import { changes } from './changes.ts';
import {
  compositeRef,
  dialledNumber,
  displayedNumber,
  keywords,
  listReferences,
  localized,
  partialDate,
  slug,
  type Reference,
} from './fields.ts';

/** One number to call or write to. */
export const hotline = z.strictObject({
  number: dialledNumber,
  display: displayedNumber,
  name: localized(80).describe('Tên đường dây'),
  /** Few words for the cap of its stone: who answers. */
  answers: localized(80).describe('Ai nghe máy, vài chữ'),
  purpose: localized(300).describe('Gọi khi nào'),
  /** What it does not do, so that nobody waits for help that will not come. */
  notFor: localized(300).optional().describe('Số này không giúp việc gì'),
  hours: localized(80).describe('Giờ nghe máy'),
  cost: localized(120).describe('Cước gọi'),
  fromAbroad: z.boolean().describe('Gọi được từ nước ngoài: true hoặc false'),
  by: z
    .array(z.enum(['call', 'sms']))
    .min(1)
    .max(2)
    .describe('Liên lạc bằng: call gọi, sms nhắn tin'),
  kind: z
    .enum(['emergency', 'trafficking', 'consular', 'shelter', 'scam-report', 'abroad'])
    .describe(
      'Loại: emergency khẩn cấp, trafficking mua bán người, consular bảo hộ công dân, shelter nơi tạm lánh, scam-report báo lừa đảo, abroad số của nước khác',
    ),
  keywords,
  /** Position in lists; lower comes first. */
  order: z.number().int().min(0).max(1000).describe('Thứ tự trong danh sách; số nhỏ đứng trước'),
  verifiedAt: partialDate.describe('Lần cuối kiểm tra số này'),
  /** `documents`: read in official or press documents. `dialled`: a person called it. */
  verifiedBy: z.enum(['documents', 'dialled']).describe('documents: đối chiếu tài liệu; dialled: đã có người gọi thử'),
  /** The passage of one of its sources that states the number, as `source/quote`. */
  quote: compositeRef.describe('Câu trích có in số này: mã nguồn/mã câu'),
  sources: z.array(slug).min(1).max(10).describe('Mã các nguồn đã dùng: tên tệp trong thư mục sources, không có đuôi'),
  changes,
});
export type Hotline = z.infer<typeof hotline>;

export const hotlineReferences = (data: Hotline): Reference[] => listReferences('sources', 'sources', data.sources);
