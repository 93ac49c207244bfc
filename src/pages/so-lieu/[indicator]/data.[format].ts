import type { APIRoute } from 'astro';
import { siteContent } from '../../../site-content.ts';
import { figureFile, fileFormats, type FileFormat } from '../../../downloads/index.ts';
import { siteUrl } from '../../../i18n/index.ts';
import type { Localized } from '../../../schema/index.ts';

export const getStaticPaths = async () =>
  (await siteContent()).indicators.flatMap(({ id, data }) =>
    fileFormats.map((format) => ({ params: { indicator: id, format }, props: { title: data.label } })),
  );

/** All periods of one indicator, as a file. */
export const GET: APIRoute<{ title: Localized }, { indicator: string; format: FileFormat }> = async ({
  params,
  props,
}) => {
  const { figuresOf } = await siteContent();
  const own = figuresOf.indicator(params.indicator);
  return figureFile(params.format, params.indicator, props.title, own, siteUrl());
};
