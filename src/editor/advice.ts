/**
 * What is worth saying about content that may be published as it is: facts nobody has checked for long, files nobody uses,
 * sentences too long for a phone, words the dictionary lacks. All of it is warnings.
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
import { collections, type Data, type CollectionName, type Reference } from '../schema/index.ts';
import { Speller } from './spelling.ts';

/** Facts are held against their sources twice a year. */
const STALE_MONTHS = 6;

/** Everything to advise on some entries of `folder`, on the day `today` in Vietnam. */
export const advise = (folder: string, entries: readonly ContentEntry[], today: string): Problem[] => {
  const words = listedWords(folder);
  const abbreviations = new Set([...words, ...entries.flatMap(explained)]);
  const speller = new Speller([...words, ...[...abbreviations].map((each) => each.toLowerCase())]);
  const used = new Set<string>();
  const stale = dates.monthsBefore(today, STALE_MONTHS);
  const found = entries.flatMap((entry) => {
    for (const each of pointedTo(entry)) used.add(each);
    return [...old(entry, today, stale), ...unreviewed(entry), ...wording(entry, speller, abbreviations)];
  });
  return [...found, ...orphans(entries, used)];
};

/** The site's own list of words; an empty one where the folder has none. */
const listedWords = (folder: string): string[] => {
  const file = path.join(folder, WORDS_FILE);
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim().normalize('NFC'))
    .filter(Boolean);
};

/** Words that the glossary explains. */
const explained = ({ kind, data }: ContentEntry): string[] => {
  if (kind !== 'glossary') return [];
  const { term, abbreviation = '' } = data as Data<'glossary'>;
  return `${term} ${abbreviation}`.split(/[\s()/]+/).filter(Boolean);
};

/** `stale`: the last day whose checks are too old. */
const old = (entry: ContentEntry, today: string, stale: string): Problem[] => {
  const { verifiedAt, expiresAt, withdrawn } = entry.data as {
    verifiedAt?: string;
    expiresAt?: string;
    withdrawn?: object;
  };
  // Nobody follows it any more.
  if (withdrawn) return [];
  const at = (field: string) => ({ file: entry.file, ...entry.locate([field]) });
  const found: Problem[] = [];
  // `2026-03` may have been its last day.
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

/** Four eyes decide who is named. */
const unreviewed = (entry: ContentEntry): Problem[] => {
  if (entry.kind !== 'public-names') return [];
  const { name, reviewedBy, reviewedAt } = entry.data as Data<'public-names'>;
  return reviewedBy && reviewedAt
    ? []
    : [{ file: entry.file, ...entry.locate(['name']), code: 'review-missing', detail: { name } }];
};

const ABBREVIATION = /(?<![\p{L}\d/.-])\p{Lu}{2,}\d*(?![\p{L}\d/]|-\p{L})/gu;

const wording = (entry: ContentEntry, speller: Speller, abbreviations: ReadonlySet<string>): Problem[] => {
  const told = new Set<string>();
  const once = ({ code, match }: TextIssue): boolean =>
    code === 'style-spaces' || code === 'style-tone' || (!told.has(match) && Boolean(told.add(match)));
  const texts = entry.texts.filter(({ language, verbatim }) => language === 'vi' && !verbatim);
  return [
    ...texts.flatMap((text) =>
      [...checkStyle(text.value), ...unexplained(text, abbreviations), ...speller.check(text.value)]
        .filter(once)
        .map((issue) => toProblem(entry, text, issue)),
    ),
    ...texts.flatMap((text) => (text.field ? sentences(entry, text) : [])),
    ...paragraphsOf(entry, entry.parsed).flatMap(({ value, location }) => [
      ...longSentences(value).map(({ words, opening }): Problem => ({
        file: entry.file,
        ...location,
        code: 'style-sentence',
        detail: { words, opening, maximum: MAX_SENTENCE_WORDS },
      })),
      ...long(entry, value, location),
    ]),
  ];
};

const long = (entry: ContentEntry, paragraph: string, location: Pick<Problem, 'line' | 'column'>): Problem[] => {
  // A word and its space are two characters at least.
  if (paragraph.length < 2 * MAX_PARAGRAPH_WORDS) return [];
  const words = wordCount(paragraph);
  return words > MAX_PARAGRAPH_WORDS
    ? [{ file: entry.file, ...location, code: 'style-paragraph', detail: { words, maximum: MAX_PARAGRAPH_WORDS } }]
    : [];
};

const sentences = (entry: ContentEntry, text: Text): Problem[] =>
  longSentences(text.value).map(({ index, words, opening }) => ({
    file: entry.file,
    ...text.at(index, opening),
    code: 'style-sentence',
    detail: { words, opening, maximum: MAX_SENTENCE_WORDS },
  }));

const unexplained = (text: Text, abbreviations: ReadonlySet<string>): TextIssue[] =>
  !/\p{Lu}{2}/u.test(text.value)
    ? []
    : [...text.value.matchAll(ABBREVIATION)]
        .filter(({ 0: match }) => !abbreviations.has(match))
        .map(({ 0: match, index }) => ({ code: 'style-abbreviation', index, match, detail: { word: match } }));

/** Kinds whose entries are there for others to point to. */
const servants: readonly CollectionName[] = ['sources', 'indicators'];

/** Addresses (`kind/id`) of everything that an entry points to. A passage is named together with its source, in a figure or in a tag. */
const pointedTo = (entry: ContentEntry): string[] => {
  const quoted: string[] = [];
  walk(entry.parsed?.nodes ?? [], (node) => {
    if (node.type === 'tag' && node.name === 'Quote') quoted.push(node.props.of);
  });
  return [
    ...(collections[entry.kind].references as (data: unknown) => Reference[])(entry.data).map(
      ({ kind, id }) => `${kind}/${id}`,
    ),
    ...[...quoted, ...entry.texts.filter(({ language }) => language === 'data').map(({ value }) => value)].map(
      (address) => `sources/${address.split('/')[0]!}`,
    ),
  ];
};

const orphans = (entries: readonly ContentEntry[], used: ReadonlySet<string>): Problem[] =>
  entries
    .filter(({ kind, id }) => servants.includes(kind) && !used.has(`${kind}/${id}`))
    .map(({ kind, id, file }) => ({ file, line: 1, column: 1, code: 'orphan', detail: { id, kind } }));
