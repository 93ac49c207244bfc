/** The life of an alert on a site built from it: new, changed, expired, withdrawn. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { edit, valid } from '../support/content.ts';
import { textOf } from '../support/html.ts';
import { node } from '../support/run.ts';

const work = mkdtempSync(path.join(tmpdir(), 'lifecycle-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const at = (day: string) => String(Date.parse(`${day}T12:00:00+07:00`) / 1000);
const build = (name: string, day: string, change: (content: string) => void): ((file: string) => string) => {
  const content = path.join(work, `${name}-content`);
  cpSync(valid, content, { recursive: true });
  change(content);
  const out = path.join(work, name);
  const { code, out: said } = node(['src/publish/build.ts'], {
    CONTENT_DIR: content,
    OUT_DIR: out,
    CACHE_DIR: path.join(work, `${name}-cache`),
    SOURCE_DATE_EPOCH: at(day),
  });
  if (code !== 0) throw new Error(said);
  return (file) => readFileSync(path.join(out, file), 'utf8');
};

const withdrawn = 'withdrawn:\n  date: 2026-12-01\n  reason: Nhà mạng cho biết đợt lừa này đã chấm dứt.\n';

describe('one alert withdrawn, one changed', () => {
  let page: (file: string) => string;
  beforeAll(() => {
    page = build('withdrawn', '2026-12-10', (content) => {
      edit(content, 'alerts/doa-khoa-sim.mdx', 'sources:', `${withdrawn}sources:`);
      edit(
        content,
        'alerts/gia-danh-cong-an.mdx',
        'publishedAt: 2026-11-20',
        'publishedAt: 2026-11-20\nupdatedAt: 2026-12-05',
      );
    });
  });

  test('the withdrawn one stays at its address and says when and why', () => {
    const html = page('canh-bao/doa-khoa-sim/index.html');
    expect(textOf(html)).toContain('Đã rút: 1/12/2026. Lý do: Nhà mạng cho biết đợt lừa này đã chấm dứt.');
    expect(html).toContain('class="danger-sign outline"');
    expect(html).not.toContain('data-expires="');
  });

  test('it is off the home page and last in the list', () => {
    expect(page('index.html')).not.toContain('href="/canh-bao/doa-khoa-sim/"');
    const list = [...page('canh-bao/index.html').matchAll(/<h2 class="title"[^>]*><a href="([^"]+)"/g)].map(
      (match) => match[1],
    );
    expect(list).toEqual(['/canh-bao/gia-danh-cong-an/', '/canh-bao/doa-khoa-sim/']);
  });

  test('its notice and its script say so', () => {
    expect(page('canh-bao/doa-khoa-sim/to-roi/index.html')).toMatch(/class="sheet [^"]*expired"/);
    expect(page('canh-bao/doa-khoa-sim/loa.txt')).toContain('ĐÃ RÚT ngày 1/12/2026, không đọc nữa.');
    expect(textOf(page('canh-bao/doa-khoa-sim/loa/index.html'))).toContain('Đã rút 1/12/2026');
  });

  test('the changed one says so with its day', () => {
    expect(textOf(page('index.html'))).toContain('Rất nguy hiểm · Cập nhật 5/12/2026');
    expect(textOf(page('canh-bao/gia-danh-cong-an/index.html'))).toContain('Cập nhật: 5/12/2026');
  });
});

test('the day after its last, an alert is built as expired and has left the home page', () => {
  const page = build('expired', '2027-05-21', () => undefined);
  expect(textOf(page('canh-bao/doa-khoa-sim/index.html'))).toContain('Đã hết hạn 20/5/2027');
  expect(page('index.html')).not.toContain('href="/canh-bao/doa-khoa-sim/"');
});
