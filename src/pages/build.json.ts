import type { APIRoute } from 'astro';
import { buildTime, environment } from '../environment.ts';
import { absoluteUrl } from '../i18n/index.ts';

/** The inputs of the build besides its commit: `npm run verify` rebuilds the site with them and compares. */
export const GET: APIRoute = () =>
  new Response(
    `${JSON.stringify({
      address: absoluteUrl('/'),
      sourceDateEpoch: Math.floor(buildTime().getTime() / 1000),
      precompress: environment().precompress,
    })}\n`,
  );
