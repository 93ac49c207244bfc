/** `npm run check` as a command: its options, its exit codes, its warnings, and what it puts right by itself. */
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadContent } from '../../src/content-loader/index.ts';
import { findWarnings } from '../../src/editor/warnings.ts';
import type { Problem } from '../../src/problems/index.ts';
import { contentWith, edit, errorsIn, valid } from '../support/content.ts';
import { inProcess, node } from '../support/run.ts';

const article = 'articles/viec-nhe-luong-cao.mdx';
const page = 'pages/gioi-thieu.mdx';
const check = (folder: string, args: string[] = [], env: Record<string, string> = {}) =>
  inProcess('src/editor/check-content.ts', args, { CONTENT_DIR: folder, LANG: 'vi_VN.UTF-8', ...env });
/** The valid folder with lines added to the end of a file. */
const withText = (file: string, ...lines: string[]): string => {
  const folder = contentWith();
  appendFileSync(path.join(folder, file), `\n${lines.join('\n\n')}\n`);
  return folder;
};
const lineOf = (folder: string, file: string, text: string): number =>
  readFileSync(path.join(folder, file), 'utf8')
    .split('\n')
    .findIndex((line) => line.includes(text)) + 1;
const codes = (problems: readonly Problem[]): string[] => problems.map(({ code, file }) => `${file} ${code}`);
const warnings = (folder: string, today = '2026-11-23'): Problem[] =>
  findWarnings(folder, loadContent(folder, today).entries, today);

interface Reported {
  file: string;
  line: number;
  column: number;
  severity: string;
  code: string;
  what: string;
  fix: string;
  help: string;
}

describe('words that must not be printed stop a file, at their place', () => {
  test.each([
    ['privacy-case-name', 'Nạn nhân Nguyễn Thị Hoa đã về.', 'Nguyễn Thị Hoa'],
    ['privacy-name', 'Theo lời Nông Thị Lan, tiền đã mất.', 'Nông Thị Lan'],
    ['privacy-birth', 'Người này sinh năm 2009.', 'sinh năm 2009'],
    ['privacy-phone', 'Kẻ gian gọi từ số 0912 345 678 mỗi ngày.', '0912 345 678'],
    ['privacy-identity', 'Căn cước 004012345678 bị lộ.', '004012345678'],
    ['privacy-village', 'Chị ấy ở xóm Khuổi, người Tày.', 'xóm Khuổi'],
    ['wording-accused', 'Công an bắt 3 tội phạm.', '3 tội phạm'],
    ['hotline-forbidden', 'Hãy gọi 18001567.', '18001567'],
    ['text-lookalike', 'Trang của раypal là giả.', 'раypal'],
    ['text-invisible', 'Chữ &#x202e;ngược.', ''],
    ['placeholder', 'CẦN ĐIỀN', 'CẦN ĐIỀN'],
  ])('%s', (code, text, piece) => {
    const folder = withText(page, text);
    const line = lineOf(folder, page, text);
    const { problems } = loadContent(folder);
    expect(problems.map((problem) => [problem.code, problem.line])).toContainEqual([code, line]);
    if (piece) expect(problems.find((problem) => problem.code === code)!.column).toBe(text.indexOf(piece) + 1);
  });

  test('in fields, titles of tags and JSON too', () => {
    const folder = withText(page, '<Warning title="Nạn nhân Lò Thị Mây">\n\nChữ.\n\n</Warning>');
    edit(folder, 'glossary/bcd-138.json', '"vi": "', '"vi": "Cháu Sùng A Dế. \\u200b');
    edit(folder, article, 'summary: ', 'summary: Em Lý Thị Na kể. ');
    expect(codes(loadContent(folder).problems)).toEqual([
      `${article} privacy-case-name`,
      'glossary/bcd-138.json text-invisible',
      'glossary/bcd-138.json privacy-case-name',
      `${page} privacy-case-name`,
    ]);
  });

  test('a person in public office may be named once that is reviewed, but not as a victim', () => {
    const folder = withText(page, 'Ông Lục Văn Thanh, Chủ tịch ủy ban, phát biểu.');
    expect(codes(loadContent(folder).problems)).toEqual([`${page} privacy-name`]);
    const file = path.join(folder, 'public-names/luc-van-thanh.json');
    writeFileSync(
      file,
      readFileSync(path.join(valid, 'public-names/nguyen-van-thu.json'), 'utf8').replace(
        'Nguyễn Văn Thử',
        'Lục Văn Thanh',
      ),
    );
    expect(loadContent(folder).problems).toEqual([]);
    appendFileSync(path.join(folder, page), '\nNạn nhân Lục Văn Thanh đã về.\n');
    expect(codes(loadContent(folder).problems)).toEqual([`${page} privacy-case-name`]);
  });
});

