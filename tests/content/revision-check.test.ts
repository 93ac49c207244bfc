/**
 * A published figure does not change in silence and does not disappear: real repositories, each with a published folder and
 * what an editor did to it since.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { loadContent } from '../../src/content-loader/index.ts';
import { checkRevisions } from '../../src/editor/revision-check.ts';
import { formatMessage } from '../../src/problems/index.ts';
import { edit, temporaryFolder, valid, errorsIn } from '../support/content.ts';
import { node, root } from '../support/run.ts';

const file = 'statistics/nua-dau-2023.json';
const today = '2026-11-23';
const entry = '{ "date": "2026-09-01", "kind": "correction", "from": 5, "to": 6, "reason": "Gõ nhầm." }';

/** A repository of a content folder. Nobody's own settings of git reach it. */
class Repository {
  readonly root: string;

  constructor(root = temporaryFolder()) {
    this.root = root;
  }

  static #published: Repository | undefined;

  /** With the valid folder as its first commit: a copy of one that is made once for the file. */
  static published(): Repository {
    const repository = new Repository();
    Repository.#published ??= Repository.#make();
    cpSync(Repository.#published.root, repository.root, { recursive: true });
    return repository;
  }

  static #make(): Repository {
    const repository = new Repository(mkdtempSync(path.join(tmpdir(), 'published-')));
    cpSync(valid, repository.content, { recursive: true });
    repository.git('init', '--quiet', '--template=', '--initial-branch=main');
    repository.commit();
    return repository;
  }

