import type { APIRoute } from 'astro';
import { href } from '../i18n/index.ts';
import { site } from '../site.ts';
import { themeColors } from '../styles/theme-colors.ts';

/**
 * The web app manifest, for shortcuts on a phone. `display: browser` offers no installation as an app,
 * and the short name does not reveal what the site is about.
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
      theme_color: themeColors.light,
      background_color: themeColors.background,
      icons: [192, 512].map((size) => ({
        src: href(`/icon-${String(size)}.png`),
        sizes: `${String(size)}x${String(size)}`,
        type: 'image/png',
      })),
    }),
    { headers: { 'content-type': 'application/manifest+json' } },
  );
