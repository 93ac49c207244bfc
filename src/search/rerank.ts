/** Re-ranking: how well a loaded page fits a query, by its title and other names, its summary, and the best passage of its text. */
import { decode, encode, foldDiacritics, hasDiacritics, stripDiacritics } from './normalize.ts';
import type { Vocabulary } from './spell-correct.ts';

/** A word as it is written, encoded, and without its marks. */
export interface Word {
  exact: string;
  plain: string;
  /** Of a word that was corrected: the tone it was typed with. Letters slip; the tone of what is meant rarely does. */
  tone?: string;
}

/** A word of the query, and how much it weighs. */
interface QueryWord extends Word {
  weight: number;
}

/** The tone of a syllable; hỏi and ngã are one, as many write them. Undefined where nothing of the word is marked. */
const toneOf = (word: string): string | undefined =>
  hasDiacritics(word)
    ? (/[\u0300\u0301\u0303\u0309\u0323]/.exec(word.normalize('NFD'))?.[0].replace('\u0303', '\u0309') ?? '')
    : undefined;

/** Stop words, with and without diacritics. */
const STOP_WORDS = new Set(
  (
    'ai anh bao bay bi bị bây cai cái cac các can cần cho chu chưa co có con còn cua của da đã dau đâu day đây den đến di đi do đó duoc được em ' +
    'gi gì giờ gio hay hãy hết het hoi hỏi khi khong không la là lam làm len lên lúc luc mà ma minh mình mot một muon muốn nao nào nay này ' +
    'nen nên neu nếu nhu như nhung nhưng những o ở phai phải ra rang rằng rồi roi sao se sẽ sau su sự ta tai tại tao the thế thế thi thì ' +
    'toi tôi tu từ va và vao vào vay vậy ve về vi vì voi với xin y à ạ ơi oi nhé nhe đang dang ban bạn'
  ).split(' '),
);

/** All words where there are fewer than three (“bị can”, “bạn thân”) or nothing but stop words. */
export const withoutStopWords = (words: readonly string[]): readonly string[] => {
  if (words.length < 3) return words;
  const content = words.filter((word) => !STOP_WORDS.has(word));
  return content.length > 0 ? content : words;
};

/** Words and numbers of a text, in lower case; `443.000` and `9,25%` are one. */
export const wordsIn = (text: string): string[] =>
  text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+(?:[.,]\p{N}+)*%?/gu) ?? [];

/** More different words than this are not kept: Vietnamese has some seven thousand syllables. */
const MOST_KEPT = 20_000;
const kept = new Map<string, Word>();

/** A word by its encoded spelling. Pages hold the same words over and over: each is read once. */
const encodedWord = (exact: string): Word => {
  let word = kept.get(exact);
  if (!word) {
    if (kept.size >= MOST_KEPT) kept.clear();
    word = { exact, plain: /^\d/.test(exact) ? exact.replace(/\D/g, '') : foldDiacritics(exact) };
    kept.set(exact, word);
  }
  return word;
};

const asWord = (text: string): Word => encodedWord(encode(text));

/** The words of an encoded text. */
export const textWords = (encoded: string): Word[] => wordsIn(encoded).map(encodedWord);

/** How far a word of a page is the one that was typed: wholly, with other marks, or not at all. Without marks any marks are meant. */
const termMatch = (typed: Word, said: Word, unfinished: boolean): number => {
  if (typed.plain !== said.plain)
    return unfinished && typed.plain.length > 1 && said.plain.startsWith(typed.plain) ? 0.8 : 0;
  if (typed.tone !== undefined && typed.tone !== (toneOf(decode(said.exact)) ?? '')) return 0.2;
  return typed.exact === said.exact || typed.exact === typed.plain ? 1 : 0.3;
};

/** Scores texts of a page against one rewrite of a query. */
export class QueryScorer {
  readonly #words: QueryWord[];
  readonly #total: number;
  readonly #phrase: string;
  readonly #numbers: string[];

