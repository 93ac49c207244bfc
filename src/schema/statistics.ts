import { z } from 'astro/zod';
import { areaOf } from './areas.ts';
import { changes, DEFAULT_STATUS } from './changes.ts';
import {
  compositeRef,
  date,
  keywords,
  localized,
  partialDate,
  period,
  slug,
  text,
  topic,
  type Reference,
} from './fields.ts';

/** Currencies of figures, ISO 4217. */
export const currencyCodes = ['VND', 'USD', 'CNY', 'EUR'] as const;
export type Currency = (typeof currencyCodes)[number];

/** What is counted. Values of two indicators are never added, compared or drawn on one axis. */
export const indicator = z
  .strictObject({
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
    /** ISO 4217, of an indicator that measures money: each is printed in its own currency. Absent: đồng. */
    currency: z
      .enum(currencyCodes)
      .optional()
      .describe('Loại tiền khi measure là money: VND (mặc định), USD, CNY, EUR'),
    topic: topic.describe('Chủ đề'),
    keywords,
    changes,
  })
  .refine(({ measure, currency }) => currency === undefined || measure === 'money', {
    message: 'currency',
    path: ['currency'],
  });
export type Indicator = z.infer<typeof indicator>;

/**
 * How exact a source says that a number is. `nearly` (gần) approaches it from below; `over` and `under` exclude the number,
 * `at-least` and `at-most` include it.
 */
export const qualifiers = ['exact', 'about', 'nearly', 'over', 'at-least', 'under', 'at-most'] as const;
export type Qualifier = (typeof qualifiers)[number];

const plainNumber = z.number().min(-1e15).max(1e15);
const pair = (rule: (first: number, second: number) => boolean) =>
  z.tuple([plainNumber, plainNumber]).refine(([first, second]) => rule(first, second), 'amount');

/**
 * What a source states: one number by default, else
 * - `{ "range": [from, to] }`, “8.000–10.000 tỷ”: both ends as written, the lower first;
 * - `{ "of": [part, whole] }`, “341/360 vụ”;
 * - `{ "multiple": 1.5 }`, “gấp rưỡi”: how many times as much; 0.5 is “giảm một nửa”;
 * - `null` where the value is missing: the status says so too.
 */
export const amount = z.union(
  [
    plainNumber,
    z.strictObject({ range: pair((from, to) => from < to && from * to >= 0) }),
    z.strictObject({ of: pair((part, whole) => part >= 0 && part <= whole && whole > 0) }),
    z.strictObject({ multiple: plainNumber.refine((times) => times > 1 || times === 0.5, 'amount') }),
    z.null(),
  ],
  { error: 'amount' },
);
export type Amount = z.infer<typeof amount>;

/**
 * How far a value can be relied on, by the SDMX code list CL_OBS_STATUS: `final` is A (normal), `provisional` P, `estimated` E,
 * `break` B (counted otherwise than before: not to be compared with earlier values), `missing` M.
 */
export const statuses = ['final', 'provisional', 'estimated', 'break', 'missing'] as const;
export type ObservationStatus = (typeof statuses)[number];

const revision = z.strictObject({
  date: date.describe('Ngày sửa, năm-tháng-ngày'),
  /** A revision was planned by the producer; a correction mends an error. */
  kind: z.enum(['revision', 'correction']).describe('revision: nguồn tự sửa theo kế hoạch; correction: sửa lỗi'),
  from: amount.describe('Giá trị trước khi sửa'),
  /** The qualifier before, where it was another one: `trên 443.000` became `443.120`. */
  fromQualifier: z.enum(qualifiers).optional().describe('Chữ đi kèm trước khi sửa'),
  to: amount.describe('Giá trị sau khi sửa'),
  /** The passage of the document that corrects, as `source/passage`. Absent where the site had copied wrongly. */
  quote: compositeRef.optional().describe('Câu trích của tài liệu đính chính: mã nguồn/mã câu'),
  reason: text(400).describe('Vì sao sửa'),
});
export type Revision = z.infer<typeof revision>;

/** Another document gives another value for the same indicator, area and period: both are shown, and the page leads with one. */
const alternative = z.strictObject({
  release: slug.describe('Đợt số liệu có con số được nêu đầu'),
  reason: localized(300).describe('Vì sao trang nêu con số kia đầu, không phải con số này'),
});

