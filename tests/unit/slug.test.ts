import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SLUG, slugFrom } from '../../src/schema/index.ts';

test.each([
  ['Việc nhẹ, lương cao', 'viec-nhe-luong-cao'],
  ['ĐƯỜNG DÂY NÓNG', 'duong-day-nong'],
  ['Giới thiệu'.normalize('NFD'), 'gioi-thieu'],
  ['  “Bắt cóc online” – 2026  ', 'bat-coc-online-2026'],
  ['BCĐ 138', 'bcd-138'],
  ['a__b', 'a-b'],
  ['---', ''],
  ['', ''],
  ['漢字', ''],
])('slugFrom(%j) is %j', (text, slug) => {
  expect(slugFrom(text)).toBe(slug);
});

test.each(['a', '111', 'viec-nhe', 'cao-bang-6-thang-dau-nam-2023'])('%s is a slug', (value) => {
  expect(SLUG.test(value)).toBe(true);
});

test.each(['', '-a', 'a-', 'a--b', 'A', 'việc', 'a b', 'a/b', 'a.b', 'a_b', '../a', 'a\n'])(
  '%j is no slug',
  (value) => {
    expect(SLUG.test(value)).toBe(false);
  },
);

const vietnamese = fc.string({
  unit: fc.constantFrom(...Array.from('aăâbcdđeêghiklmnoôơpqrstuưvxyÀẤỆỖỢỮÝĐ0189 -_.,/“”–\t\n\u0301\u0323')),
});

test('slugFrom gives a slug or nothing', () => {
  fc.assert(
    fc.property(fc.oneof(vietnamese, fc.string({ unit: 'binary' })), (text) => {
      const slug = slugFrom(text);
      expect(slug === '' || SLUG.test(slug)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('slugFrom leaves a slug as it is', () => {
  fc.assert(
    fc.property(fc.oneof(vietnamese, fc.string({ unit: 'binary' })), (text) => {
      expect(slugFrom(slugFrom(text))).toBe(slugFrom(text));
    }),
    { numRuns: 1000 },
  );
});

test('slugFrom keeps every Vietnamese letter', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom(
          ...Array.from('aáàảãạăắằẳẵặâấầẩẫậđeéèẻẽẹêếềểễệiíìỉĩịoóòỏõọôốồổỗộơớờởỡợuúùủũụưứừửữựyýỳỷỹỵ'),
        ),
      }),
      (text) => {
        expect(slugFrom(text)).toHaveLength(text.length);
        expect(slugFrom(text.normalize('NFD'))).toBe(slugFrom(text));
        expect(slugFrom(text.toUpperCase())).toBe(slugFrom(text));
      },
    ),
  );
});
