/**
 * Reads a content folder into entries that keep the place of every field, or says what is wrong with a file.
 * The Astro build and `check` both read through here, so nothing is published that was not checked.
 */
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';
import { isScalar, LineCounter, parseDocument, visit, type Document } from 'yaml';
import { collectionNames, collections, SLUG, slugFrom, type CollectionName } from '../schema/index.ts';
import { environment } from '../environment.ts';
import type { Problem, ProblemCode } from '../problems/index.ts';
import { codePoint, invisible } from '../prose/index.ts';
import type { Memory } from './memory.ts';

/** The two files that are no entries. Of published addresses: see `addresses.ts`. */
export const ADDRESS_FILE = 'addresses.txt';
/** Words that the spelling dictionary lacks and the site uses, one a line; `#` begins a remark. */
export const WORDS_FILE = 'words.txt';

/** Larger files are refused: the longest article is a tenth of this. */
export const MAX_FILE_BYTES = 256 * 1024;

export interface Place {
  line: number;
  column: number;
}

/** A file that could be read. Its data has not been held against a schema yet. */
export interface ContentFile {
  kind: CollectionName;
  /** File name without its extension: the last part of the page's address. */
  id: string;
  /** Path from the content folder, with forward slashes. */
  file: string;
  data: unknown;
  /** MDX below the front matter; empty for JSON. */
  body: string;
  /** Line of the file on which the body starts. */
  bodyLine: number;
  /** Place of a field, or of its nearest parent where it is missing. */
  locate: (field: readonly PropertyKey[]) => Place;
  /** Where a piece of text stands at or after a place; that place where it is written otherwise, with escapes or over lines. */
  find: (piece: string, from: Place) => Place;
}

export interface ReadResult {
  files: ContentFile[];
  problems: Problem[];
}

/** The content folder of this run: `CONTENT_DIR`, by default `content` in the project. */
export const contentFolder = (): string => environment().contentDir;

const START = { line: 1, column: 1 };
const problem = (file: string, place: Place, code: ProblemCode, detail: Problem['detail'] = {}): Problem => ({
  file,
  ...place,
  code,
  detail,
});

/** Reads every file below `folder`. Never throws for what an editor can get wrong. */
export const readContent = (folder: string, memory?: Memory): ReadResult => {
  const files: ContentFile[] = [];
  const problems: Problem[] = [];
  const allowed = collectionNames.join(', ');
  let folders;
  try {
    folders = readdirSync(folder, { withFileTypes: true });
  } catch {
    return { files, problems: [problem('.', START, 'folder-missing', { folder })] };
  }
  for (const entry of folders.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.')) continue;
    if (entry.name === ADDRESS_FILE || entry.name === WORDS_FILE) continue;
    if (!entry.isDirectory()) problems.push(problem(entry.name, START, 'file-stray', { allowed }));
    else if (!isKind(entry.name))
      problems.push(problem(entry.name, START, 'folder-unknown', { folder: entry.name, allowed }));
    else readKind(folder, entry.name, files, problems, memory);
  }
  return { files, problems };
};

const isKind = (name: string): name is CollectionName => (collectionNames as string[]).includes(name);

const readKind = (
  folder: string,
  kind: CollectionName,
  files: ContentFile[],
  problems: Problem[],
  memory?: Memory,
): void => {
  for (const entry of readdirSync(path.join(folder, kind), { withFileTypes: true }).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )) {
    if (entry.name.startsWith('.')) continue;
    const file = `${kind}/${entry.name}`;
    const result = readFile(folder, file, memory);
    if ('code' in result) problems.push(result);
    else files.push(result);
  }
};

/** Reads one file, given by its path from `folder`. */
const readFile = (folder: string, file: string, memory?: Memory): ContentFile | Problem => {
  const version = memory && versionOf(path.join(folder, file));
  return version ? memory.file(file, version, () => readNow(folder, file)) : readNow(folder, file);
};

const readNow = (folder: string, file: string): ContentFile | Problem => {
  const found = readSource(folder, file);
  if ('code' in found) return found;
  const { kind, id, source } = found;
  return collections[kind].format === 'json' ? readJson(kind, id, file, source) : readMdx(kind, id, file, source);
};

/** Changes with every writing of a file. */
const versionOf = (file: string): string | undefined => {
  const stat = lstatSync(file, { throwIfNoEntry: false });
  return stat && [stat.ino, stat.size, stat.mtimeMs, stat.ctimeMs].join(' ');
};

/** The words of a file that is one of content, with `\n` at the end of every line. */
interface Source {
  kind: CollectionName;
  id: string;
  source: string;
}