  static removePublished(): void {
    if (Repository.#published) rmSync(Repository.#published.root, { recursive: true, force: true });
  }

  get content(): string {
    return path.join(this.root, 'content');
  }

  git(...args: string[]): string {
    const settings = ['user.name=Editor', 'user.email=editor@vidu.example', 'commit.gpgsign=false', 'gc.auto=0'].flatMap(
      (setting) => ['-c', setting],
    );
    const env = {
      ...process.env,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_SYSTEM: '/dev/null',
      GIT_DIR: undefined,
      GIT_WORK_TREE: undefined,
      GIT_INDEX_FILE: undefined,
    };
    return execFileSync('git', [...settings, ...args], {
      cwd: this.root,
      env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  }

  /** Commits everything. */
  commit(): void {
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '--message', 'Edit');
  }

  /** A new value, which the quote of the source follows. `revisions` is what stands in the list. */
  value(from: number, to: number): this {
    edit(this.content, file, `"value": ${from},`, `"value": ${to},`);
    this.reword('05 vụ', '05 vụ'.replace('5', String(to)), from);
    return this;
  }

  /** New words in the quote that proves the value, told in the `changes` of the source. `now` is the value in it. */
  reword(written: string, words: string, now = 5): this {
    const source = path.join(this.content, 'sources/bao-cao-2023.json');
    const data = JSON.parse(readFileSync(source, 'utf8')) as {
      quotes: Record<string, string>;
      changes?: Record<string, string>[];
    };
    const from = data.quotes['mua-ban-nguoi']!;
    const to = from.replace(written.replace('5', String(now)), words);
    data.quotes['mua-ban-nguoi'] = to;
    const reason = 'Gõ nhầm câu trích.';
    data.changes = [...(data.changes ?? []), { date: '2026-09-01', field: 'quotes.mua-ban-nguoi', from, to, reason }];
    writeFileSync(source, JSON.stringify(data, null, 2));
    return this;
  }

  revisions(...entries: string[]): this {
    const source = readFileSync(path.join(this.content, file), 'utf8').replace(/,\n {6}"revisions": \[.*\]/, '');
    writeFileSync(
      path.join(this.content, file),
      source.replace('"quote": "mua-ban-nguoi"', (quote) => `${quote},\n      "revisions": [${entries.join(', ')}]`),
    );
    return this;
  }

  findings(base?: string) {
    const { entries, problems } = loadContent(this.content);
    // What is compared is content that is in order: nothing else is wrong with it.
    expect(
      problems
        .filter(({ code }) => !['reference', 'reference-figure', 'prose-figure', 'prose-figure-typed'].includes(code))
        .map((problem) => formatMessage(problem)),
    ).toEqual([]);
    return checkRevisions(this.content, entries, base, today).map((problem) => ({
      at: `${problem.file}:${problem.line}:${problem.column}`,
      code: problem.code,
      ...formatMessage(problem),
    }));
  }
}

afterAll(() => Repository.removePublished());

const missing = {
  at: `${file}:16:16`,
  code: 'revision-missing',
  what: '“so-vu” đã đăng là 5, nay là 6, nhưng “revisions” không ghi thay đổi này.',
  fix: 'Nếu gõ nhầm, sửa lại như cũ. Nếu số mới đúng, thêm vào số liệu này: "revisions": [{ "date": "2026-11-23", "kind": "correction", "from": 5, "to": 6, "reason": "" }] rồi viết lý do vào “reason”; số mới thay theo kế hoạch thì “kind” là “revision”; tài liệu khác đính chính thì thêm "quote": "mã nguồn/mã câu".',
};
const lost = {
  at: `${file}:19:20`,
  code: 'revision-lost',
  what: 'Mục ngày 1/9/2026 (5 → 6) trong “revisions” của “so-vu” đã bị xóa hoặc sửa.',
  fix: `Khôi phục nguyên văn: ${entry}. Thay đổi mới là một mục mới ở cuối.`,
};
const gone = (at: string) => ({
  at: `${file}:${at}`,
  code: 'observation-lost',
  what: 'Số liệu đã đăng “nua-dau-2023/so-vu” (5) không còn.',
  fix: 'Khôi phục số liệu với mã và tên tệp cũ: số đã đăng không được biến mất. Nếu số sai, sửa “value” và thêm “revisions”.',
});

describe('a changed value', () => {
  test('needs an entry, committed or not', () => {
    const repository = Repository.published().value(5, 6);
    expect(repository.findings()).toEqual([missing]);
    repository.commit();
    expect(repository.findings()).toEqual([missing]);
  });

  test('with its entry is in order, committed or not', () => {
    const repository = Repository.published().value(5, 6).revisions(entry);
    expect(repository.findings()).toEqual([]);
    repository.commit();
    expect(repository.findings()).toEqual([]);
  });

  test('is held against the base that is named, however many commits lie between', () => {
    const repository = Repository.published().value(5, 6);
    const base = repository.git('rev-parse', 'HEAD');
    repository.commit();
    repository.commit();
    expect(repository.findings()).toEqual([]);
    expect(repository.findings(base)).toEqual([missing]);
    expect(repository.findings('0000000000000000000000000000000000000000')).toEqual([]);
  });

  test('may have come in several steps since the base', () => {
    const repository = Repository.published();
    const base = repository.git('rev-parse', 'HEAD');
    repository.value(5, 6).revisions(entry).commit();
    repository
      .value(6, 7)
      .revisions(
        entry,
        '{ "date": "2026-10-01", "kind": "revision", "from": 6, "to": 7, "reason": "Theo báo cáo năm." }',
      );
    expect(repository.findings(base)).toEqual([]);
  });

  test('is not excused by an entry that told of an earlier change', () => {
    const repository = Repository.published().value(5, 6).revisions(entry);
    repository.commit();
    edit(repository.content, file, '"value": 6,', '"value": 7,');
    // The chain is broken as well.
    const told = () =>
      checkRevisions(repository.content, loadContent(repository.content).entries, undefined, today).map(
        ({ code, line, detail }) => [code, line, detail.old, detail.new, detail.entry],
      );
    const wanted = '{ "date": "2026-11-23", "kind": "correction", "from": 6, "to": 7, "reason": "" }';
    expect(told()).toEqual([['revision-missing', 16, '6', '7', wanted]]);
    repository.commit();
    repository.commit();
    repository.git('tag', 'published', 'HEAD~3');
    expect(repository.git('show', `published:content/${file}`)).toContain('"value": 5');
    // Since then two changes, of which one was told.
    expect(
      checkRevisions(repository.content, loadContent(repository.content).entries, 'published', today),
    ).toMatchObject([{ detail: { old: '5', new: '7', entry: wanted } }]);
  });

  test('that was committed in silence and changed again is told in two steps', () => {
    const repository = Repository.published();
    const base = repository.git('rev-parse', 'HEAD');
    repository.value(5, 6).commit();
    repository.value(6, 7);
    const step = (from: number, to: number) =>
      `{ "date": "2026-11-23", "kind": "correction", "from": ${from}, "to": ${to}, "reason": "" }`;
    expect(repository.findings(base)).toMatchObject([{ fix: expect.stringContaining(step(6, 7)) as string }]);
    const [first, second] = [step(5, 6), step(6, 7)].map((entry) => entry.replace('""', '"Gõ nhầm."')) as [
      string,
      string,
    ];
    expect(repository.revisions(second).findings(base)).toMatchObject([
      { fix: expect.stringContaining(step(5, 6)) as string },
    ]);
    expect(repository.revisions(first, second).findings(base)).toEqual([]);
  });

  test('counts the word before the number', () => {
    const repository = Repository.published();
    edit(repository.content, file, '"qualifier": "exact"', '"qualifier": "over"');
    repository.reword('05 vụ', 'trên 05 vụ');
    expect(repository.findings()).toMatchObject([
      {
        at: `${file}:17:20`,
        what: '“so-vu” đã đăng là 5 (exact), nay là 5 (over), nhưng “revisions” không ghi thay đổi này.',
      },
    ]);
    const told =
      '{ "date": "2026-09-01", "kind": "correction", "from": 5, "fromQualifier": "exact", "to": 5, "reason": "Thiếu chữ." }';
    expect(repository.revisions(told).findings()).toEqual([]);
  });
});

test('a correction by another document, as the guide for editors tells it', () => {
  const guide = readFileSync(path.join(root, 'content/pages/bien-tap.mdx'), 'utf8');
  const section = /## Sửa một con số đã đăng[^]*?(?=\n## )/.exec(guide)![0];
  const [passage, sentence] = [/"quote": "([^"]+)"/.exec(section)![1]!, /"so-vu": "([^"]+)"/.exec(section)![1]!];
  const [id] = passage.split('/');
  const repository = Repository.published();
  const codes = () => {
    const { entries, problems } = loadContent(repository.content);
    return [...problems, ...checkRevisions(repository.content, entries, undefined, today)].map(({ code }) => code);
  };
  // Step 1: the value, in the file of the release.
  edit(repository.content, file, '"value": 5,', '"value": 6,');
  // The document that corrects, with its words.
  const document = readFileSync(path.join(repository.content, 'sources/bao-cao-2023.json'), 'utf8');
  writeFileSync(
    path.join(repository.content, `sources/${id}.json`),
    document.replace(/"quotes": \{[^}]*\}/, `"quotes": { "so-vu": "${sentence}" }`),
  );
  // Step 2: the check prints a line. Step 3: it is copied, with the reason and the passage.
  expect(codes()).toEqual(['proof-value', 'revision-missing']);
  const printed = checkRevisions(repository.content, loadContent(repository.content).entries, undefined, today)[0]!;
  const written = String(printed.detail.entry).replace('"reason": ""', `"quote": "${passage}", "reason": "Cơ quan đính chính."`);
  edit(repository.content, file, '"quote": "mua-ban-nguoi"', `"quote": "mua-ban-nguoi",\n      ${written}`);
  expect(codes()).toEqual([]);
  repository.commit();
  expect(codes()).toEqual([]);
  // The passage proves the new number, and the old one is still proven by the old passage.
  edit(repository.content, `sources/${id}.json`, sentence, sentence.replace(/\d+/, '07'));
  expect(codes()).toContain('proof-value');
});

describe('what was published stays', () => {
  test('an entry that is gone, or reads otherwise', () => {
    const repository = Repository.published().value(5, 6).revisions(entry);
    repository.commit();
    expect(repository.revisions().findings()).toEqual([lost]);
    expect(repository.revisions(entry.replace('Gõ nhầm.', 'Gõ sai.')).findings()).toEqual([lost]);
    expect(repository.revisions(entry).findings()).toEqual([]);
  });

  test('a history with its list of entries gone is missed at the observation', () => {
    const repository = Repository.published().value(5, 6).revisions(entry);
    repository.commit();
    edit(repository.content, file, `,\n      "revisions": [${entry}]`, '');
    expect(repository.findings()).toEqual([{ ...lost, at: `${file}:14:5` }]);
  });

  test('an observation', () => {
    const repository = Repository.published();
    const observation = /\{\s+"indicator": "so-vu"[^}]+\},\s+/.exec(
      readFileSync(path.join(repository.content, file), 'utf8'),
    )![0];
    edit(repository.content, file, observation, '');
    expect(repository.findings()).toEqual([gone('13:19')]);
    repository.commit();
    expect(repository.findings()).toEqual([gone('13:19')]);
  });

  test('a release, also one that was only renamed', () => {
    const repository = Repository.published();
    renameSync(path.join(repository.content, file), path.join(repository.content, 'statistics/nua-dau-nam-2023.json'));
    const found = repository.findings();
    expect(found).toHaveLength(2);
    expect(found[0]).toEqual(gone('1:1'));
    expect(found[1]).toMatchObject({
      at: `${file}:1:1`,
      code: 'observation-lost',
      what: 'Số liệu đã đăng “nua-dau-2023/thay-doi-pham-phap” (-9.25) không còn.',
    });
  });
});

