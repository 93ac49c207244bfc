/**
 * What happens to a page between its rendering and its file, once and in memory: only the styles it needs, its security policy, and what the rest
 * of the site takes from it (search index, sitemap, pictures). Pagefind indexes one page while Astro renders the next.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration, AstroPrerenderer } from 'astro';
import { parse, type HTMLElement } from 'node-html-parser';
import { SearchMarks, shortenNames, styleTrimmer } from '../light-pages/index.ts';
import { SearchIndex } from '../search/indexing.ts';
import { withPolicy } from '../security/policy.ts';
import { listed, sitemapOf, type Listed } from '../sitemap/index.ts';
import { SharePictures } from '../social/pictures.ts';

type Path = Awaited<ReturnType<AstroPrerenderer['getStaticPaths']>>[number];

/** What a page tells programs of itself. Its styles, most of the head, tell nothing. */
const headOf = (html: string): HTMLElement => parse(html.slice(0, html.indexOf('</head>')).replace(/<style\b[\s\S]*?<\/style>/g, ''));

const withoutSlashes = (address: string): string => address.replace(/^\/+|\/+$/g, '');

class Site {
  #folder: string;
  #base: string;
  #index: SearchIndex;
  #listed: Listed[] = [];
  #pictures: SharePictures;
  #marks: SearchMarks;
  #trim: (html: string) => string;
  #paths: readonly Path[] = [];
  #done = 0;

  private constructor(folder: string, base: string, pictures: SharePictures, marks: SearchMarks, index: SearchIndex) {
    this.#folder = folder;
    this.#base = base;
    this.#pictures = pictures;
    this.#marks = marks;
    this.#trim = styleTrimmer(folder);
    this.#index = index;
  }

  static async open(folder: string, base: string, pictures: SharePictures, marks: SearchMarks): Promise<Site> {
    return new Site(folder, base, pictures, marks, await SearchIndex.open());
  }

  /** Astro's own rendering of pages, with each page finished before it is written. */
  prerenderer(inner: AstroPrerenderer): AstroPrerenderer {
    return {
      ...inner,
      getStaticPaths: async () => (this.#paths = await inner.getStaticPaths()),
      render: async (request, options) => {
        const rendered = await inner.render(request, options);
        const response = rendered instanceof Response ? rendered : rendered.response;
        if (options.routeData.type !== 'page' || (response.status >= 300 && response.status < 400) || !response.headers.get('content-type')?.startsWith('text/html')) return rendered;
        const file = await this.#upTo(request, options.routeData);
        const finished = new Response(await this.#finish(file, await response.text()), response);
        return rendered instanceof Response ? finished : { ...rendered, response: finished };
      },
    };
  }

  async #finish(file: string, rendered: string): Promise<string> {
    const head = headOf(rendered);
    this.#pictures.want(head);
    await this.#take(file, rendered, head);
    // Readers need not fetch the words of the picture.
    const light = shortenNames(this.#trim(rendered.replace(/ data-card="[^"]*"/, '')));
    return this.#marks.remove(file, withPolicy(light, file));
  }

  async #take(file: string, html: string, head: HTMLElement): Promise<void> {
    const entry = listed(head);
    if (entry) this.#listed.push(entry);
    await this.#index.add(file, html);
  }

  /**
   * The file of the page that is being rendered. Pages before it that Astro took from the build before are taken in first:
   * the index depends on their order, and must not depend on what was kept.
   */
  async #upTo(request: Request, route: Path['route']): Promise<string> {
    const address = withoutSlashes(decodeURI(new URL(request.url).pathname).slice(this.#base.length));
    const at = this.#paths.findIndex((each, index) => index >= this.#done && each.route === route && withoutSlashes(each.pathname) === address);
    if (at < 0) throw new Error(`${address} is rendered out of turn.`);
    await this.#takeKept(at);
    this.#done = at + 1;
    return fileOf(this.#paths[at]!);
  }

  async #takeKept(end: number): Promise<void> {
    for (const each of this.#paths.slice(this.#done, end)) {
      const file = path.join(this.#folder, fileOf(each));
      if (each.route.type !== 'page' || !existsSync(file)) continue;
      const html = this.#marks.restore(fileOf(each), readFileSync(file, 'utf8'));
      const head = headOf(html);
      this.#pictures.want(head);
      await this.#take(fileOf(each), html, head);
    }
  }

  /** Writes what belongs to all pages together. Returns what to say of it. */
  async write(): Promise<string> {
    await this.#takeKept(this.#paths.length);
    this.#listed.sort((a, b) => (a.url < b.url ? -1 : 1));
    const home = new URL(this.#base.replace(/\/?$/, '/'), this.#listed[0]!.url).href;
    for (const [name, xml] of Object.entries(sitemapOf(this.#listed, home))) writeFileSync(path.join(this.#folder, name), xml);
    this.#marks.write();
    const [entries, pictures] = await Promise.all([this.#index.write(this.#folder), this.#pictures.write(this.#folder)]);
    return `${this.#listed.length} pages listed, ${entries} entries indexed, ${pictures}`;
  }
}

/** The file of a page, by its path below the site. Astro puts each into a folder of its own but for those of errors. */
const fileOf = ({ pathname }: Path): string => {
  const address = withoutSlashes(pathname);
  return address === '404' ? '404.html' : `${address && `${address}/`}index.html`;
};

/** Finishes every page of a build. Before whatever looks at the finished site. */
export const finishing = (): AstroIntegration => {
  let folder: string;
  let base: string;
  let pictures: SharePictures;
  let marks: SearchMarks;
  let site: Promise<Site> | undefined;
  return {
    name: 'finishing',
    hooks: {
      'astro:config:done': ({ config }) => {
        folder = fileURLToPath(config.outDir);
        base = config.base;
        marks = new SearchMarks(fileURLToPath(config.cacheDir));
        // Not Astro's cache, which each build may have of its own.
        pictures = new SharePictures(path.join(fileURLToPath(config.root), 'node_modules/.cache/share-images'));
      },
      'astro:build:start': async ({ setPrerenderer }) => {
        const opened = await (site = Site.open(folder, base, pictures, marks));
        setPrerenderer((inner) => opened.prerenderer(inner));
      },
      'astro:build:done': async ({ logger }) => logger.info(await (await site!).write()),
    },
  };
};
