import type { APIRoute, GetStaticPaths } from 'astro';
import { siteContent } from '../../../site-content.ts';
import { capMessage, capType, isGrave } from '../../../feeds/index.ts';
import type { Entry } from '../../../schema/index.ts';

export const getStaticPaths = (async () =>
  (await siteContent()).alerts
    .filter(({ data }) => isGrave(data))
    .map((alert) => ({ params: { slug: alert.id }, props: { alert } }))) satisfies GetStaticPaths;

/** A severe or extreme alert as a CAP message. */
export const GET: APIRoute<{ alert: Entry<'alerts'> }> = async ({ props: { alert } }) =>
  new Response(capMessage(alert, (await siteContent()).lookup), { headers: { 'content-type': capType } });
