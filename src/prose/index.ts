/**
 * What can be wrong with Vietnamese words themselves: pure functions from a text to remarks on it.
 * They know nothing of files; `content-loader` gives every remark its place.
 */
export type { Remark } from './remark.ts';
export { checkCharacters, codePoint, invisible } from './characters.ts';
export { checkPrivacy, phoneDigits, type PublicKnowledge } from './privacy.ts';
export { longSentences, MAX_PARAGRAPH_WORDS, MAX_SENTENCE_WORDS, wordCount } from './readability.ts';
export { checkStyle, toOldStyle } from './style.ts';
export { checkWording } from './wording.ts';
