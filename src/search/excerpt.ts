/** What a result shows of its page: the sentence that answers best, with the words that were typed marked, and the one heading that fits better. */
import { decode, encode, hasDiacritics, stripDiacritics } from './normalize.ts';
import { textWords, type QueryScorer, type Word } from './rerank.ts';
import type { PageData } from './retrieval.ts';

/** A page as it is listed. */
export interface FoundPage {
  url: string;
  title: string;
  /** Value of the filter `kind`. */
  kind?: string;
  /** Text in turn plain and marked, beginning with plain. */
  excerpt: string[];
  /** The part of the page that answers better than the page as a whole. */
  part?: { url: string; title: string };
}

/** A sentence is at least this long; shorter ones are headings and labels. */
const MIN_LENGTH = 30;
const MAX_LENGTH = 220;
/** What a sentence of the summary is ahead of others, in shares of the query. */
const SUMMARY_BONUS = 0.25;
/** Two lines of a phone hold so many characters; a longer sentence is cut there. */
const SHORT = 95;
const LONG_PENALTY = 0.1;
/** The first of so many sentences is ahead by this, the others by less. */
const EARLY = 40;
const EARLY_BONUS = 0.12;
/** A heading is linked to when it fits by this much better than the title. */
const BETTER = 0.25;
const MIN_HEADING = 0.6;
/** Text that is no sentence: figures and labels that stand next to each other without a space, or in a row with dots. */
const GLUED = / · |Nguồn: |\d{4}\p{Lu}|\p{Ll}\p{Lu}\p{Ll}/u;
/** What was so once, such as a former fine, is no answer by itself. */
const FORMER = new RegExp(`^${encode('Trước')} (?:${['ngày', 'đó', 'đây'].map(encode).join('|')}) `, 'u');

/** Text that Pagefind has escaped. */
const unescaped = (html: string): string =>
  html.replace(
    /&(lt|gt|quot|#39|amp);/g,
    (_, name: string) => ({ lt: '<', gt: '>', quot: '"', '#39': "'" })[name] ?? '&',
  );

/** A sentence as it is encoded, and its words. */
export interface Sentence {
  text: string;
  words: readonly Word[];
}

/** The sentences of an encoded text, read once for ranking and for excerpts. */
export const sentencesOf = (text: string): Sentence[] => {
  const found: string[] = [];
  let start = 0;
  for (const end of text.matchAll(/[.!?…]+["”’)]*(?:\s+|$)/g)) {
    const next = end.index + end[0].length;
    // “tháng 3. Năm” ends a sentence, “v.v. và” does not.
    if (next < text.length && !/^["“‘(]?[\p{Lu}\d]/u.test(text.slice(next, next + 2))) continue;
    found.push(text.slice(start, next).trim());
    start = next;
  }
  if (start < text.length) found.push(text.slice(start).trim());
  return found.filter(Boolean).map((sentence) => ({ text: sentence, words: textWords(sentence) }));
};

/** Whether a word of a text is the one that was typed: with marks as typed, without marks by its letters. */
const isTyped = (said: string, typed: string): boolean =>
  hasDiacritics(typed) ? encode(said) === encode(typed) : stripDiacritics(said) === stripDiacritics(typed);

/** A text in turn plain and marked: pairs of words that were typed side by side are marked, a lone word only where it was typed alone. */
const marked = (text: string, readings: readonly (readonly string[])[]): string[] => {
  const words = Array.from(text.matchAll(/[\p{L}\p{M}\p{N}]+(?:[.,]\p{N}+)*%?/gu), (match) => ({
    word: match[0].toLowerCase(),
    from: match.index,
    to: match.index + match[0].length,
  }));
  const isMarked = words.map(() => false);
  for (const typed of readings) {
    const [only = ''] = typed;
    words.forEach(({ word, to }, at) => {
      if (typed.length === 1) {
        if (isTyped(word, only)) isMarked[at] = true;
        return;
      }
      const next = words[at + 1];
      if (!next || /[.;:!?]/.test(text.slice(to, next.from))) return;
      if (typed.some((one, place) => isTyped(word, one) && isTyped(next.word, typed[place + 1] ?? '')))
        isMarked[at] = isMarked[at + 1] = true;
    });
  }
  const parts: string[] = [];
  let done = 0;
  words.forEach(({ from }, at) => {
    if (!isMarked[at] || (at > 0 && isMarked[at - 1])) return;
    // Words side by side share one mark.
    let last = at;
    while (isMarked[last + 1]) last++;
    const to = words[last]?.to ?? from;
    parts.push(text.slice(done, from), text.slice(from, to));
    done = to;
  });
  return [...parts, text.slice(done)];
};

/** A page as it is listed for a query, given the sentences of its content, the readings of the query and their scorers. */
export const listed = (
  { url, meta, filters, sub_results: parts = [] }: PageData,
  content: readonly Sentence[],
  readings: readonly (readonly string[])[],
  scorers: readonly QueryScorer[],
): FoundPage => {
  const title = unescaped(decode(meta.title ?? url));
  const summary = sentencesOf(meta.summary ?? '');
  let best = summary[0]?.text ?? '';
  let bestScore = -1;
  const consider = ({ text, words }: Sentence, bonus: number): void => {
    if (
      text.length < MIN_LENGTH ||
      text.length > MAX_LENGTH ||
      GLUED.test(text) ||
      FORMER.test(text) ||
      text === `${meta.title}.`
    )
      return;
    const share = Math.max(0, ...scorers.map((scorer) => scorer.share(words)));
    const score = share + bonus - (text.length > SHORT ? LONG_PENALTY : 0);
    // Of sentences that fit equally well, the first.
    if (score > bestScore + 0.02) [best, bestScore] = [text, score];
  };
  for (const sentence of summary) consider(sentence, SUMMARY_BONUS);
  // What a page has to say first stands first.
  content.forEach((sentence, at) => {
    consider(sentence, Math.max(0, EARLY_BONUS * (1 - at / EARLY)));
  });

  const fits = (text: string): number => Math.max(0, ...scorers.map((scorer) => scorer.titleScore([text])));
  const least = Math.max(fits(title) + BETTER, MIN_HEADING);
  const [part] = parts
    .filter((part) => part.anchor && part.url !== url)
    .map((part) => ({ url: part.url, title: unescaped(decode(part.title)) }))
    .map((part) => ({ part, score: fits(part.title) }))
    .filter(({ score }) => score >= least)
    .sort((a, b) => b.score - a.score);
  const [kind] = filters?.kind ?? [];
  return {
    url,
    title,
    ...(kind === undefined ? {} : { kind }),
    excerpt: marked(unescaped(decode(best)), readings),
    ...(part ? { part: part.part } : {}),
  };
};
