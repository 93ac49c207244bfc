/** The report of `check`, in one of three forms: for a terminal, for programs, and for GitHub. */
import { absoluteUrl, requiredPath } from '../i18n/index.ts';
import {
  formatMessage,
  format,
  severityOf,
  type Problem,
  type ProblemCode,
  type ProblemLanguage,
} from '../problems/index.ts';

/** Where the guide for editors explains a problem. */
export const helpUrl = (code: ProblemCode): string => absoluteUrl(`${requiredPath('pages', 'bien-tap')}#${code}`);

const texts = {
  vi: {
    help: 'Xem thêm',
    more: (count: number, code: ProblemCode) =>
      `    … và ${count} chỗ nữa cùng loại [${code}]; xem hết: npm run check -- --all`,
    failed: (errors: number, files: number) => `${errors} lỗi trong ${files} tệp. Chưa đăng được.`,
    passed: (files: number) => `Nội dung đạt: ${files} tệp.`,
    warned: (warnings: number) => `${warnings} lưu ý, không cản việc đăng.`,
  },
  en: {
    help: 'More',
    more: (count: number, code: ProblemCode) => `    … and ${count} more [${code}]; see all: npm run check -- --all`,
    failed: (errors: number, files: number) => `${errors} errors in ${files} files. The content cannot be published.`,
    passed: (files: number) => `The content has no errors: ${files} files.`,
    warned: (warnings: number) => `${warnings} warnings; they do not block publishing.`,
  },
};

/** How many problems of one code the terminal shows before it counts the rest. Hundreds of equal errors have one cause. */
const SHOWN_PER_CODE = { warning: 3, error: 100 };

const limitOf = (code: ProblemCode): number => SHOWN_PER_CODE[severityOf(code)];

/** For a terminal: the problems, and a summary of `files` files. `all` shows every problem instead of the first of each code. */
export const cliReport = (
  problems: readonly Problem[],
  files: number,
  language: ProblemLanguage,
  all: boolean,
): { details: string; summary: string } => {
  const text = texts[language];
  const counts = new Map<ProblemCode, number>();
  const isWarning = ({ code }: Problem): boolean => severityOf(code) === 'warning';
  // What keeps the content from being published comes first.
  const inOrder = [...problems.filter((problem) => !isWarning(problem)), ...problems.filter(isWarning)];
  const lines = inOrder.flatMap((problem) => {
    const count = (counts.get(problem.code) ?? 0) + 1;
    counts.set(problem.code, count);
    return all || count <= limitOf(problem.code)
      ? [`${format(problem, language)}\n    ${text.help}: ${helpUrl(problem.code)}`]
      : [];
  });
  const more = all
    ? []
    : [...counts]
        .filter(([code, count]) => count > limitOf(code))
        .map(([code, count]) => text.more(count - limitOf(code), code));
  const errors = problems.filter(({ code }) => severityOf(code) === 'error');
  const warnings = problems.length - errors.length;
  const summary = [
    errors.length > 0 ? text.failed(errors.length, new Set(errors.map(({ file }) => file)).size) : text.passed(files),
    ...(warnings > 0 ? [text.warned(warnings)] : []),
  ];
  return { details: [...lines, ...more].join('\n'), summary: summary.join('\n') };
};

/** For programs: a JSON list of problems with their texts. */
export const jsonReport = (problems: readonly Problem[], language: ProblemLanguage): string =>
  JSON.stringify(
    problems.map(({ file, line, column, code, detail }) => ({
      file,
      line,
      column,
      severity: severityOf(code),
      code,
      ...formatMessage({ code, detail }, language),
      help: helpUrl(code),
    })),
    null,
    2,
  );

/** The escapes of workflow commands: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts */
const escapeData = (value: string): string =>
  value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (value: string): string => escapeData(value).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** For GitHub: workflow commands that annotate the lines of a pull request. `prefix` is the content folder, relative to the root of the repository. */
export const githubReport = (problems: readonly Problem[], prefix: string, language: ProblemLanguage): string =>
  problems
    .map(({ file, line, column, code, detail }) => {
      const { what, fix } = formatMessage({ code, detail }, language);
      const place = `file=${escapeProperty(`${prefix}${file}`)},line=${line},col=${column},title=${escapeProperty(code)}`;
      return `::${severityOf(code)} ${place}::${escapeData(`${what} ${fix} ${helpUrl(code)}`)}`;
    })
    .join('\n');
