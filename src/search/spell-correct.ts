/**
 * The words of the site and which of them stand next to each other, without diacritics: enough to tell a slip from a
 * word, to part words that were typed as one, and to join one that was typed as two.
 */
import { memoize, stripDiacritics } from './normalize.ts';

export interface Vocabulary {
  /** Words with their rank, 0 for the most frequent. */
  words: ReadonlyMap<string, number>;
  /** Whether the two stand next to each other somewhere on the site. */
  pair: (first: string, second: string) => boolean;
}

/** The vocabulary's file in the folder of the index. */
export const vocabularyFile = (lang: string): string => `lexicon.${lang}.txt`;

/** Pairs that are kept, most frequent first, and only those met more than once: with the words some 6 KB compressed. */
const MOST_PAIRS = 3500;
const MOST_WORDS = 4000;

const mostFrequent = (counts: [string, number][], most: number): string[] =>
  counts
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([key]) => key);

/** Pairs are counted by the numbers of their two words in one: no site has this many words. */
const PAIR = 2 ** 24;

/** Counts words and pairs of texts as they come in. */
export class VocabularyBuilder {
  #numbers = new Map<string, number>();
  /** How often each word was met, by its number. */
  #counts: number[] = [];
  #pairs = new Map<number, number>();
  #plain = memoize(stripDiacritics);

