import { z } from 'astro/zod';
import { date, localized, pair, partialDate, period, slug, text, topic, type Reference } from './fields.ts';

/** What is counted. Values of two indicators are never added, compared or drawn on one axis. */
export const indicator = z.strictObject({
  label: localized(160),
  /** What one is: `vụ` (cases), `bị can` (accused), `nạn nhân` (victims), `%`. */
  unit: localized(60),
  /** Other words that sources use for the unit in Vietnamese: `công dân` where the site counts `nạn nhân`. */
  sourceUnits: z.array(text(40)).max(5).default([]),
  /** `count` adds up; `share` is a part of a whole in per cent; `change` is against another period, in per cent. */
  measure: z.enum(['count', 'share', 'change', 'money']),
  definition: localized(600),
  /** How a case is counted, where the source says so. */
  counting: localized(400).optional(),
  /** What the figure does not say. Stands beside every value. */
  caveat: localized(400),
  topic,
});
export type Indicator = z.infer<typeof indicator>;

export const qualifiers = ['exact', 'over', 'under', 'about'] as const;

const revision = z.strictObject({
  date,
  /** A revision was planned by the producer; a correction mends an error. */
  kind: z.enum(['revision', 'correction']),
  from: z.number(),
  /** The qualifier before, where it was another one: `trên 443.000` became `443.120`. */
  fromQualifier: z.enum(qualifiers).optional(),
  to: z.number(),
  reason: text(400),
});
export type Revision = z.infer<typeof revision>;

const observation = z.strictObject({
  indicator: slug,
  /** In the indicator's unit. Per cent as 9.25, a fall as a negative number, money in đồng. */
  value: z.number().min(-1e15).max(1e15),
  /** What the source says of the number's exactness: `trên 443.000` is `over`. */
  qualifier: z.enum(qualifiers),
  /** Name of the passage among the source's `quotes`. */
  quote: slug,
  /** Passages of other documents that state the same value, as `source/quote`. Nothing corroborates without its words. */
  corroboratedBy: z.array(pair).max(5).default([]),
  status: z.enum(['final', 'provisional']).default('final'),
  /** For `change`: the period it is measured against. */
  base: period.optional(),
  note: text(400).optional(),
  revisions: z.array(revision).max(50).default([]),
});
export type Observation = z.infer<typeof observation>;

/** One release: figures of one area and one period, published together in one document. */
export const release = z.strictObject({
  title: localized(200),
  /** ISO 3166: `VN`, or `VN-04` for Cao Bằng. */
  area: z.string().regex(/^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/, 'area'),
  period,
  /** When the figures were made public. */
  publishedAt: partialDate,
  source: slug,
  observations: z.array(observation).min(1).max(200),
});
export type Release = z.infer<typeof release>;

export const releaseReferences = (data: Release): Reference[] => [
  { path: ['source'], kind: 'sources', id: data.source },
  ...data.observations.map((item, index): Reference => ({
    path: ['observations', index, 'indicator'],
    kind: 'indicators',
    id: item.indicator,
  })),
];
