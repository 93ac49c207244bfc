/**
 * What can be wrong with content, and how to say it to an editor.
 * Checks return `Problem`s as data; `formatMessage` puts them in words. A code is stable: it names the rule in the guide and in tests.
 */
import { english, inEnglish } from './english.ts';
import { vietnamese, type Detail, type Message, type ProblemCode } from './vietnamese.ts';

export type { ProblemCode } from './vietnamese.ts';

/** A finding at a place in a content file. Lines and columns start at 1. */
export interface Problem {
  /** Path of the file, from the content folder. */
  file: string;
  line: number;
  column: number;
  code: ProblemCode;
  /** What the sentence needs: the field, the value, the corrected value. */
  detail: Detail;
  /** What stands on that line and what belongs there, where a machine may put it right. */
  autofix?: { from: string; to: string };
}

/** A problem whose file is not known yet: what a parser of one body returns. */
export type LocalProblem = Omit<Problem, 'file'>;

export const problemCodes = Object.keys(vietnamese) as ProblemCode[];

/** Languages that problems are said in. */
export type ProblemLanguage = 'vi' | 'en';

/** An error keeps content from being published; a warning does not. */
export type Severity = 'error' | 'warning';
export const severityOf = (code: ProblemCode): Severity => (vietnamese[code] as Message).severity ?? 'error';

/** A problem in words: what happened and how to mend it. */
export const formatMessage = (
  problem: Pick<Problem, 'code' | 'detail'>,
  language: ProblemLanguage = 'vi',
): { what: string; fix: string } => {
  const message: Omit<Message, 'severity'> = language === 'en' ? english[problem.code] : vietnamese[problem.code];
  const detail = language === 'en' ? inEnglish(problem.detail) : problem.detail;
  return { what: message.what(detail), fix: message.fix(detail) };
};

/** Details of which every one is told as `…`: what a message says before there is anything wrong. */
const anything: Detail = new Proxy({}, { get: (_, key) => (key === 'rule' ? 'link' : '…') });

/** A message without what it is about, for the guide. */
export const messageTemplate = (code: ProblemCode): { what: string; fix: string } =>
  formatMessage({ code, detail: anything });

/** One problem for a terminal or an error: `alerts/x.mdx:3:1 … Cách sửa: …`. */
export const format = (problem: Problem, language: ProblemLanguage = 'vi'): string => {
  const { what, fix } = formatMessage(problem, language);
  const words =
    language === 'en' ? { warning: 'Warning: ', fix: 'To mend it' } : { warning: 'Lưu ý: ', fix: 'Cách sửa' };
  return `${problem.file}:${problem.line}:${problem.column}  ${severityOf(problem.code) === 'warning' ? words.warning : ''}${what}\n    ${words.fix}: ${fix}  [${problem.code}]`;
};

/** In the order of files, and of places in a file. */
export const byLocation = (a: Problem, b: Problem): number =>
  a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1;

const distance = (a: string, b: string): number => {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    }
    row = next;
  }
  return row[b.length]!;
};

/** The candidate that was most likely meant by `value`, or an empty string when none is near. */
export const closestMatch = (value: string, candidates: Iterable<string>): string => {
  let best = '';
  let least = Math.max(2, Math.floor(value.length / 4)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - value.length) >= least) continue;
    const steps = distance(value.toLowerCase(), candidate.toLowerCase());
    // With no letter in common it is no correction.
    if (steps < least && steps < Math.max(value.length, candidate.length)) [best, least] = [candidate, steps];
  }
  return best;
};
