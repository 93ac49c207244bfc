/** How well a loaded page answers: by its title and other names, by its summary, and by the best passage of its text. */
import { decode, encode, unmarked, withoutMarks } from './folding.ts';
import type { Lexicon } from './lexicon.ts';

/** A word as it is written, encoded, and without its marks. */
export interface Word {
  exact: string;
  plain: string;
  /** Of a word that was corrected: the tone it was typed with. Letters slip; the tone of what is meant rarely does. */
  tone?: string;
}

/** The tone of a syllable; hỏi and ngã are one, as many write them. Undefined where nothing of the word is marked. */
const toneOf = (word: string): string | undefined =>
  isMarked(word)
    ? (/[\u0300\u0301\u0303\u0309\u0323]/.exec(word.normalize('NFD'))?.[0].replace('\u0303', '\u0309') ?? '')
    : undefined;

/** Words of questions, which any page may hold. Compared as typed and without marks. */
const EMPTY_WORDS = new Set(
  (
    'ai anh bao bay bi bị bây cai cái cac các can cần cho chu chưa co có con còn cua của da đã dau đâu day đây den đến di đi do đó duoc được em ' +
    'gi gì giờ gio hay hãy hết het hoi hỏi khi khong không la là lam làm len lên lúc luc mà ma minh mình mot một muon muốn nao nào nay này ' +
    'nen nên neu nếu nhu như nhung nhưng những o ở phai phải ra rang rằng rồi roi sao se sẽ sau su sự ta tai tại tao the thế thế thi thì ' +
    'toi tôi tu từ va và vao vào vay vậy ve về vi vì voi với xin y à ạ ơi oi nhé nhe đang dang ban bạn'
  ).split(' '),
);

/** The words of a list that say something; all of them where none does, or where there are so few that each does (“bị can”, “bạn thân”). */
export const contentOf = (words: readonly string[]): readonly string[] => {
  if (words.length < 3) return words;
  const content = words.filter((word) => !EMPTY_WORDS.has(word));
  return content.length > 0 ? content : words;
};

/** Words and numbers of a text, in lower case; `443.000` and `9,25%` are one. */
export const wordsIn = (text: string): string[] =>
  text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+(?:[.,]\p{N}+)*%?/gu) ?? [];

/** Whether a word was typed with a mark. */
export const isMarked = (word: string): boolean => word.normalize('NFD') !== word || word.includes('đ');

const asWord = (text: string): Word => ({
  exact: encode(text),
  plain: /^\d/.test(text) ? text.replace(/\D/g, '') : unmarked(text),
});

/** The words of an encoded text. Texts are long: marks are taken from the whole at once. */
export const textWords = (text: string): Word[] => {
  const plain = wordsIn(withoutMarks(text));
  return wordsIn(text).map((exact, at) => ({
    exact,
    plain: /^\d/.test(exact) ? exact.replace(/\D/g, '') : (plain[at] ?? ''),
  }));
};

/** How far a word of a page is the one that was typed: wholly, with other marks, or not at all. Without marks any marks are meant. */
const agreement = (typed: Word, said: Word, unfinished: boolean): number => {
  if (typed.plain !== said.plain)
    return unfinished && typed.plain.length > 1 && said.plain.startsWith(typed.plain) ? 0.8 : 0;
  if (typed.tone !== undefined && typed.tone !== (toneOf(decode(said.exact)) ?? '')) return 0.2;
  return typed.exact === said.exact || typed.exact === typed.plain ? 1 : 0.3;
};

/** One reading of a query, against which pages are held. */
export class Wanted {
  readonly #words: Word[];
  readonly #weights: number[];
  readonly #total: number;
  readonly #phrase: string;
  readonly #numbers: string[];

  /**
   * Rare words of the lexicon weigh more than frequent ones.
   *
   * @param typed what a corrected reading was typed as, word for word.
   */
  constructor(words: readonly string[], lexicon: Lexicon, typed: readonly string[] = words) {
    const content = contentOf(words);
    this.#words = words.flatMap((word, at) => {
      if (!content.includes(word)) return [];
      const tone = typed.length === words.length && typed[at] !== word ? toneOf(typed[at]!) : undefined;
      return [{ ...asWord(word), ...(tone === undefined ? {} : { tone }) }];
    });
    this.#weights = this.#words.map(({ plain }) => Math.log(4 + (lexicon.words.get(plain) ?? lexicon.words.size)));
    this.#total = this.#weights.reduce((sum, weight) => sum + weight, 0);
    this.#phrase = ` ${words.map(unmarked).join(' ')} `;
    this.#numbers = this.#words.filter(({ exact }) => /^\d/.test(exact)).map(({ plain }) => plain);
  }

  #recall(said: readonly Word[]): number {
    const last = this.#words.length - 1;
    return (
      this.#words.reduce(
        (sum, word, at) =>
          sum +
          this.#weights[at]! * said.reduce((best, other) => Math.max(best, agreement(word, other, at === last)), 0),
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
    const said = contentOf(all).map(asWord);
    if (said.length === 0) return 0;
    const recall = this.#recall(all.map(asWord));
    const last = this.#words.length - 1;
    const precision =
      said.reduce(
        (sum, word) =>
          sum + this.#words.reduce((best, typed, at) => Math.max(best, agreement(typed, word, at === last)), 0),
        0,
      ) / said.length;
    const mean = recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision);
    return precision === 1 && this.#phrase.includes(` ${all.map(unmarked).join(' ')} `)
      ? Math.max(mean, 0.5 + recall / 2)
      : mean;
  }

  /** Of several titles, such as a term and its abbreviation, or a page's name and what people call it, the best. */
  title(titles: readonly string[]): number {
    return Math.max(0, ...titles.map((title) => this.#title(title)));
  }

  /** Share of the query in a text, 0 to 1. */
  lead(text: string): number {
    return this.#recall([...new Set(wordsIn(text))].map(asWord));
  }

  /** Whether a text names every number of the query. */
  namesNumbers(text: string): boolean {
    const said = wordsIn(text).map((word) => word.replace(/\D/g, ''));
    return this.#numbers.length > 0 && this.#numbers.every((number) => said.includes(number));
  }

  /** Share of the query in the best passage of a text, 0 to 1. */
  passage(text: readonly Word[]): number {
    const last = this.#words.length - 1;
    const wanted = new Set(this.#words.map((word) => word.plain));
    const beginning = this.#words[last]!.plain;
    // Where each word of the query stands; only the latest place matters to a passage that ends here.
    const seen = this.#words.map(() => ({ at: -Infinity, agreed: 0 }));
    let best = 0;
    text.forEach((said, at) => {
      if (!wanted.has(said.plain) && !said.plain.startsWith(beginning)) return;
      this.#words.forEach((word, index) => {
        const agreed = agreement(word, said, index === last);
        const before = seen[index]!;
        if (agreed > 0 && (agreed >= before.agreed || at - before.at >= PASSAGE)) seen[index] = { at, agreed };
      });
      best = Math.max(
        best,
        seen.reduce(
          (sum, place, index) => sum + (at - place.at < PASSAGE ? this.#weights[index]! * place.agreed : 0),
          0,
        ) / this.#total,
      );
    });
    return best;
  }
}

/** Words of a passage: a sentence or two. */
const PASSAGE = 25;
