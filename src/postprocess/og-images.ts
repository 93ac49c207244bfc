import { constants, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import PQueue from 'p-queue';
import { ogImageFolder, ogImagePath, type OgImage } from '../og-image.ts';
import { drawingVersion, drawOgImage } from './draw-og-image.ts';
import type { RenderedPage } from './page.ts';

/** While sharp encodes one image on a thread of its own, satori lays out the text of the next. */
const CONCURRENCY = 4;

/** Where `layouts/Head.astro` puts the content of the image as JSON. */
const CONTENT = 'data-og-image';

/** Draws the images that pages name. What an earlier build drew is taken from its cache. */
export class OgImageGenerator {
  #cache: string;
  #folder: string;
  /** File names of images that are there or on their way. */
  #queued = new Set<string>();
  #queue = new PQueue({ concurrency: CONCURRENCY });
  #errors: unknown[] = [];
  #drawn = 0;

  /** `cache`: folder in which images stay from build to build. `site`: folder of the finished site. */
  constructor(cache: string, site: string) {
    this.#cache = path.join(cache, drawingVersion());
    this.#folder = path.join(site, ogImageFolder);
    mkdirSync(this.#cache, { recursive: true });
  }

  /** Queues the image of a page, and removes its content from the page: readers need only the address. */
  queue(page: RenderedPage): void {
    const element = page.find('meta', (meta) => meta.getAttribute('property') === 'og:image');
    const json = element?.getAttribute(CONTENT);
    if (!element || json === undefined) return;
    page.removeAttributes(element, (name) => name === CONTENT);
    const image = JSON.parse(json) as OgImage;
    const name = path.basename(ogImagePath(image));
    if (this.#queued.has(name)) return;
    this.#queued.add(name);
    this.#queue.add(() => this.#write(name, image)).catch((error: unknown) => this.#errors.push(error));
  }

  async #write(name: string, image: OgImage): Promise<void> {
    const cached = path.join(this.#cache, name);
    if (!existsSync(cached)) {
      // Atomic: another build may draw the same image at the same time.
      const unfinished = `${cached}.${String(process.pid)}`;
      writeFileSync(unfinished, await drawOgImage(image));
      renameSync(unfinished, cached);
      this.#drawn++;
    }
    mkdirSync(this.#folder, { recursive: true });
    // Shares the bytes on the disk where the file system can.
    await copyFile(cached, path.join(this.#folder, name), constants.COPYFILE_FICLONE);
  }

  /** Resolves to a summary when all images are written. Throws the first error of any. */
  async flush(): Promise<string> {
    await this.#queue.onIdle();
    if (this.#errors.length > 0) throw this.#errors[0];
    return `${this.#queued.size} share images, ${this.#drawn} of them drawn`;
  }
}
