/** The life of an alert on a site built from it: new, changed, withdrawn. Expired: editing.test.ts. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { listPagePath, paths } from '../../src/i18n/index.ts';
import { textOf } from '../support/html.ts';
import { builtVariant } from '../support/variants.ts';

describe('one alert withdrawn, one changed', () => {
  let page: (file: string) => string;
  beforeAll(async () => {
    const { out } = await builtVariant('busy');
    page = (file) => readFileSync(path.join(out, file), 'utf8');
  });

  test('the withdrawn one stays at its address and says when and why', () => {
    const html = page('canh-bao/doa-khoa-sim/index.html');
    expect(textOf(html)).toContain('Đã rút: 1/12/2026. Lý do: Nhà mạng cho biết đợt lừa này đã chấm dứt.');
    expect(html).toContain('class="danger-sign outline"');
    expect(html).not.toContain('data-expires="');
  });

  test('it is off the home page and last in the list', () => {
    expect(page('index.html')).not.toContain('href="/canh-bao/doa-khoa-sim/"');
    const list = [1, 2].flatMap((number) =>
      [
        ...page(`.${listPagePath(paths.alerts, number)}index.html`).matchAll(
          /<h2 class="title"[^>]*><a href="([^"]+)"/g,
        ),
      ].map((match) => match[1]),
    );
    expect(list[0]).toBe('/canh-bao/gia-danh-cong-an/');
    expect(list.indexOf('/canh-bao/doa-khoa-sim/')).toBe(list.length - 1);
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
