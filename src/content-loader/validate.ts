/** Checks one file by itself: its data against the schema of its kind, its body against the tags that may be used. */
import type { z } from 'astro/zod';
import { readQuantities, type Passage } from '../figures/index.ts';
import { parseBody, type Body } from '../mdx/body.ts';
import { closestMatch, type Problem, type ProblemCode } from '../problems/index.ts';
import { date, collections, PLACEHOLDER, slugFrom, type Data, type CollectionName } from '../schema/index.ts';
import type { ContentFile } from './read.ts';
import { textsOf, type Text } from './texts.ts';

/** A file that is valid by itself. */
export interface ContentEntry<K extends CollectionName = CollectionName> extends Omit<ContentFile, 'kind' | 'data'> {
  kind: K;
  data: Data<K>;
  /** Parsed body; null for JSON. */
  parsed: Body | null;
  /** Its passages, each with its location. */
  texts: readonly Text[];
}

export const isOfKind = <K extends CollectionName>(
  entry: ContentEntry,
  kind: K,
): entry is ContentEntry<K> & ContentEntry => entry.kind === kind;

/** The passages of all sources, by `source/quote`. */
export const passagesOf = (entries: readonly ContentEntry[]): ReadonlyMap<string, Passage> =>
  new Map(
    entries.flatMap((entry) =>
      isOfKind(entry, 'sources')
        ? Object.entries(entry.data.quotes).map(
            ([name, text]) => [`${entry.id}/${name}`, { text, language: entry.data.language }] as const,
          )
        : [],
    ),
  );

/** What one file says by itself. */
export interface FileResult {
  file: ContentFile;
  /** Null if the data does not fit the schema. */
  entry: ContentEntry | null;
  /** Problems of its data and its body. */
  problems: Problem[];
  /** Its passages, also if the data is invalid. */
  texts: readonly Text[];
}

/** Validates a file and parses its body. */
export const validateFile = (file: ContentFile): FileResult => {
  const result = validateData(file);
  const parsed = collections[file.kind].format === 'mdx' ? parseBody(file.body) : null;
  const texts = textsOf(file, parsed);
  const bodyProblems = (parsed?.problems ?? []).map((problem): Problem => ({
    ...problem,
    file: file.file,
    line: problem.line + file.bodyLine - 1,
  }));
  return 'problems' in result
    ? { file, entry: null, problems: [...bodyProblems, ...result.problems], texts }
    : {
        file,
        entry: { ...file, data: result.data as Data<CollectionName>, parsed, texts },
        problems: bodyProblems,
        texts,
      };
};

/** The data with default values filled in, or everything that is wrong with it. */
const validateData = (file: ContentFile): { data: unknown } | { problems: Problem[] } => {
  const schema: z.ZodType = collections[file.kind].schema;
  const result = schema.safeParse(file.data);
  if (result.success) return { data: result.data };
  const { issues } = result.error;
  // A value of the wrong type breaks other rules too: text in place of a list is not also “too long”.
  const relevant = issues.filter(
    (issue) =>
      issue.code === 'invalid_type' ||
      !issues.some((other) => other.code === 'invalid_type' && fieldName(other.path) === fieldName(issue.path)),
  );
  // A field that still holds the placeholder of a new file is reported as that, by check-text.ts.
  const filledIn = relevant.filter((issue) => {
    const value = valueAt(file.data, issue.path);
    return typeof value !== 'string' || !value.includes(PLACEHOLDER);
  });
  return { problems: filledIn.flatMap((issue) => problemsOf(file, schema, issue)) };
};

type Issue = z.core.$ZodIssue;