const readSource = (folder: string, file: string): Source | Problem => {
  const [kind, name] = [file.slice(0, file.indexOf('/')), file.slice(file.indexOf('/') + 1)];
  if (!isKind(kind)) return problem(file, START, 'file-stray', { allowed: collectionNames.join(', ') });
  const expected = collections[kind].format;
  const extension = path.posix.extname(name);
  if (extension !== `.${expected}`) return problem(file, START, 'file-type', { expected });
  const id = name.slice(0, -extension.length);
  if (!SLUG.test(id)) {
    const correct = slugFrom(id);
    return problem(file, START, 'file-name', { name, correct: correct && `${correct}.${expected}` });
  }
  let raw: string;
  try {
    const stat = lstatSync(path.join(folder, file));
    if (!stat.isFile()) return problem(file, START, 'file-unreadable', { reason: 'không phải tệp thường' });
    if (stat.size > MAX_FILE_BYTES) {
      return problem(file, START, 'file-large', { size: Math.ceil(stat.size / 1024), limit: MAX_FILE_BYTES / 1024 });
    }
    raw = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path.join(folder, file)));
  } catch (error) {
    if (error instanceof TypeError) return problem(file, START, 'file-encoding');
    return problem(file, START, 'file-unreadable', { reason: error instanceof Error ? error.message : String(error) });
  }
  const source = raw.replace(/\r\n?/g, '\n');
  // Text holds no control characters but tab and line end; UTF-16 without its mark does.
  const control = source.search(/[^\P{Cc}\t\n]/u);
  if (control >= 0) return problem(file, placeAt(source, control), 'file-encoding');
  const hidden = invisible.exec(source);
  if (hidden)
    return problem(file, placeAt(source, hidden.index), 'text-invisible', { character: codePoint(hidden[0]) });
  return { kind, id, source };
};

/** The part of a file below its front matter, and the line on which it starts. */
export const readBelow = (folder: string, file: string): Pick<ContentFile, 'body' | 'bodyLine'> | Problem => {
  const read = readSource(folder, file);
  if ('code' in read) return read;
  const [above] = FRONT_MATTER.exec(read.source) ?? [];
  return above === undefined
    ? problem(file, START, 'front-matter-missing')
    : { body: read.source.slice(above.length), bodyLine: above.split('\n').length };
};

