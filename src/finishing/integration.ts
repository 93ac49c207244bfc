/**
 * What happens to a page between its rendering and its file, once and in memory: only the styles it needs, its security policy, and what the rest
 * of the site takes from it (search index, sitemap, pictures). Pagefind indexes one page while Astro renders the next.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { parse, type HTMLElement } from 'node-html-parser';
import { shortenNames, styleTrimmer, withoutSearchMarks } from '../light-pages/index.ts';
import { SearchIndex } from '../search/indexing.ts';
import { withPolicy } from '../security/policy.ts';
import { listed, sitemapOf, type Listed } from '../sitemap/index.ts';
import { SharePictures } from '../social/pictures.ts';

/** What a page tells programs of itself. Its styles, most of the head, tell nothing. */
const headOf = (html: string): HTMLElement => parse(html.slice(0, html.search(/<\/head>\s*<body\b/)).replace(/<style\b[\s\S]*?<\/style>/g, ''));

const withoutSlashes = (address: string): string => address.replace(/^\/+|\/+$/g, '');

class Site {
  #folder: string;
  #base: string;
  #index: SearchIndex;
  #listed: Listed[] = [];
  #pictures: SharePictures;
  #trim: (html: string) => string;
  #lastTurn = Promise.resolve();

  private constructor(folder: string, base: string, pictures: SharePictures, index: SearchIndex) {
    this.#folder = folder;
    this.#base = base;
    this.#pictures = pictures;
    this.#trim = styleTrimmer(folder);
    this.#index = index;
  }

  static async open(folder: string, base: string, pictures: SharePictures): Promise<Site> {
    return new Site(folder, base, pictures, await SearchIndex.open());
  }

  /** Astro's own rendering of pages, with each page finished before it is written. */
  prerenderer(inner: AstroPrerenderer): AstroPrerenderer {
    return {
      ...inner,
      render: async (request, options) => {
        const turn = this.#takeTurn();
        try {
          const rendered = await inner.render(request, options);
          const response = rendered instanceof Response ? rendered : rendered.response;
          if (options.routeData.type !== 'page' || (response.status >= 300 && response.status < 400) || !response.headers.get('content-type')?.startsWith('text/html')) return rendered;
          const html = await response.text();
          await turn.come;
          const finished = new Response(await this.#finish(this.#fileOf(request), html), response);
          return rendered instanceof Response ? finished : { ...rendered, response: finished };
        } finally {
          turn.over();
        }
      },
    };
  }

  /** Several pages are made at a time; they are finished in the order in which they were begun, on which the names of the index's files depend. */
  #takeTurn(): { come: Promise<void>; over: () => void } {
    const come = this.#lastTurn;
    let over!: () => void;
    const ended = new Promise<void>((resolve) => (over = resolve));
    this.#lastTurn = come.then(() => ended);
    return { come, over };
  }

  async #finish(file: string, rendered: string): Promise<string> {
    const head = headOf(rendered);
    const entry = listed(head);
    if (entry) this.#listed.push(entry);
    this.#pictures.want(head);
    await this.#index.add(file, rendered);
    // Readers need not fetch the words of the picture.
    const light = shortenNames(this.#trim(rendered.replace(/ data-card="[^"]*"/, '')));
    return withoutSearchMarks(withPolicy(light, file));
  }

  /** The file of a page, by its path below the site. Astro puts each into a folder of its own but for those of errors. */
  #fileOf(request: Request): string {
    const address = withoutSlashes(decodeURI(new URL(request.url).pathname).slice(this.#base.length));
    return address === '404' ? '404.html' : `${address && `${address}/`}index.html`;
  }

  /** Writes what belongs to all pages together. Returns what to say of it. */
  async write(): Promise<string> {
    this.#listed.sort((a, b) => (a.url < b.url ? -1 : 1));
    const home = new URL(this.#base.replace(/\/?$/, '/'), this.#listed[0]!.url).href;
    for (const [name, xml] of Object.entries(sitemapOf(this.#listed, home))) writeFileSync(path.join(this.#folder, name), xml);
    const [entries, pictures] = await Promise.all([this.#index.write(this.#folder), this.#pictures.write(this.#folder)]);
    return `${this.#listed.length} pages listed, ${entries} entries indexed, ${pictures}`;
  }
}

/** Finishes every page of a build. Before whatever looks at the finished site. */
export const finishing = (): AstroIntegration => {
  let folder: string;
  let base: string;
  let pictures: SharePictures;
  let site: Promise<Site> | undefined;
  return {
    name: 'finishing',
    hooks: {
      'astro:config:done': ({ config }) => {
        folder = fileURLToPath(config.outDir);
        base = config.base;
        // Not Astro's cache, which each build may have of its own.
        pictures = new SharePictures(path.join(fileURLToPath(config.root), 'node_modules/.cache/share-images'));
      },
      'astro:build:start': async ({ setPrerenderer }) => {
        const opened = await (site = Site.open(folder, base, pictures));
        setPrerenderer((inner) => opened.prerenderer(inner));
      },
      'astro:build:done': async ({ logger }) => logger.info(await (await site!).write()),
    },
  };
};
