/** Puts `PagePipeline` between Astro's rendering of a page and the writing of its file. */
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegration, AstroPrerenderer } from 'astro';
import { contentFolder, redirects } from '../content-loader/index.ts';
import { absoluteUrl } from '../i18n/index.ts';
import { site } from '../site.ts';
import { PagePipeline } from './pipeline.ts';

const isPage = ({ status, headers }: Response): boolean =>
  !(status >= 300 && status < 400) && Boolean(headers.get('content-type')?.startsWith('text/html'));

/** Astro's own prerenderer, with every page processed. Downloads, feeds and redirects stay as they are. */
export const processPages = (
  inner: AstroPrerenderer,
  base: string,
  process: (address: string, html: string) => Promise<string>,
): AstroPrerenderer => ({
  ...inner,
  render: async (request, options) => {
    const rendered = await inner.render(request, options);
    const response = rendered instanceof Response ? rendered : rendered.response;
    if (options.routeData.type !== 'page' || !isPage(response)) return rendered;
    const address = `/${decodeURI(new URL(request.url).pathname).slice(base.length)}`;
    return new Response(await process(address, await response.text()), response);
  },
});

/** Post-processes every page of a build, then the site. Must be the last integration: it lists and compresses what the others write. */
export const postprocess = (): AstroIntegration => {
  let config: AstroConfig;
  let pipeline: PagePipeline;
  return {
    name: 'postprocess',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        // One page at a time and in Astro's order, on which the names of the search index's files depend.
        updateConfig({ build: { concurrency: 1 } });
      },
      'astro:config:done': (done) => {
        config = done.config;
      },
      'astro:build:start': async ({ setPrerenderer }) => {
        const root = fileURLToPath(config.root);
        pipeline = await PagePipeline.open({
          folder: fileURLToPath(config.outDir),
          root,
          home: absoluteUrl('/'),
          redirects: redirects(contentFolder(), site.base),
        });
        setPrerenderer((inner) => processPages(inner, config.base, (address, html) => pipeline.process(address, html)));
      },
      'astro:build:done': async ({ logger }) => logger.info(await pipeline.finish()),
    },
  };
};