/** A zod issue as problems with a code of this site. */
const problemsOf = (file: ContentFile, schema: z.ZodType, issue: Issue): Problem[] => {
  const field = fieldName(issue.path) || '(cả tệp)';
  const value = valueAt(file.data, issue.path);
  const written =
    typeof value === 'string' ? value.slice(0, 80) : ((JSON.stringify(value) as string | undefined) ?? '').slice(0, 80);
  const report = (
    code: ProblemCode,
    detail: Problem['detail'] = {},
    path: readonly PropertyKey[] = issue.path,
  ): Problem => ({
    file: file.file,
    ...file.locate(path),
    code,
    detail: { field, value: written, ...detail },
  });
  // A field with nothing after its colon counts as missing.
  const missing = issue.path.length > 0 && (value ?? null) === null;
  switch (issue.code) {
    case 'invalid_type':
      if (missing) return [report('field-missing')];
      return [report('field-type', { expected: typeName(issue.expected) })];
    case 'unrecognized_keys':
      return issue.keys.map((key) =>
        report('field-unknown', { field: key, correct: closestMatch(key, keysAt(schema, issue.path)) }, [
          ...issue.path,
          key,
        ]),
      );
    case 'invalid_value': {
      if (missing) return [report('field-missing')];
      const allowed = issue.values.map(String);
      return [
        report('field-choice', {
          correct: closestMatch(slugFrom(written), allowed) || closestMatch(written, allowed),
          allowed: allowed.join(', '),
        }),
      ];
    }
    case 'too_small':
      return [report('field-short', { minimum: Number(issue.minimum), unit: unitOf(issue.origin) })];
    case 'too_big':
      return [report('field-long', { maximum: Number(issue.maximum), unit: unitOf(issue.origin) })];
    case 'invalid_union':
      if (missing && value === undefined) return [report('field-missing')];
      return [typeof value === 'object' ? report('field-amount') : report('field-number', { entry: entryOf(written) })];
    case 'invalid_key':
      return [report('field-slug', { value: String(issue.path.at(-1)), correct: slugFrom(String(issue.path.at(-1))) })];
    default:
      return [customRule(issue.message, written, report)];
  }
};

/** How a quantity that was written in words is entered, as fields of JSON; empty where it states none. */
const entryOf = (written: string): string => {
  // `341/360` by itself could be a date.
  const quantity = readQuantities(written)[0] ?? readQuantities(`${written} vụ`)[0];
  if (!quantity) return '';
  const { value, range, of, multiple, qualifier, direction } = quantity;
  const stated = of
    ? `{ "of": [${of.join(', ')}] }`
    : range
      ? `{ "range": [${range.join(', ')}] }`
      : multiple !== null
        ? `{ "multiple": ${multiple} }`
        : value === null
          ? ''
          : String(direction === 'down' ? -value : value);
  return stated === '' ? '' : `"value": ${stated}, "qualifier": "${qualifier}"`;
};

/** Rules that zod does not have: a schema passes the name of the rule in place of zod's message. */
const customRule = (
  rule: string,
  written: string,
  report: (code: ProblemCode, detail?: Problem['detail']) => Problem,
): Problem => {
  switch (rule) {
    case 'slug':
      return report('field-slug', { correct: slugFrom(written) });
    case 'date':
      return report('field-date', { correct: isoFromVietnamese(written) });
    case 'pair':
    case 'partial-date':
    case 'period':
    case 'expiry':
    case 'notice-length':
    case 'url':
    case 'phone':
    case 'area':
    case 'amount':
    case 'missing-value':
    case 'currency':
    case 'as-of':
    case 'trim':
    case 'nfc':
    case 'quote-length':
    case 'question':
    case 'script-digits':
    case 'script-length':
      return report(`field-${rule}`);
    default:
      return report('field-invalid', { reason: rule });
  }
};

/** `21/7/2023` as `2023-07-21`; an empty string for anything else, and for a day that does not exist. */
const isoFromVietnamese = (written: string): string => {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(written.trim()) ?? [];
  const iso = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  return date.safeParse(iso).success ? iso : '';
};

const fieldName = (path: readonly PropertyKey[]): string =>
  path
    .map((part) => (typeof part === 'number' ? `[${part + 1}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');

const valueAt = (data: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) =>
      value !== null && typeof value === 'object' ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    data,
  );

const keysAt = (schema: z.ZodType, path: readonly PropertyKey[]): string[] =>
  path.length === 0 && 'shape' in schema ? Object.keys(schema.shape as object) : [];

const typeNames: Record<string, string> = {
  string: 'chữ',
  number: 'số (dấu chấm cho phần thập phân, không có dấu ngăn hàng nghìn)',
  int: 'số nguyên',
  boolean: 'true hoặc false',
  array: 'danh sách',
  object: 'một nhóm trường',
  record: 'một nhóm trường',
};
const typeName = (expected: string): string => typeNames[expected] ?? expected;

const unitNames: Record<string, string> = { string: 'ký tự', array: 'mục', number: '(giá trị)' };
const unitOf = (origin: string): string => unitNames[origin] ?? '';
