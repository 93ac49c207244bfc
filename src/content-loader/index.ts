/**
 * Loads content: reads the files, validates each against its schema, and checks them against each other.
 * The Astro build and `npm run check` both call `loadContent`, so nothing is published that was not checked. See README.md.
 */
import { dates } from '../i18n/index.ts';
import { parseBody, type BodyNode } from '../mdx/body.ts';
import { byLocation, format, type Problem } from '../problems/index.ts';
import { collections, SLUG, type CollectionName } from '../schema/index.ts';
import { checkAddresses, readAddresses } from './addresses.ts';
import { checkDates, checkDuplicateTitles } from './check-fields.ts';
import { checkFigures } from './check-figures.ts';
import { checkHotlines } from './check-hotlines.ts';
import { checkReferences, type InvalidFile } from './check-references.ts';
import { checkTexts } from './check-text.ts';
import { ParseCache } from './parse-cache.ts';
import { readBodySource, readContent } from './read.ts';
import { validateFile, type ContentEntry } from './validate.ts';

export { ADDRESS_FILE, contentFolder, isWithin, MAX_FILE_BYTES, WORDS_FILE } from './read.ts';
export { ParseCache } from './parse-cache.ts';
export { toProblem } from './check-text.ts';
export { paragraphsOf, type Text } from './texts.ts';
export { parseAddresses, readAddresses, redirects, unlisted } from './addresses.ts';
export type { ContentEntry } from './validate.ts';

export interface Content {
  /** Files that are valid by themselves. They may be published only if `problems` is empty. */
  entries: ContentEntry[];
  /** Whether every file is among the entries. What points to what is only known in part where one is not. */
  isComplete: boolean;
  /** Sorted by file and location. */
  problems: Problem[];
}

/**
 * Reads and checks a whole content folder and returns every problem at once.
 * `today` is the day in Vietnam, `YYYY-MM-DD`. Pass the same `cache` to repeat a reading and parse only changed files.
 */
export const loadContent = (folder: string, today = dates.today(), cache = new ParseCache()): Content => {
  const { files, problems: unread } = readContent(folder, cache);
  const results = files.map((file) => cache.memo('file', file, '', () => validateFile(file)));
  const entries = results.flatMap(({ entry }) => entry ?? []);
  const invalid: InvalidFile[] = [
    ...unread.flatMap(({ file }) => identityOf(file) ?? []),
    ...results.flatMap(({ entry, file }) => (entry ? [] : file)),
  ];
  const problems = [
    ...unread,
    ...results.flatMap(({ problems: own }) => own),
    ...files.flatMap((file) => checkDates(file, today)),
    ...checkTexts(results, cache),
    ...checkDuplicateTitles(files),
  ];
  // Everything that points to a file with a wrong name would be reported too; the name is reported already.
  if (unread.every(({ file }) => identityOf(file))) {
    const complete = !invalid.some(({ kind }) => kind === 'statistics' || kind === 'indicators');
    problems.push(
      ...checkReferences(entries, invalid),
      ...checkFigures(entries, complete, cache),
      ...checkHotlines(entries),
    );
    const addresses = readAddresses(folder);
    if (addresses && invalid.length === 0) problems.push(...checkAddresses(addresses, entries));
  }
  return { entries, isComplete: invalid.length === 0 && unread.length === 0, problems: problems.sort(byLocation) };
};

/** Collection and id of a file that could not be read, from its path; null if the path is no valid one. */
const identityOf = (file: string): InvalidFile | null => {
  const [, kind = '', id = '', format = ''] = /^([^/]+)\/(.+)\.([a-z]+)$/.exec(file) ?? [];
  return Object.hasOwn(collections, kind) && collections[kind as CollectionName].format === format && SLUG.test(id)
    ? { kind: kind as CollectionName, id }
    : null;
};

/**
 * Parses the body of one entry for its page. Entries of the Astro collections hold data only: parsed bodies of
 * thousands of pages would fill the memory. Throws an error with file and line if the body may not be published.
 */
export const readBody = (folder: string, kind: CollectionName, id: string): BodyNode[] => {
  const file = `${kind}/${id}.${collections[kind].format}`;
  const source = readBodySource(folder, file);
  if ('code' in source) throw new Error(format(source));
  const { nodes, problems } = parseBody(source.body);
  const [first] = problems;
  if (first) throw new Error(format({ ...first, file, line: first.line + source.bodyLine - 1 }));
  return nodes;
};
