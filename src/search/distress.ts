import { stripDiacritics } from './normalize.ts';

/**
 * What people type when they, or someone near them, are in danger. The numbers to call then stand above the results:
 * a card too many costs a glance, a card too few may cost a life.
 */
export const distressPhrases: readonly string[] = [
  'cứu',
  'cấp cứu',
  'giúp tôi',
  'giúp em',
  'giúp con',
  'giúp với',
  'giúp mình',
  'cần giúp',
  'kêu cứu',
  'sos',
  'khẩn cấp',
  'nguy hiểm',
  'help',
  'bị bán',
  'bán sang',
  'bán qua',
  'bán con',
  'bị nhốt',
  'nhốt',
  'bị giam',
  'giam giữ',
  'bị giữ',
  'giữ người',
  'bị bắt cóc',
  'bắt cóc',
  'bị bắt',
  'bị trói',
  'mất tích',
  'không về được',
  'không cho về',
  'không cho ra ngoài',
  'muốn về nhà',
  'bỏ trốn',
  'chạy trốn',
  'trốn ra',
  'giữ giấy tờ',
  'bị đánh',
  'đánh đập',
  'chồng đánh',
  'bạo hành',
  'bạo lực',
  'bị hiếp',
  'hiếp dâm',
  'cưỡng hiếp',
  'xâm hại',
  'bị ép',
  'ép bán dâm',
  'ép cưới',
  'bắt làm vợ',
  'kéo vợ',
  'bị đe dọa',
  'đe dọa',
  'dọa giết',
  'tống tiền',
  'tự tử',
  'tự sát',
  'tự vẫn',
  'muốn chết',
  'không muốn sống',
  'chết đi',
  'nhảy cầu',
  'uống thuốc sâu',
  'lá ngón',
  'không thiết sống',
  'chán sống',
  'sợ quá',
  'có người theo',
  'bám theo',
  'thu điện thoại',
  'tự làm hại',
];
const calls = distressPhrases.map((call) => call.split(' '));

/** A word as typed means a word of a call when its letters agree and it has no mark that the other lacks. */
const means = (typed: string | undefined, word: string): boolean =>
  typed !== undefined &&
  (typed === word || (stripDiacritics(typed) === stripDiacritics(word) && typed === stripDiacritics(typed)));

/** Whether a query shows danger, with or without diacritics. “cửu” and “cừu” are no “cứu”. */
export const showsDistress = (query: string): boolean => {
  const words = query
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(Boolean);
  // One word may come between: “không cho (tôi) ra ngoài”.
  const follows = (call: readonly string[], from: number): boolean => {
    let at = from;
    return call.every((word, index) => {
      if (means(words[at], word)) at += 1;
      else if (index > 0 && means(words[at + 1], word)) at += 2;
      else return false;
      return true;
    });
  };
  return calls.some((call) => words.some((_, at) => follows(call, at)));
};
