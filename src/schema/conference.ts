import { z } from 'astro/zod';
import { date, english, keywords, listReferences, period, publication, slug, text, type Reference } from './fields.ts';

/** What a conference of the steering committee decided and reported. Its body is MDX: the outcomes as an account. */
export const conference = z.strictObject({
  title: text(160),
  summary: text(300),
  english,
  /** Day it was held. */
  date,
  place: text(200),
  organiser: text(200),
  /** Who presided and attended. Titles are as of the day. */
  participants: z.array(text(300)).min(1).max(10),
  keyPoints: z.array(text(220)).min(2).max(5),
  discussions: z.array(text(300)).min(1).max(20),
  decisions: z.array(text(400)).min(1).max(20),
  campaigns: z.array(z.strictObject({ name: text(200), period, note: text(300).optional() })).max(10).default([]),
  releases: z.array(slug).min(1).max(10),
  keywords,
  ...publication,
  sources: z.array(slug).min(1).max(20),
  hotlines: z.array(slug).max(4).default([]),
});
export type Conference = z.infer<typeof conference>;

export const conferenceReferences = (data: Conference): Reference[] => [
  ...listReferences('releases', 'statistics', data.releases),
  ...listReferences('sources', 'sources', data.sources),
  ...listReferences('hotlines', 'hotlines', data.hotlines),
];
