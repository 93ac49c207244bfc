/** Draws the pictures that the finished pages name. What was drawn for an earlier build is taken from there. */
import { constants, existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { copyFile } from 'node:fs/promises';
import path from 'node:path';
import type { HTMLElement } from 'node-html-parser';
import { cardFolder, cardPath, type Card } from './card.ts';
import { draw, drawingVersion } from './draw.ts';

/** While sharp packs one picture on a thread of its own, satori sets the words of the next. */
const AT_ONCE = 4;

export class SharePictures {
  #kept: string;
  /** By file name. */
  #wanted = new Map<string, Card>();

  /** `kept`: where pictures stay from build to build. */
  constructor(kept: string) {
    this.#kept = path.join(kept, drawingVersion());
  }

  /** Notes the picture of a page, given its head. Until it is finished a page carries the words beside the address. */
  want(head: HTMLElement): void {
    const words = head.querySelector('meta[property="og:image"]')?.getAttribute('data-card');
    if (words === undefined) return;
    const card = JSON.parse(words) as Card;
    this.#wanted.set(path.basename(cardPath(card)), card);
  }

  /** Puts all pictures into a site. Returns what to say of it. */
  async write(folder: string): Promise<string> {
    mkdirSync(this.#kept, { recursive: true });
    mkdirSync(path.join(folder, cardFolder), { recursive: true });
    const waiting = [...this.#wanted];
    const started = performance.now();
    let drawn = 0;
    const work = async (): Promise<void> => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        const [name, card] = next;
        const own = path.join(this.#kept, name);
        if (!existsSync(own)) {
          // Two builds at one time may draw the same: a file is whole before it has its name.
          const unfinished = `${own}.${String(process.pid)}`;
          writeFileSync(unfinished, await draw(card));
          renameSync(unfinished, own);
          drawn++;
        }
        // Shares the bytes on the disk where the file system can.
        await copyFile(own, path.join(folder, cardFolder, name), constants.COPYFILE_FICLONE);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return `${this.#wanted.size} pictures, ${drawn} of them drawn in ${Math.round(performance.now() - started)} ms`;
  }
}
