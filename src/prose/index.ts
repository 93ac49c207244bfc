/**
 * What can be wrong with Vietnamese words themselves: pure functions from a text to remarks on it.
 * They know nothing of files; `content-files` gives every remark its place.
 */
import type { ProblemCode } from '../problems/index.ts';

/** A remark on a text: which rule, and the piece it is about. */
export interface Remark {
  code: ProblemCode;
  /** Where the piece begins, in UTF-16 units. */
  index: number;
  /** The piece as it is written. */
  piece: string;
  detail?: Readonly<Record<string, string | number>>;
  /** What belongs in its place, where a machine can know. */
  mend?: string;
}

export { checkCharacters, codePoint, invisible } from './characters.ts';
export { checkPrivacy, phoneDigits, type PublicKnowledge } from './privacy.ts';
export { longSentences, MAX_PARAGRAPH_WORDS, MAX_SENTENCE_WORDS, wordCount } from './readability.ts';
export { checkStyle, toOldStyle } from './style.ts';
export { checkWording } from './wording.ts';
