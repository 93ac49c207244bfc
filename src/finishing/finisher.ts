/** What happens to a page between its rendering and its file: only the styles it needs, its security policy, and what the rest of the site takes from it. */
import { writeFileSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse, type HTMLElement } from 'node-html-parser';
import { keptCopies, packRest } from '../hosting/packing.ts';
import { shortenNames, styleTrimmer, withoutSearchMarks } from '../light-pages/index.ts';
import { SearchIndex } from '../search/indexing.ts';
import { withPolicy } from '../postprocess/csp.ts';
import { listed, sitemapOf, type Listed } from '../sitemap/index.ts';
import { SharePictures } from '../social/pictures.ts';

/** Where a site is built. */
export interface Site {
  /** Folder of the finished site. */
  folder: string;
  /** Address of the site on its host, as Astro has it. */
  base: string;
  /** Folder of the project, below which some of what was made stays from build to build. */
  root: string;
}

/** What a page tells programs of itself. Its styles, most of the head, tell nothing. */
const headOf = (html: string): HTMLElement =>
  parse(html.slice(0, html.search(/<\/head>\s*<body\b/)).replace(/<style\b[\s\S]*?<\/style>/g, ''));

/** Finishes the pages of one build, each by itself, and in the end what belongs to all of them together. */
export class Finisher {
  #site: Site;
  #listed: Listed[] = [];
  #pictures: SharePictures;
  #trim: (html: string) => string;
  #index: SearchIndex;

  private constructor(site: Site, index: SearchIndex) {
    this.#site = site;
    this.#pictures = new SharePictures(path.join(site.root, 'node_modules/.cache/share-images'), site.folder);
    this.#trim = styleTrimmer(site.folder);
    this.#index = index;
  }

  static async open(site: Site): Promise<Finisher> {
    return new Finisher(site, await SearchIndex.open());
  }

  /**
   * Finishes a page, given as it was rendered, and writes it under the name of its file. Several may be under way: they are taken up in the
   * order of the calls, on which the names of the index's files depend.
   */
  async finish(file: string, rendered: string): Promise<void> {
    const head = headOf(rendered);
    const entry = listed(head);
    if (entry) this.#listed.push(entry);
    this.#pictures.want(head);
    // Readers need not fetch the words of the picture.
    const light = shortenNames(this.#trim(rendered.replace(/ data-card="[^"]*"/, '')));
    const finished = Buffer.from(withoutSearchMarks(withPolicy(light, file)));
    await Promise.all([this.#index.add(file, rendered), this.#put(file, finished)]);
  }

  async #put(name: string, page: Buffer): Promise<void> {
    const file = path.join(this.#site.folder, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, page);
  }

  /** Writes what belongs to all pages together. Returns what to say of it. */
  async write(): Promise<string> {
    const { folder, base, root } = this.#site;
    this.#listed.sort((a, b) => (a.url < b.url ? -1 : 1));
    const home = new URL(base.replace(/\/?$/, '/'), this.#listed[0]!.url).href;
    for (const [name, xml] of Object.entries(sitemapOf(this.#listed, home)))
      writeFileSync(path.join(folder, name), xml);
    // While Pagefind writes, which takes one core, what is finished is packed: the packing comes first, so that it lists no half of an index.
    const [packed, pictures, entries] = await Promise.all([
      packRest(folder, keptCopies(root)),
      this.#pictures.written(),
      this.#index.write(folder),
    ]);
    return `${this.#listed.length} pages listed, ${entries} entries indexed, ${pictures}, ${packed} files packed`;
  }
}
