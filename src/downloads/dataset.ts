/** Datasets in the vocabulary of schema.org (https://schema.org/Dataset), for dataset search engines. */
import type { Dataset } from 'schema-dts';
import { areaName, lastFigureChange, type Figure } from '../figures/index.ts';
import { site } from '../site.ts';
import { fileFormats, mediaTypes } from './files.ts';

/** The dataset of one page. `files` is the URL of its files without the extension: `…/data.` or `…/tat-ca.`. */
export const dataset = (
  name: string,
  description: string,
  url: string,
  files: string,
  figures: readonly Figure[],
): Dataset => {
  const days = figures.flatMap(({ release }) => [release.period.start, release.period.end]).sort();
  const [first, last] = [days[0], days.at(-1)];
  const published = figures.map(({ release }) => release.publishedAt).sort();
  return {
    '@type': 'Dataset',
    name,
    description,
    url,
    inLanguage: ['vi', 'en'],
    isAccessibleForFree: true,
    ...(first &&
      last && {
        temporalCoverage: `${first}/${last}`,
        datePublished: published[0],
        dateModified: lastFigureChange(figures),
      }),
    spatialCoverage: [...new Set(figures.map(({ release }) => areaName(release.area)))].map((place) => ({
      '@type': 'Place',
      name: place,
    })),
    creator: [...new Map(figures.map(({ release }) => [release.producer.vi, release.producer]))].map(
      ([, { vi, en }]) => ({ '@type': 'Organization', name: vi, alternateName: en }),
    ),
    // The documents that the figures were read in, by whoever published them.
    isBasedOn: [...new Map(figures.map(({ sourceId, source }) => [sourceId, source])).values()].map((source) => ({
      '@type': 'CreativeWork',
      name: source.title,
      publisher: { '@type': 'Organization', name: source.publisher },
      ...(source.url && { url: source.url }),
    })),
    publisher: { '@type': 'Organization', name: site.name },
    variableMeasured: [...new Set(figures.map(({ indicator }) => indicator.label.vi))],
    distribution: fileFormats.map((format) => ({
      '@type': 'DataDownload',
      encodingFormat: mediaTypes[format].replace(/;.*$/, ''),
      contentUrl: `${files}${format}`,
    })),
  };
};
