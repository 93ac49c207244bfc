/**
 * What a page is about, in the words of schema.org: search engines, newsrooms and dataset catalogues read it.
 * Pure functions, typed by schema-dts; `StructuredData.astro` prints what they give.
 */
import type {
  BreadcrumbList,
  Dataset,
  DefinedTermSet,
  FAQPage,
  NewsArticle,
  Organization,
  SpecialAnnouncement,
  WebSite,
} from 'schema-dts';
import { areaName } from '../figures/index.ts';
import {
  absoluteUrl,
  alertPath,
  articlePath,
  conferencePath,
  dates,
  localPath,
  methodNames,
  paths,
  requiredPath,
  siteUrl,
  t,
  termPath,
  topicNames,
  type Locale,
} from '../i18n/index.ts';
import { changedAt, inForce, type Entry } from '../schema/index.ts';
import { site } from '../site.ts';

/** Anything a page may say of itself. */
export type Fact =
  BreadcrumbList | Dataset | DefinedTermSet | FAQPage | NewsArticle | Organization | SpecialAnnouncement | WebSite;

/** The publisher is named by the page that tells who it is. */
const organizationId = (): string => absoluteUrl(requiredPath('pages', 'gioi-thieu'));

/** Who publishes, short enough to stand in every article. */
const publisher = () =>
  ({ '@type': 'Organization', '@id': organizationId(), name: site.name, url: siteUrl() }) as const;

/** Who makes the site. While it is a trial it says so here too, and claims no authority. */
export const organization = (): Organization => ({
  ...publisher(),
  logo: absoluteUrl('/icon-512.png'),
  description: [site.official ? '' : t('site.trial'), t('site.tagline')].filter(Boolean).join(' '),
  areaServed: { '@type': 'AdministrativeArea', name: areaName(site.area) },
});

/** The site with its search. */
export const website = (): WebSite => ({
  '@type': 'WebSite',
  name: site.name,
  url: siteUrl(),
  inLanguage: site.locale,
  publisher: { '@id': organizationId() },
  potentialAction: {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${absoluteUrl(paths.search)}?q={q}` },
    // Not of schema.org's own types, but what search engines ask for: https://schema.org/docs/actions.html
    ...({ 'query-input': 'required name=q' } as object),
  },
});

/** The way from the home page to this one. */
export const breadcrumbs = (
  trail: readonly { path: string; label: string }[],
  title: string,
  path: string,
  locale: Locale,
): BreadcrumbList => ({
  '@type': 'BreadcrumbList',
  itemListElement: [
    { path: localPath(paths.home, locale), label: t('nav.home', locale) },
    ...trail,
    { path, label: title },
  ].map((step, index) => ({
    '@type': 'ListItem',
    position: index + 1,
    name: step.label,
    item: absoluteUrl(step.path),
  })),
});

type Written = Entry<'articles'> | Entry<'alerts'> | Entry<'conferences'>;

const news = ({ data }: Written, path: string, section: string, image: string): NewsArticle => ({
  '@type': 'NewsArticle',
  headline: data.title,
  description: data.summary,
  url: absoluteUrl(path),
  image,
  inLanguage: site.locale,
  datePublished: dates.moment(data.publishedAt),
  dateModified: dates.moment(changedAt(data)),
  articleSection: section,
  author: publisher(),
  publisher: publisher(),
});

/** An article. `image` is the address of its share image. */
export const newsArticle = (article: Entry<'articles'>, image: string): NewsArticle =>
  news(article, articlePath(article.id), topicNames[article.data.topic].vi, image);

/** The account of a conference. */
export const conferenceReport = (conference: Entry<'conferences'>, image: string): NewsArticle =>
  news(conference, conferencePath(conference.id), t('nav.conferences'), image);

/** An alert: an announcement while it is in force, an article of the past when it has expired or was withdrawn. */
export const announcement = (
  alert: Entry<'alerts'>,
  image: string,
  today: string,
): SpecialAnnouncement | NewsArticle => {
  const { id, data } = alert;
  if (!inForce(data, today)) return news(alert, alertPath(id), t('nav.alerts'), image);
  return {
    '@type': 'SpecialAnnouncement',
    name: data.title,
    text: data.summary,
    url: absoluteUrl(alertPath(id)),
    image,
    inLanguage: site.locale,
    datePosted: dates.moment(data.publishedAt),
    dateModified: dates.moment(changedAt(data)),
    expires: dates.moment(data.expiresAt, '23:59:59'),
    category: methodNames[data.method].vi,
    spatialCoverage: { '@type': 'AdministrativeArea', name: areaName(site.area) },
    publisher: publisher(),
  };
};

/** The questions a page asks and answers, as one fact; none where it asks nothing. `answer` is HTML of plain elements. */
export const faqPages = (questions: readonly { text: string; answer: string }[]): FAQPage[] =>
  questions.length === 0
    ? []
    : [
        {
          '@type': 'FAQPage',
          mainEntity: questions.map(({ text, answer }) => ({
            '@type': 'Question',
            name: text,
            acceptedAnswer: { '@type': 'Answer', text: answer },
          })),
        },
      ];

/** The glossary. */
export const termSet = (terms: readonly Entry<'glossary'>[], name: string): DefinedTermSet => ({
  '@type': 'DefinedTermSet',
  '@id': absoluteUrl(paths.glossary),
  name,
  inLanguage: site.locale,
  hasDefinedTerm: terms.map(({ id, data }) => ({
    '@type': 'DefinedTerm',
    '@id': absoluteUrl(termPath(id)),
    name: data.term,
    ...(data.abbreviation && { termCode: data.abbreviation }),
    alternateName: data.english,
    description: data.definition.vi,
  })),
});
