import type { APIRoute, GetStaticPaths } from 'astro';
import { bodyOf, siteContent, type SiteContent } from '../../site-content.ts';
import {
  alertEntry,
  articleEntry,
  conferenceEntry,
  correctionEntries,
  feedFile,
  feedTypes,
  figureEntries,
  latest,
  type FeedEntry,
} from '../../feeds/index.ts';
import { alertPath, articlePath, conferencePath, feedPages, type FeedFormat, type FeedName } from '../../i18n/index.ts';
import { changedAt } from '../../schema/index.ts';
import { plainBody } from '../../mdx/index.ts';

interface Props {
  name: FeedName;
  format: FeedFormat;
}

export const getStaticPaths = (() =>
  Object.entries(feedPages).flatMap(([name, page]) =>
    Object.keys(feedTypes).map((format) => ({
      params: { section: page.slice(1, -1) || undefined, format },
      props: { name, format },
    })),
  )) satisfies GetStaticPaths;

type Section = Exclude<FeedName, 'all'>;

const entriesOf = ({
  alerts,
  articles,
  conferences,
  figures,
  figuresOf,
  hotlines,
  lookup,
  sourceData,
}: SiteContent): Record<Section, () => FeedEntry[]> => {
  const body = (entry: Parameters<typeof bodyOf>[0]) => plainBody(bodyOf(entry), lookup);
  return {
    alerts: () =>
      latest(alerts, ({ id, data }) => ({ updated: changedAt(data), path: alertPath(id) })).map((alert) =>
        alertEntry(alert, body(alert), lookup),
      ),
    articles: () =>
      latest(articles, ({ id, data }) => ({ updated: changedAt(data), path: articlePath(id) })).map((article) =>
        articleEntry(article, body(article), lookup),
      ),
    conferences: () =>
      latest(conferences, ({ id, data }) => ({ updated: changedAt(data), path: conferencePath(id) })).map(
        (conference) => conferenceEntry(conference, body(conference), lookup),
      ),
    figures: () => figureEntries(figures, figuresOf.indicator),
    corrections: () => correctionEntries(figures, sourceData, hotlines),
  };
};

/** A feed of one section, or of all of them. */
export const GET: APIRoute<Props> = async ({ props: { name, format } }) => {
  const all = await siteContent();
  const sections = entriesOf(all);
  const entries = name === 'all' ? Object.values(sections).flatMap((section) => section()) : sections[name]();
  return new Response(feedFile(name, format, entries, all.firstPublished), {
    headers: { 'content-type': feedTypes[format] },
  });
};
