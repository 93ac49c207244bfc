import type { APIRoute } from 'astro';
import { catalogue } from '../../catalogue.ts';
import { capIndex, feedTypes } from '../../feeds/index.ts';

/** Grave alerts in force, each as a CAP message. */
export const GET: APIRoute = async () => {
  const { alerts, today, began } = await catalogue();
  return new Response(capIndex(alerts, today, began), { headers: { 'content-type': feedTypes.xml } });
};
