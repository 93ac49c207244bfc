import type { APIRoute, GetStaticPaths } from 'astro';
import { bodyOf, catalogue, type Catalogue } from '../../catalogue.ts';
import { alertEntry, articleEntry, conferenceEntry, correctionEntries, feedFile, feedTypes, figureEntries, type Entry } from '../../feeds/index.ts';
import { feedPages, type FeedFormat, type FeedName } from '../../i18n/index.ts';
import { plainBody } from '../../mdx/index.ts';

interface Props {
  name: FeedName;
  format: FeedFormat;
}

export const getStaticPaths = (() =>
  Object.entries(feedPages).flatMap(([name, page]) =>
    Object.keys(feedTypes).map((format) => ({ params: { section: page.slice(1, -1) || undefined, format }, props: { name, format } })),
  )) satisfies GetStaticPaths;

type Section = Exclude<FeedName, 'all'>;

const entriesOf = ({ alerts, articles, conferences, figures, lookup }: Catalogue): Record<Section, () => Entry[]> => {
  const body = (entry: Parameters<typeof bodyOf>[0]) => plainBody(bodyOf(entry), lookup);
  return {
    alerts: () => alerts.map((alert) => alertEntry(alert, body(alert), lookup)),
    articles: () => articles.map((article) => articleEntry(article, body(article), lookup)),
    conferences: () => conferences.map((conference) => conferenceEntry(conference, body(conference), lookup)),
    figures: () => figureEntries(figures),
    corrections: () => correctionEntries(figures),
  };
};

/** A feed of one section, or of all of them. */
export const GET: APIRoute<Props> = async ({ props: { name, format } }) => {
  const all = await catalogue();
  const sections = entriesOf(all);
  const entries = name === 'all' ? Object.values(sections).flatMap((section) => section()) : sections[name]();
  return new Response(feedFile(name, format, entries, all.began), { headers: { 'content-type': feedTypes[format] } });
};
