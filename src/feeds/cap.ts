/**
 * Alerts in the Common Alerting Protocol 1.2 (OASIS): https://docs.oasis-open.org/emergency/cap/v1.2/CAP-v1.2-os.html
 * Broadcasters and warning systems read them. The order of the elements is that of the standard's schema.
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

/** Whether an alert is grave enough to be sent to warning systems. */
export const isGrave = ({ severity }: Pick<Alert, 'severity'>): boolean =>
  severity === 'severe' || severity === 'extreme';

/** One message in the life of an alert. */
interface Message {
  type: 'Alert' | 'Update' | 'Cancel';
  identifier: string;
  /** Content knows days, not hours. Each message of an alert is a minute after the one before, so that those of one day differ and keep their order. */
  sent: string;
}

/** Who sends, as CAP wants it: unique by being a name of the internet. */
const sender = (): string => new URL(siteUrl()).host;

/** Every message of an alert that its file tells of, oldest first; the last is the one that counts. */
const messages = ({ id, data }: Entry<'alerts'>): Message[] => {
  const { publishedAt, updatedAt, withdrawn } = data;
  const steps = [
    { type: 'Alert', day: publishedAt },
    ...(updatedAt ? [{ type: 'Update', day: updatedAt } as const] : []),
    ...(withdrawn ? [{ type: 'Cancel', day: withdrawn.date } as const] : []),
  ] as const;
  return steps.map(({ type, day }, index) => ({
    type,
    identifier: `${id}.${day}.${type.toLowerCase()}`,
    sent: dates.moment(day, `00:0${index}:00`),
  }));
};

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The XML of an alert's message that counts now: an Alert, an Update of it, or its Cancel. */
export const capMessage = (alert: Entry<'alerts'>, lookup: Pick<EntryLookup, 'hotline'>): string => {
  const { id, data } = alert;
  const all = messages(alert);
  const { type, identifier, sent } = all.at(-1)!;
  const earlier = all.slice(0, -1);
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
  // No stylesheet: Chrome applies none to documents of this namespace. People find the alert's page in `web`.
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
      // A reason is written in Vietnamese only, and no machine translates here.
      info: [info('vi'), ...(data.withdrawn ? [] : [info('en')])],
    },
  });
};

/**
 * The messages that count on a day, as Atom: what a warning system asks again and again.
 * A withdrawn alert stays until it would have expired, so that no system misses the Cancel.
 */
export const capIndex = (alerts: readonly Entry<'alerts'>[], today: string, firstPublished: string): string => {
  const current = alerts.filter(({ data }) => isGrave(data) && data.expiresAt >= today);
  const entries = current
    .map((alert) => ({ alert, message: messages(alert).at(-1)!, first: messages(alert)[0]! }))
    .sort((a, b) => b.message.sent.localeCompare(a.message.sent) || a.alert.id.localeCompare(b.alert.id));
  return generateAtomFeed(
    {
      id: absoluteUrl(capIndexPath),
      title: { value: `CAP – ${site.name}` },
      subtitle: { value: site.official ? t('site.tagline') : t('site.trial') },
      updated: new Date(entries[0]?.message.sent ?? dates.moment(firstPublished)),
      authors: [{ name: site.name, uri: siteUrl() }],
      links: [
        { rel: 'self', type: 'application/atom+xml', href: absoluteUrl(capIndexPath) },
        { rel: 'alternate', type: 'text/html', href: absoluteUrl(paths.alerts) },
      ],
      entries: entries.map(({ alert: { id, data }, message, first }) => ({
        id: absoluteUrl(capPath(id)),
        title: { value: xmlSafe(data.withdrawn ? `${t('alert.withdrawn')}: ${data.title}` : data.title) },
        summary: { value: xmlSafe(data.withdrawn?.reason ?? data.summary) },
        published: new Date(first.sent),
        updated: new Date(message.sent),
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
