/** Vietnamese made to fit the index, and what people type made to fit Vietnamese. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { distressKind, showsDistress, type DistressKind } from '../../src/search/distress.ts';
import { decode, encode, encodeHtml, stripDiacritics } from '../../src/search/normalize.ts';
import { suggestCorrections, VocabularyBuilder, parseVocabulary } from '../../src/search/spell-correct.ts';
import { parseQuery } from '../../src/search/query-rewrites.ts';
import { synonymRows } from '../../src/search/synonyms.ts';
import { decodeInputMethod } from '../../src/search/telex-vni.ts';
import { root } from '../support/run.ts';

/** As Pagefind folds: decomposed, without marks. */
const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** What was typed and its rewrites, as text. */
const all = (typed: string): string[] => parseQuery(typed).readings.map((words) => words.join(' '));

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

  test.each([
    ['hoà bình', 'hòa bình'],
    ['khoẻ', 'khỏe'],
    ['thuỷ', 'thủy'],
    ['Hoà', 'Hòa'],
    ['2021–2025', '2021-2025'],
    ['Ðà Nẵng', 'Đà Nẵng'],
  ])('%s is indexed as %s', (old, now) => expect(encode(old)).toBe(encode(now)));

  test.each(['quý', 'quỳ', 'hoàn', 'khoáng', 'y tế', 'yêu', 'thuyền', 'loa', 'toán', 'my mẫu'])(
    '%s comes back as it was',
    (text) => expect(decode(encode(text))).toBe(text),
  );

  test('decomposed text is indexed as composed text is', () =>
    expect(encode('đường dây'.normalize('NFD'))).toBe(encode('đường dây')));

  test('any text comes back, but for old spelling and dashes between digits', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom(...Array.from('aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạýỳỷỹỵíìỉĩịĐYIQU 0129<&"')),
          maxLength: 60,
        }),
        (made) => {
          const text = decode(encode(made));
          expect(decode(encode(text))).toBe(text);
          expect(stripDiacritics(text)).toBe(stripDiacritics(made));
        },
      ),
    );
  });

  test('a page keeps its tags, addresses, scripts and styles', () => {
    const html = '<a href="/đ/" title="đ">đ</a><script>const đ = "đ";</script><style>.đ{}</style><p>lý</p>';
    expect(encodeHtml(html)).toBe(html.replace('>đ<', `>${encode('đ')}<`).replace('lý', encode('lý')));
  });
});

describe('keys of an input method', () => {
  test.each([
    ['bans', 'bán'],
    ['ngwowif', 'người'],
    ['nguwowif', 'người'],
    ['nguwoif', 'người'],
    ['luwaf', 'lừa'],
    ['ddaor', 'đảo'],
    ['ddieenj', 'điện'],
    ['luwcj', 'lực'],
    ['duowngf', 'dường'],
    ['tooi', 'tôi'],
    ['xuaats', 'xuất'],
    ['hoaf', 'hòa'],
    ['khoer', 'khỏe'],
    ['quyr', 'quỷ'],
    ['gias', 'giá'],
    ['nguyeenx', 'nguyễn'],
    ['mija', 'mịa'],
    ['lua72', 'lừa'],
    ['d9ien65', 'điện'],
    ['ngu7o7i2', 'người'],
    ['nho61t', 'nhốt'],
    ['tie62n', 'tiền'],
    ['lưaf', 'lừa'],
    ['đieenj', 'điện'],
  ])('%s was meant as %s', (typed, meant) => expect(decodeInputMethod(typed)).toBe(meant));

  test.each([
    'lừa',
    'đảo',
    'mua',
    'ban',
    'nghiêng',
    'khuyu',
    'sms',
    'facebook',
    'vneid',
    'otp',
    '5g',
    '113',
    '2023',
    'x',
    '',
  ])('%s is left as it is', (typed) => expect(decodeInputMethod(typed)).toBeNull());

  test('no letters make it fail or hang', () => {
    fc.assert(fc.property(fc.string({ maxLength: 30 }), (typed) => void decodeInputMethod(typed)));
  });
});

describe('readings', () => {
  test.each([
    ['mua bans ngwowif', 'mua bán người'],
    ['MBN', 'mua bán người'],
    ['bcd138', 'ban chỉ đạo 138'],
    ['1900 96 96 80', '1900969680'],
    ['+84 981 84 84 84', '0981848484'],
    ['0084981848484', '0981848484'],
    ['443 000', '443000'],
  ])('%s may mean %s', (typed, meant) => expect(all(typed)).toContain(meant));

  test('what was typed comes first', () => expect(all('XNC trái phép')[0]).toBe('xnc trái phép'));
  test('a question for a meaning is one, and asks for the word', () =>
    expect(parseQuery('mã OTP là gì?')).toMatchObject({ asksMeaning: true, readings: [['mã', 'otp']] }));
  test('quotation marks of every keyboard', () =>
    expect(parseQuery('“việc nhẹ”')).toMatchObject({ quoted: true, text: '"việc nhẹ"' }));
  test.each(['', '   ', '?!', '""', '👩‍👧'])('nothing to search for: %j', (typed) =>
    expect(parseQuery(typed).readings).toEqual([]),
  );
  test('a pasted page is cut', () =>
    expect(parseQuery('lừa đảo '.repeat(5000)).readings[0]!.length).toBeLessThanOrEqual(16));
});

