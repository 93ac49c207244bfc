import type { APIRoute } from 'astro';
import { siteContent } from '../../site-content.ts';
import { absoluteUrl, requiredPath } from '../../i18n/index.ts';

/** Where to report a vulnerability (RFC 9116). `Expires` may be at most a year ahead: each build sets it anew. */
export const GET: APIRoute = async () => {
  const { today } = await siteContent();
  const expires = new Date(Date.parse(`${today}T00:00:00Z`) + 364 * 86_400_000).toISOString();
  const lines = [
    `Contact: ${absoluteUrl(requiredPath('pages', 'gioi-thieu'))}`,
    `Expires: ${expires}`,
    'Preferred-Languages: vi, en',
    `Canonical: ${absoluteUrl('/.well-known/security.txt')}`,
  ];
  return new Response(`${lines.join('\n')}\n`);
};
