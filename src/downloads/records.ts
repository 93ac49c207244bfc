/** A figure as a flat record, shared by CSV, JSON, XLSX and the data package. */
import { z } from 'astro/zod';
import { areaName, lastChange, sentence, type Figure } from '../figures/index.ts';
import { qualifiers } from '../schema/index.ts';
import { figureUrl } from './citation.ts';

const optional = z.string().nullable();

/** One observation with its context. Dates are ISO 8601; per cent is 9.25, a fall is negative, money is in đồng. */
export const record = z.strictObject({
  indicator: z.string().describe('Id of what is counted'),
  release: z.string().describe('Id of the release that holds the value'),
  label_vi: z.string().describe('What is counted, in Vietnamese'),
  label_en: z.string().describe('What is counted, in English'),
  area: z.string().describe('ISO 3166 code of the area'),
  area_name: z.string().describe('Name of the area in Vietnamese'),
  period_start: z.iso.date().describe('First day of the period'),
  period_end: z.iso.date().describe('Last day of the period'),
  value: z.number().describe('The value in the unit: per cent as 9.25, a fall as a negative number, money in đồng'),
  qualifier: z.enum(qualifiers).describe('How exact the source calls it: over is “trên”, about is “khoảng”'),
  unit_vi: z.string().describe('What one is, in Vietnamese'),
  unit_en: z.string().describe('What one is, in English'),
  measure: z.enum(['count', 'share', 'change', 'money']).describe('Kind of number'),
  base_start: optional.describe('First day of the period a change is measured against'),
  base_end: optional.describe('Last day of the period a change is measured against'),
  status: z.enum(['final', 'provisional']).describe('Whether the source may still change it'),
  sentence_vi: z.string().describe('The figure as a sentence, in Vietnamese'),
  sentence_en: z.string().describe('The figure as a sentence, in English'),
  caveat_vi: z.string().describe('What the figure does not say, in Vietnamese'),
  caveat_en: z.string().describe('What the figure does not say, in English'),
  quote: z.string().describe('The verbatim words of the source'),
  source_title: z.string().describe('Title of the source'),
  source_publisher: z.string().describe('Publisher of the source'),
  source_url: optional.describe('Address of the source, where it can be given'),
  published_at: z.string().describe('When the source published it, as exactly as is known'),
  modified_at: optional.describe('Day of the last correction, revision or change of what describes it here'),
  former_quote: optional.describe('Words of the document that stated the value before another document corrected it'),
  former_source: optional.describe('Title and publisher of that document'),
  url: z.url().describe('Permanent address of the value'),
});
export type FigureRecord = z.infer<typeof record>;

/** Columns in order, with description and Table Schema type. */
export const columns = Object.entries(record.shape).map(([name, field]) => ({
  name: name as keyof FigureRecord,
  description: field.description ?? '',
  type: name === 'value' ? 'number' : /^(?:period|base)_/.test(name) ? 'date' : 'string',
}));

/** Turns a figure into its record. `origin` is the address of the site with its base, ending in a slash. */
export const toRecord = (figure: Figure, origin: string): FigureRecord => {
  const { indicator, observation, release, source } = figure;
  return {
    indicator: figure.indicatorId,
    release: figure.releaseId,
    label_vi: indicator.label.vi,
    label_en: indicator.label.en,
    area: release.area,
    area_name: areaName(release.area),
    period_start: release.period.start,
    period_end: release.period.end,
    value: observation.value,
    qualifier: observation.qualifier,
    unit_vi: indicator.unit.vi,
    unit_en: indicator.unit.en,
    measure: indicator.measure,
    base_start: observation.base?.start ?? null,
    base_end: observation.base?.end ?? null,
    status: observation.status,
    sentence_vi: sentence(figure),
    sentence_en: sentence(figure, 'en'),
    caveat_vi: indicator.caveat.vi,
    caveat_en: indicator.caveat.en,
    quote: figure.quote,
    source_title: source.title,
    source_publisher: source.publisher,
    source_url: source.url ?? null,
    published_at: release.publishedAt,
    modified_at: lastChange(figure),
    former_quote: figure.former?.quote ?? null,
    former_source: figure.former ? `${figure.former.source.title}, ${figure.former.source.publisher}` : null,
    url: figureUrl(figure, origin),
  };
};