  add(text: string): void {
    // A pair does not reach over the end of a sentence or of an element.
    for (const sentence of text.split(/[.,;:!?()“”"<>|\n–]+/)) {
      let last: number | undefined;
      for (const written of sentence.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? []) {
        const word = this.#plain(written);
        const number = word.length <= 20 && !/\d/.test(word) ? this.#numberOf(word) : undefined;
        if (number !== undefined) {
          this.#counts[number] = (this.#counts[number] ?? 0) + 1;
          if (last !== undefined)
            this.#pairs.set(last * PAIR + number, (this.#pairs.get(last * PAIR + number) ?? 0) + 1);
        }
        last = number;
      }
    }
  }

  #numberOf(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    this.#numbers.set(word, this.#counts.length);
    return this.#counts.push(0) - 1;
  }

  /** The vocabulary as a file: a line of words, most frequent first, then for each of them the numbers (base 36) of words that follow it. */
  file(): string {
    const words = [...this.#numbers.keys()];
    const listed = mostFrequent(
      words.map((word, number) => [word, this.#counts[number] ?? 0]),
      MOST_WORDS,
    );
    const ranks = new Map(listed.map((word, rank) => [word, rank]));
    const follow: number[][] = listed.map(() => []);
    const met = [...this.#pairs].flatMap(([pair, count]): [string, number][] =>
      count > 1 ? [[`${words[Math.floor(pair / PAIR)] ?? ''} ${words[pair % PAIR] ?? ''}`, count]] : [],
    );
    for (const pair of mostFrequent(met, MOST_PAIRS)) {
      const [first, second] = pair.split(' ').map((word) => ranks.get(word));
      if (first !== undefined && second !== undefined) follow[first]?.push(second);
    }
    return [
      listed.join(' '),
      ...follow.map((list) =>
        list
          .sort((a, b) => a - b)
          .map((rank) => rank.toString(36))
          .join(' '),
      ),
    ].join('\n');
  }
}

/** Reads what a `VocabularyBuilder` wrote. */
export const parseVocabulary = (file: string): Vocabulary => {
  const [first = '', ...lines] = file.split('\n');
  const list = first.split(' ').filter(Boolean);
  const words = new Map(list.map((word, rank) => [word, rank]));
  const follow = lines.map(
    (line) =>
      new Set(
        line
          .split(' ')
          .filter(Boolean)
          .map((number) => parseInt(number, 36)),
      ),
  );
  return {
    words,
    pair: (a, b) => {
      const [from, to] = [words.get(a), words.get(b)];
      return from !== undefined && to !== undefined && Boolean(follow[from]?.has(to));
    },
  };
};

/** Whether the site has a word, or one that it is the beginning of. Numbers are not told apart. */
export const isKnown = (vocabulary: Vocabulary, word: string): boolean => {
  if (/\d/.test(word) || vocabulary.words.has(word)) return true;
  if (word.length > 1) for (const other of vocabulary.words.keys()) if (other.startsWith(word)) return true;
  return false;
};

/** Costs of a reading; the cheapest wins. What was typed is only left for something plainly likelier. */
const COST = {
  /** A word that the site does not have. */
  unknown: 4,
  /** Two words that stand nowhere together. */
  unseenBigram: 1.5,
  /** Letters that sound alike in some region, or that are one sound in two spellings. */
  soundsAlike: 1.2,
  swapped: 1.7,
  /** One letter too many or missing. */
  letterMore: 2,
  /** The key beside the right one, or another vowel. */
  nextKey: 2.2,
  /** Another letter altogether: a guess, which is offered and not taken. */
  anyLetter: 3,
  /** A space too few or too many. */
  space: 0.4,
};

/** Sounds that regions of Vietnam do not tell apart, and keys for them that foreigners and the young use. */
const alike: [RegExp, string][] = [
  [/^ngh/, 'ng'],
  [/^gh/, 'g'],
  [/^tr/, 'ch'],
  [/^x/, 's'],
  [/^(gi|r|v)(?=[aeiouy])/, 'd'],
  [/^(k|q)(?!h)/, 'c'],
  [/^n(?![gh])/, 'l'],
  [/^f/, 'ph'],
  [/^[jz]/, 'd'],
  [/^w/, 'qu'],
  [/y/g, 'i'],
  [/ng$/, 'n'],
  [/nh$/, 'n'],
  [/(t|k|ch)$/, 'c'],
  [/^uo/, 'o'],
];
const sound = (word: string): string => alike.reduce((heard, [pattern, as]) => heard.replace(pattern, as), word);

const isVowel = (letter: string): boolean => 'aeiouy'.includes(letter);
const keyboard = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const keyAt = (letter: string): [row: number, column: number] => {
  const row = keyboard.findIndex((keys) => keys.includes(letter));
  return [row, (keyboard[row]?.indexOf(letter) ?? 0) + row / 2];
};
const nextKeys = (a: string, b: string): boolean => {
  const [[row, column], [otherRow, otherColumn]] = [keyAt(a), keyAt(b)];
  return Math.abs(row - otherRow) <= 1 && Math.abs(column - otherColumn) <= 1;
};

/** What it costs to have meant one word and typed the other; Infinity where they are further apart than one slip. */
const editCost = (typed: string, meant: string): number => {
  if (typed === meant) return 0;
  if (sound(typed) === sound(meant)) return COST.soundsAlike;
  // A short word is one letter away from a dozen others.
  if (Math.min(typed.length, meant.length) < 3 || Math.abs(typed.length - meant.length) > 1) return Infinity;
  let start = 0;
  while (typed[start] === meant[start] && start < typed.length) start++;
  let end = 0;
  while (
    end < Math.min(typed.length, meant.length) - start &&
    typed[typed.length - 1 - end] === meant[meant.length - 1 - end]
  )
    end++;
  const [a, b] = [typed.slice(start, typed.length - end), meant.slice(start, meant.length - end)];
  if (a.length === 2 && b.length === 2 && `${a.slice(1)}${a.slice(0, 1)}` === b) return COST.swapped;
  if (a.length + b.length === 1) return COST.letterMore;
  if (a.length !== 1 || b.length !== 1) return Infinity;
  return nextKeys(a, b) || (isVowel(a) && isVowel(b)) ? COST.nextKey : COST.anyLetter;
};

interface Reading {
  words: string[];
  cost: number;
  /** Holds a word that is no more than a guess. */
  guess?: boolean;
}

/** Another reading of what was typed. */
export interface Correction {
  words: string[];
  /** A slip that hands and ears make, so that its pages may be shown; else it is only worth offering. */
  likely: boolean;
}

/** Segments letters that were typed without spaces, or null where they do not fall into words of the site. */
const segment = (vocabulary: Vocabulary, letters: string): Reading | null => {
  const best: (Reading | undefined)[] = [{ words: [], cost: 0 }];
  for (let end = 1; end <= letters.length; end++) {
    for (let start = Math.max(0, end - 12); start < end; start++) {
      const before = best[start];
      const word = letters.slice(start, end);
      const rank = vocabulary.words.get(word);
      if (!before || rank === undefined || (word.length === 1 && word !== 'o' && word !== 'y')) continue;
      const previous = before.words[before.words.length - 1];
      const cost =
        before.cost +
        1 +
        rank / vocabulary.words.size +
        (previous === undefined || vocabulary.pair(previous, word) ? 0 : COST.unseenBigram);
      if (cost < (best[end]?.cost ?? Infinity)) best[end] = { words: [...before.words, word], cost };
    }
  }
  const found = best[letters.length];
  return found && found.words.length > 1
    ? { words: found.words, cost: found.words.length * COST.space + (found.cost - found.words.length) / 2 }
    : null;
};

/**
 * Likelier readings of unmarked words, likeliest first, three at most; none where what was typed is likely enough. The last word
 * may be unfinished. A word is weighed with its neighbours, so that a slip that gives another word is seen as well: `suat canh` is “xuất cảnh”.
 */
export const suggestCorrections = (vocabulary: Vocabulary, typed: readonly string[]): Correction[] => {
  const choices = typed.map((word, at): Reading[] => {
    const has = at === typed.length - 1 ? isKnown(vocabulary, word) : vocabulary.words.has(word);
    const found: Reading[] = [{ words: [word], cost: has || /\d/.test(word) ? 0 : COST.unknown }];
    if (/\d/.test(word)) return found;
    for (const [other, rank] of vocabulary.words) {
      const cost = other === word ? Infinity : editCost(word, other);
      if (cost < Infinity)
        found.push({ words: [other], cost: cost + rank / vocabulary.words.size, guess: cost >= COST.anyLetter });
    }
    if (!has && word.length > 3) found.push(...[segment(vocabulary, word)].filter((reading) => reading !== null));
    return found.sort((a, b) => a.cost - b.cost).slice(0, 12);
  });
  // The cheapest path through the choices, one best path kept for each last word.
  let paths: Reading[] = [{ words: [], cost: 0 }];
  choices.forEach((readings, at) => {
    const extended = new Map<string, Reading>();
    const extend = (path: Reading, reading: Reading): void => {
      const previous = path.words[path.words.length - 1];
      const [next = ''] = reading.words;
      const meets = previous === undefined || /\d/.test(previous + next) || vocabulary.pair(previous, next);
      const cost = path.cost + reading.cost + (meets ? 0 : COST.unseenBigram);
      const key = reading.words[reading.words.length - 1] ?? '';
      if (cost < (extended.get(key)?.cost ?? Infinity))
        extended.set(key, {
          words: [...path.words, ...reading.words],
          cost,
          guess: Boolean(path.guess) || Boolean(reading.guess),
        });
    };
    for (const path of paths) for (const reading of readings) extend(path, reading);
    // A word typed as two: `face book`.
    const joined = at > 0 ? typed.slice(at - 1, at + 1).join('') : '';
    if (vocabulary.words.has(joined)) {
      for (const path of paths)
        if (path.words[path.words.length - 1] === typed[at - 1])
          extend({ ...path, words: path.words.slice(0, -1) }, { words: [joined], cost: COST.space });
    }
    paths = [...extended.values()].sort((a, b) => a.cost - b.cost).slice(0, 12);
  });
  const asTyped = typed.join(' ');
  const readings = paths.map(({ words, guess }): Correction => ({ words, likely: !guess }));
  const end = readings.findIndex(({ words }) => words.join(' ') === asTyped);
  return readings.slice(0, end < 0 ? 3 : Math.min(end, 3));
};
