import type { APIRoute } from 'astro';
import { absoluteUrl } from '../i18n/index.ts';

/** The inputs of the build besides its commit: `npm run verify` rebuilds the site with them and compares. */
export const GET: APIRoute = () =>
  new Response(
    `${JSON.stringify({ address: absoluteUrl('/'), sourceDateEpoch: Number(process.env.SOURCE_DATE_EPOCH), precompress: process.env.PRECOMPRESS ?? 'quick' })}\n`,
  );
