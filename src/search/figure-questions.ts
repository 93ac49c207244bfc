/** Whether a query asks for figures, and of which year: such questions are answered by a figure, all others by pages. */
import { foldDiacritics } from './normalize.ts';
import { findPhrase } from './phrases.ts';
import { wordsIn } from './rerank.ts';

/** Words that only say that a figure is wanted; they tell nothing of its subject. The syllable “số” alone is none: it also means a phone number. */
const askingPhrases = ['thống kê', 'số liệu', 'bao nhiêu', 'con số', 'statistics', 'figures', 'how many'].map(
  (phrase) => phrase.split(' '),
);

/** Things that are counted: “số vụ”, “tỷ lệ”. They are part of the names of figures. */
const countingPhrases = [
  'số vụ',
  'mấy vụ',
  'mấy người',
  'mấy nạn nhân',
  'số nạn nhân',
  'số người',
  'số bị can',
  'số đối tượng',
  'số buổi',
  'số trường hợp',
  'số mô hình',
  'số tin bài',
  'số đại biểu',
  'số địa bàn',
  'tỷ lệ',
  'tỉ lệ',
  'number of',
  'rate of',
].map((phrase) => phrase.split(' '));

/** “Bị phạt bao nhiêu”: a question about the law. */
const aboutLaw = ['phạt', 'tù', 'phí', 'giá', 'lương', 'tuổi'].map((word) => [word]);

const YEAR = /^20\d\d$/;
/** Short numbers to call, and phone numbers. */
const PHONE = /^(?:11[1-5]|156|5656|1[89]00\d*|0\d{8,}|84\d{9})$/;

export interface FigureQuestion {
  /** `asked`: in words, or by naming a year. `number`: a number was typed, which may be that of a figure. */
  kind: 'asked' | 'number' | 'none';
  /** The years that were typed. */
  years: readonly string[];
}

export const readFigureQuestion = (text: string): FigureQuestion => {
  // A phone number is often typed in groups.
  const words = wordsIn(text.replace(/\d+(?: \d+){2,}/g, (number) => number.replace(/ /g, '')));
  const years = words.filter((word) => YEAR.test(word));
  const says = (phrases: readonly string[][]): boolean =>
    phrases.some((phrase) => findPhrase(words, phrase, 0) !== null);
  const asked = years.length > 0 || says(countingPhrases) || (says(askingPhrases) && !says(aboutLaw));
  const hasNumber = words.some((word) => /^\d/.test(word) && !PHONE.test(word.replace(/\D/g, '')));
  return { kind: asked ? 'asked' : hasNumber ? 'number' : 'none', years };
};

/** The words that tell what a figure is about: without those that only ask for one, and without years. All where nothing else is left. */
export const subjectWords = (words: readonly string[]): readonly string[] => {
  const places = new Set(askingPhrases.flatMap((phrase) => findPhrase(words, phrase, 0) ?? []));
  const rest = words.filter((word, at) => !places.has(at) && !YEAR.test(word) && foldDiacritics(word) !== 'nam');
  return rest.length > 0 ? rest : words;
};
