/**
 * Parses the fields of a content file: the front matter of MDX, or a JSON file.
 * `yaml` reads both, since JSON is a subset of YAML: it reports duplicate keys and the location of every field.
 */
import { isScalar, LineCounter, parseDocument, visit, type Document } from 'yaml';
import type { LocalProblem, ProblemCode } from '../problems/index.ts';

/** A place in a file. Lines and columns start at 1. */
export interface Location {
  line: number;
  column: number;
}

/** Fields that were parsed and not yet validated. */
export interface ParsedFields {
  data: unknown;
  /** Location of the value of a field, or of its nearest parent if the field is missing. */
  locate: (field: readonly PropertyKey[]) => Location;
}

/** Parses front matter. `linesBefore` is the number of lines of the file above `source`. */
export const parseFrontMatter = (source: string, linesBefore: number): ParsedFields | LocalProblem => {
  const parsed = parseYaml(source, linesBefore);
  const error = yamlProblem(parsed, 'YAML');
  if (error) return error;
  try {
    return { data: parsed.document.toJS({ maxAliasCount: 0 }), locate: locator(source, linesBefore) };
  } catch (thrown) {
    return syntaxProblem(parsed.at(0), 'YAML', messageOf(thrown));
  }
};

/** Parses a JSON file. YAML accepts more than JSON, so `JSON.parse` decides and provides the data. */
export const parseJson = (source: string): ParsedFields | LocalProblem => {
  const parsed = parseYaml(source, 0);
  const error = yamlProblem(parsed, 'JSON');
  if (error) return error;
  try {
    return { data: JSON.parse(source) as unknown, locate: locator(source, 0) };
  } catch (thrown) {
    const message = messageOf(thrown);
    const position = /position (\d+)/.exec(message)?.[1];
    const offset = position ? Number(position) : (firstBareValue(parsed.document) ?? source.length);
    // The rest of the message repeats the position or quotes the file.
    const reason = message.replace(/ in JSON at position .*|, (?:\.{3})?"[\s\S]*/, '');
    return syntaxProblem(locationAt(source, offset), 'JSON', reason);
  }
};

/** Line and column of an offset in UTF-16 code units. */
export const locationAt = (source: string, offset: number): Location => {
  const before = source.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
};

interface ParsedYaml {
  document: Document;
  at: (offset: number) => Location;
}

const parseYaml = (source: string, linesBefore: number): ParsedYaml => {
  const lines = new LineCounter();
  // The core schema leaves dates as text.
  const document = parseDocument(source, { lineCounter: lines, schema: 'core', prettyErrors: false });
  return {
    document,
    at: (offset) => {
      const { line, col } = lines.linePos(offset);
      return { line: Math.max(line, 1) + linesBefore, column: Math.max(col, 1) };
    },
  };
};

type Language = 'JSON' | 'YAML';

const syntaxProblem = (location: Location, language: Language, reason: string): LocalProblem => ({
  ...location,
  code: 'syntax' satisfies ProblemCode,
  detail: { language, reason },
});

const messageOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));

const yamlProblem = ({ document, at }: ParsedYaml, language: Language): LocalProblem | undefined => {
  // A warning means an unknown tag such as `!!js/function`; no field needs a tag.
  const error = [...document.errors, ...document.warnings][0];
  if (error) return syntaxProblem(at(error.pos[0]), language, error.message);
  const prototype = prototypeKey(document);
  return prototype === undefined
    ? undefined
    : { ...at(prototype), code: 'field-unknown', detail: { field: '__proto__', correct: '' } };
};

/** Parses again on the first call: locations are needed only for problems, and a parsed document takes much memory. */
const locator = (source: string, linesBefore: number): ParsedFields['locate'] => {
  let parsed: ParsedYaml | undefined;
  return (field) => {
    const { document, at } = (parsed ??= parseYaml(source, linesBefore));
    for (let depth = field.length; depth > 0; depth--) {
      const node = document.getIn(field.slice(0, depth), true) as { range?: [number, number, number] } | undefined;
      if (node?.range) return at(node.range[0]);
    }
    return at(0);
  };
};

/** Offset of a key named `__proto__`, which zod ignores without an error. */
const prototypeKey = (document: Document): number | undefined => {
  let offset: number | undefined;
  visit(document, {
    Pair: (_, { key }) => {
      if (isScalar(key) && key.value === '__proto__') offset ??= key.range?.[0];
    },
  });
  return offset;
};

/** Offset of the first value without its double quotes: `JSON.parse` gives no position for it. */
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
