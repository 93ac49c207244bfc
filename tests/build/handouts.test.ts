/** Notice, loudspeaker script and share links of every alert, and what scripts weigh before anyone taps, as files. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { absoluteUrl, alertPath, dates, noticePath, paths, speechPath, speechTextPath } from '../../src/i18n/index.ts';
import { noticeOf, type Data } from '../../src/schema/index.ts';
import { requiredEntries } from '../../src/site.ts';
import { dist, pages } from '../support/dist.ts';
import { textOf } from '../support/html.ts';
import { root } from '../support/run.ts';

const all = new Map(pages().map(({ path: address, html }) => [address, html]));
const alerts = readdirSync(path.join(root, 'content/alerts')).map((file) => ({
  id: file.replace('.mdx', ''),
  data: parse(readFileSync(path.join(root, 'content/alerts', file), 'utf8').split('---')[1]!) as Data<'alerts'>,
}));

describe.each(alerts)('$id', ({ id, data }) => {
  test('has a notice that says title, signs, the three verbs, until when, and where to read on', () => {
    const html = all.get(noticePath(id))!;
    const sheet = textOf(/<div class="sheet[\s\S]*?<\/main>/.exec(html)![0]);
    const notice = noticeOf(data)!;
    for (const words of [
      data.title,
      ...notice.signs,
      `Dừng lại: ${notice.stop}`,
      `Kiểm tra: ${notice.check}`,
      `Báo ngay: ${notice.report}`,
      `Cảnh báo này còn dùng đến ${dates.day(data.expiresAt)}`,
      absoluteUrl(alertPath(id)),
    ]) {
      expect(sheet).toContain(words);
    }
    expect(sheet).toContain('Bản thử nghiệm, chưa phải kênh chính thức.');
  });

  test('has a script as page and as text, word for word, with how long it takes', () => {
    const text = readFileSync(path.join(dist, speechTextPath(id)), 'utf8');
    const page = textOf(all.get(speechPath(id))!);
    expect(text.split('\n')).toContain(data.loudspeaker);
    expect(page).toContain(data.loudspeaker);
    for (const words of [text, page]) expect(words).toMatch(/ (?:6[0-9]|7[0-8]) đến (?:69|[78][0-9]|90) giây/);
    // The first character is the title's: no byte order mark.
    expect(text.startsWith(data.title)).toBe(true);
  });

  test('is what search engines are sent to from its notice and its script, which they do not list', () => {
    for (const address of [noticePath(id), speechPath(id)]) {
      const html = all.get(address)!;
      expect(html).toContain('<meta name="robots" content="noindex">');
      expect(html).toContain(`<link rel="canonical" href="${absoluteUrl(alertPath(id))}">`);
      expect(html).not.toContain('data-pagefind-body');
    }
  });

  test('leads to both, and is in the list of handouts', () => {
    for (const address of [noticePath(id), speechPath(id)]) {
      expect(all.get(alertPath(id))).toContain(`href="${address}"`);
      expect(all.get(paths.handouts)).toContain(`href="${address}"`);
    }
    expect(all.get(paths.handouts)).toContain(`href="${speechTextPath(id)}"`);
  });
});

test('the list of handouts is reached from the list of alerts', () => {
  expect(all.get(paths.alerts)).toContain(`href="${paths.handouts}"`);
});

/** Bytes under brotli of every script that a page runs before a tap: those in it, those it names, and what they import at once. */
const scriptBytes = (html: string): number => {
  const inline = [...html.matchAll(/<script(?: type="module")?>([\s\S]*?)<\/script>/g)].map(
    (match) => brotliCompressSync(match[1]!).length,
  );
  const files = new Set([...html.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)].map((match) => match[1]!));
  for (const file of files) {
    const code = readFileSync(path.join(dist, file), 'utf8');
    for (const match of code.matchAll(/\bfrom\s*["'`]\.\/([^"'`]+)["'`]/g))
      files.add(path.posix.join(path.posix.dirname(file), match[1]!));
  }
  const fetched = [...files].map((file) => brotliCompressSync(readFileSync(path.join(dist, file))).length);
  return [...inline, ...fetched].reduce((sum, bytes) => sum + bytes, 0);
};

test('scripts weigh at most 3,000 bytes before anyone taps, on every alert and article', () => {
  const reading = [...all].filter(([address]) => /^\/(?:bai-viet|canh-bao)\/[a-z0-9-]+\/$/.test(address));
  expect(reading.length).toBeGreaterThanOrEqual(alerts.length + Object.keys(requiredEntries.articles).length);
  expect(reading.filter(([, html]) => scriptBytes(html) > 3000).map(([address]) => address)).toEqual([]);
  // The reader and the share actions wait for a tap.
  const named = reading.flatMap(([, html]) =>
    [...html.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)].map((match) => match[1]!),
  );
  expect(named.length).toBeGreaterThan(0);
  expect(named.filter((file) => /reader|actions/.test(file))).toEqual([]);
  for (const file of named) expect(existsSync(path.join(dist, file))).toBe(true);
});
