/** Wording: people called criminals, and phone numbers that must not be called. */
import { phoneDigits } from './privacy.ts';
import type { TextIssue } from './text-issue.ts';

/** Words that turn `tội phạm` (crime) into a person; before a verdict a person is `bị can` (accused). */
const CRIMINAL =
  /(?<!\p{L})(?:tên|kẻ|gã|bọn|nhóm|toán|(?:\d+|một|hai|ba|nhiều|các|những) (?:tên )?|bắt(?: giữ| được)?|khởi tố)\s*tội phạm(?!\s+(?:về|khác|mua|lừa|ma|sử|công|hình|là|có|trên|xuyên|nguy|đã|này))(?!\p{L})/giu;

/** Phone numbers that other websites still print and nobody should call, with the reason in Vietnamese. */
const forbiddenNumbers: Record<string, string> = {
  '18001567': 'số cũ của Tổng đài 111, đã chuyển sang 111',
  '0462844844': 'số bảo hộ công dân cũ, đã bỏ',
  '0912011882': 'số của tòa soạn báo, không phải nơi nhận tin báo',
  '02439364407': 'số của tòa soạn báo, không phải nơi nhận tin báo',
  '1900292900': 'số gọi lại tính cước cao mà kẻ lừa đảo dùng',
};
const NUMBER = /(?<!\d)\+?\d(?:[ .()-]{0,2}\d){7,12}(?!\d)/g;

/** Wording and phone numbers that this site does not print. */
export const checkWording = (text: string): TextIssue[] => [
  ...(/tội phạm/i.test(text) ? [...text.matchAll(CRIMINAL)] : []).map(({ 0: match, index }): TextIssue => ({
    code: 'wording-accused',
    index,
    match,
    detail: { text: match },
  })),
  ...(/\d{2}/.test(text) ? [...text.matchAll(NUMBER)] : []).flatMap(({ 0: match, index }): TextIssue[] => {
    const why = forbiddenNumbers[phoneDigits(match)];
    return why ? [{ code: 'hotline-forbidden', index, match, detail: { number: match, why } }] : [];
  }),
];