describe('no alarm', () => {
  test('where nothing changed, or only what is no figure', () => {
    const repository = Repository.published();
    repository.commit();
    expect(repository.findings()).toEqual([]);
    edit(repository.content, 'sources/bao-cao-2023.json', '2026-03', '2026-04');
    edit(repository.content, 'indicators/so-vu.json', '"topic"', '"sourceTerms": ["mua bán người"],\n  "topic"');
    edit(repository.content, 'pages/gioi-thieu.mdx', '\n---\n', '\n---\n\n');
    expect(repository.findings()).toEqual([]);
  });

  test('for a release that is new', () => {
    const repository = Repository.published();
    const release = readFileSync(path.join(repository.content, file), 'utf8')
      .replaceAll('2022-01-01', '2021-01-01')
      .replaceAll('2022-06-30', '2021-06-30')
      .replaceAll('2023-01-01', '2022-01-01')
      .replaceAll('2023-06-30', '2022-06-30');
    writeFileSync(path.join(repository.content, 'statistics/nua-dau-2022.json'), release);
    expect(repository.findings()).toEqual([]);
    repository.commit();
    expect(repository.findings()).toEqual([]);
  });

  test('without a repository', () => {
    const repository = new Repository();
    cpSync(valid, repository.content, { recursive: true });
    expect(repository.value(5, 6).findings()).toEqual([]);
  });

  test('in a repository without a commit', () => {
    const repository = new Repository();
    cpSync(valid, repository.content, { recursive: true });
    repository.git('init', '--quiet');
    expect(repository.findings()).toEqual([]);
  });

  test('in a clone of the last commit alone, which has nothing before it', () => {
    const original = Repository.published().value(5, 6);
    original.commit();
    const folder = path.join(temporaryFolder(), 'clone');
    original.git('clone', '--quiet', '--depth', '1', pathToFileURL(original.root).href, folder);
    expect(new Repository(folder).findings()).toEqual([]);
    expect(original.findings()).toEqual([missing]);
  });
});

