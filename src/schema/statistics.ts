import { z } from 'astro/zod';
import { areaOf } from './areas.ts';
import { changes } from './changes.ts';
import { compositeRef, date, localized, partialDate, period, slug, text, topic, type Reference } from './fields.ts';

/** What is counted. Values of two indicators are never added, compared or drawn on one axis. */
export const indicator = z.strictObject({
  label: localized(160).describe('Tên chỉ tiêu'),
  /** What one is: `vụ` (cases), `bị can` (accused), `nạn nhân` (victims), `%`. */
  unit: localized(60).describe('Đơn vị đếm: vụ, bị can, nạn nhân, %'),
  /** Other words that sources use for the unit in Vietnamese: `công dân` where the site counts `nạn nhân`. */
  sourceUnits: z.array(text(40)).max(5).default([]).describe('Từ khác mà nguồn dùng cho đơn vị này'),
  /**
   * Words of which one must stand in the clause of the quote that states the number: they tell the indicator from others of the
   * same unit. Required where two figures of one release could otherwise be swapped.
   */
  sourceTerms: z
    .array(text(60))
    .max(8)
    .default([])
    .describe('Chữ phải có quanh con số trong câu trích, để không lẫn với chỉ tiêu khác cùng đơn vị'),
  /** `count` adds up; `share` is a part of a whole in per cent; `change` is against another period, in per cent. */
  measure: z
    .enum(['count', 'share', 'change', 'money'])
    .describe('count đếm, share tỷ lệ phần trăm của tổng, change thay đổi so với kỳ khác, money số tiền'),
  definition: localized(600).describe('Chỉ tiêu này đếm cái gì'),
  /** How a case is counted, where the source says so. */
  counting: localized(400).optional().describe('Cách đếm, nếu nguồn có nói'),
  /** What the figure does not say. Stands beside every value. */
  caveat: localized(400).describe('Điều con số không nói lên; đứng cạnh mỗi con số'),
  topic: topic.describe('Chủ đề'),
  changes,
});
export type Indicator = z.infer<typeof indicator>;

/**
 * How exact a source says that a number is. `nearly` (gần) approaches it from below; `over` and `under` exclude the number,
 * `at-least` and `at-most` include it.
 */
export const qualifiers = ['exact', 'about', 'nearly', 'over', 'at-least', 'under', 'at-most'] as const;
export type Qualifier = (typeof qualifiers)[number];

const revision = z.strictObject({
  date: date.describe('Ngày sửa, năm-tháng-ngày'),
  /** A revision was planned by the producer; a correction mends an error. */
  kind: z.enum(['revision', 'correction']).describe('revision: nguồn tự sửa theo kế hoạch; correction: sửa lỗi'),
  from: z.number().min(-1e15).max(1e15).describe('Giá trị trước khi sửa'),
  /** The qualifier before, where it was another one: `trên 443.000` became `443.120`. */
  fromQualifier: z.enum(qualifiers).optional().describe('Chữ đi kèm trước khi sửa'),
  to: z.number().min(-1e15).max(1e15).describe('Giá trị sau khi sửa'),
  /** The passage of the document that corrects, as `source/passage`. Absent where the site had copied wrongly. */
  quote: compositeRef.optional().describe('Câu trích của tài liệu đính chính: mã nguồn/mã câu'),
  reason: text(400).describe('Vì sao sửa'),
});
export type Revision = z.infer<typeof revision>;

const observation = z.strictObject({
  indicator: slug.describe('Mã chỉ tiêu: tên tệp trong thư mục indicators'),
  /** In the indicator's unit. Per cent as 9.25, a fall as a negative number, money in đồng. */
  value: z
    .number()
    .min(-1e15)
    .max(1e15)
    .describe('Con số, không có dấu ngăn hàng nghìn: 443000; giảm 9,25% viết -9.25; tiền viết bằng đồng'),
  /** What the source says of the number's exactness: `trên 443.000` is `over`. */
  qualifier: z
    .enum(qualifiers)
    .describe('exact đúng bằng, about khoảng, nearly gần, over trên, at-least ít nhất, under dưới, at-most nhiều nhất'),
  /** Name of the passage among the source's `quotes`. */
  quote: slug.describe('Mã câu trích trong quotes của nguồn, chứng minh con số'),
  /** Passages of other documents that state the same value, as `source/quote`. Nothing corroborates without its words. */
  corroboratedBy: z
    .array(compositeRef)
    .max(5)
    .default([])
    .describe('Câu trích của tài liệu khác nói cùng con số: mã nguồn/mã câu'),
  status: z.enum(['final', 'provisional']).default('final').describe('final chính thức, provisional tạm tính'),
  /** For `change`: the period it is measured against. */
  base: period.optional().describe('Kỳ so sánh, khi chỉ tiêu là thay đổi'),
  note: text(400).optional().describe('Điều cần nói thêm về con số này'),
  revisions: z.array(revision).max(50).default([]).describe('Lịch sử sửa số; máy kiểm tra sẽ nhắc khi cần'),
});
export type Observation = z.infer<typeof observation>;

/** One release: figures of one area and one period, published together in one document. */
export const release = z.strictObject({
  title: localized(200).describe('Tên đợt số liệu'),
  /** ISO 3166: `VN`, or `VN-04` for Cao Bằng. */
  area: z
    .string()
    .regex(/^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/, { error: 'area', abort: true })
    .refine((code) => areaOf(code) !== undefined, 'area')
    .describe('VN là cả nước, VN-04 là tỉnh Cao Bằng'),
  period: period.describe('Kỳ của số liệu'),
  /** When the figures were made public. */
  publishedAt: partialDate.describe('Ngày công bố: 2026, 2026-03 hoặc 2026-03-15'),
  source: slug.describe('Mã nguồn công bố: tên tệp trong thư mục sources'),
  observations: z.array(observation).min(1).max(200).describe('Các con số của đợt này'),
  changes,
});
export type Release = z.infer<typeof release>;

export const releaseReferences = (data: Release): Reference[] => [
  { path: ['source'], kind: 'sources', id: data.source },
  ...data.observations.map((item, index): Reference => ({
    path: ['observations', index, 'indicator'],
    kind: 'indicators',
    id: item.indicator,
  })),
];
