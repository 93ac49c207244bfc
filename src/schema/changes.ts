/** Changes of published figures, indicators, sources and numbers to call. A new value of a figure is a `Revision`. */
import { z } from 'astro/zod';
import { date, text } from './fields.ts';

/** A former or new value as text. The longest is the definition of an indicator. */
const fieldText = z
  .string()
  .max(600)
  .refine((value) => value === value.normalize('NFC'), 'nfc');

const change = z.strictObject({
  date: date.describe('Ngày sửa, năm-tháng-ngày'),
  /** Dot path in the file; an observation goes by its indicator: `observations.so-vu.status`, `quotes.tin-bai`. */
  field: text(300).describe('Trường đã sửa, ví dụ period.start, caveat.vi, observations.so-vu.status, quotes.tin-bai'),
  from: fieldText.describe('Nội dung trước khi sửa; để trống nếu trước đây không có'),
  to: fieldText.describe('Nội dung sau khi sửa; để trống nếu đã bỏ'),
  reason: text(400).describe('Vì sao sửa'),
});
export type DescriptionChange = z.infer<typeof change>;

/** The list of changes of a file. A published entry stays as it is (`src/editor/change-check.ts`). */
export const changes = z
  .array(change)
  .max(200)
  .optional()
  .describe('Lịch sử sửa tệp đã đăng, trừ giá trị của con số; máy kiểm tra sẽ nhắc khi cần');

/** The status of an observation that states none. */
export const DEFAULT_STATUS = 'final';

/**
 * Fields that may change without an entry in `changes` once their file is published, as dot paths; `*` is any one name.
 * Every other field is held, also one that is new to a schema.
 */
export const freeFields = {
  statistics: [
    // A new value or qualifier is a revision, and an observation under another indicator is one that is gone.
    'observations.*.indicator',
    'observations.*.value',
    'observations.*.value.*',
    'observations.*.qualifier',
    'observations.*.revisions',
  ],
  indicators: [],
  // The day it was last read says nothing of what it states.
  sources: ['dateAccessed'],
  // The day and the way of the last check, the place in lists, and words that only the search knows.
  hotlines: ['verifiedAt', 'verifiedBy', 'order', 'keywords'],
} as const;

/** Fields that may be added without an entry where there was none: more is said, and what was said stays. In a list: an item. */
export const addableFields = {
  statistics: ['producer.*', 'observations.*.note', 'observations.*.corroboratedBy'],
  indicators: ['sourceUnits', 'sourceTerms'],
  sources: ['quotes.*', 'note', 'documentNumber', 'datePublished', 'url'],
  hotlines: ['sources'],
} as const;

/** Collections whose published files keep a list of changes. */
export const changingKinds = ['statistics', 'indicators', 'sources', 'hotlines'] as const;
export type ChangingKind = (typeof changingKinds)[number];