describe('without a named base, a branch is held against where it left origin/main', () => {
  const branch = (): Repository => {
    const original = Repository.published();
    const folder = path.join(temporaryFolder(), 'clone');
    original.git('clone', '--quiet', pathToFileURL(original.root).href, folder);
    return new Repository(folder);
  };

  test('over all its commits', () => {
    const clone = branch().value(5, 6);
    clone.commit();
    clone.commit();
    expect(clone.findings()).toEqual([missing]);
  });

  test('and misses nothing that others have published since', () => {
    const original = Repository.published();
    const folder = path.join(temporaryFolder(), 'clone');
    original.git('clone', '--quiet', pathToFileURL(original.root).href, folder);
    original.value(5, 6).revisions(entry).commit();
    const clone = new Repository(folder);
    clone.commit();
    clone.git('fetch', '--quiet');
    expect(clone.git('show', `origin/main:content/${file}`)).toContain('"value": 6');
    expect(clone.findings()).toEqual([]);
  });
});

describe('the description of a published figure', () => {
  const [source, other, indicator] = ['sources/bao-cao-2023.json', 'sources/bao-khac.json', 'indicators/so-vu.json'];

  /** A repository in which every field that is held has a value. */
  const published = (repository = new Repository()): Repository => {
    cpSync(valid, repository.content, { recursive: true });
    repository.git('init', '--quiet', '--template=', '--initial-branch=main');
    edit(
      repository.content,
      file,
      '"quote": "mua-ban-nguoi"',
      '"quote": "mua-ban-nguoi", "status": "provisional", "note": "Số của công an tỉnh.",\n      "corroboratedBy": ["bao-khac/so-vu"]',
    );
    edit(
      repository.content,
      indicator,
      '"caveat"',
      '"counting": { "vi": "Đếm theo vụ.", "en": "By case." },\n  "caveat"',
    );
    const quote = '"mua-ban-nguoi": "đã phát hiện, điều tra 05 vụ mua bán người"';
    edit(repository.content, source, quote, `${quote},\n    "mua-ban": "05 vụ mua bán người được điều tra"`);
    const text = readFileSync(path.join(repository.content, source), 'utf8').replace('"mua-ban-nguoi":', '"so-vu":');
    writeFileSync(path.join(repository.content, other), text);
    writeFileSync(path.join(repository.content, 'sources/bao-thu-ba.json'), text);
    repository.commit();
    return repository;
  };

  /** The repository that all cases share, since git takes most of the time: each case puts its file back. */
  let shared: Repository;
  beforeAll(() => {
    shared = published(new Repository(mkdtempSync(path.join(tmpdir(), 'content-'))));
  });
  afterAll(() => rmSync(shared.root, { recursive: true, force: true }));

  /** Adds an entry, as printed, with a reason. */
  const paste = (repository: Repository, where: string, entry: string): void => {
    const target = path.join(repository.content, where);
    const text = readFileSync(target, 'utf8');
    const told = entry.replace('"reason": ""', '"reason": "Ghi nhầm khi đăng."');
    writeFileSync(
      target,
      entry.startsWith('"changes"')
        ? text.replace('{', () => `{\n  ${told},`)
        : text.replace(/\](?=,\n {2}"(?:title|label))/, () => `, ${told}]`),
    );
  };

  interface Case {
    name: string;
    in: string;
    edits: [string, string][];
    /** Of each missing entry: field, former and new text. */
    told: [string, string, string][];
  }
  const one = (name: string, where: string, edits: [string, string], ...told: [string, string, string]): Case => ({
    name,
    in: where,
    edits: [edits],
    told: [told],
  });
  const swap = (from: string, to: string): [string, string] => [`"${from}"`, `"${to}"`];
  const cases: Case[] = [
    one('the area', file, swap('VN-04', 'VN'), 'area', 'VN-04', 'VN'),
    one('the start of the period', file, swap('2023-01-01', '2023-02-01'), 'period.start', '2023-01-01', '2023-02-01'),
    one('the end of the period', file, swap('2023-06-30', '2023-05-31'), 'period.end', '2023-06-30', '2023-05-31'),
    one(
      'the title',
      file,
      swap('6 tháng đầu năm 2023', 'Nửa đầu năm 2023'),
      'title.vi',
      '6 tháng đầu năm 2023',
      'Nửa đầu năm 2023',
    ),
    one(
      'the English title',
      file,
      swap('First half of 2023', 'January to June 2023'),
      'title.en',
      'First half of 2023',
      'January to June 2023',
    ),
    one('the day of publication', file, swap('2023-07-21', '2024-07-21'), 'publishedAt', '2023-07-21', '2024-07-21'),
    {
      name: 'the source',
      in: file,
      edits: [
        ['"source": "bao-cao-2023"', '"source": "bao-thu-ba"'],
        ['"quote": "mua-ban-nguoi"', '"quote": "mua-ban"'],
      ],
      told: [
        ['source', 'bao-cao-2023', 'bao-thu-ba'],
        ['observations.so-vu.quote', 'mua-ban-nguoi', 'mua-ban'],
      ],
    },
    one(
      'the period of comparison',
      file,
      swap('2022-01-01', '2021-01-01'),
      'observations.thay-doi-pham-phap.base.start',
      '2022-01-01',
      '2021-01-01',
    ),
    one(
      'the status',
      file,
      [', "status": "provisional"', ', "status": "final"'],
      'observations.so-vu.status',
      'provisional',
      'final',
    ),
    one(
      'the status left out, which makes it final',
      file,
      [', "status": "provisional"', ''],
      'observations.so-vu.status',
      'provisional',
      'final',
    ),
    one(
      'a note removed',
      file,
      [', "note": "Số của công an tỉnh."', ''],
      'observations.so-vu.note',
      'Số của công an tỉnh.',
      '',
    ),
    one(
      'a corroboration removed',
      file,
      [',\n      "corroboratedBy": ["bao-khac/so-vu"]', ''],
      'observations.so-vu.corroboratedBy',
      'bao-khac/so-vu',
      '',
    ),
    one(
      'another passage',
      file,
      ['"quote": "mua-ban-nguoi"', '"quote": "mua-ban"'],
      'observations.so-vu.quote',
      'mua-ban-nguoi',
      'mua-ban',
    ),
    one(
      'the label',
      indicator,
      swap('Số vụ mua bán người', 'Số vụ mua bán trẻ em'),
      'label.vi',
      'Số vụ mua bán người',
      'Số vụ mua bán trẻ em',
    ),
    one(
      'the definition',
      indicator,
      swap('Số vụ được phát hiện trong kỳ.', 'Số vụ đã xử.'),
      'definition.vi',
      'Số vụ được phát hiện trong kỳ.',
      'Số vụ đã xử.',
    ),
    one('the unit', indicator, swap('cases', 'victims'), 'unit.en', 'cases', 'victims'),
    one('the measure', indicator, swap('count', 'money'), 'measure', 'count', 'money'),
    one(
      'how it is counted',
      indicator,
      swap('Đếm theo vụ.', 'Đếm theo người.'),
      'counting.vi',
      'Đếm theo vụ.',
      'Đếm theo người.',
    ),
    {
      name: 'how it is counted, removed',
      in: indicator,
      edits: [['"counting": { "vi": "Đếm theo vụ.", "en": "By case." },\n  ', '']],
      told: [
        ['counting.vi', 'Đếm theo vụ.', ''],
        ['counting.en', 'By case.', ''],
      ],
    },
    one(
      'the caveat',
      indicator,
      swap('Có vụ không ai báo.', 'Số này đầy đủ.'),
      'caveat.vi',
      'Có vụ không ai báo.',
      'Số này đầy đủ.',
    ),
    one(
      'the words of the passage',
      source,
      ['đã phát hiện, điều tra 05 vụ mua bán người', 'chỉ có 05 vụ mua bán người'],
      'quotes.mua-ban-nguoi',
      'đã phát hiện, điều tra 05 vụ mua bán người',
      'chỉ có 05 vụ mua bán người',
    ),
    one(
      'the words of a passage that corroborates',
      other,
      ['đã phát hiện, điều tra 05 vụ mua bán người', 'chỉ có 05 vụ mua bán người'],
      'quotes.so-vu',
      'đã phát hiện, điều tra 05 vụ mua bán người',
      'chỉ có 05 vụ mua bán người',
    ),
  ];

  /** What is missing, without what the loader says of the figure itself: `measure` alone breaks the proof of its value. */
  const findings = (repository: Repository) =>
    checkRevisions(repository.content, loadContent(repository.content).entries, undefined, today);

  test.each(cases)('does not change in silence: $name', ({ in: where, edits, told }) => {
    const repository = shared;
    const target = path.join(repository.content, where);
    const before = readFileSync(target, 'utf8');
    onTestFinished(() => writeFileSync(target, before));
    for (const [from, to] of edits) edit(repository.content, where, from, to);
    let found = findings(repository);
    expect(found.map(({ file: at, code, detail }) => [at, code, detail.field, detail.from, detail.to])).toEqual(
      told.map((each) => [where, 'change-missing', ...each]),
    );
    // Each entry, pasted as printed, is enough; the next one then goes to the end of the list.
    for (let left = told.length; left > 0; left--) {
      expect(found).toHaveLength(left);
      paste(repository, where, String(found[0]!.detail.entry));
      found = findings(repository);
    }
    expect(found).toEqual([]);
  });

  test('is in order as it was published', () => {
    expect(findings(shared)).toEqual([]);
  });

  test('is missed at the field, in words that can be pasted', () => {
    const repository = published();
    edit(repository.content, indicator, 'Có vụ không ai báo.', 'Số này đầy đủ.');
    const entry =
      '{ "date": "2026-11-23", "field": "caveat.vi", "from": "Có vụ không ai báo.", "to": "Số này đầy đủ.", "reason": "" }';
    expect(repository.findings()).toEqual([
      {
        at: `${indicator}:17:11`,
        code: 'change-missing',
        what: '“caveat.vi” đã đăng là “Có vụ không ai báo.”, nay là “Số này đầy đủ.”, nhưng “changes” không ghi thay đổi này.',
        fix: `Nếu gõ nhầm, sửa lại như cũ. Nếu sửa có chủ ý, thêm vào tệp này: "changes": [${entry}] rồi viết lý do vào “reason”.`,
      },
    ]);
    // The empty reason is refused.
    edit(repository.content, indicator, '{', `{ "changes": [${entry}],`);
    expect(loadContent(repository.content).problems).toMatchObject([
      { file: indicator, code: 'field-short', detail: { field: 'changes[1].reason' } },
    ]);
  });

  test('may change in several steps, and each is told', () => {
    const repository = published();
    const base = repository.git('rev-parse', 'HEAD');
    edit(repository.content, file, '2023-07-21', '2023-07-22');
    repository.commit();
    expect(findings(repository)).toMatchObject([{ code: 'change-missing', detail: { field: 'publishedAt' } }]);
    paste(repository, file, String(findings(repository)[0]!.detail.entry));
    repository.commit();
    edit(repository.content, file, '"publishedAt": "2023-07-22"', '"publishedAt": "2023-07-23"');
    expect(findings(repository)).toMatchObject([{ detail: { from: '2023-07-22', to: '2023-07-23', first: 0 } }]);
    expect(repository.findings(base)).toHaveLength(1);
    paste(repository, file, String(findings(repository)[0]!.detail.entry));
    expect(repository.findings(base)).toEqual([]);
  });

  test('keeps its published entries', () => {
    const repository = published();
    edit(repository.content, indicator, 'Có vụ không ai báo.', 'Số này đầy đủ.');
    paste(repository, indicator, String(findings(repository)[0]!.detail.entry));
    repository.commit();
    const written = readFileSync(path.join(repository.content, indicator), 'utf8');
    const lostEntry = {
      code: 'change-lost',
      what: 'Mục ngày 23/11/2026 (“caveat.vi”) trong “changes” đã bị xóa hoặc sửa.',
      fix: 'Khôi phục nguyên văn: { "date": "2026-11-23", "field": "caveat.vi", "from": "Có vụ không ai báo.", "to": "Số này đầy đủ.", "reason": "Ghi nhầm khi đăng." }. Thay đổi mới là một mục mới ở cuối.',
    };
    writeFileSync(path.join(repository.content, indicator), written.replace(/"changes": .*,\n/, ''));
    expect(repository.findings()).toMatchObject([lostEntry]);
    writeFileSync(path.join(repository.content, indicator), written.replace('Ghi nhầm khi đăng', 'Viết lại'));
    expect(repository.findings()).toMatchObject([lostEntry]);
    writeFileSync(path.join(repository.content, indicator), written);
    expect(repository.findings()).toEqual([]);
  });

  test('loses no entries with a file that is deleted', () => {
    const repository = published();
    const third = 'sources/bao-thu-ba.json';
    const entry = '{ "date": "2026-01-01", "field": "quotes.x", "from": "a", "to": "b", "reason": "Gõ nhầm." }';
    edit(repository.content, third, '{', `{ "changes": [${entry}],`);
    repository.commit();
    rmSync(path.join(repository.content, third));
    expect(repository.findings()).toMatchObject([{ at: `${third}:1:1`, code: 'change-lost' }]);
  });

  test('may gain a note, a corroboration, an observation or a passage', () => {
    const repository = published();
    edit(
      repository.content,
      file,
      '"quote": "pham-phap"',
      '"quote": "pham-phap", "note": "So với cùng kỳ.", "corroboratedBy": ["bao-khac/pham-phap"]',
    );
    edit(repository.content, file, '["bao-khac/so-vu"]', '["bao-khac/so-vu", "bao-thu-ba/so-vu"]');
    edit(repository.content, source, '"mua-ban":', '"cau-moi": "câu khác của văn bản",\n    "mua-ban":');
    expect(repository.findings()).toEqual([]);
  });

  describe('an entry', () => {
    const written = (from: string, to: string, field = 'caveat.vi') =>
      `{ "date": "2026-11-23", "field": "${field}", "from": "${from}", "to": "${to}", "reason": "Ghi nhầm." }`;
    const [old, current] = ['Có vụ không ai báo.', 'Số này đầy đủ.'];
    const told = (...list: string[]) => {
      const repository = published();
      edit(repository.content, indicator, old, current);
      edit(repository.content, indicator, '{', `{ "changes": [${list.join(', ')}],`);
      return repository;
    };

    test.each([
      ['from words that were not published', written('Không rõ.', current), 'change-missing', 'change-untrue'],
      ['to words that do not stand there', written(old, 'Không rõ.'), 'change-missing', 'change-untrue'],
      ['of a field that did not change', `${written(old, current)}, ${written('a', 'b', 'label.vi')}`, 'change-untrue'],
      ['of a field that is none', `${written(old, current)}, ${written('a', 'b', 'captoin.vi')}`, 'change-untrue'],
      [
        'there and back, by way of words that were never published',
        `${written(old, current)}, ${written(current, 'x')}, ${written('x', current)}`,
        'change-untrue',
        'change-untrue',
      ],
    ])('%s is refused', (_name, entries, ...codes) => {
      const repository = told(entries);
      expect(findings(repository).map(({ code }) => code)).toEqual(codes);
      repository.commit();
      expect(findings(repository).map(({ code }) => code)).toEqual(codes);
    });

    test('of a new file is refused, since nothing of it was published', () => {
      const repository = published();
      const copy = readFileSync(path.join(repository.content, source), 'utf8').replace(
        '{',
        `{ "changes": [${written('a', 'b', 'title')}],`,
      );
      writeFileSync(path.join(repository.content, 'sources/bao-moi.json'), copy);
      expect(findings(repository)).toMatchObject([
        { file: 'sources/bao-moi.json', code: 'change-untrue', detail: { field: 'title', from: 'a', to: 'b' } },
      ]);
    });
  });

  test('a source and a number to call change with an entry only', () => {
    const repository = published();
    const cases = [
      ['hotlines/113.json', 'cost.vi'],
      ['sources/bao-thu-ba.json', 'publisher'],
    ] as const;
    for (const [where, field] of cases) {
      const data = JSON.parse(readFileSync(path.join(repository.content, where), 'utf8')) as Record<string, unknown>;
      const [name = '', language] = field.split('.');
      if (language) (data[name] as Record<string, string>)[language] = 'Khác';
      else data[name] = 'Khác';
      writeFileSync(path.join(repository.content, where), JSON.stringify(data, null, 2));
    }
    const found = findings(repository);
    expect(found.map(({ file: at, code, detail }) => [at, code, detail.field, detail.to])).toEqual(
      cases.map(([where, field]) => [where, 'change-missing', field, 'Khác']),
    );
    for (const { file: where, detail } of found)
      edit(repository.content, where, '{', `{ ${String(detail.entry).replace('""', '"Ghi nhầm."')},`);
    expect(findings(repository)).toEqual([]);
  });
});

describe('a published address', () => {
  const list = 'content/addresses.txt';
  const withList = (): Repository => {
    const repository = Repository.published();
    writeFileSync(path.join(repository.root, list), '/gioi-thieu/\n/bien-tap/\n');
    repository.commit();
    return repository;
  };
  const removed = (repository: Repository): string[] =>
    checkRevisions(repository.content, loadContent(repository.content).entries, undefined, today)
      .filter(({ code }) => code === 'address-removed')
      .map(({ detail }) => String(detail.path));

  test('may become a redirect, and the list may grow', () => {
    const repository = withList();
    writeFileSync(path.join(repository.root, list), '/bien-tap/ -> /gioi-thieu/\n/gioi-thieu/\n/moi/\n');
    expect(removed(repository)).toEqual([]);
  });

  test('does not disappear, with its line or with the whole list', () => {
    const repository = withList();
    writeFileSync(path.join(repository.root, list), '/gioi-thieu/\n');
    expect(removed(repository)).toEqual(['/bien-tap/']);
    rmSync(path.join(repository.root, list));
    expect(removed(repository)).toEqual(['/gioi-thieu/', '/bien-tap/']);
    repository.commit();
    expect(removed(repository)).toEqual(['/gioi-thieu/', '/bien-tap/']);
  });
});

describe('npm run check', () => {
  const check = (folder: string, env: Record<string, string> = {}) =>
    node(['src/editor/check.ts'], { CONTENT_DIR: folder, BASE_REF: '', ...env });
  const vietnam = () => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());

  test('says it with the day in Vietnam, and fails', () => {
    const repository = Repository.published().value(5, 6);
    const before = vietnam();
    const { code, out } = check(repository.content);
    const wanted = (day: string) =>
      `${missing.at}  ${missing.what}\n    Cách sửa: ${missing.fix.replace(today, day)}  [revision-missing]\n\n1 lỗi trong 1 tệp. Chưa đăng được.\n`;
    expect(code).toBe(1);
    expect([wanted(before), wanted(vietnam())]).toContain(errorsIn(out));
  });

  test('passes with the entry, and is not led astray by the repository of a hook', () => {
    const repository = Repository.published().value(5, 6);
    const elsewhere = path.join(temporaryFolder(), 'none');
    expect(check(repository.content, { GIT_DIR: elsewhere }).code).toBe(1);
    expect(errorsIn(check(repository.revisions(entry).content).out)).toMatch(/^Nội dung đạt: \d+ tệp\.\n/);
  });

  test('does not run where the base that is named does not exist', () => {
    const repository = Repository.published();
    expect(check(repository.content, { BASE_REF: 'khong-co' })).toEqual({
      code: 2,
      out: 'Không kiểm tra được: git không có “khong-co” (BASE_REF).\n',
    });
    rmSync(path.join(repository.root, '.git'), { recursive: true });
    expect(check(repository.content, { BASE_REF: 'khong-co' })).toEqual({
      code: 2,
      out: 'Không kiểm tra được: Ở đây không có lịch sử git để so với “khong-co” (BASE_REF).\n',
    });
    expect(check(repository.content, {}).code).toBe(0);
  });
});
