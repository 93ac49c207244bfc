/** From a page to its picture in other apps. */
import { t, type Locale } from '../i18n/index.ts';
import { alertStatus, type Alert, type Entry } from '../schema/index.ts';
import { site, type RequiredId } from '../site.ts';
import type { Card } from '../social/index.ts';

/** What a page tells of itself besides its title. */
export interface Preview {
  /** Kind of page, such as “Bài viết”. The site's line of what it is stands where a page has none. */
  label?: string;
  sign?: Card['sign'];
  /** Id of the number to call; 113 where the page has none of its own. */
  hotline?: string;
}

const emergency: RequiredId<'hotlines'> = '113';

/** The picture of a page. */
export const cardOf = (
  { label, sign, hotline = emergency }: Preview,
  title: string,
  hotlines: readonly Entry<'hotlines'>[],
  locale: Locale,
): Card => {
  const { display, answers } = hotlines.find(({ id }) => id === hotline)!.data;
  return {
    label: label ?? t('footer.mission', locale),
    ...(sign && { sign }),
    title,
    number: display,
    answers: answers[locale],
    site: site.name,
    note: site.official ? t('site.tagline', locale) : t('site.trial', locale),
  };
};

/** The picture of an alert: its severity while it is in force, else that it is over. */
export const alertPreview = (data: Alert, today: string, locale: Locale = 'vi'): Preview => {
  const status = alertStatus(data, today);
  const over = status === 'withdrawn' || status === 'expired' ? (`alert.${status}` as const) : undefined;
  return {
    label: `${t('nav.alerts', locale)} · ${t(over ?? `alert.severity.${data.severity}`, locale)}`,
    sign: over ? 'outline' : data.severity === 'extreme' ? 'heavy' : 'filled',
    hotline: data.hotlines[0],
  };
};
