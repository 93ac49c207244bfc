/** Draws the pictures that the finished pages name. What was drawn for an earlier build is taken from there. */
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { headsIn } from '../built-pages.ts';
import { cardFolder, cardPath, type Card } from './card.ts';
import { draw, drawingVersion } from './draw.ts';

/** Takes the words of pictures out of the pages below a folder, each picture once. A page carries them beside the address of its picture until then. */
const takeCards = (folder: string): Card[] => {
  const cards = new Set<string>();
  for (const { file, head } of headsIn(folder)) {
    const card = head.querySelector('meta[property="og:image"]')?.getAttribute('data-card');
    if (card === undefined) continue;
    cards.add(card);
    // Readers need not fetch them: the first such attribute of a page is the one in its head.
    const page = path.join(folder, file);
    writeFileSync(page, readFileSync(page, 'utf8').replace(/ data-card="[^"]*"/, ''));
  }
  return [...cards].map((card) => JSON.parse(card) as Card);
};

/** While sharp packs one picture on a thread of its own, satori sets the words of the next. */
const AT_ONCE = 4;

export const shareImages = (): AstroIntegration => {
  let kept = '';
  return {
    name: 'share-images',
    hooks: {
      'astro:config:done': ({ config }) => {
        // Not Astro's cache, which each build may have of its own.
        kept = path.join(fileURLToPath(config.root), 'node_modules/.cache/share-images', drawingVersion());
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const waiting = takeCards(folder);
        const count = waiting.length;
        mkdirSync(kept, { recursive: true });
        mkdirSync(path.join(folder, cardFolder), { recursive: true });
        const started = performance.now();
        let drawn = 0;
        const work = async (): Promise<void> => {
          for (let card = waiting.pop(); card; card = waiting.pop()) {
            const own = path.join(kept, path.basename(cardPath(card)));
            if (!existsSync(own)) {
              // Two builds at one time may draw the same: a file is whole before it has its name.
              const unfinished = `${own}.${String(process.pid)}`;
              writeFileSync(unfinished, await draw(card));
              renameSync(unfinished, own);
              drawn++;
            }
            writeFileSync(path.join(folder, cardPath(card)), readFileSync(own));
          }
        };
        await Promise.all(Array.from({ length: AT_ONCE }, work));
        logger.info(`${String(count)} pictures, ${String(drawn)} of them drawn in ${String(Math.round(performance.now() - started))} ms`);
      },
    },
  };
};
