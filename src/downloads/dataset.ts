/** Data sets as schema.org describes them (https://schema.org/Dataset): what dataset search engines read. */
import type { Dataset } from 'schema-dts';
import { areaName, lastFigureChange, type Figure } from '../figures/index.ts';
import { site } from '../site.ts';
import { fileFormats, mediaTypes } from './files.ts';

/** Data of one page: `folder` is the address its files begin with (`…/data.` or `…/tat-ca.`). */
export const dataset = (
  name: string,
  description: string,
  url: string,
  files: string,
  figures: readonly Figure[],
): Dataset => {
  const days = figures.flatMap(({ release }) => [release.period.start, release.period.end]).sort();
  const published = figures.map(({ release }) => release.publishedAt).sort();
  return {
    '@type': 'Dataset',
    name,
    description,
    url,
    inLanguage: ['vi', 'en'],
    isAccessibleForFree: true,
    ...(figures.length > 0 && {
      temporalCoverage: `${days[0]!}/${days.at(-1)!}`,
      datePublished: published[0],
      dateModified: lastFigureChange(figures),
    }),
    spatialCoverage: [...new Set(figures.map(({ release }) => areaName(release.area)))].map((place) => ({
      '@type': 'Place',
      name: place,
    })),
    creator: [...new Set(figures.map(({ source }) => source.publisher))].map((publisher) => ({
      '@type': 'Organization',
      name: publisher,
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
