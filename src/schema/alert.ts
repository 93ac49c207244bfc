import { z } from 'astro/zod';
import {
  audience,
  date,
  english,
  keywords,
  listReferences,
  publication,
  slug,
  text,
  type Reference,
} from './fields.ts';
import { noticeOf } from './notice.ts';

export const methods = [
  'gia-danh-co-quan',
  'gia-danh-doanh-nghiep',
  'gia-danh-nguoi-than',
  'viec-lam',
  'dau-tu',
  'giai-thuong-cho-vay',
  'tai-khoan-sim',
  'bat-coc-online',
  'lay-lai-tien',
  'chuyen-nham-tien',
] as const;

export const channels = [
  'cuoc-goi',
  'goi-video',
  'tin-nhan',
  'mang-xa-hoi',
  'ung-dung-gia',
  'trang-web-gia',
  'thu-giay-to',
  'gap-truc-tiep',
] as const;

/** Severity, urgency and certainty are the terms of the Common Alerting Protocol 1.2 (OASIS), §3.2.2, in lower case. */
const severities = ['extreme', 'severe', 'moderate', 'minor', 'unknown'] as const;
const urgencies = ['immediate', 'expected', 'future', 'past', 'unknown'] as const;
const certainties = ['observed', 'likely', 'possible', 'unlikely', 'unknown'] as const;

/**
 * Syllables of a loudspeaker script: 60 to 90 seconds at 130 to 150 syllables a minute.
 * Between these bounds a script keeps that time at either speed.
 */
export const SCRIPT_SYLLABLES = { min: 150, max: 195 } as const;

/** How long reading `count` syllables takes, in whole seconds: at 150 syllables a minute and at 130. */
export const readingSeconds = (count: number): { fast: number; slow: number } => ({
  fast: Math.round((count / 150) * 60),
  slow: Math.round((count / 130) * 60),
});

/** Vietnamese writes one syllable as one word between spaces. */
export const syllables = (value: string): number => value.split(/[^\p{L}\p{M}\d]+/u).filter(Boolean).length;

const loudspeaker = text(2000)
  .refine((value) => !/\d/.test(value), 'script-digits')
  .refine((value) => {
    const count = syllables(value);
    return count >= SCRIPT_SYLLABLES.min && count <= SCRIPT_SYLLABLES.max;
  }, 'script-length');

/** One scam method. Its body is MDX and tells how the scam works. */
export const alert = z
  .strictObject({
    title: text(120).describe('Tiêu đề bài, như người đọc thấy'),
    summary: text(300).describe('Một hai câu nói hết ý chính; hiện trong danh sách và kết quả tìm kiếm'),
    english,
    method: z.enum(methods).describe('Cách lừa'),
    channels: z.array(z.enum(channels)).min(1).max(4).describe('Kẻ gian đến bằng đường nào; 1 đến 4 mục'),
    audience: z.array(audience).min(1).max(4).describe('Ai hay bị nhắm tới; 1 đến 4 mục'),
    severity: z
      .enum(severities)
      .describe('Mức hại: extreme rất nặng, severe nặng, moderate vừa, minor nhẹ, unknown chưa rõ'),
    urgency: z
      .enum(urgencies)
      .describe('Độ gấp: immediate làm ngay, expected sắp tới, future về sau, past đã qua, unknown chưa rõ'),
    certainty: z
      .enum(certainties)
      .describe(
        'Độ chắc: observed đã xảy ra, likely rất có thể, possible có thể, unlikely khó xảy ra, unknown chưa rõ',
      ),
    /** Signs to notice; the first is the one shown on the home page. */
    redFlags: z.array(text(180)).min(3).max(6).describe('Dấu hiệu để nhận ra, 3 đến 6 câu; câu đầu hiện ở trang chủ'),
    /** Every alert has the same three verbs: Dừng lại – Kiểm tra – Báo ngay. */
    doNow: z
      .strictObject({
        stop: text(240).describe('Dừng lại: việc dừng ngay'),
        check: text(240).describe('Kiểm tra: hỏi ai, xem ở đâu cho chắc'),
        report: text(240).describe('Báo ngay: báo cho ai, gọi số nào'),
      })
      .describe('Ba việc làm ngay'),
    dont: z.array(text(180)).min(2).max(5).describe('Việc đừng làm, 2 đến 5 câu'),
    ifVictim: z.array(text(240)).min(2).max(6).describe('Đã lỡ bị lừa thì làm gì, 2 đến 6 câu'),
    /** To be read out on the commune loudspeaker; numbers as they are spoken. */
    loudspeaker: loudspeaker.describe('Bài đọc loa xã: 150 đến 195 tiếng, số viết bằng chữ'),
    keywords,
    /**
     * The life of an alert: `publishedAt` issues it (CAP `Alert`), `updatedAt` says that its advice has changed (CAP `Update`),
     * `expiresAt` is the last day it is in force, `withdrawn` takes it back before that day (CAP `Cancel`).
     */
    ...publication,
    expiresAt: date.describe('Ngày hết hiệu lực, năm-tháng-ngày; sau ngày đó cảnh báo lùi xuống cuối danh sách'),
    /** Why readers should no longer follow it. Its page stays at its address, marked. */
    withdrawn: z
      .strictObject({
        date: date.describe('Ngày rút, năm-tháng-ngày'),
        reason: text(240).describe('Vì sao người đọc không nên theo nữa'),
      })
      .optional()
      .describe('Rút cảnh báo trước hạn: ngày và lý do; trang vẫn ở địa chỉ cũ, có dấu đã rút'),
    sources: z
      .array(slug)
      .min(1)
      .max(20)
      .describe('Mã các nguồn đã dùng: tên tệp trong thư mục sources, không có đuôi'),
    hotlines: z
      .array(slug)
      .min(1)
      .max(4)
      .describe('Mã các số cần gọi: tên tệp trong thư mục hotlines, trong dấu nháy kép'),
    related: z.array(slug).max(4).default([]).describe('Mã các cảnh báo khác nên đọc tiếp; có thể để trống'),
  })
  .refine((value) => value.publishedAt < value.expiresAt, { message: 'expiry', path: ['expiresAt'] })
  .refine((value) => noticeOf(value) !== null, { message: 'notice-length', path: ['title'] });
export type Alert = z.infer<typeof alert>;

export const alertReferences = (data: Alert): Reference[] => [
  ...listReferences('sources', 'sources', data.sources),
  ...listReferences('hotlines', 'hotlines', data.hotlines),
  ...listReferences('related', 'alerts', data.related),
];
