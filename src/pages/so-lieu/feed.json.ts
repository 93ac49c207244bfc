import type { APIRoute } from 'astro';
import { catalogue } from '../../catalogue.ts';
import { citedTitle, lastChange } from '../../downloads/index.ts';
import { barChartSvg, filePalette } from '../../figures/chart.ts';
import { chartableSeries, sentence } from '../../figures/index.ts';
import { figuresFeedPath, observationPath, paths, absoluteUrl, siteUrl } from '../../i18n/index.ts';
import { site } from '../../site.ts';

const escape = (text: string): string => text.replace(/[&<>]/g, (sign) => `&#${String(sign.charCodeAt(0))};`);

/** All figures as JSON Feed 1.1, newest period first; each with its quote, its caveat and, where it can be compared, its chart. */
export const GET: APIRoute = async () => {
  const { figures } = await catalogue();
  const origin = siteUrl();
  const items = figures.map((figure) => {
    const { indicator, release, quote, source } = figure;
    const url = absoluteUrl(observationPath(figure.indicatorId, figure.releaseId));
    const [series] = chartableSeries(figures.filter(({ indicatorId }) => indicatorId === figure.indicatorId));
    const chart = series?.figures.includes(figure) ? barChartSvg(series, indicator.label.vi, filePalette) : '';
    const changed = lastChange(figure) ?? release.publishedAt;
    return {
      id: url,
      url,
      title: citedTitle(figure),
      content_html: `<p>${escape(sentence(figure))}</p><blockquote>“${escape(quote)}”</blockquote><p>${escape(source.title)}, ${escape(source.publisher)}.</p><p>${escape(indicator.caveat.vi)}</p>${chart}`,
      // A source that gives a month only has no day to say.
      ...(release.publishedAt.length === 10 && { date_published: `${release.publishedAt}T00:00:00+07:00` }),
      ...(changed.length === 10 && { date_modified: `${changed}T00:00:00+07:00` }),
    };
  });
  return Response.json({
    version: 'https://jsonfeed.org/version/1.1',
    title: `Số liệu – ${site.name}`,
    description: 'Mỗi số liệu kèm câu trích nguyên văn của nguồn và lưu ý.',
    home_page_url: absoluteUrl(paths.figures),
    feed_url: absoluteUrl(figuresFeedPath),
    language: site.locale,
    authors: [{ name: site.name, url: origin }],
    items,
  });
};
