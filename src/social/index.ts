/** Pictures of pages for other apps. `integration.ts` draws them when the pages are built. */
export { cardAlt, cardFolder, cardPath, cardSize, type Card } from './card.ts';
