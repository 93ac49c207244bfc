import { z } from 'astro/zod';
import { keywords, listReferences, localized, partialDate, slug, type Reference } from './fields.ts';

/** One number to call or write to. */
export const hotline = z.strictObject({
  /** As dialled: digits, with a leading + where it is called from abroad. */
  number: z.string().regex(/^\+?\d{3,15}$/, 'phone'),
  /** As read: `1900 96 96 80`. */
  display: z.string().regex(/^\+?[\d ]{3,20}$/, 'phone'),
  name: localized(80),
  /** Few words for the cap of its stone: who answers. */
  answers: localized(80),
  purpose: localized(300),
  /** What it does not do, so that nobody waits for help that will not come. */
  notFor: localized(300).optional(),
  keywords,
  hours: localized(80),
  cost: localized(120),
  fromAbroad: z.boolean(),
  by: z.array(z.enum(['call', 'sms'])).min(1).max(2),
  kind: z.enum(['emergency', 'trafficking', 'consular', 'shelter', 'scam-report']),
  /** Position in lists; lower comes first. */
  order: z.number().int().min(0).max(1000),
  verifiedAt: partialDate,
  /** `documents`: read in official or press documents. `dialled`: a person called it. */
  verifiedBy: z.enum(['documents', 'dialled']),
  sources: z.array(slug).min(1).max(10),
});
export type Hotline = z.infer<typeof hotline>;

export const hotlineReferences = (data: Hotline): Reference[] => listReferences('sources', 'sources', data.sources);
