/** Draws the pictures that the finished pages name. What was drawn for an earlier build is taken from there. */
import { constants, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import type { HTMLElement } from 'node-html-parser';
import PQueue from 'p-queue';
import { cardFolder, cardPath, type Card } from './card.ts';
import { draw, drawingVersion } from './draw.ts';

/** While sharp packs one picture on a thread of its own, satori sets the words of the next. */
const AT_ONCE = 4;

export class SharePictures {
  #kept: string;
  #folder: string;
  /** File names of those that are there or on their way. */
  #wanted = new Set<string>();
  #queue = new PQueue({ concurrency: AT_ONCE });
  #failures: unknown[] = [];
  #drawn = 0;

  /** `kept`: where pictures stay from build to build. `site`: the folder of the finished site. */
  constructor(kept: string, site: string) {
    this.#kept = path.join(kept, drawingVersion());
    this.#folder = path.join(site, cardFolder);
    mkdirSync(this.#kept, { recursive: true });
  }

  /** Has the picture of a page made, given the page's head. Until it is finished a page carries the words beside the address. */
  want(head: HTMLElement): void {
    const words = head.querySelector('meta[property="og:image"]')?.getAttribute('data-card');
    if (words === undefined) return;
    const card = JSON.parse(words) as Card;
    const name = path.basename(cardPath(card));
    if (this.#wanted.has(name)) return;
    this.#wanted.add(name);
    this.#queue.add(() => this.#put(name, card)).catch((failure: unknown) => this.#failures.push(failure));
  }

  async #put(name: string, card: Card): Promise<void> {
    const own = path.join(this.#kept, name);
    if (!existsSync(own)) {
      // Two builds at one time may draw the same: a file is whole before it has its name.
      const unfinished = `${own}.${String(process.pid)}`;
      writeFileSync(unfinished, await draw(card));
      renameSync(unfinished, own);
      this.#drawn++;
    }
    mkdirSync(this.#folder, { recursive: true });
    // Shares the bytes on the disk where the file system can.
    await copyFile(own, path.join(this.#folder, name), constants.COPYFILE_FICLONE);
  }

  /** What to say of the pictures when all are in their place. Throws the first failure of any. */
  async written(): Promise<string> {
    await this.#queue.onIdle();
    if (this.#failures.length > 0) throw this.#failures[0];
    return `${this.#wanted.size} pictures, ${this.#drawn} of them drawn`;
  }
}