describe('the vocabulary', () => {
  const text =
    'Mua bán người qua biên giới. Xuất cảnh trái phép. Lừa đảo chuyển khoản. Việc nhẹ lương cao ở Campuchia. Đường dây nóng, facebook. '.repeat(
      3,
    );
  const writer = new VocabularyBuilder();
  writer.add(text);
  const vocabulary = parseVocabulary(writer.file());

  test('comes back as it was written', () => {
    expect(vocabulary.words.has('nguoi')).toBe(true);
    expect(vocabulary.pair('mua', 'ban')).toBe(true);
    expect(vocabulary.pair('ban', 'mua')).toBe(false);
    // Not over the end of a sentence.
    expect(vocabulary.pair('gioi', 'xuat')).toBe(false);
  });

  test.each([
    ['muabannguoi', 'mua ban nguoi'],
    ['mua ban nguoy', 'mua ban nguoi'],
    ['suat canh chai phep', 'xuat canh trai phep'],
    ['chuyen khoang', 'chuyen khoan'],
    ['viec nhe luong kao', 'viec nhe luong cao'],
    ['campuchea', 'campuchia'],
    ['face book', 'facebook'],
    ['mau ban nguoi', 'mua ban nguoi'],
  ])('%s is read as %s', (typed, meant) =>
    expect(suggestCorrections(vocabulary, typed.split(' '))[0]?.words.join(' ')).toBe(meant),
  );

  test.each(['mua ban nguoi', 'xuat canh', 'duong day nong', 'viec nh'])('%s is left as it is', (typed) =>
    expect(suggestCorrections(vocabulary, typed.split(' '))).toEqual([]),
  );

  test('another letter altogether is a guess', () =>
    expect(suggestCorrections(vocabulary, ['lua', 'mao'])[0]).toMatchObject({ words: ['lua', 'dao'], likely: false }));
});

describe('distress', () => {
  /** Queries as people type them, by the kind of help that must be shown; and such as must show none. */
  const { shown, none } = JSON.parse(readFileSync(path.join(root, 'tests/search/distress.json'), 'utf8')) as {
    shown: Record<DistressKind, string[]>;
    none: string[];
  };
  /** As the search asks: what was typed, and each rewrite of it. */
  const kindOf = (typed: string): DistressKind | undefined => distressKind(typed, ...all(typed));

  describe.each(Object.entries(shown))('%s', (kind, queries) => {
    test.each(queries)('%s', (query) => expect(kindOf(query)).toBe(kind));
  });
  test.each(none)('%s shows none', (query) => expect(kindOf(query)).toBeUndefined());

  test.each([
    ['CỨU TÔI', true],
    ['tự tử'.normalize('NFD'), true],
    ['không cho tôi ra ngoài', true],
    ['cửu long', false],
    ['từ từ', false],
    ['bị bạn bè rủ', false],
    ['', false],
  ])('%s: %s', (query, expected) => expect(showsDistress(query)).toBe(expected));
});

describe('synonyms', () => {
  test.each([
    ['giả mạo công an', 'giả danh công an'],
    ['mao danh cong an', 'giả danh cong an'],
    ['cảnh sát giả', 'công an giả'],
    ['bị nhốt ở campuchia', 'bị giữ ở campuchia'],
    ['vượt biên trái phép', 'xuất nhập cảnh trái phép'],
    ['ck nhầm', 'chuyển nhầm tiền'],
    ['dán áp phích ở xóm', 'dán tờ rơi ở xóm'],
    ['lam dau xu nguoi', 'lấy chồng nước ngoài'],
  ])('“%s” is “%s” in the words of the site', (typed, said) =>
    expect(parseQuery(typed).synonyms?.join(' ')).toBe(said),
  );

  test.each(['giả danh công an', 'lừa đảo', 'bạn thân', 'qua', 'tài khoản của tôi', ''])('“%s” needs none', (typed) =>
    expect(parseQuery(typed).synonyms).toBeUndefined(),
  );

  test('no phrase stands in two rows', () => {
    const phrases = synonymRows.flatMap((row) => row.split(', '));
    expect(phrases.filter((phrase, at) => phrases.indexOf(phrase) !== at)).toEqual([]);
  });
});
