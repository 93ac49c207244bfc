/**
 * The field types that every kind of content shares.
 * A field here is only a shape and a rule; where a value points to is checked by `references`.
 */
import { z } from 'astro/zod';
import { SLUG } from './slug.ts';

/** Stands in a new file where an editor has to write something. No file that holds it is published. */
export const PLACEHOLDER = 'CẦN ĐIỀN';

export const slug = z.string().max(100).regex(SLUG, 'slug');

/** Two ids with a slash: an observation (`release/indicator`) or a quote (`source/quote`). The error code stays `pair`. */
const COMPOSITE_REF = /^[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/;
export const compositeRef = z.string().max(201).regex(COMPOSITE_REF, 'pair');

/** One line or paragraph of text: trimmed, in Unicode NFC, neither empty nor over `max` characters. */
export const text = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((value) => value === value.trim(), 'trim')
    .refine((value) => value === value.normalize('NFC'), 'nfc');

const isCalendarDate = (value: string): boolean => {
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === value;
};

/** A calendar day, ISO 8601 `YYYY-MM-DD`. */
export const date = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, { error: 'date', abort: true })
  .refine(isCalendarDate, 'date');

/**
 * A day, a month or a year: `YYYY-MM-DD`, `YYYY-MM` or `YYYY` (ISO 8601 reduced precision).
 * For dates that the sources themselves give no closer; a day nobody knows is never made up.
 */
export const partialDate = z
  .string()
  .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, { error: 'partial-date', abort: true })
  .refine((value) => isCalendarDate(`${value}-01-01`.slice(0, 10)), 'partial-date');

/** Both languages of a label. Vietnamese is the original. */
export const localized = (max: number) =>
  z.strictObject({ vi: text(max).describe('Tiếng Việt'), en: text(max).describe('Tiếng Anh') });
export type Localized = z.infer<ReturnType<typeof localized>>;

/** First and last day, both included. */
export const period = z
  .strictObject({ start: date.describe('Ngày đầu, năm-tháng-ngày'), end: date.describe('Ngày cuối, năm-tháng-ngày') })
  .refine((value) => value.start <= value.end, { message: 'period', path: ['end'] })
  .describe('Ngày đầu và ngày cuối, tính cả hai');
export type Period = z.infer<typeof period>;

export const topics = [
  'mua-ban-nguoi',
  'bien-gioi',
  'lua-dao',
  'ho-tro',
  'phap-luat',
  'an-ninh-trat-tu',
  'tuyen-truyen',
] as const;
export const topic = z.enum(topics);
export type Topic = z.infer<typeof topic>;

export const audiences = [
  'moi-nguoi',
  'hoc-sinh-sinh-vien',
  'nguoi-tim-viec',
  'phu-nu',
  'phu-huynh',
  'nguoi-cao-tuoi',
  'ho-kinh-doanh',
] as const;
export const audience = z.enum(audiences);
export type Audience = z.infer<typeof audience>;

/** Where a published thing stands in time. All days are days in Vietnam. */
export const publication = {
  /** First day on this site. */
  publishedAt: date.describe('Ngày đăng trên trang này, năm-tháng-ngày'),
  /** Day of the last change a reader should know of. */
  updatedAt: date.describe('Ngày sửa gần nhất mà người đọc cần biết').optional(),
  /** When its facts were last held against their sources. */
  verifiedAt: partialDate.describe('Lần cuối đối chiếu với nguồn: 2026-03 hoặc 2026-03-15'),
};

/** What people type who look for this and do not know its words: found by the search, shown nowhere. Not for words that stand in the text. */
export const keywords = z.array(text(40)).max(30).default([]).describe('Từ người dân hay gõ khi tìm mà bài không có');

/** A published thing, as far as its days go. */
interface Dated {
  publishedAt: string;
  updatedAt?: string;
  withdrawn?: { date: string };
}

/** Day of the last change of a published thing; of one that never changed the day it was published. */
export const changedAt = ({ publishedAt, updatedAt, withdrawn }: Dated): string =>
  withdrawn?.date ?? updatedAt ?? publishedAt;

/** Day of the last change of any of them, or undefined where there are none. */
export const lastChangedAt = (entries: readonly { data: Dated }[]): string | undefined =>
  entries
    .map(({ data }) => changedAt(data))
    .sort()
    .at(-1);

/** What the English door shows of a Vietnamese page. Written by a person, never by a machine. */
export const english = z
  .strictObject({ title: text(140).describe('Tiêu đề tiếng Anh'), summary: text(320).describe('Tóm tắt tiếng Anh') })
  .describe('Người viết tự viết hoặc nhờ người biết tiếng Anh; không dùng máy dịch');

/** A pointer from one content file to another, with the path of the field that holds it. */
export interface Reference {
  path: (string | number)[];
  kind:
    | 'sources'
    | 'indicators'
    | 'statistics'
    | 'hotlines'
    | 'articles'
    | 'alerts'
    | 'conferences'
    | 'glossary'
    | 'public-names';
  id: string;
}

/** References from a list of ids held in `field`. */
export const listReferences = (
  field: string,
  kind: Reference['kind'],
  ids: readonly string[] | undefined,
): Reference[] => (ids ?? []).map((id, index) => ({ path: [field, index], kind, id }));

/** A telephone number as dialled: digits, with a leading + where it is called from abroad. */
export const dialledNumber = z
  .string()
  .regex(/^\+?\d{3,15}$/, 'phone')
  .describe('Số để bấm gọi: chỉ chữ số');

/** A telephone number as read: `1900 96 96 80`. */
export const displayedNumber = z
  .string()
  .regex(/^\+?[\d ]{3,20}$/, 'phone')
  .describe('Số viết cho dễ đọc, có dấu cách');
