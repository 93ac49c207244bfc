/** The static API: the response of each endpoint and its JSON Schema, from one definition. */
import { z } from 'astro/zod';
import type { Figure } from '../figures/index.ts';
import { indicatorPath } from '../i18n/index.ts';
import { timings, type Entry } from '../schema/index.ts';
import { record, toRecord } from './records.ts';

const localized = z.strictObject({ vi: z.string(), en: z.string() });

const schemas = {
  index: z.strictObject({
    name: z.string(),
    indicators: z.url().describe('Address of the list of indicators'),
    releases: z.url().describe('Address of the list of releases'),
    observations: z.url().describe('Address of all observations'),
    package: z.url().describe('Address of everything as a data package'),
  }),
  indicators: z.strictObject({
    indicators: z.array(
      z.strictObject({
        id: z.string(),
        label: localized,
        unit: localized,
        measure: z.string(),
        definition: localized,
        caveat: localized,
        topic: z.string(),
        currency: z.string().nullable(),
        url: z.url(),
        data: z.url(),
      }),
    ),
  }),
  releases: z.strictObject({
    releases: z.array(
      z.strictObject({
        id: z.string(),
        title: localized,
        area: z.string(),
        period: z.strictObject({ start: z.iso.date(), end: z.iso.date() }),
        published_at: z.string(),
        producer: localized,
        timing: z.enum(timings),
        observations: z.number().int(),
        package: z.url(),
      }),
    ),
  }),
  observations: z.strictObject({ figures: z.array(record) }),
} as const;

export type ApiName = keyof typeof schemas;
export const apiNames = Object.keys(schemas) as ApiName[];

interface Contents {
  figures: readonly Figure[];
  indicators: readonly Entry<'indicators'>[];
  releases: readonly Entry<'statistics'>[];
}

/** The response of one endpoint. Throws if it does not match its own schema. */
export const apiResponse = (name: ApiName, { figures, indicators, releases }: Contents, origin: string): unknown => {
  const at = (path: string) => new URL(path.replace(/^\//, ''), origin).href;
  const answers: Record<ApiName, () => unknown> = {
    index: () => ({
      name: 'Cảnh báo Cao Bằng',
      indicators: at('/du-lieu/api/indicators.json'),
      releases: at('/du-lieu/api/releases.json'),
      observations: at('/du-lieu/api/observations.json'),
      package: at('/du-lieu/tat-ca.zip'),
    }),
    indicators: () => ({
      indicators: indicators.map(({ id, data }) => ({
        id,
        label: data.label,
        unit: data.unit,
        measure: data.measure,
        definition: data.definition,
        caveat: data.caveat,
        topic: data.topic,
        currency: data.measure === 'money' ? (data.currency ?? 'VND') : null,
        url: at(indicatorPath(id)),
        data: at(`${indicatorPath(id)}data.json`),
      })),
    }),
    releases: () => ({
      releases: releases.map(({ id, data }) => ({
        id,
        title: data.title,
        area: data.area,
        period: data.period,
        published_at: data.publishedAt,
        producer: data.producer,
        timing: data.timing ?? 'during',
        observations: data.observations.length,
        package: at(`/du-lieu/${id}.zip`),
      })),
    }),
    observations: () => ({ figures: figures.map((figure) => toRecord(figure, origin)) }),
  };
  return schemas[name].parse(answers[name]());
};

/** The JSON Schema (draft 2020-12) of a response. */
export const apiSchema = (name: ApiName, origin: string): object => ({
  $id: new URL(`du-lieu/schema/${name}.json`, origin).href,
  ...z.toJSONSchema(schemas[name]),
});
