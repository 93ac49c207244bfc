import { z } from 'astro/zod';
import { listReferences, publication, slug, text, type Reference } from './fields.ts';

/**
 * Questions by which a reader judges a job, a call, a person's situation. One “yes” is enough for the advice.
 * Every question is asked so that “yes” is a danger sign.
 */
export const selfCheck = z.strictObject({
  /** The question that the page answers: `Việc này có phải bẫy không?` */
  title: text(80).refine((value) => value.endsWith('?'), 'question'),
  summary: text(300),
  /** Position in lists; lower comes first. */
  order: z.number().int().min(0).max(1000),
  questions: z
    .array(
      z.strictObject({
        text: text(160).refine((value) => value.endsWith('?'), 'question'),
        /** Why a “yes” is a danger sign; stands below the answer. */
        why: text(240),
      }),
    )
    .min(5)
    .max(7),
  /** The same three verbs as on every alert. */
  advice: z.strictObject({ stop: text(240), check: text(240), report: text(240) }),
  /** What to do where no sign was seen. Never says that all is safe. */
  noSign: text(300),
  ...publication,
  sources: z.array(slug).min(1).max(20),
  /** The first is the one to call. */
  hotlines: z.array(slug).min(1).max(4),
  /** Pages about the same matter, which lead to this check. */
  alerts: z.array(slug).max(20).default([]),
  articles: z.array(slug).max(20).default([]),
});
export type SelfCheck = z.infer<typeof selfCheck>;

export const selfCheckReferences = (data: SelfCheck): Reference[] => [
  ...listReferences('sources', 'sources', data.sources),
  ...listReferences('hotlines', 'hotlines', data.hotlines),
  ...listReferences('alerts', 'alerts', data.alerts),
  ...listReferences('articles', 'articles', data.articles),
];
