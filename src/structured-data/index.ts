/** Structured data of pages as schema.org nodes, printed as JSON-LD by `StructuredData.astro`. */
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

/** The node types that pages use. */
export type JsonLdNode =
  BreadcrumbList | Dataset | DefinedTermSet | FAQPage | NewsArticle | Organization | SpecialAnnouncement | WebSite;

/** The `@id` of the publisher: the URL of the “about” page. */
const organizationId = (): string => absoluteUrl(requiredPath('pages', 'gioi-thieu'));

/** The publisher in short, for every article. */
const publisher = () =>
  ({ '@type': 'Organization', '@id': organizationId(), name: site.name, url: siteUrl() }) as const;

/** The publisher in full. While the site is a trial, the description says so. */
export const organization = (): Organization => ({
  ...publisher(),
  logo: absoluteUrl('/icon-512.png'),
  description: [site.official ? '' : t('site.trial'), t('site.tagline')].filter(Boolean).join(' '),
  areaServed: { '@type': 'AdministrativeArea', name: areaName(site.area) },
});

/** The site with its search. Its address has the words in the fragment, so that programs that follow it do not send them to the server. */
export const website = (): WebSite => ({
  '@type': 'WebSite',
  name: site.name,
  url: siteUrl(),
  inLanguage: site.locale,
  publisher: { '@id': organizationId() },
  potentialAction: {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${absoluteUrl(paths.search)}#q={q}` },
    // Required by search engines but absent from the types: https://schema.org/docs/actions.html
    ...({ 'query-input': 'required name=q' } as object),
  },
});

/** Breadcrumbs from the home page to this one. */
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

/** An article. `image` is the URL of its `og:image`. */
export const newsArticle = (article: Entry<'articles'>, image: string): NewsArticle =>
  news(article, articlePath(article.id), topicNames[article.data.topic].vi, image);

/** The report of a conference. */
export const conferenceReport = (conference: Entry<'conferences'>, image: string): NewsArticle =>
  news(conference, conferencePath(conference.id), t('nav.conferences'), image);

/** An alert: a `SpecialAnnouncement` while it is in force, a `NewsArticle` once it has expired or was withdrawn. */
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

/** One `FAQPage` with the questions of a page; empty where it has none. `answer` is simple HTML. */
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
