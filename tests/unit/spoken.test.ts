/** Words for the ear: the loudspeaker of a commune and the voice of a phone. */
import { describe, expect, test } from 'vitest';
import { digitByDigit, sentenceRanges, withSpelledNumbers } from '../../src/components/Listen/sentences.ts';
import { spokenNumber } from '../../src/i18n/index.ts';
import { alert, readingSeconds, SCRIPT_SYLLABLES, syllables } from '../../src/schema/index.ts';
import { alert as example } from '../components/examples/content.ts';

test.each([
  ['111', 'một một một'],
  ['156', 'một năm sáu'],
  ['1900 96 96 80', 'một chín không không chín sáu chín sáu tám không'],
  ['+84 981', 'tám bốn chín tám một'],
])('%s is said “%s”', (number, words) => {
  expect(spokenNumber(number)).toBe(words);
});

describe('a script for the loudspeaker', () => {
  const problems = (count: number) => {
    const result = alert.safeParse({
      ...example.data,
      loudspeaker: Array.from({ length: count }, () => 'ba').join(' '),
    });
    return result.success ? [] : result.error.issues.map(({ message }) => message);
  };

  test('takes 60 to 90 seconds at 150 syllables a minute and at 130, and not one syllable less or more', () => {
    const { min, max } = SCRIPT_SYLLABLES;
    expect(readingSeconds(min)).toEqual({ fast: 60, slow: 69 });
    expect(readingSeconds(max)).toEqual({ fast: 78, slow: 90 });
    expect(readingSeconds(min - 1).fast).toBe(60);
    expect((min - 1) / 150 < 1 && (max + 1) / 130 > 1.5).toBe(true);
    expect([min - 1, min, max, max + 1].map(problems)).toEqual([['script-length'], [], [], ['script-length']]);
  });

  test('is counted by what is spoken', () => {
    expect(syllables('Gọi một một một, “ngay bây giờ”. OTP')).toBe(8);
  });
});

describe('sentenceRanges', () => {
  const sentences = (text: string) => sentenceRanges(text).map(({ start, end }) => text.slice(start, end));

  test('cuts where a sentence ends, and nowhere else', () => {
    expect(sentences(' Gác máy. Không bấm!  Hỏi ai? “Đừng tin.” Mất 5.100 đồng, 9,25%… rồi thôi')).toEqual([
      'Gác máy.',
      'Không bấm!',
      'Hỏi ai?',
      '“Đừng tin.”',
      'Mất 5.100 đồng, 9,25%…',
      'rồi thôi',
    ]);
  });

  test('finds nothing in nothing', () => {
    expect(sentenceRanges(' \n ')).toEqual([]);
  });
});

test('numbers to call are said digit by digit, amounts are not', () => {
  expect(digitByDigit('1900 96 96 80')).toBe('1 9 0 0 9 6 9 6 8 0');
  const numbers = ['111', '113', '+84981848484'];
  expect(withSpelledNumbers('Gấp thì gọi 113. Hoặc gọi 111, số 113.', numbers)).toBe(
    'Gấp thì gọi 1 1 3. Hoặc gọi 1 1 1, số 1 1 3.',
  );
  expect(withSpelledNumbers('Có 113 vụ, số 113 vụ, tới 2024, Luật số 53.', numbers)).toBe(
    'Có 113 vụ, số 113 vụ, tới 2024, Luật số 53.',
  );
});
