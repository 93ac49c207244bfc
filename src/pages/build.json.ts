import type { APIRoute } from 'astro';
import { site } from '../site.ts';

/** What the site was built from besides its commit. With it `npm run verify` builds the same site again, and compares. */
export const GET: APIRoute = () => {
  const { origin, base } = site;
  return new Response(`${JSON.stringify({ origin, base, sourceDateEpoch: Number(process.env.SOURCE_DATE_EPOCH) })}\n`);
};
