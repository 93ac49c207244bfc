/** Spelling of Vietnamese: where the tone mark stands, and text without diacritics. */
import { describe, expect, test } from 'vitest';
import { newTonePlacements, stripDiacritics, toOldTonePlacement } from '../../src/vietnamese.ts';

describe('the old tone placement', () => {
  test.each([
    ['hoà', 'hòa'],
    ['khoẻ', 'khỏe'],
    ['thuỷ', 'thủy'],
    ['Uỷ', 'Ủy'],
    ['Oà', 'Òa'],
    ['HOÀ', 'HÒA'],
    ['Hoà', 'Hòa'],
  ])('%s becomes %s', (word, old) => expect(toOldTonePlacement(word)).toBe(old));

  test.each(['hòa', 'quý', 'Quỳ', 'hoàn', 'toán', 'thuyền', 'khuya', 'a', ''])('%s stays', (word) =>
    expect(toOldTonePlacement(word)).toBe(word),
  );
});

test('words in the new placement are found where they stand', () => {
  const text = 'Hoà bình và quý khách, sức khoẻ; hòa hoãn.';
  expect(newTonePlacements(text)).toEqual([
    { word: 'Hoà', index: 0 },
    { word: 'khoẻ', index: text.indexOf('khoẻ') },
  ]);
});

test.each([
  ['Đừng gọi', 'Dung goi'],
  ['đường', 'duong'],
  ['Ðồng ð', 'Dong d'],
  ['Cao Bằng 138', 'Cao Bang 138'],
])('%s without diacritics', (text, plain) => expect(stripDiacritics(text)).toBe(plain));
