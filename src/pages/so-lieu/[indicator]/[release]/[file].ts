import type { APIRoute } from 'astro';
import { siteContent } from '../../../../site-content.ts';
import { figureFile, citationFile, citationFiles, type CitationFile } from '../../../../downloads/index.ts';
import { siteUrl } from '../../../../i18n/index.ts';

export const getStaticPaths = async () =>
  (await siteContent()).figures.flatMap(({ indicatorId, releaseId }) =>
    ['data.json', ...citationFiles].map((file) => ({ params: { indicator: indicatorId, release: releaseId, file } })),
  );

/** One figure as JSON, and its citation for reference managers. */
export const GET: APIRoute<Record<string, unknown>, { indicator: string; release: string; file: string }> = async ({
  params,
}) => {
  const { lookup } = await siteContent();
  const figure = lookup.figure(`${params.release}/${params.indicator}`);
  return params.file === 'data.json'
    ? figureFile('json', params.indicator, figure.indicator.label, [figure], siteUrl())
    : citationFile(params.file as CitationFile, figure, siteUrl());
};
