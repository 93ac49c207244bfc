import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { projectRoot } from '../environment.ts';
import { t } from '../i18n/index.ts';
import { site } from '../site.ts';
import { adminConfig } from './config.ts';

/** Folder of the web editor on the site. No page links to it. */
export const ADMIN_FOLDER = 'quan-tri';

/** Origins that the editor connects to, by the service of the repository. */
const serviceOrigins: Record<string, string> = {
  github: 'https://api.github.com https://github.com',
  gitlab: 'https://gitlab.com',
};

/** Fonts that the editor loads from a CDN: `url` matches the address in its bundle, `from` is the file of an npm package that replaces it. */
const fonts = [
  {
    url: /https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/material-symbols-outlined[^)]*/g,
    from: '@fontsource-variable/material-symbols-outlined/files/material-symbols-outlined-latin-wght-normal.woff2',
    to: 'symbols.woff2',
  },
  {
    url: /https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/source-sans-3[^)]*/g,
    from: '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
    to: 'source-sans-3.woff2',
  },
];
/** The address in the bundle from which the editor fetches its translations and its version; both are copied beside it instead. */
const OWN_PACKAGE = '`https://unpkg.com/@sveltia/cms`';
const LOCALE = 'locales/vi.json';

/** The monospace font of the bundle, replaced by the one of the system. */
const CODE_FONT = /url\(https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/noto-mono[^)]*\)/g;

const page = (connect: string): string => `<!doctype html>
<html lang="vi">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="robots" content="noindex, nofollow" />
    <meta name="referrer" content="no-referrer" />
    <meta http-equiv="Content-Security-Policy" content="default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src ${connect}; worker-src 'self' blob:; frame-src 'self' blob:; object-src 'none'; base-uri 'none'" />
    <title>Biên tập</title>
    <script type="module" src="start.js"></script>${
      site.official
        ? ''
        : `
    <style>
      /* Above the editor, which fills the window, without taking its clicks. */
      [data-trial] { position: fixed; z-index: 2147483647; left: 50%; bottom: 0; transform: translateX(-50%); margin: 0; padding: 2px 12px; font: 700 13px/1.4 sans-serif; white-space: nowrap; color: #171a26; background: #ffd23f; pointer-events: none; }
    </style>`
    }
  </head>
  <body>${site.official ? '' : `<p data-trial>${t('site.trial')}</p>`}</body>
</html>
`;

const start = (config: object): string =>
  `import { init } from './editor.js';\ninit({ config: ${JSON.stringify(config, null, 2)} });\n`;

/**
 * The web editor (Sveltia CMS), for a build with `ADMIN=1`. The bundle of its npm package is copied with its external addresses replaced,
 * its fonts and translations beside it, and its configuration made from the schemas. It is no Astro page, so it is in no sitemap, search
 * index or list of pages. `repository`: see `adminConfig`. Throws where a new version of the bundle has other addresses.
 */
export const admin = (repository: string | undefined): AstroIntegration => ({
  name: 'admin',
  hooks: {
    'astro:build:done': ({ dir }) => {
      const folder = path.join(fileURLToPath(dir), ADMIN_FOLDER);
      const inPackage = (file: string): string => path.join(projectRoot, 'node_modules', file);
      mkdirSync(folder, { recursive: true });
      let editor = readFileSync(inPackage('@sveltia/cms/dist/sveltia-cms.mjs'), 'utf8')
        .replace(CODE_FONT, "local('monospace')")
        .replace(/\n\/\/# sourceMappingURL=.*\s*$/, '\n');
      const { version } = JSON.parse(readFileSync(inPackage('@sveltia/cms/package.json'), 'utf8')) as {
        version: string;
      };
      if (!editor.includes(OWN_PACKAGE))
        throw new Error('Sveltia CMS no longer fetches its own package from unpkg.com: update src/cms/integration.ts.');
      editor = editor.replaceAll(OWN_PACKAGE, '`./cms`');
      mkdirSync(path.join(folder, `cms@${version}/locales`), { recursive: true });
      mkdirSync(path.join(folder, 'cms'), { recursive: true });
      copyFileSync(inPackage(`@sveltia/cms/${LOCALE}`), path.join(folder, `cms@${version}`, LOCALE));
      writeFileSync(path.join(folder, 'cms/package.json'), JSON.stringify({ version }));
      for (const { url, from, to } of fonts) {
        const local = editor.replace(url, to);
        if (local === editor)
          throw new Error(`Sveltia CMS no longer loads the font of ${to} from a CDN: update src/cms/integration.ts.`);
        editor = local;
        copyFileSync(inPackage(from), path.join(folder, to));
      }
      writeFileSync(path.join(folder, 'editor.js'), editor);
      writeFileSync(path.join(folder, 'start.js'), start(adminConfig(repository)));
      const service = repository ? serviceOrigins[repository.replace(/:.*/, '')] : undefined;
      writeFileSync(path.join(folder, 'index.html'), page(service ? `'self' data: ${service}` : "'self' data:"));
    },
  },
});
