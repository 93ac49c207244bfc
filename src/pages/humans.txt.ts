import type { APIRoute } from 'astro';
import { absoluteUrl, paths, requiredPath, siteUrl, t } from '../i18n/index.ts';
import { site } from '../site.ts';

/** Who made the site and with what (https://humanstxt.org). */
export const GET: APIRoute = () => {
  const lines = [
    '/* SITE */',
    `Name: ${site.name}`,
    `Address: ${siteUrl()}`,
    ...(site.official ? [] : [`Status: ${t('site.trial')} ${t('site.trial', 'en')}`]),
    'Language: Tiếng Việt',
    `About: ${absoluteUrl(requiredPath('pages', 'gioi-thieu'))}`,
    '',
    '/* SOURCES */',
    `Documents quoted: ${absoluteUrl(paths.sources)}`,
    `Corrections: ${absoluteUrl(paths.corrections)}`,
    '',
    '/* TOOLS */',
    'Astro, Pagefind, Chart.js, Be Vietnam Pro',
  ];
  return new Response(`${lines.join('\n')}\n`);
};
