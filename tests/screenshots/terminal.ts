/** Draws what the commands really print, for the guide: `node tests/screenshots/terminal.ts` writes `public/bien-tap/*.svg`. */
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { node, root } from '../support/run.ts';

const COLUMNS = 92;
const ROWS = 16;
const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const wrap = (line: string): string[] => line.match(new RegExp(`.{1,${COLUMNS}}(?:\\s|$)|.{${COLUMNS}}`, 'gu')) ?? [''];

const draw = (command: string, output: string): string => {
  const all = [`$ ${command}`, ...output.trimEnd().split('\n').flatMap(wrap)];
  const lines = all.length > ROWS ? [...all.slice(0, ROWS - 5), '  …', ...all.slice(-4)] : all;
  const rows = lines
    .map((line, index) => `<tspan x="16" y="${32 + index * 22}">${escape(line.trimEnd()) || ' '}</tspan>`)
    .join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 860 396"><rect width="860" height="396" rx="6" fill="#141a3c"/><text xml:space="preserve" fill="#f4f1e6" font-family="ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace" font-size="15">${rows}</text></svg>\n`;
};

const folder = mkdtempSync(path.join(tmpdir(), 'terminal-'));
try {
  const content = path.join(folder, 'content');
  cpSync(path.join(root, 'tests/content/valid'), content, { recursive: true });
  const run = (script: string, ...args: string[]): string =>
    node([`src/editor/${script}.ts`, ...args], { CONTENT_DIR: content }).out.replaceAll(
      path.relative(root, content),
      'content',
    );
  const target = path.join(root, 'public/bien-tap');
  mkdirSync(target, { recursive: true });
  const title = 'Giả danh ngân hàng';
  writeFileSync(
    path.join(target, 'tao-tep.svg'),
    draw(`npm run new -- --kind alert --title "${title}"`, run('new', '--kind', 'alert', '--title', title)),
  );
  rmSync(path.join(content, 'alerts/gia-danh-ngan-hang.mdx'));
  const file = path.join(content, 'articles/cach-bao-tin.mdx');
  appendFileSync(file, '\nKẻ gian gọi từ số 0912 345 678. Đừng chuyễn tiền.\n');
  writeFileSync(
    path.join(target, 'kiem-tra.svg'),
    draw('npm run check -- content/articles/cach-bao-tin.mdx', run('check', file)),
  );
} finally {
  rmSync(folder, { recursive: true });
}
