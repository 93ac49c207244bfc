/** Longer sentences lose a reader on a phone, and longer paragraphs a reader in fear. */
export const MAX_SENTENCE_WORDS = 35;
export const MAX_PARAGRAPH_WORDS = 120;

/** Words as Vietnamese writes them: syllables between spaces. A sign alone is none. */
export const wordCount = (text: string): number => text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** Sentences with too many words, with where they begin. A dot within a number or an abbreviation ends no sentence. */
export const longSentences = (text: string): { index: number; words: number; opening: string }[] => {
  const found: { index: number; words: number; opening: string }[] = [];
  if (text.length < 2 * MAX_SENTENCE_WORDS) return found;
  for (const { 0: sentence, index } of text.matchAll(/[^\s][^]*?(?:[.!?…;:](?=["”’)]*(?:\s|$))|$)/g)) {
    // A word and its space are two characters at least.
    if (sentence.length < 2 * MAX_SENTENCE_WORDS) continue;
    const words = wordCount(sentence);
    if (words > MAX_SENTENCE_WORDS) found.push({ index, words, opening: sentence.split(/\s+/).slice(0, 5).join(' ') });
  }
  return found;
};
