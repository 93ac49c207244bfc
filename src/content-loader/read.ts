/** Reads the content folder: walks it, decodes each file and parses its fields. Schemas are applied later, in validate.ts. */
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { LocalProblem, Problem, ProblemCode } from '../problems/index.ts';
import { environment } from '../environment.ts';
import { codePoint, invisible } from '../prose/index.ts';
import { collectionNames, collections, SLUG, slugFrom, type CollectionName } from '../schema/index.ts';
import type { ParseCache } from './parse-cache.ts';
import { locationAt, parseFrontMatter, parseJson, type Location, type ParsedFields } from './parse.ts';

/** List of published addresses, in the content folder; see addresses.ts. */
export const ADDRESS_FILE = 'addresses.txt';
/** Words missing from the spelling dictionary, in the content folder: one per line, `#` starts a comment. */
export const WORDS_FILE = 'words.txt';

/** Larger files are refused. The longest article is a tenth of this. */
export const MAX_FILE_BYTES = 256 * 1024;

/** A file that was parsed. Its data has not been validated yet. */
export interface ContentFile extends ParsedFields {
  kind: CollectionName;
  /** File name without extension: the last segment of the page's address. */
  id: string;
  /** Path from the content folder, with forward slashes. */
  file: string;
  /** MDX below the front matter; empty for JSON. */
  body: string;
  /** Line of the file on which the body starts. */
  bodyLine: number;
  /** Location of a piece of text at or after `from`. Returns `from` if the file spells it differently: escaped, or over several lines. */
  find: (text: string, from: Location) => Location;
}

/** The content folder of this run: `CONTENT_DIR`, by default `content` in the project. */
export const contentFolder = (): string => environment().contentDir;

/**
 * Whether `file` is `folder` or lies below it. File watchers report `/` on Windows, where `path.resolve` returns `\`:
 * `path.relative` understands both.
 */
export const isWithin = (
  folder: string,
  file: string,
  platform: Pick<typeof path, 'isAbsolute' | 'relative'> = path,
): boolean => {
  const relative = platform.relative(folder, file);
  return !/^\.\.(?:[\\/]|$)/.test(relative) && !platform.isAbsolute(relative);
};

/** Reads every file below `folder`. Returns problems instead of throwing for anything an editor can get wrong. */
export const readContent = (folder: string, cache: ParseCache): { files: ContentFile[]; problems: Problem[] } => {
  const files: ContentFile[] = [];
  const problems: Problem[] = [];
  const names = new Set<string>();
  const allowed = collectionNames.join(', ');
  let items;
  try {
    items = list(folder);
  } catch {
    // Missing, a file, or not readable: the message says to check CONTENT_DIR.
    return { files, problems: [problemAt('.', START, 'folder-missing', { folder })] };
  }
  for (const item of items) {
    const { name } = item;
    if (name === ADDRESS_FILE || name === WORDS_FILE) continue;
    if (!item.isDirectory()) problems.push(problemAt(name, START, 'file-stray', { allowed }));
    else if (!isKind(name)) problems.push(problemAt(name, START, 'folder-unknown', { folder: name, allowed }));
    else
      for (const child of list(path.join(folder, name))) {
        const file = `${name}/${child.name}`;
        names.add(file);
        const result = cache.file(file, versionOf(path.join(folder, file)), () => parseFile(folder, file));
        if ('code' in result) problems.push(result);
        else files.push(result);
      }
  }
  cache.keepOnly(names);
  return { files, problems };
};

/** The body of one file and the line on which it starts, without parsing its fields. */
export const readBodySource = (folder: string, file: string): Pick<ContentFile, 'body' | 'bodyLine'> | Problem => {
  const read = readSource(folder, file);
  if ('code' in read) return read;
  const { body, bodyLine } = splitFrontMatter(read.source) ?? {};
  return body === undefined || bodyLine === undefined
    ? problemAt(file, START, 'front-matter-missing')
    : { body, bodyLine };
};

const START: Location = { line: 1, column: 1 };

const problemAt = (file: string, location: Location, code: ProblemCode, detail: Problem['detail'] = {}): Problem => ({
  file,
  ...location,
  code,
  detail,
});

/** What a folder holds, sorted by name in UTF-16 order on every system, without hidden files. */
const list = (folder: string) =>
  readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.'))
    .sort((a, b) => (a.name < b.name ? -1 : 1));

const isKind = (name: string): name is CollectionName => (collectionNames as string[]).includes(name);

