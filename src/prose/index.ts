/** Checks on Vietnamese texts: pure functions from a text to its issues. They know nothing of files; see `content-loader`. */
export type { TextIssue } from './text-issue.ts';
export { checkCallNumbers, spokenCallNumbers } from './call-numbers.ts';
export { checkCharacters, codePoint, invisible } from './characters.ts';
export { checkPrivacy, phoneDigits, type Allowlist } from './privacy.ts';
export { checkStyle, longSentences, MAX_PARAGRAPH_WORDS, MAX_SENTENCE_WORDS, wordCount } from './style.ts';
export { checkWording } from './wording.ts';
