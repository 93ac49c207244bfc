import type { APIRoute } from 'astro';
import { absoluteUrl, href } from '../i18n/index.ts';

/** Everything may be read. Pages that should not be found say so themselves. */
export const GET: APIRoute = () =>
  new Response(`User-agent: *\nAllow: ${href('/')}\n\nSitemap: ${absoluteUrl('/sitemap.xml')}\n`);
