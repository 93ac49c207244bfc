/** Citations of a figure. They have no retrieval date, which the browser adds, so that a build is reproducible. */
import { Cite, plugins, type CslItem } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import { areaName, attribution, lowerFirst, periodText, valueText, type Figure } from '../figures/index.ts';
import { dates, observationPath } from '../i18n/index.ts';
import { site } from '../site.ts';

// ASCII escapes of BibTeX lose ư, ơ and hooks. The library's own labels are the same for many figures, and labels must be unique.
Object.assign(plugins.config.get('@bibtex').format, { asciiOnly: false, useIdAsLabel: true });

/** Escapes special characters of LaTeX, which the library does only with `asciiOnly`. URLs stay as they are. */
const escapeLatex = (bibtex: string): string =>
  bibtex.replace(/^\t(?!url =).*$/gm, (field) => field.replace(/[&%$#_]/g, '\\$&'));

export interface Citations {
  /** One line in Vietnamese, as newspapers write it. */
  vi: string;
  /** APA, 7th edition. */
  apa: string;
  bibtex: string;
  ris: string;
  /** CSL-JSON, as text. */
  csl: string;
}

/** What is cited: `Số vụ mua bán người, Tỉnh Cao Bằng, 6 tháng đầu năm 2023`. */
export const citedTitle = ({ indicator, release }: Figure): string =>
  [indicator.label.vi, lowerFirst(areaName(release.area)), periodText(release)].join(', ');

/** The permanent address of a figure, in full. */
export const figureUrl = (figure: Figure, origin: string): string =>
  new URL(observationPath(figure.indicatorId, figure.releaseId).slice(1), origin).href;

/** The paper or site through which a figure is known, as a clause to add; empty where the producer published it. */
const viaClause = (figure: Figure): string => {
  const { via } = attribution(figure);
  return via && `dẫn qua ${via}`;
};

/**
 * The figure as one CSL-JSON item. Its author is the producer of the figure, neither this site nor the paper that reported it;
 * the paper stands in the title, the one field that every style prints.
 */
const cslItem = (figure: Figure, origin: string): CslItem => ({
  id: `${figure.releaseId}-${figure.indicatorId}`,
  type: 'dataset',
  title: [citedTitle(figure), viaClause(figure)].filter(Boolean).join(', '),
  author: [{ literal: figure.release.producer.vi }],
  issued: { 'date-parts': [figure.release.publishedAt.split('-').map(Number)] },
  publisher: site.name,
  source: figure.source.title,
  URL: figureUrl(figure, origin),
  language: 'vi',
  note: `${valueText(figure)}. “${figure.quote}”`,
});

/** Citations already made: the page of a figure and each of its files need the same. */
const cache = new WeakMap<Figure, { origin: string; forms: Citations }>();

/** All forms of one citation. `origin` is the address of the site, with its base, ending in a slash. */
export const citations = (figure: Figure, origin: string): Citations => {
  const known = cache.get(figure);
  if (known?.origin === origin) return known.forms;
  const forms = cite(figure, origin);
  cache.set(figure, { origin, forms });
  return forms;
};

const cite = (figure: Figure, origin: string): Citations => {
  const item = cslItem(figure, origin);
  const cited = new Cite([item]);
  return {
    vi: `${figure.release.producer.vi} (${dates.day(figure.release.publishedAt)}). ${citedTitle(figure)}: ${valueText(figure)}. ${upperFirst(viaClause(figure))}Dẫn theo ${site.name}, ${figureUrl(figure, origin)}`,
    apa: cited.format('bibliography', { template: 'apa', lang: 'en-US', format: 'text' }).trim(),
    bibtex: escapeLatex(cited.format('bibtex').trim()),
    // The library wraps lines inside words and URLs, which RIS does not require, and truncates the id.
    ris: cited
      .format('ris')
      .trim()
      .replace(/\n(?![A-Z][A-Z0-9] {2}-)/g, '')
      .replace(/^ID {2}- .*$/m, `ID  - ${item.id}`),
    csl: JSON.stringify([item], null, 2),
  };
};

/** A clause as a sentence of its own, followed by a space; empty for an empty one. */
const upperFirst = (clause: string): string => clause && `${clause.charAt(0).toUpperCase()}${clause.slice(1)}. `;

const files = {
  'citation.bib': ['bibtex', 'application/x-bibtex'],
  'citation.ris': ['ris', 'application/x-research-info-systems'],
  'citation.json': ['csl', 'application/vnd.citationstyles.csl+json'],
} as const;
export type CitationFile = keyof typeof files;
export const citationFiles = Object.keys(files) as CitationFile[];

/** A citation as a file for a reference manager. */
export const citationFile = (file: CitationFile, figure: Figure, origin: string): Response => {
  const [form, type] = files[file];
  return new Response(`${citations(figure, origin)[form]}\n`, {
    headers: { 'content-type': `${type}; charset=utf-8` },
  });
};