describe('dates', () => {
  test.each([
    ['publishedAt: 2027-01-01', 'date-future'],
    ['updatedAt: 2020-01-01\npublishedAt: 2026-11-23', 'date-order'],
  ])('%s', (line, code) => {
    const folder = contentWith();
    edit(folder, article, /^publishedAt: .*$/m.exec(readFileSync(path.join(folder, article), 'utf8'))![0], line);
    expect(codes(loadContent(folder, '2026-11-23').problems)).toEqual([`${article} ${code}`]);
  });

  test('facts that nobody has checked for half a year are told of, not refused', () => {
    const folder = contentWith();
    const file = readFileSync(path.join(folder, article), 'utf8');
    edit(folder, article, /^verifiedAt: .*$/m.exec(file)![0], 'verifiedAt: 2026-05-22');
    const stale = (today: string) =>
      codes(warnings(folder, today)).filter((each) => each === `${article} date-stale`).length;
    expect([stale('2026-11-22'), stale('2026-11-23')]).toEqual([0, 1]);
  });

  test('an alert that was taken back is left in peace', () => {
    const folder = contentWith();
    const of = () => codes(warnings(folder, '2030-01-01')).filter((each) => /doa-khoa-sim\S* date-/.test(each));
    expect(of()).toHaveLength(2);
    edit(
      folder,
      'alerts/doa-khoa-sim.mdx',
      'sources:',
      'withdrawn:\n  date: 2026-11-21\n  reason: Nêu sai tên cơ quan.\nsources:',
    );
    expect(of()).toEqual([]);
  });

  test('nothing is taken back on a day to come', () => {
    const folder = contentWith();
    edit(
      folder,
      'alerts/doa-khoa-sim.mdx',
      'sources:',
      'withdrawn:\n  date: 2026-11-24\n  reason: Nêu sai tên cơ quan.\nsources:',
    );
    expect(codes(loadContent(folder, '2026-11-24').problems)).toEqual([]);
    const [problem, ...others] = loadContent(folder, '2026-11-23').problems;
    expect(problem).toMatchObject({
      code: 'date-future',
      detail: { field: 'withdrawn.date' },
      line: lineOf(folder, 'alerts/doa-khoa-sim.mdx', 'date: 2026-11-24'),
    });
    expect(others).toEqual([]);
  });

  test('a name waits for the eyes of a second person, and may be printed meanwhile', () => {
    const folder = contentWith();
    const file = 'public-names/nguyen-van-thu.json';
    const waiting = () => codes(warnings(folder)).includes(`${file} review-missing`);
    expect(waiting()).toBe(false);
    edit(folder, file, ',\n  "reviewedAt": "2026-11-23"', '');
    expect(waiting()).toBe(true);
    edit(folder, file, ',\n  "reviewedBy": "Người duyệt thử"', '');
    expect(waiting()).toBe(true);
    expect(codes(loadContent(folder).problems)).toEqual([]);
  });

  test('an alert past its day is told of', () => {
    expect(codes(warnings(contentWith(), '2099-01-01'))).toContain('alerts/doa-khoa-sim.mdx date-expired');
    expect(codes(warnings(contentWith())).filter((each) => each.endsWith('date-expired'))).toEqual([]);
  });
});

describe('two of one name', () => {
  test.each([
    ['in other letters', (title: string) => title.toUpperCase()],
    ['in the other form of marks, with two spaces', (title: string) => title.replace(' ', '  ')],
  ])('%s', (_name, change) => {
    const folder = contentWith();
    const source = readFileSync(path.join(folder, page), 'utf8');
    const title = /^title: (.*)$/m.exec(source)![1]!;
    writeFileSync(path.join(folder, 'pages/ban-sao.mdx'), source.replace(title, change(title)));
    expect(codes(loadContent(folder).problems)).toContain(`${page} name-duplicate`);
  });
});

describe('links to a section', () => {
  test.each([
    ['[chữ](#khong-co)', [`${page} link-anchor`]],
    ['[chữ](/gioi-thieu/#muc-thu)', []],
    ['[chữ](/gioi-thieu/#muc-th)', [`${page} link-anchor`]],
    ['[chữ](/thuat-ngu/#bcd-138)', []],
    ['[chữ](/nguon/#khong-co)', [`${page} link-anchor`]],
  ])('%s', (text, wanted) => {
    expect(codes(loadContent(withText(page, '## Mục thử', text)).problems)).toEqual(wanted);
  });
});

