import type { APIRoute } from 'astro';
import { siteContent } from '../../../site-content.ts';
import { apiNames, apiResponse, type ApiName } from '../../../downloads/index.ts';
import { siteUrl } from '../../../i18n/index.ts';

export const getStaticPaths = () => apiNames.map((name) => ({ params: { name } }));

/** The static API: lists for programs. */
export const GET: APIRoute<Record<string, unknown>, { name: ApiName }> = async ({ params }) => {
  const { figures, indicators, statistics } = await siteContent();
  return Response.json(apiResponse(params.name, { figures, indicators, releases: statistics }, siteUrl()));
};
