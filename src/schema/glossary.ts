import { z } from 'astro/zod';
import { keywords, listReferences, localized, slug, text, type Reference } from './fields.ts';

/** A term or abbreviation that the site explains. */
export const glossaryTerm = z.strictObject({
  term: text(120),
  /** As it is printed: `BCĐ 138`. */
  abbreviation: text(20).optional(),
  english: text(160),
  definition: localized(500),
  keywords,
  sources: z.array(slug).max(5).default([]),
});
export type GlossaryTerm = z.infer<typeof glossaryTerm>;

export const glossaryReferences = (data: GlossaryTerm): Reference[] => listReferences('sources', 'sources', data.sources);
