import type { APIRoute } from 'astro';
import { siteContent } from '../../site-content.ts';
import { figureFile, fileFormats, type FileFormat } from '../../downloads/index.ts';
import { siteUrl } from '../../i18n/index.ts';

/** `tat-ca` is everything; the other names are releases. */
const EVERYTHING = 'tat-ca';

export const getStaticPaths = async () =>
  [EVERYTHING, ...(await siteContent()).statistics.map(({ id }) => id)].flatMap((name) =>
    fileFormats.map((format) => ({ params: { name, format } })),
  );

export const GET: APIRoute<Record<string, unknown>, { name: string; format: FileFormat }> = async ({ params }) => {
  const { figures, figuresOf, statistics } = await siteContent();
  const release = statistics.find(({ id }) => id === params.name);
  const own = release ? figuresOf.release(release.id) : figures;
  const title = release?.data.title ?? { vi: 'Toàn bộ số liệu', en: 'All figures' };
  return figureFile(params.format, params.name, title, own, siteUrl());
};
