/** Data sets as schema.org describes them (https://schema.org/Dataset): what dataset search engines read. */
import { areaName, type Figure } from '../figures/index.ts';
import { site } from '../site.ts';
import { fileFormats, mediaTypes } from './files.ts';
import { lastChange } from './records.ts';

/** Data of one page: `folder` is the address its files begin with (`…/data.` or `…/tat-ca.`). */
export const dataset = (name: string, description: string, url: string, files: string, figures: readonly Figure[]): Record<string, unknown> => {
  const days = figures.flatMap(({ release }) => [release.period.start, release.period.end]).sort();
  const published = figures.map(({ release }) => release.publishedAt).sort();
  const changed = figures.map((figure) => lastChange(figure) ?? figure.release.publishedAt).sort();
  return {
    '@type': 'Dataset',
    name,
    description,
    url,
    inLanguage: ['vi', 'en'],
    isAccessibleForFree: true,
    ...(figures.length > 0 && { temporalCoverage: `${days[0]!}/${days.at(-1)!}`, datePublished: published[0], dateModified: changed.at(-1) }),
    spatialCoverage: [...new Set(figures.map(({ release }) => areaName(release.area)))].map((place) => ({ '@type': 'Place', name: place })),
    creator: [...new Set(figures.map(({ source }) => source.publisher))].map((publisher) => ({ '@type': 'Organization', name: publisher })),
    publisher: { '@type': 'Organization', name: site.name },
    variableMeasured: [...new Set(figures.map(({ indicator }) => indicator.label.vi))],
    distribution: fileFormats.map((format) => ({ '@type': 'DataDownload', encodingFormat: mediaTypes[format].replace(/;.*$/, ''), contentUrl: `${files}${format}` })),
  };
};
