import type { APIRoute } from 'astro';
import { apiNames, apiSchema, type ApiName } from '../../../downloads/index.ts';
import { siteUrl } from '../../../i18n/index.ts';

export const getStaticPaths = () => apiNames.map((name) => ({ params: { name } }));

/** JSON Schema (draft 2020-12) of an API response. */
export const GET: APIRoute<Record<string, unknown>, { name: ApiName }> = ({ params }) =>
  Response.json(apiSchema(params.name, siteUrl()));
