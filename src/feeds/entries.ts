/** Feed entries with the full text of alerts, articles, conferences, figures and corrections. */
import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import { citedTitle } from '../downloads/index.ts';
import {
  changesOf,
  descriptionChanges,
  chartableSeries,
  atVersion,
  lastChange,
  otherChanges,
  sentence,
  periodText,
  plainValueText,
  type Figure,
} from '../figures/index.ts';
import {
  absoluteUrl,
  alertPath,
  articlePath,
  audienceNames,
  changePath,
  channelNames,
  conferencePath,
  dates,
  indicatorPath,
  methodNames,
  observationPath,
  paths,
  sourcePath,
  t,
  topicNames,
} from '../i18n/index.ts';
import { changedAt, type Entry, type Source } from '../schema/index.ts';
import type { FeedEntry, EntryLookup } from './feed.ts';

const list = (items: readonly (string | ElementContent | ElementContent[])[], tag: 'ul' | 'ol' = 'ul') =>
  h(
    tag,
    items.map((item) => h('li', item)),
  );
const section = (title: string, ...content: ElementContent[]) => [h('h2', title), ...content];

const numbers = (ids: readonly string[], lookup: EntryLookup): ElementContent[] => {
  if (ids.length === 0) return [];
  const items = ids.map((id) => {
    const { number, display, answers, by } = lookup.hotline(id).data;
    return [
      h('a', { href: `${by.includes('call') ? 'tel' : 'sms'}:${number}` }, display),
      { type: 'text', value: ` ${answers.vi}` } as const,
    ];
  });
  return section(t('nav.hotlines'), list(items));
};

const sources = (ids: readonly string[], lookup: EntryLookup): ElementContent[] =>
  section(
    t('sources.title'),
    list(ids.map((id) => h('a', { href: absoluteUrl(sourcePath(id)) }, lookup.source(id).data.title))),
  );

/** An alert with its body. A withdrawn alert starts with the withdrawal. */
export const alertEntry = (
  { id, data }: Entry<'alerts'>,
  body: readonly ElementContent[],
  lookup: EntryLookup,
): FeedEntry => {
  const { withdrawn } = data;
  const verbs = [
    [t('verb.stop'), data.doNow.stop],
    [t('verb.check'), data.doNow.check],
    [t('verb.report'), data.doNow.report],
  ] as const;
  return {
    path: alertPath(id),
    title: withdrawn ? `${t('alert.withdrawn')}: ${data.title}` : data.title,
    summary: withdrawn ? withdrawn.reason : data.summary,
    html: toHtml([
      ...(withdrawn
        ? [h('p', h('strong', `${t('alert.withdrawn')} ${dates.day(withdrawn.date)}. ${withdrawn.reason}`))]
        : []),
      h('p', h('strong', `${t(`alert.severity.${data.severity}`)}. ${t('alert.until')} ${dates.day(data.expiresAt)}.`)),
      h('p', data.summary),
      ...section('Dấu hiệu nhận ra', list(data.redFlags)),
      ...section(
        t('verbs.title'),
        list(
          verbs.map(([verb, text]) => [h('strong', `${verb}.`), { type: 'text', value: ` ${text}` }]),
          'ol',
        ),
      ),
      ...body,
      ...section('Đừng làm', list(data.dont)),
      ...section('Nếu chuyện đã xảy ra với bạn', list(data.ifVictim)),
      ...numbers(data.hotlines, lookup),
      ...sources(data.sources, lookup),
    ]),
    published: data.publishedAt,
    updated: changedAt(data),
    tags: [
      methodNames[data.method].vi,
      ...data.channels.map((channel) => channelNames[channel].vi),
      ...data.audience.map((audience) => audienceNames[audience].vi),
    ],
  };
};

export const articleEntry = (
  { id, data }: Entry<'articles'>,
  body: readonly ElementContent[],
  lookup: EntryLookup,
): FeedEntry => ({
  path: articlePath(id),
  title: data.title,
  summary: data.summary,
  html: toHtml([
    h('p', data.summary),
    ...section(t('key-points.title'), list(data.keyPoints)),
    ...body,
    ...numbers(data.hotlines, lookup),
    ...sources(data.sources, lookup),
  ]),
  published: data.publishedAt,
  updated: changedAt(data),
  tags: [topicNames[data.topic].vi, ...data.audience.map((audience) => audienceNames[audience].vi)],
});

