/** What the search page shows besides the index: answers to wishes that recur, and names of pages to suggest (`search/answers.ts`). */
import type { APIRoute, GetStaticPaths } from 'astro';
import {
  alertPath,
  articlePath,
  conferencePath,
  counterpart,
  headline,
  href,
  localeNames,
  localPath,
  paths,
  requiredPath,
  selfCheckPath,
  t,
  termPath,
  topicNames,
  type Locale,
} from '../../i18n/index.ts';
import { inForce } from '../../schema/index.ts';
import type { AnswerFile, Suggestion } from '../../search/answers.ts';
import { siteContent } from '../../site-content.ts';

export const getStaticPaths: GetStaticPaths = () =>
  localeNames.map((lang) => ({ params: { lang }, props: { locale: lang } }));

/** Headings of other languages are other: a link to a place on a page leads to the page where it is translated. */
const addressIn = (link: string, locale: Locale): string => {
  const [page = '', place] = link.split('#');
  const local = localPath(page, locale);
  return href(local === page || page === paths.hotlines ? `${local}${place ? `#${place}` : ''}` : local);
};

export const GET: APIRoute<{ locale: Locale }> = async ({ props: { locale } }) => {
  const { alerts, answers, articles, conferences, glossary, lookup, pages, selfChecks, today } = await siteContent();
  /** A page, where it exists in this language. */
  const page = (path: string, title: string, kind: string): Suggestion[] => {
    const address = counterpart(path, locale) ?? (locale === 'vi' ? path : null);
    return address === null ? [] : [{ title, url: href(address), kind }];
  };
  const file: AnswerFile = {
    answers: answers.map(({ data }) => ({
      asked: data.asked[locale],
      title: data.title[locale],
      text: data.text[locale],
      url: addressIn(data.link, locale),
      calls: data.hotlines.map((id) => {
        const { number, display, name } = lookup.hotline(id).data;
        return { number, display, name: name[locale] };
      }),
    })),
    suggestions: [
      ...page(paths.help, t('nav.help', locale), 'giup-do'),
      ...page(paths.hotlines, t('nav.hotlines', locale), 'so-goi'),
      ...Object.values(topicNames).map((names) => ({ title: names[locale] })),
      ...alerts
        .filter(({ data }) => inForce(data, today))
        .flatMap((entry) => page(alertPath(entry.id), headline(entry.data, locale).title, 'canh-bao')),
      ...articles.flatMap((entry) => page(articlePath(entry.id), headline(entry.data, locale).title, 'bai-viet')),
      ...selfChecks.flatMap(({ id, data }) => page(selfCheckPath(id), data.title, 'tu-kiem-tra')),
      ...page(paths.offline, t('nav.offline', locale), 'trang'),
      ...pages
        .filter(({ id }) => `/${id}/` !== requiredPath('pages', 'bien-tap'))
        .flatMap(({ id, data }) => page(`/${id}/`, data.title, 'trang')),
      ...conferences.flatMap(({ id, data }) => page(conferencePath(id), data.title, 'hoi-nghi')),
      ...glossary.flatMap(({ id, data }) => page(termPath(id), data.term, 'thuat-ngu')),
    ],
  };
  return new Response(JSON.stringify(file));
};