const observation = z
  .strictObject({
    indicator: slug.describe('Mã chỉ tiêu: tên tệp trong thư mục indicators'),
    /** In the indicator's unit. Per cent as 9.25, a fall as a negative number, money in single units of its currency. */
    value: amount.describe(
      'Con số, không có dấu ngăn hàng nghìn: 443000; giảm 9,25% viết -9.25; tiền viết đủ từng đồng. Khoảng: { "range": [5, 7] }; phần của tổng 341/360: { "of": [341, 360] }; gấp rưỡi: { "multiple": 1.5 }; nguồn bỏ trống: null',
    ),
    /** What the source says of the number's exactness: `trên 443.000` is `over`. */
    qualifier: z
      .enum(qualifiers)
      .describe(
        'exact đúng bằng, about khoảng, nearly gần, over trên, at-least ít nhất, under dưới, at-most nhiều nhất',
      ),
    /** Name of the passage among the source's `quotes`. */
    quote: slug.describe('Mã câu trích trong quotes của nguồn, chứng minh con số'),
    /** Passages of other documents that state the same value, as `source/quote`. Nothing corroborates without its words. */
    corroboratedBy: z
      .array(compositeRef)
      .max(5)
      .default([])
      .describe('Câu trích của tài liệu khác nói cùng con số: mã nguồn/mã câu'),
    status: z
      .enum(statuses)
      .default(DEFAULT_STATUS)
      .describe(
        'final chính thức, provisional tạm tính, estimated ước tính, break đã đổi cách đếm nên không so được với số trước, missing không có số liệu',
      ),
    alternativeTo: alternative
      .optional()
      .describe('Khi tài liệu khác cho con số khác về cùng nơi, cùng kỳ và trang nêu con số đó đầu'),
    /** For `change`: the period it is measured against. */
    base: period.optional().describe('Kỳ so sánh, khi chỉ tiêu là thay đổi'),
    note: text(400).optional().describe('Điều cần nói thêm về con số này'),
    revisions: z.array(revision).max(50).default([]).describe('Lịch sử sửa số; máy kiểm tra sẽ nhắc khi cần'),
  })
  .refine(({ value, status }) => (value === null) === (status === 'missing'), {
    message: 'missing-value',
    path: ['status'],
  });
export type Observation = z.infer<typeof observation>;

/**
 * How the values of a release stand to its period: counted `during` it (a flow, the default), standing `as-of` its last day (a
 * stock), or summed up since its first day in a series whose last day moves on (`cumulative`: “lũy kế từ tháng 2/2020”).
 */
export const timings = ['during', 'as-of', 'cumulative'] as const;

/** One release: figures of one area and one period, published together in one document. */
export const release = z
  .strictObject({
    title: localized(200).describe('Tên đợt số liệu'),
    /** ISO 3166: `VN`, or `VN-04` for Cao Bằng. */
    area: z
      .string()
      .regex(/^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/, { error: 'area', abort: true })
      .refine((code) => areaOf(code) !== undefined, 'area')
      .describe('VN là cả nước, VN-04 là tỉnh Cao Bằng'),
    period: period.describe('Kỳ của số liệu'),
    timing: z
      .enum(timings)
      .optional()
      .describe(
        'during số của riêng kỳ (mặc định), as-of số tính đến một ngày (start và end là ngày đó), cumulative lũy kế từ ngày đầu đến ngày cuối kỳ',
      ),
    /** When the figures were made public. */
    publishedAt: partialDate.describe('Ngày công bố: 2026, 2026-03 hoặc 2026-03-15'),
    source: slug.describe('Mã nguồn công bố: tên tệp trong thư mục sources'),
    /** The body that counted. Where the source was published by another, that one is named as the way the figures are known by. */
    producer: localized(150).describe('Cơ quan đã đếm và báo cáo số liệu, không phải báo đăng lại'),
    observations: z.array(observation).min(1).max(200).describe('Các con số của đợt này'),
    changes,
  })
  .refine(({ timing, period: { start, end } }) => timing !== 'as-of' || start === end, {
    message: 'as-of',
    path: ['period'],
  });
export type Release = z.infer<typeof release>;

export const releaseReferences = (data: Release): Reference[] => [
  { path: ['source'], kind: 'sources', id: data.source },
  ...data.observations.flatMap((item, index): Reference[] => [
    { path: ['observations', index, 'indicator'], kind: 'indicators', id: item.indicator },
    ...(item.alternativeTo
      ? [
          {
            path: ['observations', index, 'alternativeTo', 'release'],
            kind: 'statistics' as const,
            id: item.alternativeTo.release,
          },
        ]
      : []),
  ]),
];
