import { z } from 'astro/zod';
import { listReferences, localized, slug, text, type Reference } from './fields.ts';

const phrases = z.array(text(60)).min(1).max(60);

/**
 * An answer that the search shows above its results, for a wish that recurs: a number to call, a notice to print, traces to erase.
 * It is shown where one of its phrases is most of what was typed.
 */
export const answer = z.strictObject({
  title: localized(80).describe('Câu trả lời, vài chữ; là chữ của đường dẫn'),
  text: localized(240).describe('Một câu nói rõ thêm'),
  link: text(120).describe('Địa chỉ trang trả lời, bắt đầu bằng “/”; có thể kèm “#mục”'),
  hotlines: z.array(slug).max(3).default([]).describe('Mã các số cần gọi hiện kèm; số đầu là số gọi trước'),
  /** As people type them; without diacritics, by Telex and in abbreviations they are recognised too. */
  asked: z
    .strictObject({
      vi: phrases.describe('Câu người dân hay gõ, có dấu'),
      en: phrases.describe('Câu tiếng Anh hay gõ'),
    })
    .describe('Câu người dân hay gõ khi cần câu trả lời này'),
  /** Of two answers that fit equally well, the one with the lower number is shown. */
  order: z.number().int().min(0).max(1000).describe('Thứ tự ưu tiên; số nhỏ đứng trước'),
});
export type Answer = z.infer<typeof answer>;

export const answerReferences = (data: Answer): Reference[] => listReferences('hotlines', 'hotlines', data.hotlines);
