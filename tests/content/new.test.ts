/** `npm run new`: a file of any kind, by arguments or by questions; nothing overwritten, nothing published that is not filled in. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { loadContent } from '../../src/content-loader/index.ts';
import { Cancelled, promptForAnswers, promptForCollection } from '../../src/editor/prompts.ts';
import { dates } from '../../src/i18n/index.ts';
import { collectionNames, collections, fieldsOf, PLACEHOLDER, type Field } from '../../src/schema/index.ts';
import { contentWith } from '../support/content.ts';
import { inProcess, node } from '../support/run.ts';

const run = (folder: string, ...args: string[]) => inProcess('src/editor/new.ts', args, { CONTENT_DIR: folder });

describe.each(collectionNames)('a file of %s', (kind) => {
  const folder = () => contentWith();

  test('has every field that must be there, and is refused until all of them are written', async () => {
    const content = folder();
    const { code, out } = await run(
      content,
      '--kind',
      kind,
      '--title',
      'Đường dây lừa đảo “mới” là gì?',
      '--id',
      'thu-moi',
    );
    const file = `${kind}/thu-moi.${collections[kind].format}`;
    expect(code, out).toBe(0);
    expect(out).toContain(file);
    const text = readFileSync(path.join(content, file), 'utf8');
    for (const [name, { required }] of fieldsOf(collections[kind].schema))
      if (required) expect(text).toMatch(new RegExp(`^(?:  "${name}"|${name}):`, 'm'));
    const { problems } = loadContent(content);
    expect(problems.length).toBeGreaterThan(0);
    expect([...new Set(problems.map((problem) => `${problem.file} ${problem.code}`))]).toEqual([`${file} placeholder`]);
    // Every mark is found, each at its place.
    const marked = text.split('\n').flatMap((line, index) => (line.includes(PLACEHOLDER) ? [index + 1] : []));
    expect([...new Set(problems.map(({ line }) => line))].sort((a, b) => a - b)).toEqual(marked);
    expect((await inProcess('src/editor/check-content.ts', [], { CONTENT_DIR: content })).code).toBe(1);
  });

  test('tells of every field what it is for', () => {
    const missing: string[] = [];
    const visit = (fields: ReadonlyMap<string, Field>, at: string): void => {
      for (const [name, field] of fields) {
        if (!field.hint) missing.push(`${at}.${name}`);
        visit(field.item?.fields ?? field.fields, `${at}.${name}`);
      }
    };
    visit(fieldsOf(collections[kind].schema), kind);
    expect(missing).toEqual([]);
  });
});

test('the file is named after its title', () => {
  const content = contentWith();
  // As a command of its own.
  const args = ['--kind', 'article', '--title', 'Đừng vội tin: “Việc nhẹ”, lương 30 triệu!'];
  const { code, out } = node(['src/editor/new.ts', ...args], { CONTENT_DIR: content });
  expect(out).toContain('articles/dung-voi-tin-viec-nhe-luong-30-trieu.mdx');
  expect(code).toBe(0);
  // What it wrote is refused until it is filled in.
  expect(node(['src/editor/check.ts'], { CONTENT_DIR: content }).code).toBe(1);
});

test('dates are those of Vietnam; when facts were checked is for the editor to say', async () => {
  const content = contentWith();
  const before = dates.today();
  await run(content, '--kind', 'alerts', '--title', 'Thử');
  const text = readFileSync(path.join(content, 'alerts/thu.mdx'), 'utf8');
  expect([before, dates.today()]).toContain(/^publishedAt: (.*)$/m.exec(text)?.[1]);
  expect(/^expiresAt: (.*)$/m.exec(text)?.[1]).toBe(dates.monthsBefore(/^publishedAt: (.*)$/m.exec(text)![1]!, -6));
  expect(text).toContain(`verifiedAt: ${PLACEHOLDER}`);
});

test('nothing is overwritten', async () => {
  const content = contentWith();
  const file = path.join(content, 'articles/cach-bao-tin.mdx');
  const before = readFileSync(file, 'utf8');
  const { code, out } = await run(content, '--kind', 'articles', '--title', 'Cách báo tin');
  expect(code).toBe(1);
  expect(out).toContain('Đã có tệp');
  expect(readFileSync(file, 'utf8')).toBe(before);
});

test.each([
  [['--kind', 'tin-tuc', '--title', 'A'], 1, 'Không có loại “tin-tuc”'],
  [['--kind', 'alerts'], 1, 'Thiếu --kind hoặc --title'],
  [['--kind', 'alerts', '--title', '!!!'], 1, 'không thành tên tệp'],
  [['--kind', 'alerts', '--title', 'A', '--id', '../../x'], 1, 'không thành tên tệp'],
  [['--kind', 'alerts', '--title', 'A', '--set', 'metod=viec-lam'], 1, 'Có phải là “method”?'],
  [['--kind', 'alerts', '--title', 'A', '--set', 'method=khac'], 1, 'Chọn trong: gia-danh-co-quan'],
  [['--what'], 2, '--what'],
])('%j is refused', async (args, code, words) => {
  const content = contentWith();
  const outcome = await run(content, ...args);
  expect(outcome).toMatchObject({ code, out: expect.stringContaining(words) as string });
  expect(loadContent(content).problems).toEqual([]);
});

test('an alert that is filled in passes with its new address', async () => {
  const content = contentWith();
  const settings = {
    method: 'viec-lam',
    channels: 'cuoc-goi,tin-nhan',
    audience: 'moi-nguoi',
    severity: 'severe',
    urgency: 'immediate',
    certainty: 'observed',
    verifiedAt: '2026-11',
    expiresAt: '2099-01-01',
  };
  await run(
    content,
    '--kind',
    'alert',
    '--title',
    'Việc làm giả ở biên giới',
    ...Object.entries(settings).flatMap(([name, value]) => ['--set', `${name}=${value}`]),
  );
  const file = path.join(content, 'alerts/viec-lam-gia-o-bien-gioi.mdx');
  const example = loadContent(content).entries.find(({ id }) => id === 'doa-khoa-sim')!.data as { loudspeaker: string };
  const text = readFileSync(file, 'utf8')
    .replace(`loudspeaker: ${PLACEHOLDER}`, `loudspeaker: ${JSON.stringify(example.loudspeaker)}`)
    .replace(/(sources:\n {2}- )CẦN ĐIỀN/, '$1bao-cao-2023')
    .replace(/(hotlines:\n {2}- )CẦN ĐIỀN/, '$1"113"')
    .replaceAll(PLACEHOLDER, 'Một câu ngắn.');
  writeFileSync(file, text);
  const { code, out } = node(['src/editor/check.ts', '--fix'], { CONTENT_DIR: content });
  expect(out).toMatch(/Đã thêm \d+ địa chỉ/);
  expect(code, out).toBe(0);
  expect(readFileSync(path.join(content, 'addresses.txt'), 'utf8')).toContain('/canh-bao/viec-lam-gia-o-bien-gioi/\n');
});

describe('questions', () => {
  /** Keys that a person presses, one after the other, each once what the one before it has changed is drawn. */
  const pressing = (...keys: string[]) => {
    const input = new PassThrough();
    const output = new PassThrough();
    const shown: string[] = [];
    output.on('data', (chunk: Buffer) => shown.push(chunk.toString()));
    void (async () => {
      let seen = 0;
      for (const key of keys) {
        while (shown.length === seen) await nextTurn();
        // What belongs to the same drawing comes in the turns that follow.
        for (let still = 0; still < 10; still = shown.length === seen ? still + 1 : 0) {
          seen = shown.length;
          await nextTurn();
        }
        input.write(key);
      }
    })();
    return { streams: { input, output }, shown };
  };
  const [down, enter, space] = ['\u001b[B', '\r', ' '];

  test('of a kind, in Vietnamese', async () => {
    const { streams, shown } = pressing(down, enter);
    expect(await promptForCollection(streams)).toBe(collectionNames[1]);
    expect(shown.join('')).toContain('Bạn muốn tạo gì?');
    expect(shown.join('')).toContain(collections[collectionNames[0]!].label);
  });

  test('of a title and of every choice that was not given', async () => {
    const { streams, shown } = pressing('Lừa mới', enter, down, enter, space, enter);
    const answers = await promptForAnswers('articles', {}, streams);
    expect(answers).toEqual({ title: 'Lừa mới', topic: 'bien-gioi', audience: ['moi-nguoi'] });
    expect(shown.join('')).toContain('Biên giới, xuất nhập cảnh');
  });

  test('are not asked where all is known', async () => {
    expect(await promptForAnswers('pages', { title: 'A' })).toEqual({ title: 'A' });
  });

  test('end with Ctrl+C', async () => {
    await expect(promptForCollection(pressing('\u0003').streams)).rejects.toThrow(Cancelled);
  });
});
