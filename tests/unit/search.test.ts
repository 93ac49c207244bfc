/** Vietnamese made to fit the index, and answers to one question asked in several ways. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode, encode, encodeHtml, unmarked } from '../../src/search/folding.ts';
import { search, type Hit, type Pagefind } from '../../src/search/merge.ts';

/** As Pagefind folds: decomposed, without marks. */
const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

describe('encoding', () => {
  test.each([
    ['đường dây nóng', 'duong day nong'],
    ['Đề án', 'de an'],
    ['kỹ năng', 'ki nang'],
    ['quý I', 'qui i'],
    ['tỷ đồng', 'ti dong'],
  ])('%s is found by %s', (text, typed) => expect(folded(encode(text))).toBe(typed));

  test('y and i spellings of a syllable meet, and stay apart for who asks exactly', () => {
    expect(folded(encode('lý do'))).toBe(folded(encode('lí do')));
    expect(encode('lý do')).not.toBe(encode('lí do'));
    expect(encode('đá')).not.toBe(encode('dá'));
  });

  test.each([['hoà bình', 'hòa bình'], ['khoẻ', 'khỏe'], ['thuỷ', 'thủy'], ['Hoà', 'Hòa'], ['2021–2025', '2021-2025'], ['Ðà Nẵng', 'Đà Nẵng']])('%s is indexed as %s', (old, now) => expect(encode(old)).toBe(encode(now)));

  test.each(['quý', 'quỳ', 'hoàn', 'khoáng', 'y tế', 'yêu', 'thuyền', 'loa', 'toán', 'my mẫu'])('%s comes back as it was', (text) => expect(decode(encode(text))).toBe(text));

  test('decomposed text is indexed as composed text is', () => expect(encode('đường dây'.normalize('NFD'))).toBe(encode('đường dây')));

  test('any text comes back, but for old spelling and dashes between digits', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...Array.from('aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạýỳỷỹỵíìỉĩịĐYIQU 0129<&"')), maxLength: 60 }), (made) => {
        const text = decode(encode(made));
        expect(decode(encode(text))).toBe(text);
        expect(unmarked(text)).toBe(unmarked(made));
      }),
    );
  });

  test('a page keeps its tags, addresses, scripts and styles', () => {
    const html = '<a href="/đ/" title="đ">đ</a><script>const đ = "đ";</script><style>.đ{}</style><p>lý</p>';
    expect(encodeHtml(html)).toBe(html.replace('>đ<', `>${encode('đ')}<`).replace('lý', encode('lý')));
  });
});

describe('merging', () => {
  /** A Pagefind that answers from a table; a query it does not know has no results. */
  const fake = (answers: Record<string, [id: string, score: number][]>): Pagefind & { asked: string[] } => {
    const asked: string[] = [];
    let exact = false;
    return {
      asked,
      options: (options) => {
        if ('exactDiacritics' in options) exact = Boolean(options.exactDiacritics);
        return Promise.resolve();
      },
      search: (query) => {
        const key = exact ? `exact ${query}` : query;
        asked.push(key);
        const results = (answers[key] ?? []).map(([id, score]): Hit => ({ id, score, data: () => Promise.resolve({ url: id, excerpt: '', meta: {} }) }));
        return Promise.resolve({ results });
      },
    };
  };
  const ids = async (pagefind: Pagefind, query: string): Promise<string[]> =>
    (await search(pagefind, query, async (run) => {
      await pagefind.options({ exactDiacritics: true });
      try {
        return await run();
      } finally {
        await pagefind.options({ exactDiacritics: false });
      }
    })).map(({ id }) => id);

  test('a page that holds the phrase comes before one that only holds its words', async () => {
    expect(await ids(fake({ 'mua ban nguoi': [['words', 9], ['phrase', 3]], '"mua ban nguoi"': [['phrase', 1]] }), 'mua ban nguoi')).toEqual(['phrase', 'words']);
  });

  test('a page with the very marks comes before one without', async () => {
    const pagefind = fake({ bán: [['bạn', 9], ['bán', 3]], 'exact bán': [['bán', 3]] });
    expect(await ids(pagefind, 'bán')).toEqual(['bán', 'bạn']);
  });

  test('few answers are followed by pages with most of the words', async () => {
    const pagefind = fake({ 'a b c': [['all', 1]], a: [['some', 1], ['one', 1]], b: [['some', 1]], c: [] });
    expect(await ids(pagefind, 'a b c')).toEqual(['all', 'some']);
  });

  test('a quoted query is asked as it is, and nothing loosens it', async () => {
    const pagefind = fake({ '"a b"': [['x', 1]] });
    expect(await ids(pagefind, '"a b"')).toEqual(['x']);
    expect(pagefind.asked).toEqual(['"a b"']);
  });
});