describe('style is advice', () => {
  test.each([
    ['spelling', 'Đừng chuyễn tiền cho người lạ.', { correct: expect.stringMatching(/^chuyển/) as string }],
    ['style-tone', 'Hãy khoá tài khoản.', { word: 'khoá', usual: 'khóa' }],
    ['style-spaces', 'Hai  dấu cách.', {}],
    ['style-abbreviation', 'Theo XYZQ thì đúng.', { word: 'XYZQ' }],
    ['style-sentence', `${'chữ '.repeat(36).trim()}.`, { words: 36 }],
    ['style-paragraph', 'Một câu có năm chữ. '.repeat(25).trim(), { words: 125 }],
  ])('%s', (code, text, detail) => {
    const folder = withText(page, text);
    const found = warnings(folder).filter((problem) => problem.file === page);
    expect(found).toMatchObject([{ code, line: lineOf(folder, page, text), detail }]);
    expect(loadContent(folder).problems).toEqual([]);
  });

  test('a word on the list of the site is none to speak of', () => {
    const folder = withText(page, 'Đừng livestream cho người lạ.');
    expect(codes(warnings(folder))).toContain(`${page} spelling`);
    writeFileSync(path.join(folder, 'words.txt'), '# lời chú\nlivestream\n');
    expect(codes(warnings(folder))).not.toContain(`${page} spelling`);
  });

  test('quotations and English are left alone', () => {
    const folder = contentWith();
    edit(folder, 'sources/bao-cao-2023.json', '"quotes": {', '"quotes": { "chinh-ta": "Khoẻ  mạnh và chuyễn",');
    edit(folder, 'glossary/bcd-138.json', '"en": "', '"en": "Qwertz  zuiop. ');
    expect(codes(warnings(folder)).filter((each) => /style|spelling/.test(each))).toEqual(
      codes(warnings(contentWith())).filter((each) => /style|spelling/.test(each)),
    );
  });

  test('a source that nothing uses', () => {
    const folder = contentWith();
    writeFileSync(
      path.join(folder, 'sources/bo-roi.json'),
      readFileSync(path.join(valid, 'sources/bao-cao-2023.json')),
    );
    expect(codes(warnings(folder))).toContain('sources/bo-roi.json orphan');
    expect(codes(warnings(contentWith())).filter((each) => each.endsWith('orphan'))).toEqual([]);
  });

  test('and does not fail the check, as a command of its own', () => {
    const folder = withText(page, 'Đừng chuyễn tiền cho người lạ.');
    const { code, out } = node(['src/editor/check.ts'], { CONTENT_DIR: folder, LANG: 'vi_VN.UTF-8' });
    expect(code).toBe(0);
    expect(out).toContain('Lưu ý: “chuyễn” không có trong từ điển.');
    expect(out).toMatch(/^\d+ lưu ý, không cản việc đăng\.$/m);
  });
});

test('errors of every file are told at once: of schema, of words, of references', () => {
  const folder = withText(page, 'Người này sinh năm 2009.', '[chữ](/khong-co/)');
  edit(folder, 'glossary/bcd-138.json', '"english"', '"tieng-anh"');
  edit(folder, article, 'bao-cao-2023', 'khong-co-nguon');
  expect(codes(loadContent(folder).problems)).toEqual([
    `${article} reference`,
    'glossary/bcd-138.json field-missing',
    'glossary/bcd-138.json field-unknown',
    `${page} privacy-birth`,
  ]);
});

