/** Whether a question is in the other language of the site, so that its answer is offered from there. */
import { expandAbbreviation } from './abbreviations.ts';
import { hasDiacritics, stripDiacritics } from './normalize.ts';
import type { Vocabulary } from './spell-correct.ts';
import { decodeInputMethod, isSyllable } from './telex-vni.ts';

const isVietnamese = (word: string): boolean =>
  isSyllable(word) || decodeInputMethod(word) !== null || expandAbbreviation(word) !== undefined;

/** Whether at least half of the words belong to the other language: to English on Vietnamese pages, to Vietnamese on others. */
export const isInOtherLanguage = (words: readonly string[], lang: string, { words: known }: Vocabulary): boolean => {
  if (lang !== 'vi' && words.some(hasDiacritics)) return true;
  const letters = words.filter((word) => /^\p{L}/u.test(word));
  const foreign = letters.filter((word) => {
    if (known.has(stripDiacritics(word))) return false;
    return lang === 'vi' ? !isVietnamese(word) && /^[a-z]{3,}$/.test(word) : isVietnamese(word);
  });
  return foreign.length > 0 && foreign.length * 2 >= letters.length;
};
