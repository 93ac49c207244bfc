/**
 * Takes each page once, in memory, between its rendering and its file: see `finisher.ts`. That happens on a thread of its own, and Pagefind
 * indexes in a process of its own, while Astro renders the next pages.
 */
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import type { Site } from './finisher.ts';
import { FinishingThread } from './thread.ts';

const withoutSlashes = (address: string): string => address.replace(/^\/+|\/+$/g, '');

/** The file of a page, by its path below the site. Astro puts each into a folder of its own but for those of errors. */
const fileOf = (request: Request, base: string): string => {
  const address = withoutSlashes(decodeURI(new URL(request.url).pathname).slice(base.length));
  return address === '404' ? '404.html' : `${address && `${address}/`}index.html`;
};

/** Several pages are made at a time; each waits for its turn, in the order in which they were begun. */
class Turns {
  #last = Promise.resolve();

  take(): { come: Promise<void>; over: () => void } {
    const come = this.#last;
    let over!: () => void;
    const ended = new Promise<void>((resolve) => (over = resolve));
    this.#last = come.then(() => ended);
    return { come, over };
  }
}

/** Astro's own rendering. What it renders of pages is finished and written by the thread, and Astro is given nothing to write. */
const finishingEach = (inner: AstroPrerenderer, thread: FinishingThread, base: string): AstroPrerenderer => {
  const turns = new Turns();
  return {
    ...inner,
    render: async (request, options) => {
      const turn = turns.take();
      try {
        const rendered = await inner.render(request, options);
        const response = rendered instanceof Response ? rendered : rendered.response;
        const isRedirect = response.status >= 300 && response.status < 400;
        if (
          options.routeData.type !== 'page' ||
          isRedirect ||
          !response.headers.get('content-type')?.startsWith('text/html')
        )
          return rendered;
        const page = await response.arrayBuffer();
        await turn.come;
        await thread.finish(fileOf(request, base), page);
        return new Response(null, response);
      } finally {
        turn.over();
      }
    },
  };
};

/** Finishes every page of a build. Before whatever looks at the finished site. */
export const finishing = (): AstroIntegration => {
  let site: Site;
  let thread: FinishingThread;
  return {
    name: 'finishing',
    hooks: {
      'astro:config:done': ({ config }) => {
        site = { folder: fileURLToPath(config.outDir), base: config.base, root: fileURLToPath(config.root) };
      },
      'astro:build:start': ({ setPrerenderer }) => {
        thread = new FinishingThread(site);
        setPrerenderer((inner) => finishingEach(inner, thread, site.base));
      },
      'astro:build:done': async ({ logger }) => logger.info(await thread.write()),
    },
  };
};