export const conferenceEntry = (
  { id, data }: Entry<'conferences'>,
  body: readonly ElementContent[],
  lookup: EntryLookup,
): FeedEntry => ({
  path: conferencePath(id),
  title: data.title,
  summary: data.summary,
  html: toHtml([
    h('p', data.summary),
    h('p', `${dates.day(data.date)}, ${data.place}. ${data.organiser}.`),
    ...section(t('key-points.title'), list(data.keyPoints)),
    ...body,
    ...section('Nội dung thảo luận', list(data.discussions)),
    ...section('Nhiệm vụ nêu tại hội nghị', list(data.decisions)),
    ...sources(data.sources, lookup),
  ]),
  published: data.publishedAt,
  updated: changedAt(data),
  tags: [t('nav.conferences')],
});

const isDay = (date: string): boolean => date.length === 10;

/** Day of the last revision of a figure, of its publication, or of access to its source: the first that is known to the day; else empty. */
const figureDay = (figure: Figure): string =>
  [lastChange(figure) ?? '', figure.release.publishedAt, figure.source.dateAccessed].find(isDay) ?? '';

/** The first day of a month or year: Atom has no dates of reduced precision. */
const firstDay = (date: string): string => `${date}-01-01`.slice(0, 10);

/** Figures with quote and caveat, and with a chart if the indicator has a comparable series. */
export const figureEntries = (
  figures: readonly Figure[],
  ofIndicator: (id: string) => readonly Figure[],
): FeedEntry[] =>
  figures.map((figure) => {
    const { indicator, indicatorId, release, quote, source } = figure;
    const [series] = chartableSeries(ofIndicator(indicatorId));
    return {
      path: observationPath(indicatorId, figure.releaseId),
      title: citedTitle(figure),
      summary: sentence(figure),
      html: toHtml([
        h('p', sentence(figure)),
        h('blockquote', h('p', `“${quote}”`)),
        h('p', `${source.title}, ${source.publisher}.`),
        h('p', indicator.caveat.vi),
        ...(series?.figures.includes(figure)
          ? [
              h(
                'p',
                h('img', {
                  src: absoluteUrl(`${indicatorPath(indicatorId)}chart.svg`),
                  alt: `${t('figure.chart')}: ${indicator.label.vi}`,
                }),
              ),
            ]
          : []),
      ]),
      ...(isDay(release.publishedAt) && { published: release.publishedAt }),
      updated: figureDay(figure) || firstDay(release.publishedAt),
      tags: [topicNames[indicator.topic].vi],
    };
  });

/** One entry per change of a value, of what describes figures, of a source and of a number to call. `sources` are all sources by id. */
export const correctionEntries = (
  figures: readonly Figure[],
  sources: ReadonlyMap<string, Source>,
  hotlines: readonly Entry<'hotlines'>[],
): FeedEntry[] => [
  ...figures.flatMap((figure) =>
    changesOf(figure.observation, figure.release).map(({ id, revision, before, after }) => {
      const text = `Số cũ: ${plainValueText(atVersion(figure, before))}. Số mới: ${plainValueText(atVersion(figure, after))}. Lý do: ${revision.reason}`;
      const [sourceId = '', passage = ''] = revision.quote?.split('/') ?? [];
      const source = sources.get(sourceId);
      return {
        path: changePath(figure.indicatorId, figure.releaseId, id),
        title: `${t(`figure.${revision.kind}`)}: ${figure.indicator.label.vi}, ${periodText(figure.release)}`,
        summary: text,
        html: toHtml([
          h('p', text),
          ...(source
            ? [
                h('blockquote', h('p', `“${source.quotes[passage] ?? ''}”`)),
                h('p', `${source.title}, ${source.publisher}.`),
              ]
            : []),
        ]),
        published: revision.date,
        updated: revision.date,
        tags: [t(`figure.${revision.kind}`)],
      };
    }),
  ),
  ...descriptionChanges(figures, sources).flatMap(({ id, date, text, figures: concerned }): FeedEntry[] => {
    // The figure of the oldest period: the address of an entry stays the same when a newer release is added.
    const figure = concerned.at(-1);
    if (!figure) return [];
    return [
      {
        path: `${observationPath(figure.indicatorId, figure.releaseId)}#${id}`,
        title: `Sửa mô tả: ${figure.indicator.label.vi}, ${periodText(figure.release)}`,
        summary: text,
        html: toHtml(h('p', text)),
        published: date,
        updated: date,
        tags: ['Sửa mô tả'],
      },
    ];
  }),
  ...otherChanges(figures, sources, hotlines).map(({ id, date, text, subject }): FeedEntry => ({
    path: `${paths.corrections}#${id}`,
    title: `Sửa mô tả: ${subject.label}`,
    summary: text,
    html: toHtml(h('p', text)),
    published: date,
    updated: date,
    tags: ['Sửa mô tả'],
  })),
];
