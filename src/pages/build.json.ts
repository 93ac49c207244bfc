import type { APIRoute } from 'astro';
import { absoluteUrl } from '../i18n/index.ts';

/** What the site was built from besides its commit. With it `npm run verify` builds the same site again, and compares. */
export const GET: APIRoute = () =>
  new Response(
    `${JSON.stringify({ address: absoluteUrl('/'), sourceDateEpoch: Number(process.env.SOURCE_DATE_EPOCH), precompress: process.env.PRECOMPRESS ?? 'quick' })}\n`,
  );