describe('options', () => {
  const broken = () => withText(page, 'Người này sinh năm 2009.');

  test('--json', async () => {
    const { code, out } = await check(broken(), ['--json']);
    expect(code).toBe(1);
    const [first] = (JSON.parse(out) as Reported[]).filter(({ severity }) => severity === 'error');
    expect(first).toMatchObject({
      file: page,
      column: 11,
      code: 'privacy-birth',
      what: '“sinh năm 2009”: năm sinh giúp người khác nhận ra một người.',
    });
    expect(first!.help).toMatch(/\/bien-tap\/#privacy-birth$/);
    expect(JSON.parse((await check(valid, ['--json', path.join(valid, page)])).out)).toEqual([]);
  });

  test('--github', async () => {
    const { code, out } = await check(broken(), ['--github']);
    expect(code).toBe(1);
    expect(out.split('\n').filter((line) => line.startsWith('::error'))).toEqual([
      expect.stringMatching(
        /^::error file=\S*pages\/gioi-thieu\.mdx,line=\d+,col=11,title=privacy-birth::“sinh năm 2009”.*#privacy-birth$/,
      ),
    ]);
    const changed = await check(path.join(valid), ['--github']);
    // Paths are those of the repository, where the services look for them.
    for (const line of changed.out.split('\n').filter(Boolean))
      expect(line).toMatch(/^::warning file=tests\/content\/valid\/\S+,line=\d+,col=\d+,title=[a-z-]+::/);
  });

  test.each([
    [['--lang', 'en'], {}],
    [[], { LANG: 'en' }],
  ])('%j %j speaks English', async (args, env) => {
    const { out } = await check(broken(), args, { ...env });
    expect(out).toContain(
      '“sinh năm 2009”: a year of birth lets a person be recognised.\n    To fix it: Leave it out.  [privacy-birth]\n    More: ',
    );
    expect(out).toMatch(/^1 errors in 1 files\. The content cannot be published\.$/m);
  });

  test('an English machine still speaks Vietnamese to editors', async () =>
    expect((await check(broken(), [], { LANG: 'en_US.UTF-8' })).out).toContain('Chưa đăng được.'));

  test('every error has its help page', async () => {
    const { out } = await check(broken());
    expect(out).toMatch(/\[privacy-birth\]\n {4}Xem thêm: https:\/\/\S+\/bien-tap\/#privacy-birth\n/);
  });

  test('paths limit what is told, and what fails', async () => {
    const folder = broken();
    expect((await check(folder, [path.join(folder, page)])).code).toBe(1);
    expect((await check(folder, [path.join(folder, 'pages')])).code).toBe(1);
    expect(
      (await check(folder, [path.join(folder, 'articles'), path.join(folder, 'pages/quyen-rieng-tu.mdx')])).code,
    ).toBe(0);
  });

  test('another content folder', async () => expect((await check(valid, [broken()])).code).toBe(1));

  test.each([
    [['--nope'], '--nope'],
    [['khong-co.mdx'], 'khong-co.mdx'],
    [['package.json'], 'package.json'],
    [['--lang', 'fr'], 'fr'],
  ])('%j cannot be run', async (args, words) => {
    expect(await check(valid, args)).toMatchObject({ code: 2, out: expect.stringContaining(words) as string });
  });

  test('--all tells every warning, otherwise the first of a kind', async () => {
    const folder = withText(page, ...Array.from({ length: 6 }, (_, index) => `Đừng qwz${'abcdef'[index]!}ty nhé.`));
    const told = async (args: string[]) => (await check(folder, args)).out.match(/\[spelling\]$/gm)!.length;
    expect(await told([])).toBe(3);
    expect(await told(['--all'])).toBe(warnings(folder).filter(({ code }) => code === 'spelling').length);
  });
});

describe('--fix', () => {
  test('puts marks, tones and spaces right, and touches nothing else', async () => {
    const folder = withText(page, 'Hãy khoá  tài khoản, khoá ngay.', 'Người này sinh năm 2009. Đừng chuyễn.');
    edit(folder, article, 'title: ', 'title: Khoẻ ');
    const loose = readFileSync(path.join(folder, 'pages/quyen-rieng-tu.mdx'), 'utf8').normalize('NFD');
    writeFileSync(path.join(folder, 'pages/quyen-rieng-tu.mdx'), loose);
    const before = readFileSync(path.join(folder, page), 'utf8');
    const { code, out } = await check(folder, ['--fix']);
    expect(code).toBe(1);
    expect(errorsIn(out)).toContain('[privacy-birth]');
    expect(readFileSync(path.join(folder, page), 'utf8')).toBe(
      before.replace('khoá  tài', 'khóa tài').replace('khoá ngay', 'khóa ngay'),
    );
    expect(readFileSync(path.join(folder, article), 'utf8')).toContain('title: Khỏe ');
    expect(readFileSync(path.join(folder, 'pages/quyen-rieng-tu.mdx'), 'utf8')).toBe(loose.normalize('NFC'));
  });

  test('leaves files alone that were not named', async () => {
    const folder = withText(page, 'Hãy khoá tài khoản.');
    await check(folder, ['--fix', path.join(folder, 'articles')]);
    expect(readFileSync(path.join(folder, page), 'utf8')).toContain('khoá');
  });
});

test('a name that only a machine tells apart is stopped: case and form of marks', () => {
  const folder = contentWith();
  mkdirSync(path.join(folder, 'pages'), { recursive: true });
  for (const name of ['Gioi-thieu.mdx', 'giới-thiệu.mdx'.normalize('NFD')])
    writeFileSync(path.join(folder, 'pages', name), readFileSync(path.join(valid, page)));
  expect(loadContent(folder).problems.map(({ code, detail }) => [code, detail.correct])).toEqual([
    ['file-name', 'gioi-thieu.mdx'],
    ['file-name', 'gioi-thieu.mdx'],
  ]);
});
