/** Vietnamese words: who may be named, which numbers may be printed, which letters deceive. */
import { describe, expect, test } from 'vitest';
import {
  checkCharacters,
  checkPrivacy,
  checkStyle,
  checkWording,
  longSentences,
  wordCount,
} from '../../src/prose/index.ts';

const known = { names: new Set(['Nguyễn Văn Thử']), phones: new Set(['111', '0981848484', '1900969680']) };
const found = (text: string): string[] =>
  [...checkCharacters(text), ...checkPrivacy(text, known), ...checkWording(text)].map(
    ({ code, match }) => `${code}: ${match}`,
  );

describe('what lets a person be recognised', () => {
  test.each([
    ['nạn nhân Nguyễn Thị Hoa được đón về', 'privacy-case-name: Nguyễn Thị Hoa'],
    ['Nạn nhân Nguyễn Văn Thử đã về nhà', 'privacy-case-name: Nguyễn Văn Thử'],
    ['Cháu Lò Thị Mây mất liên lạc', 'privacy-case-name: Lò Thị Mây'],
    ['em Sùng A Dế bị giữ', 'privacy-case-name: Sùng A Dế'],
    ['bị can Trần Văn Tí bị khởi tố', 'privacy-case-name: Trần Văn Tí'],
    ['chị Hoa Mận kể lại', 'privacy-name: Hoa Mận'],
    ['theo Nông Thị Lan ở trong xã', 'privacy-name: Nông Thị Lan'],
    ['NGUYỄN THỊ HOA', 'privacy-name: NGUYỄN THỊ HOA'],
    ['người này sinh năm 2009', 'privacy-birth: sinh năm 2009'],
    ['một phụ nữ (SN 1987)', 'privacy-birth: SN 1987'],
    ['sinh ngày 3/2/2010', 'privacy-birth: sinh ngày 3/2/2010'],
    ['căn cước 004012345678', 'privacy-identity: 004012345678'],
    ['chứng minh nhân dân 081234567', 'privacy-identity: 081234567'],
    ['gọi 0912 345 678 để gặp', 'privacy-phone: 0912 345 678'],
    ['gọi +84 912 345 678', 'privacy-phone: +84 912 345 678'],
    ['Chị ấy ở xóm Khuổi, người Tày.', 'privacy-village: xóm Khuổi'],
  ])('%s', (text, wanted) => expect(found(text)).toEqual([wanted]));
});

describe('what may be printed', () => {
  test.each([
    'ông Nguyễn Văn Thử, Chủ tịch ủy ban, kết luận hội nghị',
    'nạn nhân Việt Nam được tiếp nhận tại cửa khẩu',
    'Công an tỉnh Cao Bằng và Công an Thành phố Hồ Chí Minh',
    'Nguyễn Thị A. không phải tên thật',
    'Gọi 111 hoặc +84 981 84 84 84, từ nước ngoài cũng được.',
    'Ngôi nhà Bình yên: 1900 96 96 80',
    'trên 443.000 người, thiệt hại 2.300.000.000 đồng',
    'Bà con xóm dưới và người Tày, người Nùng trong tỉnh. Bản Tin sáng nay.',
    'phòng, chống tội phạm; trấn áp tội phạm mua bán người',
    'em nhỏ, chị em phụ nữ, cháu học lớp 7',
    'Luật số 53/2024/QH15, điều 3',
    'sinh viên năm 2025 cần biết',
  ])('%s', (text) => expect(found(text)).toEqual([]));
});

describe('letters that deceive', () => {
  test.each([
    ['chữ\u200bẩn', 'text-invisible: \u200b'],
    ['ngược \u202echiều', 'text-invisible: \u202e'],
    ['gạch\u00adnối', 'text-invisible: \u00ad'],
    ['раypal', 'text-lookalike: раypal'],
    ['Ｖietcombank', 'text-lookalike: Ｖietcombank'],
    ['𝐕ietcombank', 'text-lookalike: 𝐕ietcombank'],
  ])('%j', (text, wanted) => expect(found(text)).toEqual([wanted]));

  test('Vietnamese in either form has none', () => {
    const text = 'Đường dây nóng: nghĩa vụ, khuyến nghị, thuở ấy, ưỡn ẹo.';
    expect(found(text)).toEqual([]);
    expect(checkCharacters(text.normalize('NFD'))).toEqual([]);
  });
});

describe('words and numbers that are not printed', () => {
  test.each([
    ['công an bắt 3 tội phạm', 'wording-accused: 3 tội phạm'],
    ['tên tội phạm bỏ trốn', 'wording-accused: tên tội phạm'],
    ['gọi 18001567', 'hotline-forbidden: 18001567'],
    ['gọi 1800 15 67', 'hotline-forbidden: 1800 15 67'],
    ['gọi +84 4 62 844 844', 'hotline-forbidden: +84 4 62 844 844'],
    ['gọi (024) 39364407', 'hotline-forbidden: 024) 39364407'],
  ])('%s', (text, wanted) =>
    expect(checkWording(text).map(({ code, match }) => `${code}: ${match}`)).toEqual([wanted]),
  );
});

describe('style', () => {
  test.each([
    ['hoà', 'hòa'],
    ['Hoá', 'Hóa'],
    ['HOÀ', 'HÒA'],
    ['khoẻ', 'khỏe'],
    ['thuỷ', 'thủy'],
    ['Uỷ', 'Ủy'],
  ])('%s is written %s here', (word, wanted) =>
    expect(checkStyle(`a ${word}.`)).toMatchObject([{ code: 'style-tone', index: 2, match: word, fix: wanted }]),
  );

  test.each(['quý', 'hoàn', 'quỳ', 'thuyền', 'ngoài', 'hòa', 'loạt'])('%s stays', (word) =>
    expect(checkStyle(word)).toEqual([]),
  );

  test('two spaces become one', () =>
    expect(checkStyle('một  hai')).toMatchObject([{ code: 'style-spaces', index: 3, match: '  ', fix: ' ' }]));

  test('a sentence of 36 words is long, one of 35 is not', () => {
    const sentence = (words: number) => `${Array.from({ length: words }, () => 'chữ').join(' ')}.`;
    expect(longSentences(sentence(35))).toEqual([]);
    expect(longSentences(`Câu ngắn. ${sentence(36)}`)).toEqual([
      { index: 10, words: 36, opening: 'chữ chữ chữ chữ chữ' },
    ]);
  });

  test('signs are no words', () => expect(wordCount('2023 – 2024, “ba” chữ')).toBe(4));
});
