/**
 * Content files: read, held against their schemas, and tied to each other.
 * The Astro build and `check` both come through `loadContent`, so nothing is published that was not checked.
 */
import { parseBody, type BodyNode } from '../mdx/body.ts';
import { byPlace, format, type Problem } from '../problems/index.ts';
import { kinds, type Data, type Kind } from '../schema/index.ts';
import { checkAddresses, readAddresses } from './addresses.ts';
import { checkFigures } from './check-figures.ts';
import { readContent, readFile } from './read.ts';
import { resolve, type Entry } from './resolve.ts';
import { validate } from './validate.ts';

export { ADDRESS_FILE, contentFolder, MAX_FILE_BYTES } from './read.ts';
export { readAddresses, redirects, unlisted } from './addresses.ts';
export type { Entry } from './resolve.ts';

export interface Content {
  /** Files in order in themselves. They may be published only when `problems` is empty. */
  entries: Entry[];
  problems: Problem[];
}

/** Reads and checks a whole content folder. All problems at once, in the order of the files. */
export const loadContent = (folder: string): Content => {
  const { files, problems } = readContent(folder);
  const readable = problems.length === 0;
  const entries: Entry[] = [];
  for (const file of files) {
    const result = validate(file);
    const parsed = kinds[file.kind].format === 'mdx' ? parseBody(file.body) : null;
    problems.push(...(parsed?.problems ?? []).map((found) => ({ ...found, file: file.file, line: found.line + file.bodyLine - 1 })));
    if ('problems' in result) problems.push(...result.problems);
    else entries.push({ ...file, data: result.data as Data<Kind>, parsed });
  }
  // A reference to a file that is itself broken would only repeat that file's own problem.
  if (readable && entries.length === files.length) {
    const addresses = readAddresses(folder);
    problems.push(...resolve(entries), ...checkFigures(entries), ...(addresses ? checkAddresses(addresses, entries) : []));
  }
  problems.sort(byPlace);
  return { entries, problems };
};

/** Reads the body of one entry again, for its page. Throws an error that names file and line where it is not fit to print. */
export const readBody = (folder: string, kind: Kind, id: string): BodyNode[] => {
  const file = readFile(folder, `${kind}/${id}.${kinds[kind].format}`);
  if ('code' in file) throw new Error(format(file));
  const { nodes, problems } = parseBody(file.body);
  const [first] = problems;
  if (first) throw new Error(format({ ...first, file: file.file, line: first.line + file.bodyLine - 1 }));
  return nodes;
};
