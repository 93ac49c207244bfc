/**
 * `npm run new`: creates a content file and says what to do next. In a terminal it asks for what the arguments lack; it never overwrites.
 * Exit code 0: created, 1: not created because of the arguments or because the editor left, 2: failed.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { contentFolder, loadContent } from '../content-loader/index.ts';
import { isDebug } from '../environment.ts';
import { dates } from '../i18n/index.ts';
import { closestMatch, formatMessage } from '../problems/index.ts';
import {
  collectionNames,
  collections,
  fieldsOf,
  PLACEHOLDER,
  SLUG,
  slugFrom,
  type CollectionName,
} from '../schema/index.ts';
import { Cancelled, promptForAnswers, promptForCollection } from './prompts.ts';
import { optionalFields, scaffold, type Answers } from './scaffold.ts';

const usage = `npm run new -- [--kind loại] [--title "Tiêu đề"] [--id ten-tep] [--set trường=giá trị]…
  loại: ${collectionNames.map((kind) => `${kind} (${collections[kind].label})`).join(', ')}
  Ví dụ: npm run new -- --kind alerts --title "Giả danh ngân hàng" --set method=gia-danh-doanh-nghiep`;

/** A mistake in the arguments; its message tells the editor what to change. */
class UsageError extends Error {}

/** Other names for collections that editors use. The singular of each name is taken too. */
const aliases: Record<string, CollectionName> = { release: 'statistics', term: 'glossary' };

const collectionFrom = (asked: string): CollectionName => {
  const found = collectionNames.find((kind) => kind === asked || kind === `${asked}s`) ?? aliases[asked];
  if (!found) throw new UsageError(`Không có loại “${asked}”. Chọn một trong: ${collectionNames.join(', ')}.`);
  return found;
};

/** The values of `--title` and `--set`, held against the fields and choices of the schema. */
const answersFrom = (kind: CollectionName, title: string | undefined, settings: readonly string[]): Answers => {
  const { schema, titleField, label } = collections[kind];
  const fields = fieldsOf(schema);
  const answers: Record<string, string | string[]> = title === undefined ? {} : { [titleField]: title };
  for (const setting of settings) {
    const [, name = '', value = ''] = /^([^=]+)=(.*)$/s.exec(setting) ?? [];
    const field = fields.get(name);
    if (!field) {
      const meant = closestMatch(name, [...fields.keys()]);
      throw new UsageError(`${label} không có trường “${name || setting}”.${meant ? ` Có phải là “${meant}”?` : ''}`);
    }
    const { choices } = field;
    const several = choices !== undefined && field.type === 'list';
    const values = several ? value.split(',').map((each) => each.trim()) : [value];
    const wrong = choices && values.find((each) => !choices.includes(each));
    if (choices && wrong !== undefined)
      throw new UsageError(`“${wrong}” không phải là giá trị của “${name}”. Chọn trong: ${choices.join(', ')}.`);
    answers[name] = several ? values : value;
  }
  return answers;
};

/** What `check` says about the new file: the placeholders that are left. */
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
    throw new UsageError(`Thiếu --kind hoặc --title.\n${usage}`);
  const kind = values.kind === undefined ? await promptForCollection() : collectionFrom(values.kind);
  const given = answersFrom(kind, values.title?.trim().normalize('NFC'), values.set ?? []);
  const answers = asks ? await promptForAnswers(kind, given) : given;
  const name = String(answers[collections[kind].titleField]);
  const id = values.id ?? slugFrom(name);
  if (!SLUG.test(id)) throw new UsageError(`“${values.id ?? name}” không thành tên tệp được. Dùng chữ và số.`);

  const folder = contentFolder();
  const file = `${kind}/${id}.${collections[kind].format}`;
  const target = path.join(folder, file);
  mkdirSync(path.dirname(target), { recursive: true });
  try {
    writeFileSync(target, scaffold(kind, answers, dates.today()), { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new UsageError(
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
  if (isDebug()) throw error;
  const cancelled = error instanceof Cancelled;
  console.error(cancelled ? 'Đã dừng, không tạo tệp nào.' : error instanceof Error ? error.message : String(error));
  process.exitCode = cancelled || error instanceof UsageError ? 1 : 2;
}
