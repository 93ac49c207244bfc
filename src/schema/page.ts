import { z } from 'astro/zod';
import { date, keywords, text } from './fields.ts';

/** A page about the site itself: who makes it, accessibility, privacy. Its file name is its address. */
export const page = z.strictObject({
  title: text(120).describe('Tiêu đề bài, như người đọc thấy'),
  summary: text(300).describe('Một hai câu nói hết ý chính; hiện trong danh sách và kết quả tìm kiếm'),
  keywords,
  updatedAt: date.describe('Ngày sửa gần nhất, năm-tháng-ngày'),
});
