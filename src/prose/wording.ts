import { phoneDigits } from './privacy.ts';
import type { Remark } from './remark.ts';

/** Before `tội phạm` these make it a person; a person is `bị can` until a court has spoken. */
const CRIMINAL =
  /(?<!\p{L})(?:tên|kẻ|gã|bọn|nhóm|toán|(?:\d+|một|hai|ba|nhiều|các|những) (?:tên )?|bắt(?: giữ| được)?|khởi tố)\s*tội phạm(?!\s+(?:về|khác|mua|lừa|ma|sử|công|hình|là|có|trên|xuyên|nguy|đã|này))(?!\p{L})/giu;

/** Numbers that pages still print and that must not be called, and why. */
const forbidden: Record<string, string> = {
  '18001567': 'số cũ của Tổng đài 111, đã chuyển sang 111',
  '0462844844': 'số bảo hộ công dân cũ, đã bỏ',
  '0912011882': 'số của tòa soạn báo, không phải nơi nhận tin báo',
  '02439364407': 'số của tòa soạn báo, không phải nơi nhận tin báo',
  '1900292900': 'số gọi lại tính cước cao mà kẻ lừa đảo dùng',
};
const NUMBER = /(?<!\d)\+?\d(?:[ .()-]{0,2}\d){7,12}(?!\d)/g;

/** Words that this site does not use, and numbers that it must not give. */
export const checkWording = (text: string): Remark[] => [
  ...(/tội phạm/i.test(text) ? [...text.matchAll(CRIMINAL)] : []).map(({ 0: piece, index }): Remark => ({
    code: 'wording-accused',
    index,
    piece,
    detail: { text: piece },
  })),
  ...(/\d{2}/.test(text) ? [...text.matchAll(NUMBER)] : []).flatMap(({ 0: piece, index }): Remark[] => {
    const why = forbidden[phoneDigits(piece)];
    return why ? [{ code: 'hotline-forbidden', index, piece, detail: { number: piece, why } }] : [];
  }),
];
