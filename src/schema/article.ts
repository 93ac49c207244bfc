import { z } from 'astro/zod';
import { audience, english, keywords, listReferences, publication, slug, text, topic, type Reference } from './fields.ts';

/** A warning, an explanation or a guide that stays true for a while. Its body is MDX. */
export const article = z.strictObject({
  title: text(120),
  /** What search engines and lists show: one or two sentences. */
  summary: text(300),
  english,
  topic,
  audience: z.array(audience).min(1).max(4),
  /** The page in thirty seconds. */
  keyPoints: z.array(text(220)).min(2).max(5),
  keywords,
  ...publication,
  sources: z.array(slug).min(1).max(20),
  hotlines: z.array(slug).min(1).max(4),
  related: z.array(slug).max(4).default([]),
});
export type Article = z.infer<typeof article>;

export const articleReferences = (data: Article): Reference[] => [
  ...listReferences('sources', 'sources', data.sources),
  ...listReferences('hotlines', 'hotlines', data.hotlines),
  ...listReferences('related', 'articles', data.related),
];
