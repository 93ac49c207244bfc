/** Changes of what describes a published figure: its place, period, definition or passage. A new value is a `Revision`. */
import { z } from 'astro/zod';
import { date, text } from './fields.ts';

/** A former or new value as text. The longest field that it can hold is the definition of an indicator. */
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
  .describe('Lịch sử sửa phần mô tả của số đã đăng; máy kiểm tra sẽ nhắc khi cần');

/** The status of an observation that states none. */
export const DEFAULT_STATUS = 'final';

/** Fields that may not change without an entry in `changes` once a figure is published, as dot paths. Of sources these are the passages in use. */
export const changeableFields = {
  release: [
    'area',
    'period.start',
    'period.end',
    'title.vi',
    'title.en',
    'publishedAt',
    'source',
    'producer.vi',
    'producer.en',
    'timing',
  ],
  observation: [
    'base.start',
    'base.end',
    'status',
    'note',
    'corroboratedBy',
    'quote',
    'alternativeTo.release',
    'alternativeTo.reason.vi',
    'alternativeTo.reason.en',
  ],
  indicator: [
    'label.vi',
    'label.en',
    'definition.vi',
    'definition.en',
    'unit.vi',
    'unit.en',
    'measure',
    'currency',
    'counting.vi',
    'counting.en',
    'caveat.vi',
    'caveat.en',
  ],
} as const;
