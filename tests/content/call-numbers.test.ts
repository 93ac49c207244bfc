/** The numbers to call: proven digit for digit by a source, and the only ones that a text may tell people to call. */
import { describe, expect, test } from 'vitest';
import { loadContent } from '../../src/content-loader/index.ts';
import { contentWith, edit } from '../support/content.ts';

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
