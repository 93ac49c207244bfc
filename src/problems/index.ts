/**
 * Problems of content. Checks return them as data; `formatMessage` makes the text in Vietnamese or English.
 * Codes are stable: the guide, tests and programs refer to them.
 */
import { english, inEnglish } from './english.ts';
import { vietnamese, type Detail, type Message, type ProblemCode } from './vietnamese.ts';

export type { ProblemCode } from './vietnamese.ts';

/** A problem at a location of a content file. Lines and columns start at 1. */
export interface Problem {
  /** Path of the file, from the content folder. */
  file: string;
  line: number;
  column: number;
  code: ProblemCode;
  /** Values for the message: the field, its value, the corrected value. */
  detail: Detail;
  /** Replacement on that line, if `check --fix` can make it. */
  autofix?: { from: string; to: string };
}

/** A problem without its file: what the parser of a body or of fields returns. */
export type LocalProblem = Omit<Problem, 'file'>;

export const problemCodes = Object.keys(vietnamese) as ProblemCode[];

/** Languages of messages. */
export type ProblemLanguage = 'vi' | 'en';

/** An error keeps content from being published; a warning does not. */
export type Severity = 'error' | 'warning';
export const severityOf = (code: ProblemCode): Severity => (vietnamese[code] as Message).severity ?? 'error';

/** The message of a problem: what is wrong, and how to fix it. */
export const formatMessage = (
  problem: Pick<Problem, 'code' | 'detail'>,
  language: ProblemLanguage = 'vi',
): { what: string; fix: string } => {
  const message: Omit<Message, 'severity'> = language === 'en' ? english[problem.code] : vietnamese[problem.code];
  const detail = language === 'en' ? inEnglish(problem.detail) : problem.detail;
  return { what: message.what(detail), fix: message.fix(detail) };
};

/** Details in which every value is `…`. */
const placeholders: Detail = new Proxy({}, { get: (_, key) => (key === 'rule' ? 'link' : '…') });

/** The message of a code with `…` in place of values, for the guide. */
export const messageTemplate = (code: ProblemCode): { what: string; fix: string } =>
  formatMessage({ code, detail: placeholders });

/** One problem for a terminal or an error: `alerts/x.mdx:3:1 … Cách sửa: …`. */
export const format = (problem: Problem, language: ProblemLanguage = 'vi'): string => {
  const { what, fix } = formatMessage(problem, language);
  const words =
    language === 'en' ? { warning: 'Warning: ', fix: 'To fix it' } : { warning: 'Lưu ý: ', fix: 'Cách sửa' };
  return `${problem.file}:${problem.line}:${problem.column}  ${severityOf(problem.code) === 'warning' ? words.warning : ''}${what}\n    ${words.fix}: ${fix}  [${problem.code}]`;
};

/** Sort order: by file, then by location. */
export const byLocation = (a: Problem, b: Problem): number =>
  a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1;

/** Levenshtein distance in UTF-16 code units. */
const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    let [left, diagonal] = [i, i - 1];
    const next = [left];
    for (const [j, above] of row.slice(1).entries()) {
      left = Math.min(left + 1, above + 1, diagonal + (a[i - 1] === b[j] ? 0 : 1));
      diagonal = above;
      next.push(left);
    }
    row = next;
  }
  return row.at(-1) ?? 0;
};

/** The candidate closest to `value`, ignoring case; an empty string if none is close (a quarter of the letters, at least two). */
export const closestMatch = (value: string, candidates: Iterable<string>): string => {
  let best = '';
  let least = Math.max(2, Math.floor(value.length / 4)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - value.length) >= least) continue;
    const steps = distance(value.toLowerCase(), candidate.toLowerCase());
    // A candidate without a letter in common is no correction.
    if (steps < least && steps < Math.max(value.length, candidate.length)) [best, least] = [candidate, steps];
  }
  return best;
};
