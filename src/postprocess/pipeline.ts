import path from 'node:path';
import { injectCsp } from './csp.ts';
import { writeHostFiles } from './host-files.ts';
import { writeOfflineFiles } from './offline-bundle.ts';
import { OgImageGenerator } from './og-images.ts';
import { RenderedPage } from './page.ts';
import { cacheFolder, precompressFolder } from './precompress.ts';
import { SearchIndex } from './search-index.ts';
import { sitemapEntry, writeSitemap, type SitemapEntry } from './sitemap.ts';
import { stripSearchAttributes } from './strip-search-attributes.ts';

/** Where a site is built. */
export interface BuiltSite {
  /** Folder of the finished site. */
  folder: string;
  /** Folder of the project; caches lie in its `node_modules`. */
  root: string;
  /** URL of the home page. */
  home: string;
  /** Addresses that have moved, without the base, and where to, with it. */
  redirects: Readonly<Record<string, string>>;
}

/** Takes the rendered pages of one build, one after the other, through all steps; then writes what belongs to the site as a whole. */
export class PagePipeline {
  #site: BuiltSite;
  #searchIndex: SearchIndex;
  #ogImages: OgImageGenerator;
  #sitemap: SitemapEntry[] = [];

  private constructor(site: BuiltSite, searchIndex: SearchIndex) {
    this.#site = site;
    this.#searchIndex = searchIndex;
    this.#ogImages = new OgImageGenerator(path.join(site.root, 'node_modules/.cache/share-images'), site.folder);
  }

  /** @throws when Pagefind does not start. */
  static async open(site: BuiltSite): Promise<PagePipeline> {
    return new PagePipeline(site, await SearchIndex.open());
  }

  /**
   * Returns a page as it is to be written. The order of the calls decides the names of the files of the search index.
   *
   * @param address path of the page below the base: `/canh-bao/`.
   */
  async process(address: string, html: string): Promise<string> {
    const page = new RenderedPage(address, html);
    await this.#searchIndex.add(page);
    this.#ogImages.queue(page);
    stripSearchAttributes(page);
    injectCsp(page);
    const entry = sitemapEntry(page);
    if (entry) this.#sitemap.push(entry);
    return page.toString();
  }

  /** Writes what belongs to the site as a whole, when all pages are written. Returns a summary. */
  async finish(): Promise<string> {
    const { folder, root, home, redirects } = this.#site;
    const precompress = (): Promise<number> => precompressFolder(folder, cacheFolder(root));
    writeSitemap(folder, this.#sitemap, home);
    // Pagefind writes in a process of its own. Precompression starts first: it lists its files at once, and so no half-written index.
    const [early, images, entries] = await Promise.all([
      precompress(),
      this.#ogImages.flush(),
      this.#searchIndex.write(folder),
    ]);
    const { bundleBytes, workerBytes } = await writeOfflineFiles(folder);
    writeHostFiles(folder, redirects);
    const compressed = early + (await precompress());
    return [
      `${this.#sitemap.length} pages in the sitemap`,
      `${entries} search entries`,
      images,
      `service worker ${workerBytes} bytes`,
      `offline bundle ${Math.ceil(bundleBytes / 1000)} KB`,
      `${compressed} files precompressed`,
    ].join(', ');
  }
}
