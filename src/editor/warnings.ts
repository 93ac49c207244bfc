/**
 * Warnings about content that may be published as it is: facts that were not verified lately, files that nothing refers to,
 * sentences too long to read on a phone, words that the dictionary lacks.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { paragraphsOf, toProblem, WORDS_FILE, type ContentEntry, type Text } from '../content-loader/index.ts';
import { dates } from '../i18n/index.ts';
import { walk } from '../mdx/body.ts';
import type { Problem } from '../problems/index.ts';
import {
  checkStyle,
  longSentences,
  MAX_PARAGRAPH_WORDS,
  MAX_SENTENCE_WORDS,
  wordCount,
  type TextIssue,
} from '../prose/index.ts';
import { collections, type CollectionName, type Data, type Reference } from '../schema/index.ts';
import { Speller } from './spelling.ts';

/** Months after which facts should be verified against their sources again. */
const STALE_MONTHS = 6;

/**
 * All warnings about the entries of `folder`, on the day `today` in Vietnam (`YYYY-MM-DD`). `isComplete`: whether every file of
 * the folder is among them; an entry that an invalid file refers to is not unused.
 */
export const findWarnings = (
  folder: string,
  entries: readonly ContentEntry[],
  today: string,
  isComplete = true,
): Problem[] => {
  const words = siteWords(folder);
  const abbreviations = new Set([...words, ...entries.flatMap(glossaryWords)]);
  const speller = new Speller([...words, ...[...abbreviations].map((each) => each.toLowerCase())]);
  const used = new Set<string>();
  const stale = dates.monthsBefore(today, STALE_MONTHS);
  const found = entries.flatMap((entry) => {
    for (const reference of referencesOf(entry)) used.add(reference);
    return [
      ...dateWarnings(entry, today, stale),
      ...reviewWarnings(entry),
      ...textWarnings(entry, speller, abbreviations),
    ];
  });
  return isComplete ? [...found, ...unusedEntries(entries, used)] : found;
};

/** The site's own list of words, which the dictionary lacks; empty where the folder has no such file. */
const siteWords = (folder: string): string[] => {
  const file = path.join(folder, WORDS_FILE);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim().normalize('NFC'))
    .filter(Boolean);
};

/** The words and abbreviations that a glossary entry explains; none for an entry of another collection. */
const glossaryWords = ({ kind, data }: ContentEntry): string[] => {
  if (kind !== 'glossary') return [];
  const { term, abbreviation = '' } = data as Data<'glossary'>;
  return `${term} ${abbreviation}`.split(/[\s()/]+/).filter(Boolean);
};

/** Facts verified before the day `stale`, and alerts that expired before `today`. */
const dateWarnings = (entry: ContentEntry, today: string, stale: string): Problem[] => {
  const { verifiedAt, expiresAt, withdrawn } = entry.data as {
    verifiedAt?: string;
    expiresAt?: string;
    withdrawn?: object;
  };
  // A withdrawn alert is an archive: its dates need no care any more.
  if (withdrawn) return [];
  const at = (field: string) => ({ file: entry.file, ...entry.locate([field]) });
  const found: Problem[] = [];
  // A partial date such as `2026-03` may mean the last day of the month, so it is compared as far as it goes.
  if (verifiedAt && verifiedAt < stale.slice(0, verifiedAt.length)) {
    found.push({
      ...at('verifiedAt'),
      code: 'date-stale',
      detail: { field: 'verifiedAt', value: dates.day(verifiedAt), months: STALE_MONTHS },
    });
  }
  if (expiresAt && expiresAt < today)
    found.push({ ...at('expiresAt'), code: 'date-expired', detail: { value: dates.day(expiresAt) } });
  return found;
};

/** A person who may be named needs the review of a second person. */
const reviewWarnings = (entry: ContentEntry): Problem[] => {
  if (entry.kind !== 'public-names') return [];
  const { name, reviewedBy, reviewedAt } = entry.data as Data<'public-names'>;
  return reviewedBy && reviewedAt
    ? []
    : [{ file: entry.file, ...entry.locate(['name']), code: 'review-missing', detail: { name } }];
};

