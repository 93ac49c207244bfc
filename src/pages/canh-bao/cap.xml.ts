import type { APIRoute } from 'astro';
import { siteContent } from '../../site-content.ts';
import { capIndex, feedTypes } from '../../feeds/index.ts';

/** The index of the CAP messages in force, as Atom. */
export const GET: APIRoute = async () => {
  const { alerts, today, firstPublished } = await siteContent();
  return new Response(capIndex(alerts, today, firstPublished), { headers: { 'content-type': feedTypes.xml } });
};
