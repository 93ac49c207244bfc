import type { APIRoute } from 'astro';
import { absoluteUrl, href } from '../i18n/index.ts';

/** Everything may be crawled; pages that should not be indexed carry `noindex`. */
export const GET: APIRoute = () =>
  new Response(`User-agent: *\nAllow: ${href('/')}\n\nSitemap: ${absoluteUrl('/sitemap.xml')}\n`);
