/** Longer sentences lose a reader on a phone, and longer paragraphs a reader in fear. */
export const MAX_SENTENCE_WORDS = 35;
export const MAX_PARAGRAPH_WORDS = 120;

/** Words as Vietnamese writes them: syllables between spaces. A sign alone is none. */
export const wordCount = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** Where a sentence ends: at a stop before a space or the end, with whatever quotation marks close there. */
const END = /[.!?…;:](?=["”’)]*(?:\s|$))/g;

/** Sentences with too many words, with where they begin. A dot within a number or an abbreviation ends no sentence. */
export const longSentences = (text: string): { index: number; words: number; opening: string }[] => {
  const found: { index: number; words: number; opening: string }[] = [];
  // A word and its space are two characters at least.
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