const readJson = (kind: CollectionName, id: string, file: string, source: string): ContentFile | Problem => {
  // YAML is wider than JSON, gives places and refuses a name that stands twice; JSON.parse alone decides what is JSON.
  const fields = readFields(file, source, 0, 'JSON');
  if ('code' in fields) return fields;
  try {
    const data: unknown = JSON.parse(source);
    return { kind, id, file, data, body: '', bodyLine: 1, locate: fields.locate, find: finder(source) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const position = /position (\d+)/.exec(reason)?.[1];
    const offset = position ? Number(position) : (firstBareValue(parseFields(source, 0).document) ?? source.length);
    // What follows repeats the place, or a piece of the file.
    const what = reason.replace(/ in JSON at position .*|, (?:\.{3})?"[\s\S]*/, '');
    return problem(file, placeAt(source, offset), 'syntax', { language: 'JSON', reason: what });
  }
};

const FRONT_MATTER = /^---\n([\s\S]*?\n)?---[ \t]*(?:\n|$)/;

const readMdx = (kind: CollectionName, id: string, file: string, source: string): ContentFile | Problem => {
  const match = FRONT_MATTER.exec(source);
  if (!match) return problem(file, START, 'front-matter-missing');
  const fields = readFields(file, match[1] ?? '', 1, 'YAML');
  if ('code' in fields) return fields;
  const body = source.slice(match[0].length);
  return {
    kind,
    id,
    file,
    data: fields.data,
    body,
    bodyLine: match[0].split('\n').length,
    locate: fields.locate,
    find: finder(source),
  };
};

interface Fields {
  data: unknown;
  locate: ContentFile['locate'];
}

/** Where parsers of YAML differ or content has no business: anchors, aliases, tags, keys that are no words, ends of documents, tabs, escapes, powers of ten, a name that no object has as its own. */
const INTRICATE = /(?:^|[\s[{,:-])(?:[&*!?:]|(?:null|~)\s*:)|^(?:---|\.\.\.)|[\t\\]|\d\.?e[+-]?\d|__proto__/im;

/** What plain YAML holds, by a parser that is quick and tells no places; undefined where `yaml`, which explains what is wrong, must look. */
export const quickly = (source: string): unknown => {
  if (INTRICATE.test(source)) return undefined;
  try {
    return load(source, { schema: CORE_SCHEMA });
  } catch {
    return undefined;
  }
};

const readFields = (file: string, source: string, linesBefore: number, language: 'JSON' | 'YAML'): Fields | Problem => {
  const plain = quickly(source);
  if (plain !== undefined) return { data: plain, locate: locator(source, linesBefore) };
  const { document, at } = parseFields(source, linesBefore);
  // A warning tells of a tag such as `!!js/function`: no value needs one.
  const error = [...document.errors, ...document.warnings][0];
  if (error) return problem(file, at(error.pos[0]), 'syntax', { language, reason: error.message });
  const prototype = prototypeKey(document);
  if (prototype !== undefined)
    return problem(file, at(prototype), 'field-unknown', { field: '__proto__', correct: '' });
  try {
    return { data: document.toJS({ maxAliasCount: 0 }) as unknown, locate: locator(source, linesBefore) };
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    return problem(file, at(0), 'syntax', { language, reason });
  }
};

const parseFields = (source: string, linesBefore: number): { document: Document; at: (offset: number) => Place } => {
  const lines = new LineCounter();
  // Core schema: dates stay text. Anchors and aliases are not needed and can blow a file up.
  const document = parseDocument(source, { lineCounter: lines, schema: 'core', prettyErrors: false });
  return {
    document,
    at: (offset) => {
      const { line, col } = lines.linePos(offset);
      return { line: Math.max(line, 1) + linesBefore, column: Math.max(col, 1) };
    },
  };
};

/** Places of fields. A parsed document is large and places are seldom asked for: it is parsed again then, unless a line says it all. */
const locator = (source: string, linesBefore: number): ContentFile['locate'] => {
  let parsed: ReturnType<typeof parseFields> | undefined;
  return (field) => {
    const plain = field.length === 1 ? lineOf(source, String(field[0])) : undefined;
    if (plain) return { line: plain.line + linesBefore, column: plain.column };
    parsed ??= parseFields(source, linesBefore);
    return locate(parsed.document, field, parsed.at);
  };
};

/** Where the value of a field of YAML stands that has it on its own line. In a block mapping nothing else begins at the margin. */
const lineOf = (source: string, field: string): Place | undefined => {
  const start = source.startsWith(`${field}: `) ? 0 : source.indexOf(`\n${field}: `) + 1;
  if (!source.startsWith(`${field}: `, start)) return undefined;
  const column = field.length + 3;
  // A space more, a remark, a tag or an anchor: the parser knows where the value begins.
  if (/[\s#!&|>]/.test(source[start + column - 1] ?? ' ')) return undefined;
  return { line: source.slice(0, start).split('\n').length, column };
};

const locate = (document: Document, field: readonly PropertyKey[], at: (offset: number) => Place): Place => {
  for (let depth = field.length; depth > 0; depth--) {
    const node = document.getIn(field.slice(0, depth), true) as { range?: [number, number, number] } | undefined;
    if (node?.range) return at(node.range[0]);
  }
  return at(0);
};

/** Where a field is named `__proto__`: zod passes over it without a word. */
const prototypeKey = (document: Document): number | undefined => {
  let offset: number | undefined;
  visit(document, {
    Pair: (_, { key }) => {
      if (isScalar(key) && key.value === '__proto__') offset ??= key.range?.[0];
    },
  });
  return offset;
};

/** Where the first value stands that lacks its double quotes: JSON.parse names no place for it. */
const firstBareValue = (document: Document): number | undefined => {
  let offset: number | undefined;
  visit(document, {
    Scalar: (_, { type, source, range }) => {
      const json = type === 'QUOTE_DOUBLE' || /^(?:true|false|null|-?\d.*)$/.test(source ?? '');
      if (!json) offset ??= range?.[0];
    },
  });
  return offset;
};

/** How far below its field a piece may stand: the longest folded text. */
const FIND_LINES = 40;

const finder = (source: string): ContentFile['find'] => {
  let lines: string[] | undefined;
  return (piece, from) => {
    lines ??= source.split('\n');
    for (let line = from.line; line < from.line + FIND_LINES && line <= lines.length; line++) {
      const index = lines[line - 1]!.indexOf(piece, line === from.line ? from.column - 1 : 0);
      if (index >= 0) return { line, column: index + 1 };
    }
    return from;
  };
};

const placeAt = (source: string, offset: number): Place => {
  const before = source.slice(0, offset).split('\n');
  return { line: before.length, column: before.at(-1)!.length + 1 };
};
