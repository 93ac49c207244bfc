/** Whether a question is in the other language of the site, so that its answer is offered from there. */
import { expandAbbreviation } from './abbreviations.ts';
import { hasDiacritics } from './normalize.ts';
import { decodeInputMethod, isSyllable } from './telex-vni.ts';

/** English words that Vietnamese people type in Vietnamese questions, and names. */
const LOANWORDS = new Set(
  (
    'android apk app bank bitcoin brandname bybit casino caraoke crypto deepfake email evn facebook fake file forex google gmail hack hacker hotline ' +
    'internet iphone karaoke lazada link livestream massage messenger momo nick offline online otp samsung ship shipper shopee sim sms spam ' +
    'telegram tiki tiktok token video viettel vinaphone mobifone visa web website wifi youtube zalo vneid etax bidv agribank vietcombank ' +
    'vietinbank techcombank myanmar campuchia dubai telex'
  ).split(' '),
);
/** Small English words that look like syllables of Vietnamese or keys of Telex. */
const ENGLISH = new Set(
  'a am an and are at how i in is it me my of on the this to was what where who why with you'.split(' '),
);

const isVietnamese = (word: string): boolean =>
  isSyllable(word) || decodeInputMethod(word) !== null || expandAbbreviation(word) !== undefined;

/** Whether words, as they were typed, belong to the other language: on Vietnamese pages to English, on others to Vietnamese. */
export const isInOtherLanguage = (words: readonly string[], lang: string): boolean => {
  const letters = words.filter((word) => /^\p{L}+$/u.test(word));
  if (letters.some(hasDiacritics)) return lang !== 'vi';
  // One word alone may be a name, or several words that were typed as one.
  if (letters.length < 2) return false;
  const small = letters.filter((word) => ENGLISH.has(word)).length;
  const vietnamese = letters.filter((word) => isVietnamese(word) && !ENGLISH.has(word)).length;
  if (lang !== 'vi') return vietnamese * 2 > letters.length;
  const foreign = letters.filter((word) => word.length > 2 && !isVietnamese(word) && !LOANWORDS.has(word)).length;
  return foreign > 0 && (foreign + small) * 2 > letters.length;
};
