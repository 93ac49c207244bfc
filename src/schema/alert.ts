import { z } from 'astro/zod';
import { audience, date, english, keywords, listReferences, publication, slug, text, type Reference } from './fields.ts';
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
export const severities = ['extreme', 'severe', 'moderate', 'minor', 'unknown'] as const;
export const urgencies = ['immediate', 'expected', 'future', 'past', 'unknown'] as const;
export const certainties = ['observed', 'likely', 'possible', 'unlikely', 'unknown'] as const;

/**
 * Syllables of a loudspeaker script: 60 to 90 seconds at 130 to 150 syllables a minute.
 * Between these bounds a script keeps that time at either speed.
 */
export const SCRIPT_SYLLABLES = { min: 150, max: 195 } as const;

/** How long reading `count` syllables takes, in whole seconds: at 150 syllables a minute and at 130. */
export const readingSeconds = (count: number): { fast: number; slow: number } => ({ fast: Math.round((count / 150) * 60), slow: Math.round((count / 130) * 60) });

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
    title: text(120),
    summary: text(300),
    english,
    method: z.enum(methods),
    channels: z.array(z.enum(channels)).min(1).max(4),
    audience: z.array(audience).min(1).max(4),
    severity: z.enum(severities),
    urgency: z.enum(urgencies),
    certainty: z.enum(certainties),
    /** Signs to notice; the first is the one shown on the home page. */
    redFlags: z.array(text(180)).min(3).max(6),
    /** Every alert has the same three verbs: Dừng lại – Kiểm tra – Báo ngay. */
    doNow: z.strictObject({ stop: text(240), check: text(240), report: text(240) }),
    dont: z.array(text(180)).min(2).max(5),
    ifVictim: z.array(text(240)).min(2).max(6),
    /** To be read out on the commune loudspeaker; numbers as they are spoken. */
    loudspeaker,
    keywords,
    /**
     * The life of an alert: `publishedAt` issues it (CAP `Alert`), `updatedAt` says that its advice has changed (CAP `Update`),
     * `expiresAt` is the last day it is in force, `withdrawn` takes it back before that day (CAP `Cancel`).
     */
    ...publication,
    expiresAt: date,
    /** Why readers should no longer follow it. Its page stays at its address, marked. */
    withdrawn: z.strictObject({ date, reason: text(240) }).optional(),
    sources: z.array(slug).min(1).max(20),
    hotlines: z.array(slug).min(1).max(4),
    related: z.array(slug).max(4).default([]),
  })
  .refine((value) => value.publishedAt < value.expiresAt, { message: 'expiry', path: ['expiresAt'] })
  .refine((value) => !value.updatedAt || value.publishedAt <= value.updatedAt, { message: 'before-publication', path: ['updatedAt'] })
  .refine((value) => !value.withdrawn || value.publishedAt <= value.withdrawn.date, { message: 'before-publication', path: ['withdrawn', 'date'] })
  .refine((value) => noticeOf(value) !== null, { message: 'notice-length', path: ['title'] });
export type Alert = z.infer<typeof alert>;

export const alertReferences = (data: Alert): Reference[] => [
  ...listReferences('sources', 'sources', data.sources),
  ...listReferences('hotlines', 'hotlines', data.hotlines),
  ...listReferences('related', 'alerts', data.related),
];
