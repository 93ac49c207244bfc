/** Links that share a page. They are plain links: no script of a social network is loaded. */
import { stripDiacritics } from '../vietnamese.ts';

/** Length of one SMS in the GSM 7-bit default alphabet (3GPP TS 23.038, §6.2.1); with any other character it is 70. */
const SMS_LENGTH = 160;
/** Everything but the characters of that alphabet used here; those of its extension table, such as `~`, count twice and are left out. */
const OUTSIDE_GSM = /[^A-Za-z0-9 @$\n\r_!"#%&'()*+,\-./:;<=>?]/gu;

/** Text in the GSM alphabet: unaccented Vietnamese, straight quotes; other characters are removed. */
const gsm = (text: string): string =>
  stripDiacritics(text)
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[–—]/g, '-')
    .replace(/…/g, '...')
    .replace(OUTSIDE_GSM, '')
    .replace(/\s+/g, ' ')
    .trim();

/** `text` in at most `length` characters, cut between two words. */
const cut = (text: string, length: number): string => {
  if (text.length <= length) return text;
  if (length < 4) return '';
  const head = text.slice(0, length - 2);
  return `${head.slice(0, Math.max(head.lastIndexOf(' '), 0)).replace(/[ ,;:.("-]+$/, '')}...`;
};

/** Title and URL in one SMS. The URL is never cut; where it leaves no room for a word of the title, it stands alone. */
export const smsText = (title: string, url: string): string => {
  const words = cut(gsm(title), SMS_LENGTH - url.length - 1);
  return words.length > 3 ? `${words} ${url}` : url;
};

export interface ShareLinks {
  sms: string;
  facebook: string;
}

/**
 * Links that open an app to share with. Both Android and iOS understand `sms:?&body=`.
 * Zalo offers no plain link, only a script: it is reached by the share sheet of the phone or by pasting the URL.
 */
export const shareLinks = (title: string, url: string): ShareLinks => ({
  sms: `sms:?&body=${encodeURIComponent(smsText(title, url))}`,
  facebook: `https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(url)}`,
});
