/**
 * What `check` does, in Vietnamese or English: `check.ts` starts it.
 * Exit code 0: fit to be published (there may be warnings), 1: errors, 2: the check could not run.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { contentFolder, isWithin, loadContent } from '../content-loader/index.ts';
import { dates } from '../i18n/index.ts';
import { byLocation, severityOf, type ProblemLanguage } from '../problems/index.ts';
import { collectionNames } from '../schema/index.ts';
import { advise } from './advice.ts';
import { compare } from './compare.ts';
import { mend } from './mend.ts';
import { asAnnotations, asJson, forPeople } from './report.ts';

const usage = {
  vi: `npm run check -- [tùy chọn] [tệp hoặc thư mục …]
  --fix      tự sửa điều máy biết chắc: địa chỉ mới, dấu tách rời, chỗ đặt dấu, hai dấu cách
  --all      kể hết các lưu ý giống nhau
  --json     in ra JSON cho chương trình
  --github   in ra chú thích cho GitHub
  --lang en  bằng tiếng Anh (hoặc LANG=en)`,
  en: `npm run check -- [options] [file or folder …]
  --fix      mend what a machine can: new addresses, loose marks, tones, double spaces
  --all      tell every warning
  --json     JSON for programs
  --github   annotations for GitHub
  --lang vi  in Vietnamese`,
};

/** What keeps the check from running, as opposed to what it finds. */
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

/** The language asked for; Vietnamese, whatever the machine speaks, unless that is plainly `en`. `LANG=en_US.UTF-8` is only how machines come. */
const languageOf = (asked: string | undefined): ProblemLanguage => {
  const language = asked ?? (/^en$/.test(process.env.LANG ?? '') ? 'en' : 'vi');
  if (language !== 'vi' && language !== 'en') throw new CannotRun(`--lang: vi, en. “${language}”?`);
  return language;
};

/** The content folder, and which of its files are meant. A folder of content elsewhere is checked as a whole. */
const scopeOf = (asked: readonly string[]): { folder: string; isMeant: (file: string) => boolean } => {
  const usual = contentFolder(path.resolve(import.meta.dirname, '../..'));
  const targets = asked.map((each) => path.resolve(each));
  for (const [index, target] of targets.entries())
    if (!existsSync(target)) throw new CannotRun(`Không thấy / not found: ${asked[index]!}`);
  const [only] = targets;
  if (
    targets.length === 1 &&
    only &&
    !isWithin(usual, only) &&
    statSync(only).isDirectory() &&
    collectionNames.some((kind) => existsSync(path.join(only, kind)))
  )
    return { folder: only, isMeant: () => true };
  const stray = targets.findIndex((target) => !isWithin(usual, target));
  if (stray >= 0) throw new CannotRun(`Ngoài thư mục nội dung / outside the content folder: ${asked[stray]!}`);
  return {
    folder: usual,
    isMeant: (file) => targets.length === 0 || targets.some((target) => isWithin(target, path.join(usual, file))),
  };
};

/** The root of the repository, from which services name files. */
const repository = (folder: string): string => {
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
    const { addresses, places } = mend(folder, today, isMeant);
    const words = {
      vi: `Đã thêm ${addresses} địa chỉ, tự sửa ${places} chỗ.`,
      en: `Added ${addresses} addresses, mended ${places} places.`,
    };
    if (addresses + places > 0) console.error(words[language]);
  }
  const { entries, problems: own } = loadContent(folder, today);
  const all = [
    ...own,
    ...compare(folder, entries, process.env.BASE_REF, dates.inVietnam(new Date())),
    ...advise(folder, entries, today),
  ];
  const problems = all.filter(({ file }) => isMeant(file)).sort(byLocation);
  if (values.json) console.log(asJson(problems, language));
  else if (values.github) {
    const prefix = path.relative(repository(folder), folder).split(path.sep).join('/');
    if (problems.length > 0) console.log(asAnnotations(problems, prefix && `${prefix}/`, language));
  } else {
    const { errors, summary } = forPeople(
      problems,
      entries.filter(({ file }) => isMeant(file)).length,
      language,
      values.all ?? false,
    );
    if (errors) console.error(`${errors}\n`);
    if (problems.some(({ code }) => severityOf(code) === 'error')) console.error(summary);
    else console.log(summary);
  }
  process.exitCode = problems.some(({ code }) => severityOf(code) === 'error') ? 1 : 0;
} catch (error) {
  if (process.env.DEBUG) throw error;
  console.error(`Không kiểm tra được: ${error instanceof Error ? error.message : String(error)}`);
  if (error instanceof CannotRun) console.error(usage.vi);
  process.exitCode = 2;
}
