/**
 * `npm run new`: starts a content file and says what to do next. It asks, or takes everything from its arguments; it never overwrites.
 * Exit code 0: made, 1: not made because of what was asked for, 2: could not run.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { contentFolder, loadContent } from '../content-loader/index.ts';
import { dates } from '../i18n/index.ts';
import { closestMatch, formatMessage } from '../problems/index.ts';
import {
  choicesOf,
  fieldsOf,
  collectionNames,
  collections,
  PLACEHOLDER,
  SLUG,
  slugFrom,
  type CollectionName,
} from '../schema/index.ts';
import { askAnswers, askKind, Cancelled } from './ask.ts';
import { draft, nameField, optionalFields, type Answers } from './draft.ts';

const usage = `npm run new -- [--kind loại] [--title "Tiêu đề"] [--id ten-tep] [--set trường=giá trị]…
  loại: ${collectionNames.map((kind) => `${kind} (${collections[kind].label})`).join(', ')}
  Ví dụ: npm run new -- --kind alerts --title "Giả danh ngân hàng" --set method=gia-danh-doanh-nghiep`;

/** What was asked for cannot be done. */
class Refused extends Error {}

/** Other words for collections, as people say them. */
const otherNames: Record<string, CollectionName> = { release: 'statistics', term: 'glossary' };

const kindFrom = (asked: string): CollectionName => {
  const found = collectionNames.find((kind) => kind === asked || kind === `${asked}s`) ?? otherNames[asked];
  if (!found) throw new Refused(`Không có loại “${asked}”. Chọn một trong: ${collectionNames.join(', ')}.`);
  return found;
};

const answersFrom = (kind: CollectionName, title: string | undefined, settings: readonly string[]): Answers => {
  const fields = fieldsOf(collections[kind].schema)!;
  const answers: Record<string, string | string[]> = title === undefined ? {} : { [nameField(kind)]: title };
  for (const setting of settings) {
    const [, name = '', value = ''] = /^([^=]+)=(.*)$/s.exec(setting) ?? [];
    const schema = fields[name];
    if (!schema) {
      const meant = closestMatch(name, Object.keys(fields));
      throw new Refused(
        `${collections[kind].label} không có trường “${name || setting}”.${meant ? ` Có phải là “${meant}”?` : ''}`,
      );
    }
    const choices = choicesOf(schema);
    const values = choices?.several ? value.split(',').map((each) => each.trim()) : [value];
    const wrong = choices && values.find((each) => !choices.values.includes(each));
    if (wrong !== undefined && wrong !== null)
      throw new Refused(`“${wrong}” không phải là giá trị của “${name}”. Chọn trong: ${choices!.values.join(', ')}.`);
    answers[name] = choices?.several ? values : value;
  }
  return answers;
};

/** What `check` would say of the new file: the list of what is left to do. */
const leftToDo = (folder: string, file: string): string[] =>
  loadContent(folder)
    .problems.filter((problem) => problem.file === file)
    .map((problem) => `  dòng ${problem.line}: ${formatMessage(problem).what}`);

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      kind: { type: 'string' },
      title: { type: 'string' },
      id: { type: 'string' },
      set: { type: 'string', multiple: true },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(usage);
    return;
  }
  const asks = process.stdin.isTTY && process.stdout.isTTY;
  if (!asks && (values.kind === undefined || values.title === undefined))
    throw new Refused(`Thiếu --kind hoặc --title.\n${usage}`);
  const kind = values.kind === undefined ? await askKind() : kindFrom(values.kind);
  const given = answersFrom(kind, values.title?.trim().normalize('NFC'), values.set ?? []);
  const answers = asks ? await askAnswers(kind, given) : given;
  const name = answers[nameField(kind)] as string;
  const id = values.id ?? slugFrom(name);
  if (!SLUG.test(id)) throw new Refused(`“${values.id ?? name}” không thành tên tệp được. Dùng chữ và số.`);

  const folder = contentFolder(path.resolve(import.meta.dirname, '../..'));
  const file = `${kind}/${id}.${collections[kind].format}`;
  const target = path.join(folder, file);
  mkdirSync(path.dirname(target), { recursive: true });
  try {
    writeFileSync(target, draft(kind, answers, dates.today()), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new Refused(
      `Đã có tệp ${path.relative('.', target)}. Sửa tệp đó, hoặc đặt tiêu đề khác; không tệp nào bị ghi đè.`,
    );
  }
  const optional = collections[kind].format === 'json' ? optionalFields(kind) : [];
  const left = leftToDo(folder, file);
  console.log(
    [
      `Đã tạo ${path.relative('.', target)}`,
      ...(left.length > 0 ? [`Còn ${left.length} chỗ phải viết:`, ...left] : []),
      ...(optional.length > 0 ? ['Có thể thêm:', ...optional.map(([field, hint]) => `  ${field}: ${hint}`)] : []),
      '',
      `1. Mở tệp, thay mỗi chữ ${PLACEHOLDER}.`,
      '2. npm run check -- --fix    (nói còn sai ở đâu)',
      '3. npm start                 (xem trang trên máy của bạn)',
    ].join('\n'),
  );
};

try {
  await main();
} catch (error) {
  if (process.env.DEBUG) throw error;
  const cancelled = error instanceof Cancelled;
  console.error(cancelled ? 'Đã dừng, không tạo tệp nào.' : error instanceof Error ? error.message : String(error));
  process.exitCode = cancelled || error instanceof Refused ? 1 : 2;
}
