import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { projectRoot } from '../environment.ts';
import { t } from '../i18n/index.ts';
import { site } from '../site.ts';
import { adminConfig } from './config.ts';

/** Its address below the site. Nothing links to it. */
export const ADMIN_FOLDER = 'quan-tri';

/** Services that a configured repository is read from and written to. */
const services: Record<string, string> = {
  github: 'https://api.github.com https://github.com',
  gitlab: 'https://gitlab.com',
};

/** Fonts that the editor would take from another origin, and the packages that hold them. */
const fonts = [
  {
    asked: /https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/material-symbols-outlined[^)]*/g,
    from: '@fontsource-variable/material-symbols-outlined/files/material-symbols-outlined-latin-wght-normal.woff2',
    to: 'symbols.woff2',
  },
  {
    asked: /https:\/\/cdn\.jsdelivr\.net\/fontsource\/fonts\/source-sans-3[^)]*/g,
    from: '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2',
    to: 'source-sans-3.woff2',
  },
];
/** Where the editor looks for its own words and version, and what of its package answers from here. */
const OWN_PACKAGE = '`https://unpkg.com/@sveltia/cms`';
const LOCALE = 'locales/vi.json';

/** A face for code; the machine has one of its own. */
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
      /* Over the editor, which takes the whole window, and in the way of nothing. */
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
 * The web editor, for a build with `ADMIN=1`: Sveltia CMS as it is in its package, its fonts beside it, its configuration from the schemas.
 * It is written past the pages, so that no index, list of pages or search holds it.
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
      if (!editor.includes(OWN_PACKAGE)) throw new Error('Sveltia CMS asks for its own package elsewhere now.');
      editor = editor.replaceAll(OWN_PACKAGE, '`./cms`');
      mkdirSync(path.join(folder, `cms@${version}/locales`), { recursive: true });
      mkdirSync(path.join(folder, 'cms'), { recursive: true });
      copyFileSync(inPackage(`@sveltia/cms/${LOCALE}`), path.join(folder, `cms@${version}`, LOCALE));
      writeFileSync(path.join(folder, 'cms/package.json'), JSON.stringify({ version }));
      for (const { asked, from, to } of fonts) {
        // A new version may ask for its fonts elsewhere: then this must be looked at again.
        if (!asked.test(editor)) throw new Error(`Sveltia CMS asks for no font ${to} any more.`);
        editor = editor.replace(asked, to);
        copyFileSync(inPackage(from), path.join(folder, to));
      }
      writeFileSync(path.join(folder, 'editor.js'), editor);
      writeFileSync(path.join(folder, 'start.js'), start(adminConfig(repository)));
      const service = repository ? services[repository.split(':')[0]!] : undefined;
      writeFileSync(path.join(folder, 'index.html'), page(service ? `'self' data: ${service}` : "'self' data:"));
    },
  },
});
