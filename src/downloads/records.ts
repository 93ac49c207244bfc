/** A figure as a flat record, shared by CSV, JSON, XLSX and the data package. */
import { z } from 'astro/zod';
import { areaName, attribution, frequencyOf, lastChange, sentence, type Figure } from '../figures/index.ts';
import { qualifiers, timings, type Amount, type ObservationStatus } from '../schema/index.ts';
import { figureUrl } from './citation.ts';

const optional = z.string().nullable();
const optionalNumber = z.number().nullable();

/** SDMX code list CL_OBS_STATUS. */
const statusCodes: Record<ObservationStatus, 'A' | 'P' | 'E' | 'B' | 'M'> = {
  final: 'A',
  provisional: 'P',
  estimated: 'E',
  break: 'B',
  missing: 'M',
};

/** The numbers of a value by its form; `value` is null for every form but one number. */
const amountFields = (value: Amount) => {
  const isForm = typeof value === 'object' && value !== null;
  const [from, to] = isForm && 'range' in value ? value.range : [null, null];
  const [part, whole] = isForm && 'of' in value ? value.of : [null, null];
  return {
    range_from: from,
    range_to: to,
    of_part: part,
    of_whole: whole,
    multiple: isForm && 'multiple' in value ? value.multiple : null,
  };
};

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
  value: optionalNumber.describe(
    'The value in the unit: per cent as 9.25, a fall as a negative number, money in single units of its currency; empty where the source gives a range, a part of a whole, a multiple or none',
  ),
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
  producer: z.string().describe('Who counted, in Vietnamese'),
  producer_en: z.string().describe('Who counted, in English'),
  via: optional.describe('Paper or site through which the value is known, where it is not the producer'),
  via_en: optional.describe('The same in English, where it has an English name'),
  source_note: optional.describe('What should be known of the source, in Vietnamese'),
  range_from: optionalNumber.describe('Lower end of a range'),
  range_to: optionalNumber.describe('Upper end of a range'),
  of_part: optionalNumber.describe('Part of a whole: 341 of 360'),
  of_whole: optionalNumber.describe('The whole that the part is of'),
  multiple: optionalNumber.describe('How many times as much as in the base period'),
  currency: optional.describe('ISO 4217 currency, of money'),
  unit_mult: z.literal(0).describe('SDMX CL_UNIT_MULT: 0, all numbers are in single units'),
  obs_status: z
    .enum(['A', 'P', 'E', 'B', 'M'])
    .describe('SDMX CL_OBS_STATUS: A normal, P provisional, E estimated, B break in series, M missing'),
  freq: z
    .enum(['A', 'S', 'Q', 'M', 'W', 'D', '_O', '_Z'])
    .describe(
      'SDMX CL_FREQ by the length of the period: A year, S half-year, Q quarter, M month, W week, D day, _O other, _Z not applicable',
    ),
  timing: z
    .enum(timings)
    .describe('during: counted in the period; as-of: standing at its last day; cumulative: total since its first day'),
  alternative_to: optional.describe('Release of another document whose different value for the same period leads here'),
  alternative_reason: optional.describe('Why the other value leads, in Vietnamese'),
  alternative_reason_en: optional.describe('The same in English'),
});
export type FigureRecord = z.infer<typeof record>;

const numberFields = new Set(['value', 'range_from', 'range_to', 'of_part', 'of_whole', 'multiple', 'unit_mult']);

/** Columns in order, with description and Table Schema type. */
export const columns = Object.entries(record.shape).map(([name, field]) => ({
  name: name as keyof FigureRecord,
  description: field.description ?? '',
  type: numberFields.has(name) ? 'number' : /^(?:period|base)_/.test(name) ? 'date' : 'string',
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
    value: typeof observation.value === 'number' ? observation.value : null,
    qualifier: observation.qualifier,
    unit_vi: indicator.unit.vi,
    unit_en: indicator.unit.en,
    measure: indicator.measure,
    base_start: observation.base?.start ?? null,
    base_end: observation.base?.end ?? null,
    // As ever, one of two: an estimate may still change, the rest will not.
    status: ['provisional', 'estimated'].includes(observation.status) ? 'provisional' : 'final',
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
    producer: release.producer.vi,
    producer_en: release.producer.en,
    via: attribution(figure).via || null,
    via_en: attribution(figure, 'en').via || null,
    source_note: source.note ?? null,
    ...amountFields(observation.value),
    currency: indicator.measure === 'money' ? (indicator.currency ?? 'VND') : null,
    unit_mult: 0,
    obs_status: statusCodes[observation.status],
    freq: frequencyOf(release),
    timing: release.timing ?? 'during',
    alternative_to: observation.alternativeTo?.release ?? null,
    alternative_reason: observation.alternativeTo?.reason.vi ?? null,
    alternative_reason_en: observation.alternativeTo?.reason.en ?? null,
  };
};
