/**
 * Numbers that a text tells people to call. A wrong one costs a person in danger the call they have time for, so each
 * must be a number of the folder `hotlines` or `banks`.
 */
import { vietnameseDigits } from '../vietnamese.ts';
import type { TextIssue } from './text-issue.ts';
import { phoneDigits, type Allowlist } from './privacy.ts';

/** A number to call as a text gives it. */
interface CallNumber {
  /** Digits as they are dialled. */
  digits: string;
  index: number;
  /** As written: `1900 96 96 80`, `một một ba`. */
  piece: string;
}

const ENGLISH_DIGITS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** The digit that each word spells. */
const DIGIT_WORDS: Readonly<Record<string, number>> = {
  ...vietnameseDigits,
  ...Object.fromEntries(ENGLISH_DIGITS.map((word, digit) => [word, digit])),
};

const WORD = '[\\p{L}\\p{M}]';
/** What comes before a number to call. `số vụ`, `tổng số` and `số liệu` count something else. */
const CUE =
  'gọi|bấm|(?<!tổng |con |đa |thiểu |dân )số|tổng đài|đường dây nóng|đường dây|nhắn tin|nhắn|soạn tin|hotline|đầu số|call|dial|ring|text|phone number|number|helpline|line';
const BETWEEN =
  'điện thoại|tổng đài|đường dây nóng|đường dây|quốc gia|khẩn cấp|số máy|số|máy|ngay|đến|tới|cho|gửi|công an|cảnh sát|cấp cứu|cứu hỏa|biên phòng|hotline|the|on|to|at|now|police|national|emergency|number|line|is|là|hoặc|or|và|and';
const NUMBER = '\\+?\\d(?:[ .-]?\\d){2,14}';
const SPELLED = `(?:${Object.keys(DIGIT_WORDS).join('|')})(?:[\\s-]+(?:${Object.keys(DIGIT_WORDS).join('|')})){2,10}`;

const AFTER_CUE = new RegExp(
  `(?<!${WORD})(?:${CUE})(?:\\s+(?:${BETWEEN}))*\\s*[:“"'(*]*\\s*(${NUMBER}|${SPELLED})(?!${WORD}|[\\d%]|[.,/]\\d)((?:\\s*(?:,|/|hoặc|hay|và|or|and)\\s*(?:${NUMBER})(?!${WORD}|[\\d%]|[.,/]\\d))*)`,
  'giu',
);

/** What follows a number that counts or dates something and is not called. */
const COUNTED =
  /^\s*(?:%|phần trăm|nghìn|ngàn|triệu|tỷ|tỉ|vụ|người|đồng|nạn nhân|bị can|đối tượng|trường hợp|lần|cuộc|tháng|năm|ngày|giờ|phút|tuổi|people|cases|times|victims|million|years?|days?)(?![\p{L}\p{M}])/iu;

/** `1900` and `1800` name kinds of numbers; 138 is the number of the steering committee. None is dialled. */
const NAMES = new Set(['1900', '1800', '138']);

const digitsOf = (piece: string): string =>
  /\d/.test(piece)
    ? piece.replace(/[^\d+]/g, '')
    : piece
        .toLowerCase()
        .split(/[\s-]+/)
        .map((word) => DIGIT_WORDS[word] ?? '')
        .join('');

/** Every number of three digits or more that a text tells people to call, in digits or in words. */
const callNumbers = (text: string): CallNumber[] => {
  return [...text.matchAll(AFTER_CUE)].flatMap((match): CallNumber[] => {
    const [whole, first = '', more = ''] = match;
    const start = match.index + whole.length - more.length - first.length;
    const listed = [...more.matchAll(new RegExp(NUMBER, 'gu'))].map((each) => ({
      piece: each[0],
      index: start + first.length + each.index,
    }));
    return [{ piece: first, index: start }, ...listed]
      .filter(({ piece, index }) => !COUNTED.test(text.slice(index + piece.length)))
      .map(({ piece, index }) => ({ piece, index, digits: digitsOf(piece) }))
      .filter(({ digits }) => digits.length >= 3 && !NAMES.has(digits));
  });
};

/** The digits of every number that a text tells people to call, in the order of the text. */
export const spokenCallNumbers = (text: string): string[] =>
  callNumbers(text)
    .toSorted((a, b) => a.index - b.index)
    .map(({ digits }) => digits);

/** Numbers to call that are in neither the folder `hotlines` nor `banks`. */
export const checkCallNumbers = (text: string, { phones }: Pick<Allowlist, 'phones'>): TextIssue[] =>
  callNumbers(text)
    .filter(({ digits }) => !phones.has(phoneDigits(digits)))
    .map(({ digits, index, piece }) => ({
      code: 'call-number',
      index,
      match: piece,
      detail: { text: piece, digits, known: [...phones].join(', ') },
    }));
