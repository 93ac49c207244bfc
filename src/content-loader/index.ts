/**
 * Content files: read, held against their schemas, and tied to each other.
 * The Astro build and `check` both come through `loadContent`, so nothing is published that was not checked.
 */
import { dates } from '../i18n/index.ts';
import { parseBody, type BodyNode } from '../mdx/body.ts';
import { byPlace, format, type Problem } from '../problems/index.ts';
import { collections, SLUG, type Data, type CollectionName } from '../schema/index.ts';
import { checkAddresses, readAddresses } from './addresses.ts';
import { checkDates } from './check-dates.ts';
import { checkFigures } from './check-figures.ts';
import { checkTexts, type Worded } from './check-text.ts';
import { checkTwins } from './check-twins.ts';
import type { Memory } from './memory.ts';
import { readBelow, readContent, type ContentFile } from './read.ts';
import { resolve, type ParsedEntry, type Unsound } from './resolve.ts';
import { textsOf, type Text } from './texts.ts';
import { validate } from './validate.ts';

export { ADDRESS_FILE, contentFolder, MAX_FILE_BYTES, WORDS_FILE } from './read.ts';
export { Memory } from './memory.ts';
export { placed } from './check-text.ts';
export { paragraphsOf, type Text } from './texts.ts';
export { readAddresses, redirects, unlisted } from './addresses.ts';
export type { ParsedEntry } from './resolve.ts';

export interface Content {
  /** Files in order in themselves. They may be published only when `problems` is empty. */
  entries: ParsedEntry[];
  problems: Problem[];
}

/** Reads and checks a whole content folder on the day `today`. All problems at once, in the order of the files. `memory`: of readings before. */
export const loadContent = (folder: string, today = dates.today(), memory?: Memory): Content => {
  const { files, problems } = readContent(folder, memory);
  const unread = problems.flatMap(({ file }) => idOf(file));
  const readable = problems.every(({ file }) => idOf(file).length > 0);
  const entries: ParsedEntry[] = [];
  const worded: Worded[] = [];
  const unsound: Unsound[] = unread;
  for (const file of files) {
    const {
      entry,
      problems: own,
      texts,
    } = memory ? memory.find('file', file, '', () => findingsOf(file)) : findingsOf(file);
    worded.push({ file, texts });
    problems.push(...own, ...checkDates(file, today));
    if (entry) entries.push(entry);
    else unsound.push(file);
  }
  problems.push(...checkTexts(worded, memory), ...checkTwins(files));
  // A file under a wrong name would be missed everywhere; its own problem says it.
  if (readable) {
    const complete = !unsound.some(({ kind }) => kind === 'statistics' || kind === 'indicators');
    problems.push(...resolve(entries, unsound), ...checkFigures(entries, complete, memory));
    const addresses = readAddresses(folder);
    if (addresses && unsound.length === 0) problems.push(...checkAddresses(addresses, entries));
  }
  problems.sort(byPlace);
  return { entries, problems };
};

/** What a file says by itself. */
interface Findings {
  /** Null where it is not in order. */
  entry: ParsedEntry | null;
  /** What is wrong with its data and its body. */
  problems: Problem[];
  texts: Text[];
}

const findingsOf = (file: ContentFile): Findings => {
  const result = validate(file);
  const parsed = collections[file.kind].format === 'mdx' ? parseBody(file.body) : null;
  const texts = textsOf(file, parsed);
  const inBody = (parsed?.problems ?? []).map((found): Problem => ({
    ...found,
    file: file.file,
    line: found.line + file.bodyLine - 1,
  }));
  return 'problems' in result
    ? { entry: null, problems: [...inBody, ...result.problems], texts }
    : { entry: { ...file, data: result.data as Data<CollectionName>, parsed, texts }, problems: inBody, texts };
};

/** Kind and id of a file that could not be read; nothing where its name tells none. */
const idOf = (file: string): Unsound[] => {
  const [, kind = '', id = '', format = ''] = /^([^/]+)\/(.+)\.([a-z]+)$/.exec(file) ?? [];
  return Object.hasOwn(collections, kind) && collections[kind as CollectionName].format === format && SLUG.test(id)
    ? [{ kind: kind as CollectionName, id }]
    : [];
};

/** Reads the body of one entry again, for its page. Throws an error that names file and line where it is not fit to print. */
export const readBody = (folder: string, kind: CollectionName, id: string): BodyNode[] => {
  const file = `${kind}/${id}.${collections[kind].format}`;
  const below = readBelow(folder, file);
  if ('code' in below) throw new Error(format(below));
  const { nodes, problems } = parseBody(below.body);
  const [first] = problems;
  if (first) throw new Error(format({ ...first, file, line: first.line + below.bodyLine - 1 }));
  return nodes;
};
