/** Numbers that a text tells people to call, in digits and in words. */
import { expect, test } from 'vitest';
import { checkCallNumbers } from '../../src/prose/index.ts';

const known = { phones: new Set(['111', '113', '1900969680', '0981848484']) };
const wrong = (text: string): string[] => checkCallNumbers(text, known).map(({ detail }) => String(detail?.digits));

test.each<[string, string[]]>([
  ['Gọi 118 ngay.', ['118']],
  ['Gọi 111 hoặc 118.', ['118']],
  ['Bấm số (119).', ['119']],
  ['Nhắn tin tới 5657.', ['5657']],
  ['Tổng đài 1900 1234', ['19001234']],
  ['đường dây nóng: 0869.249.134', ['0869249134']],
  ['gọi ngay một một tám', ['118']],
  ['bấm số năm sáu năm bảy', ['5657']],
  ['gọi 1 1 8', ['118']],
  ['Call 118 or 113.', ['118']],
  ['Dial nine one one.', ['911']],
  ['Gọi 113, gọi một một một, gọi +84 981 84 84 84 hoặc 1900 96 96 80.', []],
  ['Số 1900 có tính cước. Ban Chỉ đạo 138. Gọi 200 người. Tổng số 342 vụ. Số 86/2025/QH15.', []],
])('numbers to call in “%s”', (text, digits) => expect(wrong(text)).toEqual(digits));
