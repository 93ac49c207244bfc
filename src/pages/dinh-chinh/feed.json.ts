import type { APIRoute } from 'astro';
import { catalogue } from '../../catalogue.ts';
import { changesOf, figureAt, valueText } from '../../figures/index.ts';
import { changePath, dates, feedPath, paths, absoluteUrl, siteUrl } from '../../i18n/index.ts';
import { site } from '../../site.ts';

const kinds = { revision: 'Cập nhật', correction: 'Đính chính' };

/** The ledger of corrections as JSON Feed 1.1, newest first. */
export const GET: APIRoute = async () => {
  const { figures } = await catalogue();
  const origin = siteUrl();
  const items = figures.flatMap((figure) =>
    changesOf(figure.observation, figure.release).map(({ id, revision, before, after }) => {
      const url = absoluteUrl(changePath(figure.indicatorId, figure.releaseId, id));
      return {
        id: url,
        url,
        title: `${kinds[revision.kind]}: ${figure.indicator.label.vi}, ${dates.period(figure.release.period)}`,
        content_text: `Số cũ: ${valueText(figureAt(figure, before))}. Số mới: ${valueText(figureAt(figure, after))}. Lý do: ${revision.reason}`,
        date_published: `${revision.date}T00:00:00+07:00`,
        tags: [kinds[revision.kind]],
      };
    }),
  );
  return Response.json({
    version: 'https://jsonfeed.org/version/1.1',
    title: `Đính chính số liệu – ${site.name}`,
    description: 'Mọi thay đổi của số liệu đã đăng: ngày, số cũ, số mới và lý do.',
    home_page_url: absoluteUrl(paths.corrections),
    feed_url: absoluteUrl(feedPath),
    language: site.locale,
    authors: [{ name: site.name, url: origin }],
    items: items.sort((a, b) => b.date_published.localeCompare(a.date_published)),
  });
};
