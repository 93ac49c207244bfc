/** What a page shows on its `og:image`. */
import { t, type Locale } from '../i18n/index.ts';
import { alertStatus, type Alert, type Entry } from '../schema/index.ts';
import { emergency, site } from '../site.ts';
import type { OgImage } from '../og-image.ts';

/** Content of the image besides the page title. */
export interface Preview {
  /** Kind of page, such as “Bài viết”; by default the mission of the site. */
  label?: string;
  sign?: OgImage['sign'];
  /** Id of the hotline to print; by default that of the police. */
  hotline?: string;
}

/** The `og:image` of a page. Throws where `hotlines` lacks the id. */
export const cardOf = (
  { label, sign, hotline: id = emergency.police }: Preview,
  title: string,
  hotlines: readonly Entry<'hotlines'>[],
  locale: Locale,
): OgImage => {
  const hotline = hotlines.find((one) => one.id === id);
  if (!hotline) throw new Error(`There is no hotline “${id}”.`);
  const { display, answers } = hotline.data;
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

/** The preview of an alert: its severity while it is in force, otherwise that it expired or was withdrawn. */
export const alertPreview = (data: Alert, today: string, locale: Locale = 'vi'): Preview => {
  const status = alertStatus(data, today);
  const over = status === 'withdrawn' || status === 'expired' ? (`alert.${status}` as const) : undefined;
  return {
    label: `${t('nav.alerts', locale)} · ${t(over ?? `alert.severity.${data.severity}`, locale)}`,
    sign: over ? 'outline' : data.severity === 'extreme' ? 'heavy' : 'filled',
    hotline: data.hotlines[0],
  };
};
