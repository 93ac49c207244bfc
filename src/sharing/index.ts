/** Addresses by which a page is passed on. They are plain links: no script of any network is loaded. */
import { stripDiacritics } from '../vietnamese.ts';

/** One SMS: 160 characters of the GSM 7-bit default alphabet (3GPP TS 23.038, §6.2.1). One letter outside it halves that to 70. */
const SMS_LENGTH = 160;
/** What is outside the characters of that alphabet that Vietnamese without marks has; those of its extension table, such as `~`, take two places. */
const OUTSIDE_GSM = /[^A-Za-z0-9 @$\n\r_!"#%&'()*+,\-./:;<=>?]/gu;

/** Words as the oldest phone shows them: unaccented Vietnamese, straight quotes; what is still outside the alphabet goes. */
const gsm = (text: string): string =>
  stripDiacritics(text)
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/[–—]/g, '-')
    .replace(/…/g, '...')
    .replace(OUTSIDE_GSM, '')
    .replace(/\s+/g, ' ')
    .trim();

/** `text` with no more than `length` characters, cut between two words. */
const cut = (text: string, length: number): string => {
  if (text.length <= length) return text;
  if (length < 4) return '';
  const head = text.slice(0, length - 2);
  return `${head.slice(0, Math.max(head.lastIndexOf(' '), 0)).replace(/[ ,;:.("-]+$/, '')}...`;
};

/** Title and address in one SMS. The address is never cut: one that leaves no room for a word of the title stands alone. */
export const smsText = (title: string, url: string): string => {
  const words = cut(gsm(title), SMS_LENGTH - url.length - 1);
  return words.length > 3 ? `${words} ${url}` : url;
};

export interface ShareLinks {
  sms: string;
  facebook: string;
}

/**
 * Links that open the app to share with. `sms:?&body=` is what both Android and iOS take.
 * Zalo documents no plain link, only a script and an account of its own: it is reached by the share sheet of the phone, or by pasting the address.
 */
export const shareLinks = (title: string, url: string): ShareLinks => ({
  sms: `sms:?&body=${encodeURIComponent(smsText(title, url))}`,
  facebook: `https://www.facebook.com/sharer/sharer.php?u=${encodeURIComponent(url)}`,
});
