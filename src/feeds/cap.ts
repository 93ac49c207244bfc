/**
 * Alerts in the Common Alerting Protocol 1.2 (OASIS), for broadcasters and warning systems:
 * https://docs.oasis-open.org/emergency/cap/v1.2/CAP-v1.2-os.html. Elements are in the order of its schema.
 */
import { generateAtomFeed } from 'feedsmith';
import { areaName } from '../figures/index.ts';
import {
  absoluteUrl,
  alertPath,
  audienceNames,
  capIndexPath,
  capPath,
  dates,
  href,
  methodNames,
  paths,
  siteUrl,
  t,
  type Locale,
} from '../i18n/index.ts';
import type { Alert, Entry } from '../schema/index.ts';
import { site } from '../site.ts';
import type { EntryLookup } from './feed.ts';
import { xmlDocument, xmlSafe } from '../xml.ts';

/** The namespace of CAP 1.2. */
const NAMESPACE = 'urn:oasis:names:tc:emergency:cap:1.2';

/** Whether an alert is severe enough for warning systems. */
export const isGrave = ({ severity }: Pick<Alert, 'severity'>): boolean =>
  severity === 'severe' || severity === 'extreme';

/** One message in the life of an alert. */
interface Message {
  type: 'Alert' | 'Update' | 'Cancel';
  identifier: string;
  /** Content has days without hours. Each message of an alert is a minute after the one before, so that messages of one day keep their order. */
  sent: string;
}

/** CAP requires a globally unique sender: the host name. */
const sender = (): string => new URL(siteUrl()).host;

/** The messages of an alert: the `first`, the `current` one, and everything `earlier` than the current one, oldest first. */
interface History {
  first: Message;
  earlier: readonly Message[];
  current: Message;
}

const historyOf = ({ id, data }: Entry<'alerts'>): History => {
  const message = (type: Message['type'], day: string, index: number): Message => ({
    type,
    identifier: `${id}.${day}.${type.toLowerCase()}`,
    sent: dates.moment(day, `00:0${index}:00`),
  });
  const first = message('Alert', data.publishedAt, 0);
  const earlier: Message[] = [];
  let current = first;
  for (const [type, day] of [
    ['Update', data.updatedAt],
    ['Cancel', data.withdrawn?.date],
  ] as const)
    if (day) {
      earlier.push(current);
      current = message(type, day, earlier.length);
    }
  return { first, earlier, current };
};

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The XML of the current message of an alert: an Alert, an Update or a Cancel. */
export const capMessage = (alert: Entry<'alerts'>, lookup: Pick<EntryLookup, 'hotline'>): string => {
  const { id, data } = alert;
  const {
    earlier,
    current: { type, identifier, sent },
  } = historyOf(alert);
  const info = (locale: Locale) => {
    const { title, summary } = locale === 'vi' ? data : data.english;
    const { withdrawn } = data;
    const described = withdrawn ? [withdrawn.reason] : locale === 'vi' ? [summary, ...data.redFlags] : [summary];
    const verbs = `${t('verb.stop')}: ${data.doNow.stop}\n${t('verb.check')}: ${data.doNow.check}\n${t('verb.report')}: ${data.doNow.report}\n${data.dont.join('\n')}`;
    return {
      language: locale === 'vi' ? 'vi-VN' : 'en',
      category: 'Security',
      event: methodNames[data.method][locale],
      responseType: withdrawn ? 'AllClear' : 'Avoid',
      urgency: withdrawn ? 'Past' : capital(data.urgency),
      severity: capital(data.severity),
      certainty: capital(data.certainty),
      audience: data.audience.map((audience) => audienceNames[audience][locale]).join(', '),
      effective: sent,
      expires: dates.moment(data.expiresAt, '23:59:59'),
      senderName: site.official ? site.name : `${site.name} (${t('site.trial', locale)})`,
      headline: xmlSafe(withdrawn ? `${t('alert.withdrawn', locale)}: ${title}` : title),
      description: xmlSafe(described.join('\n')),
      ...(!withdrawn && locale === 'vi' && { instruction: xmlSafe(verbs) }),
      web: absoluteUrl(alertPath(id)),
      contact: data.hotlines
        .map((hotline) => lookup.hotline(hotline).data)
        .map(({ answers, display }) => `${display} (${answers[locale]})`)
        .join(', '),
      area: { areaDesc: areaName(site.area, locale), geocode: { valueName: 'ISO3166-2', value: site.area } },
    };
  };
  // No stylesheet: Chrome applies none to documents of this namespace. `web` links to the page of the alert.
  return xmlDocument({
    alert: {
      '@xmlns': NAMESPACE,
      identifier,
      sender: sender(),
      sent,
      status: site.official ? 'Actual' : 'Test',
      msgType: type,
      scope: 'Public',
      ...(!site.official && { note: `${t('site.trial')} ${t('site.trial', 'en')}` }),
      ...(earlier.length > 0 && {
        references: earlier.map((each) => `${sender()},${each.identifier},${each.sent}`).join(' '),
      }),
      // The reason of a withdrawal is written in Vietnamese only.
      info: [info('vi'), ...(data.withdrawn ? [] : [info('en')])],
    },
  });
};

/**
 * The current messages on the day `today` as an Atom feed, which warning systems poll. A withdrawn alert stays until it
 * would have expired, so that no system misses the Cancel. `firstPublished` dates a feed without entries.
 */
export const capIndex = (alerts: readonly Entry<'alerts'>[], today: string, firstPublished: string): string => {
  const entries = alerts
    .filter(({ data }) => isGrave(data) && data.expiresAt >= today)
    .map((alert) => ({ alert, ...historyOf(alert) }))
    .sort((a, b) => b.current.sent.localeCompare(a.current.sent) || a.alert.id.localeCompare(b.alert.id));
  return generateAtomFeed(
    {
      id: absoluteUrl(capIndexPath),
      title: { value: `CAP – ${site.name}` },
      subtitle: { value: site.official ? t('site.tagline') : t('site.trial') },
      updated: new Date(entries[0]?.current.sent ?? dates.moment(firstPublished)),
      authors: [{ name: site.name, uri: siteUrl() }],
      links: [
        { rel: 'self', type: 'application/atom+xml', href: absoluteUrl(capIndexPath) },
        { rel: 'alternate', type: 'text/html', href: absoluteUrl(paths.alerts) },
      ],
      entries: entries.map(({ alert: { id, data }, current, first }) => ({
        id: absoluteUrl(capPath(id)),
        title: { value: xmlSafe(data.withdrawn ? `${t('alert.withdrawn')}: ${data.title}` : data.title) },
        summary: { value: xmlSafe(data.withdrawn?.reason ?? data.summary) },
        published: new Date(first.sent),
        updated: new Date(current.sent),
        links: [
          { rel: 'alternate', type: 'application/cap+xml', href: absoluteUrl(capPath(id)) },
          { rel: 'related', type: 'text/html', href: absoluteUrl(alertPath(id)) },
        ],
      })),
      xml: { lang: site.locale },
    },
    { strict: true, stylesheets: [{ type: 'text/css', href: href('/feed.css') }] },
  );
};

export const capType = 'application/cap+xml';