const ABBREVIATION = /(?<![\p{L}\d/.-])\p{Lu}{2,}\d*(?![\p{L}\d/]|-\p{L})/gu;

/** Spelling, style and length of the Vietnamese texts of an entry. */
const textWarnings = (entry: ContentEntry, speller: Speller, abbreviations: ReadonlySet<string>): Problem[] => {
  const seen = new Set<string>();
  // A word is reported once a file; places that `--fix` changes are all reported.
  const isNew = ({ code, match }: TextIssue): boolean =>
    code === 'style-spaces' || code === 'style-tone' || (!seen.has(match) && Boolean(seen.add(match)));
  const texts = entry.texts.filter(({ language, verbatim }) => language === 'vi' && !verbatim);
  return [
    ...texts.flatMap((text) =>
      [...checkStyle(text.value), ...unknownAbbreviations(text, abbreviations), ...speller.check(text.value)]
        .filter(isNew)
        .map((remark) => toProblem(entry, text, remark)),
    ),
    ...texts.flatMap((text) => (text.field ? longSentencesIn(entry, text) : [])),
    ...paragraphsOf(entry, entry.parsed).flatMap(({ value, location }) => [
      ...longSentences(value).map(({ words, opening }): Problem => ({
        file: entry.file,
        ...location,
        code: 'style-sentence',
        detail: { words, opening, maximum: MAX_SENTENCE_WORDS },
      })),
      ...paragraphWarning(entry, value, location),
    ]),
  ];
};

const paragraphWarning = (
  entry: ContentEntry,
  paragraph: string,
  location: Pick<Problem, 'line' | 'column'>,
): Problem[] => {
  // A word and a space take at least two characters, so a shorter text cannot have too many words.
  if (paragraph.length < 2 * MAX_PARAGRAPH_WORDS) return [];
  const words = wordCount(paragraph);
  return words > MAX_PARAGRAPH_WORDS
    ? [{ file: entry.file, ...location, code: 'style-paragraph', detail: { words, maximum: MAX_PARAGRAPH_WORDS } }]
    : [];
};

const longSentencesIn = (entry: ContentEntry, text: Text): Problem[] =>
  longSentences(text.value).map(({ index, words, opening }) => ({
    file: entry.file,
    ...text.at(index, opening),
    code: 'style-sentence',
    detail: { words, opening, maximum: MAX_SENTENCE_WORDS },
  }));

const unknownAbbreviations = (text: Text, abbreviations: ReadonlySet<string>): TextIssue[] =>
  !/\p{Lu}{2}/u.test(text.value)
    ? []
    : [...text.value.matchAll(ABBREVIATION)]
        .filter(({ 0: match }) => !abbreviations.has(match))
        .map(({ 0: match, index }) => ({ code: 'style-abbreviation', index, match, detail: { word: match } }));

/** Collections whose entries exist to be referred to. */
const referenced: readonly CollectionName[] = ['sources', 'indicators'];

/** Everything that an entry refers to, as `collection/id`. A quote is referred to as `source/quote`, in an observation or in a `<Quote>`. */
const referencesOf = (entry: ContentEntry): string[] => {
  const quoted: string[] = [];
  walk(entry.parsed?.nodes ?? [], (node) => {
    if (node.type === 'tag' && node.name === 'Quote') quoted.push(node.props.of);
  });
  return [
    ...(collections[entry.kind].references as (data: unknown) => Reference[])(entry.data).map(
      ({ kind, id }) => `${kind}/${id}`,
    ),
    ...[...quoted, ...entry.texts.filter(({ language }) => language === 'data').map(({ value }) => value)].map(
      (quote) => `sources/${quote.replace(/\/.*/, '')}`,
    ),
  ];
};

/** Sources and indicators that nothing refers to. */
const unusedEntries = (entries: readonly ContentEntry[], used: ReadonlySet<string>): Problem[] =>
  entries
    .filter(({ kind, id }) => referenced.includes(kind) && !used.has(`${kind}/${id}`))
    .map(({ kind, id, file }) => ({ file, line: 1, column: 1, code: 'orphan', detail: { id, kind } }));