/** Differs whenever a file was written, replaced or removed. */
const versionOf = (file: string): string => {
  const stat = lstatSync(file, { throwIfNoEntry: false });
  return stat ? [stat.ino, stat.size, stat.mtimeMs, stat.ctimeMs].join(' ') : 'missing';
};

const parseFile = (folder: string, file: string): ContentFile | Problem => {
  const read = readSource(folder, file);
  if ('code' in read) return read;
  const { kind, id, source } = read;
  const parts =
    collections[kind].format === 'json' ? { fields: parseJson(source), body: '', bodyLine: 1 } : parseMdx(source);
  if (!parts) return problemAt(file, START, 'front-matter-missing');
  const { fields, body, bodyLine } = parts;
  return 'code' in fields
    ? { file, ...fields }
    : { kind, id, file, body, bodyLine, data: fields.data, locate: fields.locate, find: finder(source) };
};

const parseMdx = (source: string): { fields: ParsedFields | LocalProblem; body: string; bodyLine: number } | null => {
  const split = splitFrontMatter(source);
  return split && { ...split, fields: parseFrontMatter(split.frontMatter, 1) };
};

const FRONT_MATTER = /^---\n([\s\S]*?\n)?---[ \t]*(?:\n|$)/;

const splitFrontMatter = (source: string): { frontMatter: string; body: string; bodyLine: number } | null => {
  const match = FRONT_MATTER.exec(source);
  return (
    match && {
      frontMatter: match[1] ?? '',
      body: source.slice(match[0].length),
      bodyLine: match[0].split('\n').length,
    }
  );
};

/** Text of a file whose name and encoding are in order, with `\n` at the end of every line. */
interface Source {
  kind: CollectionName;
  id: string;
  source: string;
}

const readSource = (folder: string, file: string): Source | Problem => {
  const identified = identify(file);
  if ('code' in identified) return identified;
  let decoded: string;
  try {
    const stat = lstatSync(path.join(folder, file));
    if (!stat.isFile()) return problemAt(file, START, 'file-unreadable', { reason: 'không phải tệp thường' });
    if (stat.size > MAX_FILE_BYTES) {
      return problemAt(file, START, 'file-large', { size: Math.ceil(stat.size / 1024), limit: MAX_FILE_BYTES / 1024 });
    }
    decoded = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path.join(folder, file)));
  } catch (error) {
    // The decoder throws a TypeError, the file system an Error with a code.
    if (error instanceof TypeError) return problemAt(file, START, 'file-encoding');
    return problemAt(file, START, 'file-unreadable', {
      reason: error instanceof Error ? error.message : String(error),
    });
  }
  const source = decoded.replace(/\r\n?/g, '\n');
  // UTF-16 without a byte-order mark decodes to control characters; text has only tab and line end.
  const control = source.search(/[^\P{Cc}\t\n]/u);
  if (control >= 0) return problemAt(file, locationAt(source, control), 'file-encoding');
  const hidden = invisible.exec(source);
  if (hidden)
    return problemAt(file, locationAt(source, hidden.index), 'text-invisible', { character: codePoint(hidden[0]) });
  return { ...identified, source };
};

/** Collection and id of a file from its path, or what is wrong with its name. */
const identify = (file: string): { kind: CollectionName; id: string } | Problem => {
  const slash = file.indexOf('/');
  const [kind, name] = [file.slice(0, slash), file.slice(slash + 1)];
  if (!isKind(kind)) return problemAt(file, START, 'file-stray', { allowed: collectionNames.join(', ') });
  const expected = collections[kind].format;
  const extension = path.posix.extname(name);
  if (extension !== `.${expected}`) return problemAt(file, START, 'file-type', { expected });
  const id = name.slice(0, -extension.length);
  if (SLUG.test(id)) return { kind, id };
  const correct = slugFrom(id);
  return problemAt(file, START, 'file-name', { name, correct: correct && `${correct}.${expected}` });
};

/** How many lines below its field a piece of text may be: the longest folded text. */
const FIND_LINES = 40;

const finder = (source: string): ContentFile['find'] => {
  let lines: string[] | undefined;
  return (text, from) => {
    lines ??= source.split('\n');
    for (const [index, line] of lines.slice(from.line - 1, from.line - 1 + FIND_LINES).entries()) {
      const found = line.indexOf(text, index === 0 ? from.column - 1 : 0);
      if (found >= 0) return { line: from.line + index, column: found + 1 };
    }
    return from;
  };
};
