import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import tailwind from '@astrojs/tailwind';
import { defineConfig } from 'astro/config';
import { admin } from './src/cms/integration.ts';
import { contentFolder, redirects } from './src/content-loader/index.ts';
import { environment } from './src/environment.ts';
import { liveContent } from './src/dev-reload.ts';
import { postprocess } from './src/postprocess/integration.ts';
import { site } from './src/site.ts';

/**
 * Vite puts a helper of 770 bytes before every `import()`, to fetch the styles of what is imported. Here styles travel in the page
 * (`inlineStylesheets`), so the helper only calls the import.
 * @type {import('vite').Plugin}
 */
const plainImports = {
  name: 'plain-imports',
  enforce: 'pre',
  // One for each importer: shared, it would be a file of its own, and no script that imports it could stand in the page.
  resolveId: (id, importer) => (id === '\0vite/preload-helper.js' ? `\0plain-import:${importer}` : null),
  load: (id) => (id.startsWith('\0plain-import:') ? 'export const __vitePreload = (load) => load();' : null),
};

/**
 * Code written for old browsers is slow. What renders pages runs in the Node of this project alone; Astro takes a target from nowhere else.
 * @type {import('vite').Plugin}
 */
const renderedByNode = {
  name: 'rendered-by-node',
  // Set and not returned: what is returned would be added to the list of browsers.
  configEnvironment: (name, { build }) => {
    if (name === 'prerender' && build) build.target = 'node24';
  },
};

const settings = environment();

export default defineConfig({
  site: site.origin,
  base: site.base,
  outDir: settings.outDir,
  // Holds the content store: two builds at one time need two folders.
  cacheDir: settings.cacheDir,
  output: 'static',
  trailingSlash: 'always',
  redirects: redirects(contentFolder(), site.base),
  server: { port: settings.port },
  // A page is one response: its styles travel in it (the first view of an article has a byte budget).
  build: { inlineStylesheets: 'always', format: 'directory' },
  devToolbar: { enabled: false },
  // Lets VS Code complete and check front matter by the schemas of the collections.
  experimental: { contentIntellisense: true },
  integrations: [
    // Bodies are data here (src/mdx); of this integration the site uses the renderer that turns them into pages.
    mdx(),
    tailwind({
      applyBaseStyles: false,
      configFile: fileURLToPath(new URL('./src/styles/tailwind.config.mjs', import.meta.url)),
    }),
    liveContent(),
    ...(settings.admin ? [admin(settings.adminRepository)] : []),
    // Last: it lists and compresses what the others write.
    postprocess(),
  ],
  vite: {
    plugins: [plainImports, renderedByNode],
    build: { target: ['chrome87', 'safari14'], cssTarget: ['chrome87', 'safari14'] },
    environments: {
      // Every page names the script of its layout: `Base.Dk3x.js`, not `Base.astro_astro_type_script_index_1_lang.Dk3x.js`.
      client: {
        build: {
          rollupOptions: { output: { entryFileNames: ({ name }) => `_astro/${name.split('.')[0]}.[hash].js` } },
        },
      },
    },
  },
});