  /**
   * Rare words of the vocabulary weigh more than frequent ones.
   *
   * @param typed what a corrected reading was typed as, word for word.
   */
  constructor(words: readonly string[], vocabulary: Vocabulary, typed: readonly string[] = words) {
    const content = withoutStopWords(words);
    this.#words = words.flatMap((word, at) => {
      if (!content.includes(word)) return [];
      const before = typed.length === words.length ? typed[at] : undefined;
      const tone = before === undefined || before === word ? undefined : toneOf(before);
      const asked = asWord(word);
      const weight = Math.log(4 + (vocabulary.words.get(asked.plain) ?? vocabulary.words.size));
      return [{ ...asked, weight, ...(tone === undefined ? {} : { tone }) }];
    });
    this.#total = this.#words.reduce((sum, { weight }) => sum + weight, 0);
    this.#phrase = ` ${words.map(stripDiacritics).join(' ')} `;
    this.#numbers = this.#words.filter(({ exact }) => /^\d/.test(exact)).map(({ plain }) => plain);
  }

  #recall(said: readonly Word[]): number {
    const last = this.#words.length - 1;
    return (
      this.#words.reduce(
        (sum, word, at) =>
          sum + word.weight * said.reduce((best, other) => Math.max(best, termMatch(word, other, at === last)), 0),
        0,
      ) / this.#total
    );
  }

  /**
   * A title, 0 to 1: the harmonic mean of how much of the query stands in it and how much of it is asked for.
   * A name that stands in the query as it is, such as a term of the glossary, is at least half meant.
   */
  #title(title: string): number {
    const all = wordsIn(title);
    const said = withoutStopWords(all).map(asWord);
    if (said.length === 0) return 0;
    const recall = this.#recall(all.map(asWord));
    const last = this.#words.length - 1;
    const precision =
      said.reduce(
        (sum, word) =>
          sum + this.#words.reduce((best, typed, at) => Math.max(best, termMatch(typed, word, at === last)), 0),
        0,
      ) / said.length;
    const mean = recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision);
    return precision === 1 && this.#phrase.includes(` ${all.map(stripDiacritics).join(' ')} `)
      ? Math.max(mean, 0.5 + recall / 2)
      : mean;
  }

  /** Of several titles, such as a term and its abbreviation, or a page's name and what people call it, the best. */
  titleScore(titles: readonly string[]): number {
    return Math.max(0, ...titles.map((title) => this.#title(title)));
  }

  /** Share of the query in a text, 0 to 1. */
  summaryScore(text: string): number {
    return this.share(wordsIn(text).map(asWord));
  }

  /** Share of the query in the words of a text, 0 to 1. */
  share(said: readonly Word[]): number {
    return this.#recall([...new Set(said)]);
  }

  /** Whether a text names every number of the query. */
  namesNumbers(text: string): boolean {
    const said = wordsIn(text).map((word) => word.replace(/\D/g, ''));
    return this.#numbers.length > 0 && this.#numbers.every((number) => said.includes(number));
  }

  /** Share of the query in the best passage of a text, 0 to 1. */
  bestPassageScore(text: readonly Word[]): number {
    const last = this.#words.length - 1;
    const wanted = new Set(this.#words.map((word) => word.plain));
    const beginning = this.#words[last]?.plain ?? '';
    // Where each word of the query stands; only the latest place matters to a passage that ends here.
    const seen = this.#words.map((word) => ({ word, at: -Infinity, agreed: 0 }));
    let best = 0;
    text.forEach((said, at) => {
      if (!wanted.has(said.plain) && !said.plain.startsWith(beginning)) return;
      seen.forEach((place, index) => {
        const agreed = termMatch(place.word, said, index === last);
        if (agreed > 0 && (agreed >= place.agreed || at - place.at >= PASSAGE)) Object.assign(place, { at, agreed });
      });
      const score = seen.reduce(
        (sum, place) => sum + (at - place.at < PASSAGE ? place.word.weight * place.agreed : 0),
        0,
      );
      best = Math.max(best, score / this.#total);
    });
    return best;
  }
}

/** Words of a passage: a sentence or two. */
const PASSAGE = 25;
