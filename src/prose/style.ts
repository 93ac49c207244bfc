/** Style: spaces, tone placement, and the length of sentences and paragraphs. */
import { newTonePlacements, toOldTonePlacement } from '../vietnamese.ts';
import type { TextIssue } from './text-issue.ts';

/** Double spaces and words in the new tone placement (`hoà` for `hòa`). Both have an automatic fix. */
export const checkStyle = (text: string): TextIssue[] => [
  ...[...text.matchAll(/(?<=\S) {2,}(?=\S)/g)].map(({ 0: match, index }): TextIssue => ({
    code: 'style-spaces',
    index,
    match,
    fix: ' ',
  })),
  ...newTonePlacements(text).map(({ word, index }): TextIssue => {
    const usual = toOldTonePlacement(word);
    return { code: 'style-tone', index, match: word, fix: usual, detail: { word, usual } };
  }),
];

/** Longest sentence, for readers on a phone. */
export const MAX_SENTENCE_WORDS = 35;
/** Longest paragraph, for readers in a hurry. */
export const MAX_PARAGRAPH_WORDS = 120;

/** Number of words between spaces; in Vietnamese each is a syllable. Punctuation alone does not count. */
export const wordCount = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** End of a sentence: punctuation before a space or the end of the text, with closing quotation marks or brackets. */
const END = /[.!?…;:](?=["”’)]*(?:\s|$))/g;

/** A sentence with more than `MAX_SENTENCE_WORDS` words. */
export interface LongSentence {
  /** Start of the sentence, in UTF-16 code units. */
  index: number;
  words: number;
  /** Its first five words. */
  opening: string;
}

/** Sentences that are too long. A dot inside a number or an abbreviation does not end a sentence. */
export const longSentences = (text: string): LongSentence[] => {
  const found: LongSentence[] = [];
  // Quick check: a word and a space are at least two characters.
  if (text.length < 2 * MAX_SENTENCE_WORDS) return found;
  let start = 0;
  for (const end of [...Array.from(text.matchAll(END), ({ index }) => index + 1), text.length]) {
    const sentence = text.slice(start, end).trimStart();
    start = end;
    if (sentence.length < 2 * MAX_SENTENCE_WORDS) continue;
    const words = wordCount(sentence);
    if (words > MAX_SENTENCE_WORDS)
      found.push({ index: end - sentence.length, words, opening: sentence.split(/\s+/).slice(0, 5).join(' ') });
  }
  return found;
};
