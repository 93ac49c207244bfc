/**
 * The check itself, reported in Vietnamese or English; `check.ts` starts it.
 * Exit code 0: no errors (there may be warnings), 1: errors, 2: the check could not run.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { contentFolder, isWithin, loadContent } from '../content-loader/index.ts';
import { environment, isDebug } from '../environment.ts';
import { dates } from '../i18n/index.ts';
import { byLocation, severityOf, type ProblemLanguage } from '../problems/index.ts';
import { collectionNames } from '../schema/index.ts';
import { autofix } from './autofix.ts';
import { cliReport, githubReport, jsonReport } from './reporters.ts';
import { checkRevisions } from './revision-check.ts';
import { findWarnings } from './warnings.ts';

const usage = {
  vi: `npm run check -- [tùy chọn] [tệp hoặc thư mục …]
  --fix      tự sửa điều máy biết chắc: địa chỉ mới, dấu tách rời, chỗ đặt dấu, hai dấu cách
  --all      kể hết các lưu ý giống nhau
  --json     in ra JSON cho chương trình
  --github   in ra chú thích cho GitHub
  --lang en  bằng tiếng Anh (hoặc LANG=en)`,
  en: `npm run check -- [options] [file or folder …]
  --fix      fix what needs no judgement: new addresses, letters split from their marks, tones, double spaces
  --all      show every warning, not only the first of each code
  --json     print JSON for programs
  --github   print annotations for GitHub
  --lang vi  in Vietnamese`,
};

/** The check could not run, for a reason that its message gives; nothing is known about the content. */
class CannotRun extends Error {}

const options = () => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        fix: { type: 'boolean' },
        all: { type: 'boolean' },
        json: { type: 'boolean' },
        github: { type: 'boolean' },
        lang: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new CannotRun(error instanceof Error ? error.message : String(error));
  }
};

/** The language of `--lang`, else English where LANG is exactly `en`, else Vietnamese. `LANG=en_US.UTF-8` is a default of many machines and no choice. */
const languageOf = (asked: string | undefined): ProblemLanguage => {
  const language = asked ?? (/^en$/.test(environment().lang ?? '') ? 'en' : 'vi');
  if (language !== 'vi' && language !== 'en') throw new CannotRun(`--lang: vi, en. “${language}”?`);
  return language;
};

/** The content folder, and which of its files were asked for. A content folder elsewhere is checked as a whole. Throws CannotRun for any other path. */
const scopeOf = (asked: readonly string[]): { folder: string; isMeant: (file: string) => boolean } => {
  const usual = contentFolder();
  const targets = asked.map((each) => path.resolve(each));
  const missing = asked.find((each) => !existsSync(path.resolve(each)));
  if (missing !== undefined) throw new CannotRun(`Không thấy / not found: ${missing}`);
  const [only] = targets;
  if (
    only &&
    targets.length === 1 &&
    !isWithin(usual, only) &&
    statSync(only).isDirectory() &&
    collectionNames.some((kind) => existsSync(path.join(only, kind)))
  )
    return { folder: only, isMeant: () => true };
  const stray = asked.find((each) => !isWithin(usual, path.resolve(each)));
  if (stray !== undefined) throw new CannotRun(`Ngoài thư mục nội dung / outside the content folder: ${stray}`);
  return {
    folder: usual,
    isMeant: (file) => targets.length === 0 || targets.some((target) => isWithin(target, path.join(usual, file))),
  };
};

/** The root of the git repository that holds a folder; the working directory where there is none. */
const repositoryRoot = (folder: string): string => {
  try {
    return execFileSync('git', ['rev-parse', '--show-toplevel'], {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return process.cwd();
  }
};

try {
  const { values, positionals } = options();
  const language = languageOf(values.lang);
  if (values.help) {
    console.log(usage[language]);
    process.exit(0);
  }
  const today = dates.today();
  const { folder, isMeant } = scopeOf(positionals);
  if (values.fix) {
    const { addresses, places } = autofix(folder, today, isMeant);
    const report = {
      vi: `Đã thêm ${addresses} địa chỉ, tự sửa ${places} chỗ.`,
      en: `Added ${addresses} addresses, fixed ${places} places.`,
    };
    if (addresses + places > 0) console.error(report[language]);
  }
  const { entries, isComplete, problems: own } = loadContent(folder, today);
  const all = [
    ...own,
    ...checkRevisions(folder, entries, environment().baseRef, today),
    ...findWarnings(folder, entries, today, isComplete),
  ];
  const problems = all.filter(({ file }) => isMeant(file)).sort(byLocation);
  if (values.json) console.log(jsonReport(problems, language));
  else if (values.github) {
    const prefix = path.relative(repositoryRoot(folder), folder).split(path.sep).join('/');
    if (problems.length > 0) console.log(githubReport(problems, prefix && `${prefix}/`, language));
  } else {
    const { details, summary } = cliReport(
      problems,
      entries.filter(({ file }) => isMeant(file)).length,
      language,
      values.all ?? false,
    );
    if (details) console.error(`${details}\n`);
    if (problems.some(({ code }) => severityOf(code) === 'error')) console.error(summary);
    else console.log(summary);
  }
  process.exitCode = problems.some(({ code }) => severityOf(code) === 'error') ? 1 : 0;
} catch (error) {
  if (isDebug()) throw error;
  console.error(`Không kiểm tra được: ${error instanceof Error ? error.message : String(error)}`);
  if (error instanceof CannotRun) console.error(usage.vi);
  process.exitCode = 2;
}
