import type { APIRoute } from 'astro';
import { href } from '../i18n/index.ts';
import { site } from '../site.ts';

/**
 * How a shortcut to the site looks on a phone. `display: browser` makes no app of it and offers no installation,
 * and the name below the icon tells nobody who looks over a shoulder what the site is about.
 */
export const GET: APIRoute = () =>
  new Response(
    JSON.stringify({
      name: site.name,
      short_name: 'Cao Bằng',
      lang: site.locale,
      start_url: href('/'),
      scope: href('/'),
      display: 'browser',
      theme_color: '#1f2959',
      background_color: '#fbf9f3',
      icons: [192, 512].map((size) => ({
        src: href(`/icon-${String(size)}.png`),
        sizes: `${String(size)}x${String(size)}`,
        type: 'image/png',
      })),
    }),
    { headers: { 'content-type': 'application/manifest+json' } },
  );
