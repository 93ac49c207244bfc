/** Problems as a person, a program or a service wants to read them. */
import { absoluteUrl, requiredPath } from '../i18n/index.ts';
import {
  formatMessage,
  format,
  severityOf,
  type Problem,
  type ProblemCode,
  type ProblemLanguage,
} from '../problems/index.ts';

/** Where the guide explains a rule. */
export const helpUrl = (code: ProblemCode): string => absoluteUrl(`${requiredPath('pages', 'bien-tap')}#${code}`);

const words = {
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
    more: (count: number, code: ProblemCode) =>
      `    … and ${count} more of this kind [${code}]; see all: npm run check -- --all`,
    failed: (errors: number, files: number) => `${errors} errors in ${files} files. Not fit to be published.`,
    passed: (files: number) => `The content is in order: ${files} files.`,
    warned: (warnings: number) => `${warnings} warnings, which do not stop it.`,
  },
};

/** How often one warning is told before the rest is counted. */
const FEW = 3;
/** The same for one error. So many of one kind have one cause. */
const MANY = 100;

const limitOf = (code: ProblemCode): number => (severityOf(code) === 'error' ? MANY : FEW);

/** For a terminal. Of warnings that are all alike only the first few are told, of errors the first hundred, unless `all` are asked for. */
export const forPeople = (
  problems: readonly Problem[],
  files: number,
  language: ProblemLanguage,
  all: boolean,
): { errors: string; summary: string } => {
  const say = words[language];
  const told = new Map<ProblemCode, number>();
  const lines = problems.flatMap((problem) => {
    const count = (told.get(problem.code) ?? 0) + 1;
    told.set(problem.code, count);
    return all || count <= limitOf(problem.code)
      ? [`${format(problem, language)}\n    ${say.help}: ${helpUrl(problem.code)}`]
      : [];
  });
  const more = all
    ? []
    : [...told]
        .filter(([code, count]) => count > limitOf(code))
        .map(([code, count]) => say.more(count - limitOf(code), code));
  const errors = problems.filter(({ code }) => severityOf(code) === 'error');
  const warnings = problems.length - errors.length;
  const summary = [
    errors.length > 0 ? say.failed(errors.length, new Set(errors.map(({ file }) => file)).size) : say.passed(files),
    ...(warnings > 0 ? [say.warned(warnings)] : []),
  ];
  return { errors: [...lines, ...more].join('\n'), summary: summary.join('\n') };
};

/** For programs: a list, each with its words. */
export const asJson = (problems: readonly Problem[], language: ProblemLanguage): string =>
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

const escapeData = (value: string): string =>
  value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeProperty = (value: string): string => escapeData(value).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** Workflow commands by which GitHub marks lines of a pull request. `prefix`: the content folder from the root of the repository. */
export const asAnnotations = (problems: readonly Problem[], prefix: string, language: ProblemLanguage): string =>
  problems
    .map(({ file, line, column, code, detail }) => {
      const { what, fix } = formatMessage({ code, detail }, language);
      const place = `file=${escapeProperty(`${prefix}${file}`)},line=${line},col=${column},title=${escapeProperty(code)}`;
      return `::${severityOf(code)} ${place}::${escapeData(`${what} ${fix} ${helpUrl(code)}`)}`;
    })
    .join('\n');
