/** How a figure is cited. The retrieval date is the reader's, so the browser adds it; a built file is always the same. */
import { Cite, plugins, type CslItem } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-csl';
import '@citation-js/plugin-ris';
import { areaName, lowerFirst, valueText, type Figure } from '../figures/index.ts';
import { dates, observationPath } from '../i18n/index.ts';
import { site } from '../site.ts';

// Vietnamese does not survive BibTeX's ASCII escapes: ư, ơ and hooks are lost.
// Its own labels are the same for many figures; two entries of one name do not compile.
Object.assign(plugins.config.get('@bibtex').format, { asciiOnly: false, useIdAsLabel: true });

/** Signs that LaTeX would take for its own, which the library escapes in ASCII only. An address stands as it is. */
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
  [indicator.label.vi, lowerFirst(areaName(release.area)), dates.period(release.period)].join(', ');

/** The permanent address of a figure, in full. */
export const figureUrl = (figure: Figure, origin: string): string =>
  new URL(observationPath(figure.indicatorId, figure.releaseId).slice(1), origin).href;

/** The figure as one CSL-JSON item. Its author is the producer of the figure, not this site. */
const cslItem = (figure: Figure, origin: string): CslItem => ({
  id: `${figure.releaseId}-${figure.indicatorId}`,
  type: 'dataset',
  title: citedTitle(figure),
  author: [{ literal: figure.source.publisher }],
  issued: { 'date-parts': [figure.release.publishedAt.split('-').map(Number)] },
  publisher: site.name,
  source: figure.source.title,
  URL: figureUrl(figure, origin),
  language: 'vi',
  note: `${valueText(figure)}. “${figure.quote}”`,
});

/** The page of a figure and each of its files ask for the same. */
const made = new WeakMap<Figure, { origin: string; forms: Citations }>();

/** All forms of one citation. `origin` is the address of the site, with its base, ending in a slash. */
export const citations = (figure: Figure, origin: string): Citations => {
  const known = made.get(figure);
  if (known?.origin === origin) return known.forms;
  const forms = cite(figure, origin);
  made.set(figure, { origin, forms });
  return forms;
};

const cite = (figure: Figure, origin: string): Citations => {
  const item = cslItem(figure, origin);
  const cited = new Cite([item]);
  return {
    vi: `${figure.source.publisher} (${dates.day(figure.release.publishedAt)}). ${citedTitle(figure)}: ${valueText(figure)}. Dẫn theo ${site.name}, ${figureUrl(figure, origin)}`,
    apa: cited.format('bibliography', { template: 'apa', lang: 'en-US', format: 'text' }).trim(),
    bibtex: escapeLatex(cited.format('bibtex').trim()),
    // The library breaks lines inside words and addresses, which RIS does not ask for, and cuts the id off.
    ris: cited
      .format('ris')
      .trim()
      .replace(/\n(?![A-Z][A-Z0-9] {2}-)/g, '')
      .replace(/^ID {2}- .*$/m, `ID  - ${item.id}`),
    csl: JSON.stringify([item], null, 2),
  };
};

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
