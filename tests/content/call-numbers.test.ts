/** The numbers to call: proven digit for digit by a source, and the only ones that a text may tell people to call. */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadContent } from '../../src/content-loader/index.ts';
import { contentWith, edit } from '../support/content.ts';
import { root } from '../support/run.ts';

/** Codes and places of the problems of the valid folder after one change of a file. */
const problemsAfter = (file: string, from: string, to: string): string[] => {
  const folder = contentWith();
  edit(folder, file, from, to);
  return loadContent(folder).problems.map(({ code, file: at, line }) => `${code} ${at}:${line}`);
};

describe('a hotline', () => {
  const file = 'hotlines/113.json';

  test.each([
    [
      'a number that its source does not print',
      '"number": "113"',
      '"number": "118"',
      ['hotline-display', 'hotline-proof'],
    ],
    ['two digits swapped where it is read', '"display": "113"', '"display": "131"', ['hotline-display']],
    ['a passage of another source', '"bao-cao-2023/so-can-goi"', '"bao-cao-khac/so-can-goi"', ['hotline-source']],
    ['a passage that is not there', '"bao-cao-2023/so-can-goi"', '"bao-cao-2023/khong-co"', ['reference-quote']],
    ['a passage without the number', '"bao-cao-2023/so-can-goi"', '"bao-cao-2023/mua-ban-nguoi"', ['hotline-proof']],
  ])('with %s is refused', (_name, from, to, codes) =>
    expect(
      problemsAfter(file, from, to)
        .filter((problem) => problem.includes(file))
        .map((problem) => problem.split(' ')[0])
        .sort(),
    ).toEqual(codes),
  );

  test('with a digit more or less in its passage is refused', () => {
    for (const wrong of ['công an 1133', 'công an 11', 'công an 1 13'])
      expect(
        problemsAfter('sources/bao-cao-2023.json', 'công an 113', wrong).some((problem) =>
          problem.startsWith('hotline-proof hotlines/113.json'),
        ),
        wrong,
      ).toBe(wrong !== 'công an 1 13');
  });
});

describe('a bank', () => {
  const bankWith = (sources: readonly string[], number = '1900545413'): string[] => {
    const folder = contentWith();
    const write = (file: string, data: object): void => {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), JSON.stringify(data));
    };
    const source = (publisher: string): object => ({
      title: 'Số của ngân hàng',
      publisher,
      kind: 'press',
      dateAccessed: '2026-03',
      url: 'https://vidu.example/so',
      quotes: { so: 'gọi 1900 54 54 13, từ nước ngoài 84-24-39446699' },
    });
    write('sources/trang-cua-ngan-hang.json', source('Ngân hàng Mẫu'));
    write('sources/bao-mot.json', source('Báo Một'));
    write('sources/bao-hai.json', source('Báo Hai'));
    write('banks/mau.json', {
      name: 'Ngân hàng Mẫu',
      kind: 'bank',
      numbers: [
        { number, display: number, quote: `${sources[0] ?? ''}/so` },
        { number: '+842439446699', display: '+84 24 3944 6699', quote: `${sources[0] ?? ''}/so` },
      ],
      order: 1,
      verifiedAt: '2026-03',
      sources,
    });
    return loadContent(folder)
      .problems.filter(({ file }) => file === 'banks/mau.json')
      .map(({ code }) => code);
  };

  test('needs a page of its own or two publishers for its numbers', () => {
    expect(bankWith(['trang-cua-ngan-hang'])).toEqual([]);
    expect(bankWith(['bao-mot', 'bao-hai'])).toEqual([]);
    expect(bankWith(['bao-mot'])).toEqual(['bank-sources']);
  });

  test('with a number that its passage does not print is refused', () => {
    expect(bankWith(['trang-cua-ngan-hang'], '1900545431')).toEqual(['hotline-proof']);
  });
});

describe('a situation', () => {
  const file = 'situations/nguoi-khac.json';

  test('whose steps name another number before the one that stands big is refused', () => {
    expect(problemsAfter(file, 'Gọi 113 nếu họ', 'Gọi 111 nếu họ').join()).toMatch(
      /^situation-number situations\/nguoi-khac\.json:\d+$/,
    );
    expect(problemsAfter(file, '"hotline": "113"', '"hotline": "111"')).toHaveLength(2);
  });
});

/** The table itself: what stands big where. Held or threatened now, 113; suspicion, a child, help afterwards, 111; money, the bank. */
test('the situations of the site show the number that the rule asks for', () => {
  const { entries } = loadContent(path.join(root, 'content'));
  const shown = Object.fromEntries(
    entries.flatMap(({ kind, id, data }) => {
      if (kind !== 'situations') return [];
      const { hotline, bank } = data as { hotline?: string; bank: boolean };
      return [[id, hotline ?? (bank ? 'bank' : 'none')]];
    }),
  );
  expect(shown).toEqual({
    'bi-giu': '113',
    'nguoi-khac': '113',
    'ru-di-lam-xa': '111',
    'tre-em': '111',
    'tro-ve': '111',
    'vua-chuyen-tien': 'bank',
    'o-nuoc-ngoai': 'bao-ho-cong-dan',
    'bi-doi-tien': 'none',
    'khong-noi-duoc': 'none',
  });
});

describe('a text', () => {
  test.each(['Thấy nguy hiểm, gọi 118.', 'Hỏi thêm ở tổng đài 1900 1234.'])('that says “%s” is refused', (sentence) =>
    expect(problemsAfter('pages/gioi-thieu.mdx', '\n---\n', `\n---\n\n${sentence}\n`).join()).toMatch(
      /call-number pages\/gioi-thieu\.mdx:\d+/,
    ),
  );

  test('for the loudspeaker that spells another number is refused', () => {
    expect(problemsAfter('alerts/doa-khoa-sim.mdx', 'một một ba', 'một một tám').join()).toMatch(
      /^call-number alerts\/doa-khoa-sim\.mdx:\d+$/,
    );
  });
});
