import { z } from 'astro/zod';
import { partialDate, slug, text } from './fields.ts';

const wordCount = (value: string): number => value.split(/\s+/).length;

/** The longest passage that may be quoted from a source, in words. */
export const QUOTE_WORDS = 40;

/** A document that the site quotes or relies on. */
export const source = z.strictObject({
  title: text(300),
  publisher: text(150),
  kind: z.enum(['law', 'decree', 'decision', 'report', 'announcement', 'press', 'study', 'website']),
  /** As printed on it: `53/2024/QH15`. */
  documentNumber: text(60).optional(),
  /** Absent where the document bears no date or none was seen. */
  datePublished: partialDate.optional(),
  /** When it was last read, as closely as is known. */
  dateAccessed: partialDate,
  /** Absent where the document is not on the web, or where it would let a victim be recognised; `note` then says so. */
  url: z.url({ protocol: /^https?$/, error: 'url' }).max(500).optional(),
  /** Verbatim passages by name. */
  quotes: z
    .record(
      slug,
      text(400).refine((value) => wordCount(value) <= QUOTE_WORDS, 'quote-length'),
    )
    .default({}),
  /** What a reader should know of how far it can be trusted. */
  note: text(400).optional(),
});
export type Source = z.infer<typeof source>;
