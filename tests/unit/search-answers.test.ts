/** What the search shows besides its pages: answers, suggestions, sentences, and how it tells what is asked for. */
import { describe, expect, test } from 'vitest';
import { Answers } from '../../src/search/answers.ts';
import { listed, sentencesOf } from '../../src/search/excerpt.ts';
import { readFigureQuestion } from '../../src/search/figure-questions.ts';
import { isInOtherLanguage } from '../../src/search/language-guess.ts';
import { encode } from '../../src/search/normalize.ts';
import { parseQuery } from '../../src/search/query-rewrites.ts';
import { QueryScorer } from '../../src/search/rerank.ts';
import { parseVocabulary } from '../../src/search/spell-correct.ts';

const answers = new Answers({
  answers: [
    { asked: ['số công an', 'số điện thoại công an'], title: 'Gọi 113', text: '', url: '/113/', calls: [] },
    { asked: ['in tờ rơi', 'tờ rơi'], title: 'In tờ rơi', text: '', url: '/in/', calls: [] },
    { asked: ['báo cho ai'], title: 'Báo cho ai', text: '', url: '/bao/', calls: [] },
  ],
  suggestions: [
    { title: 'Dọa khóa SIM', url: '/sim/', kind: 'canh-bao' },
    { title: 'Lừa đảo' },
    { title: 'Vừa bị lừa mất tiền', url: '/tien/', kind: 'bai-viet' },
  ],
});
const answerTo = (typed: string): string | undefined => answers.find(parseQuery(typed).readings)?.url;

describe('an answer', () => {
  test.each([
    ['số công an', '/113/'],
    ['so cong an cao bang', '/113/'],
    ['sdt công an', '/113/'],
    ['soos cong an', '/113/'],
    ['mẫu tờ rơi', '/in/'],
    ['bao cho ai', '/bao/'],
  ])('is found for “%s”', (typed, url) => expect(answerTo(typed)).toBe(url));

  test.each(['công an giả gọi điện đòi số tài khoản', 'sợ công an', 'tổ rơi', 'lừa đảo', ''])(
    'is not given for “%s”',
    (typed) => expect(answerTo(typed)).toBeUndefined(),
  );
});

describe('suggestions', () => {
  const titles = (typed: string): string[] => answers.suggest(typed, 4).map(({ title }) => title);
  test('hold the words typed, the last as a beginning; those that begin so come first', () => {
    expect(titles('lua')).toEqual(['Lừa đảo', 'Vừa bị lừa mất tiền']);
    expect(titles('khóa s')).toEqual(['Dọa khóa SIM']);
    expect(titles('sim doa')).toEqual(['Dọa khóa SIM']);
  });
  test('are none for one letter, for nothing and for other words', () => {
    expect([...titles('l'), ...titles(' '), ...titles('lừa xe')]).toEqual([]);
  });
});

describe('a question', () => {
  test.each(['thống kê ma túy', 'so vu lua dao', 'bao nhiêu nạn nhân', 'lừa đảo 2024', 'ty le bi lua'])(
    '“%s” asks for figures',
    (text) => expect(readFigureQuestion(text).kind).toBe('asked'),
  );
  test.each(['so cong an', 'vuot bien phat bao nhieu', '113', 'gọi 1900 96 96 80', 'xe máy', '0981848484'])(
    '“%s” does not',
    (text) => expect(readFigureQuestion(text).kind).toBe('none'),
  );

  test.each(['police called me', 'human trafficking', 'how to report a scam'])('“%s” is English', (text) =>
    expect(isInOtherLanguage(text.split(' '), 'vi')).toBe(true),
  );
  test.each([
    'giả danh công an',
    'lua dao',
    'shipper telegram',
    'zalo bi hack',
    'bitcoin price',
    'mua bans ngwowif',
    'giadanhcongan',
  ])('“%s” is not', (text) => expect(isInOtherLanguage(text.split(' '), 'vi')).toBe(false));
  test('in Vietnamese is told from English on English pages', () => {
    expect(isInOtherLanguage(['mua', 'ban', 'nguoi'], 'en')).toBe(true);
    expect(isInOtherLanguage(['scam', 'call'], 'en')).toBe(false);
  });
});

describe('a result', () => {
  const result = (typed: string, content: string, summary = '') => {
    const { readings } = parseQuery(typed);
    const vocabulary = parseVocabulary('');
    return listed(
      { url: '/a/', excerpt: '', content: encode(content), meta: { title: 'Trang', summary: encode(summary) } },
      sentencesOf(encode(content)),
      readings,
      readings.map((words) => new QueryScorer(words, vocabulary)),
    ).excerpt;
  };
  const content =
    'Mới đăng 23/11/2026Giả danh công an gọi điện cho bạn. Kẻ gian giả danh công an rồi gọi điện cho nhiều người. Đừng tin ai cả, hãy gác máy ngay.';

  test('is a whole sentence with the words that were typed side by side marked', () => {
    expect(result('gia danh cong an', content)).toEqual([
      'Kẻ gian ',
      'giả danh công an',
      ' rồi gọi điện cho nhiều người.',
    ]);
  });
  test('marks no lone syllable, and with marks typed only those words', () => {
    expect(result('an danh', content)).toHaveLength(1);
    expect(result('giá danh', content)).toHaveLength(1);
  });
  test('is the summary where the text says no more', () => {
    expect(result('công an', content, 'Công an thật không đòi tiền qua điện thoại.').join('')).toBe(
      'Công an thật không đòi tiền qua điện thoại.',
    );
  });
});
