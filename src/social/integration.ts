/** Draws the pictures that the finished pages name. What was drawn for an earlier build is taken from there. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { cardFolder, cardPath, type Card } from './card.ts';
import { draw, drawingVersion } from './draw.ts';

/** A page carries the words of its picture beside the address of it, as `Head.astro` wrote them. */
const CARD = /<meta property="og:image"[^>]*? data-card="([^"]*)"/;

const entities: Record<string, string> = { '&quot;': '"', '&#34;': '"', '&#39;': "'", '&lt;': '<', '&gt;': '>', '&amp;': '&' };

/** The pictures that the pages below a folder name, each once. */
const cardsIn = (folder: string): Card[] => {
  const cards = new Map<string, Card>();
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.html')) continue;
    const written = CARD.exec(readFileSync(path.join(folder, file), 'utf8'))?.[1];
    if (!written) continue;
    const card = JSON.parse(written.replace(/&(?:quot|#34|#39|lt|gt|amp);/g, (entity) => entities[entity]!)) as Card;
    cards.set(cardPath(card), card);
  }
  return [...cards.values()];
};

/** While sharp packs one picture on a thread of its own, satori sets the words of the next. */
const AT_ONCE = 4;

export const shareImages = (): AstroIntegration => {
  let kept = '';
  return {
    name: 'share-images',
    hooks: {
      'astro:config:done': ({ config }) => {
        kept = path.join(fileURLToPath(config.root), 'node_modules/.cache/share-images', drawingVersion());
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const cards = cardsIn(folder);
        mkdirSync(kept, { recursive: true });
        mkdirSync(path.join(folder, cardFolder), { recursive: true });
        let drawn = 0;
        const waiting = [...cards];
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
        logger.info(`${String(cards.length)} pictures, ${String(drawn)} drawn`);
      },
    },
  };
};
