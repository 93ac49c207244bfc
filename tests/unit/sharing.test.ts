import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { absoluteUrl, alertPath, articlePath } from '../../src/i18n/index.ts';
import { shareLinks, smsText } from '../../src/sharing/index.ts';
import { root } from '../support/run.ts';

/** The GSM 7-bit default alphabet without its Greek letters, accents and extension table: one septet each (3GPP TS 23.038, §6.2.1). */
const GSM = new Set('@$\n\r_ !"#%&\'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz');
const outside = (text: string): string[] => text.split('').filter((letter) => !GSM.has(letter));

const entries = (['alerts', 'articles'] as const).flatMap((kind) =>
  readdirSync(path.join(root, 'content', kind)).map((file) => {
    const { title } = parse(readFileSync(path.join(root, 'content', kind, file), 'utf8').split('---')[1]!) as {
      title: string;
    };
    const id = file.replace('.mdx', '');
    return { title, url: absoluteUrl(kind === 'alerts' ? alertPath(id) : articlePath(id)) };
  }),
);

describe('smsText', () => {
  test.each(entries)('$title fits one SMS of any phone, with its whole address', ({ title, url }) => {
    const text = smsText(title, url);
    expect(text.length).toBeLessThanOrEqual(160);
    expect(outside(text)).toEqual([]);
    expect(text.endsWith(` ${url}`)).toBe(true);
    expect(text.length - url.length).toBeGreaterThan(15);
  });

  test('writes Vietnamese without marks, quotes straight', () => {
    expect(smsText('“Việc nhẹ – lương cao”… ĐỪNG đi €', 'https://x.example/a/')).toBe(
      '"Viec nhe - luong cao"... DUNG di https://x.example/a/',
    );
  });

  test('cuts a long title between words', () => {
    const url = `https://x.example/${'a'.repeat(100)}/`;
    const text = smsText('Dọa khóa SIM để lấy số điện thoại và tiền của bạn', url);
    expect(text).toBe(`Doa khoa SIM de lay so dien thoai va... ${url}`);
  });

  test('never cuts the address, even where it leaves no room for words', () => {
    for (const length of [120, 135, 140, 200]) {
      const url = `https://x.example/${'a'.repeat(length)}/`;
      expect(smsText('Dọa khóa SIM', url).endsWith(url)).toBe(true);
    }
    expect(smsText('Dọa khóa SIM', `https://x.example/${'a'.repeat(200)}/`)).toBe(
      `https://x.example/${'a'.repeat(200)}/`,
    );
  });

  test('holds for any title', () => {
    const url = 'https://canhbao.caobang.example/canh-bao/khoa-sim/';
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
        const text = smsText(title, url);
        expect(text.length).toBeLessThanOrEqual(160);
        expect(outside(text)).toEqual([]);
        expect(text.endsWith(url)).toBe(true);
      }),
    );
  });
});

test('the links carry text and address escaped, and can be read back', () => {
  const url = 'https://x.example/canh-bao/a/';
  const { sms, facebook } = shareLinks('Gọi & hỏi: 113?', url);
  expect(sms).toMatch(/^sms:\?&body=[^ &?]+$/);
  expect(decodeURIComponent(sms.slice('sms:?&body='.length))).toBe(`Goi & hoi: 113? ${url}`);
  expect(new URL(facebook).origin + new URL(facebook).pathname).toBe('https://www.facebook.com/sharer/sharer.php');
  expect(new URL(facebook).searchParams.get('u')).toBe(url);
});
