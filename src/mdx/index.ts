/** Bodies of articles, alerts, conferences and pages: read as data, rendered by Astro. */
import { plainText, type BodyNode } from './body.ts';

export type { Lookup } from './components.ts';
export { plainBody } from './plain.ts';
export { questionsOf } from './questions.ts';
export { bodyComponent } from './render.ts';

/** Syllables a minute of a person who reads Vietnamese slowly on a phone. */
const SYLLABLES_PER_MINUTE = 180;

/** How long a body takes to read, in whole minutes, at least one. */
export const readingMinutes = (nodes: BodyNode[]): number =>
  Math.max(1, Math.round(plainText(nodes).split(' ').length / SYLLABLES_PER_MINUTE));
