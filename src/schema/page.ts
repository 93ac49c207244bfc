import { z } from 'astro/zod';
import { date, text } from './fields.ts';

/** A page about the site itself: who makes it, accessibility, privacy. Its file name is its address. */
export const page = z.strictObject({
  title: text(120),
  summary: text(300),
  updatedAt: date,
});
export type Page = z.infer<typeof page>;
