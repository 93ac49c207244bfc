/**
 * `npm run check`: says what is wrong with the content folder, in Vietnamese. Exit code 0: clean, 1: problems, 2: could not run.
 * With `--fix` it first adds new pages to the list of published addresses.
 */
import { appendFileSync } from 'node:fs';
import path from 'node:path';
import { ADDRESS_FILE, contentFolder, loadContent, readAddresses, unlisted } from '../content-files/index.ts';
import { dates } from '../i18n/index.ts';
import { byPlace, format } from '../problems/index.ts';
import { compare } from './compare.ts';

/** The day in Vietnam, which an editor writes into an entry. */
const today = dates.inVietnam(new Date());

/** Appends pages that are new to the list of published addresses, or begins the list. */
const listNewAddresses = (folder: string): void => {
  const { entries } = loadContent(folder);
  const fresh = unlisted(readAddresses(folder) ?? [], entries);
  if (fresh.length === 0) return;
  appendFileSync(path.join(folder, ADDRESS_FILE), `${fresh.join('\n')}\n`);
  console.log(`Đã thêm ${fresh.length} địa chỉ vào ${ADDRESS_FILE}.`);
};

try {
  const folder = contentFolder(path.resolve(import.meta.dirname, '../..'));
  if (process.argv.includes('--fix')) listNewAddresses(folder);
  const { entries, problems: own } = loadContent(folder);
  const problems = [...own, ...compare(folder, entries, process.env.BASE_REF, today)].sort(byPlace);
  for (const problem of problems) console.error(format(problem));
  if (problems.length > 0) {
    const files = new Set(problems.map(({ file }) => file)).size;
    console.error(`\n${problems.length} lỗi trong ${files} tệp. Chưa đăng được.`);
    process.exitCode = 1;
  } else console.log(`Nội dung đạt: ${entries.length} tệp.`);
} catch (error) {
  if (process.env.DEBUG) throw error;
  console.error(`Không kiểm tra được: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
