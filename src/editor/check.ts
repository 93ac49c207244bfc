/** `npm run check`: says what is wrong with the content folder, in Vietnamese. Exit code 0: clean, 1: problems, 2: could not run. */
import path from 'node:path';
import { contentFolder, loadContent } from '../content-files/index.ts';
import { format } from '../problems/index.ts';

try {
  const folder = contentFolder(path.resolve(import.meta.dirname, '../..'));
  const { entries, problems } = loadContent(folder);
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
