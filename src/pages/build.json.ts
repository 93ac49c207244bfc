import type { APIRoute } from 'astro';
import { buildTime, environment } from '../environment.ts';
import { absoluteUrl } from '../i18n/index.ts';

/** The settings of the build. `npm run verify` reads them to build the same commit for the same moment, and compares. */
export const GET: APIRoute = () =>
  new Response(
    `${JSON.stringify({
      address: absoluteUrl('/'),
      sourceDateEpoch: Math.floor(buildTime().getTime() / 1000),
      precompress: environment().precompress,
    })}\n`,
  );
