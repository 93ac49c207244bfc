/** Figures of every form on the pages of a built site. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { embedPath, indicatorPath, localPath, observationPath, paths } from '../../src/i18n/index.ts';
import { textOf } from '../support/html.ts';
import { builtVariant } from '../support/variants.ts';

let out: string;
beforeAll(async () => {
  ({ out } = await builtVariant('busy'));
});

const read = (address: string): string =>
  readFileSync(path.join(out, address.endsWith('/') ? `${address}index.html` : address), 'utf8');
const main = (address: string): string => textOf(/<main[^]*<\/main>/.exec(read(address))![0]);
/** The value in large type, and the sentence to quote. */
const head = (address: string): string[] =>
  ['value', 'sentence'].map((name) =>
    textOf(new RegExp(`<p[^>]*class="${name}"[^>]*>([^]*?)</p>`).exec(read(address))![1]!),
  );

test.each([
  [
    'thiet-hai-lua-dao',
    'lua-dao-2022',
    '8.000–10.000 tỷ đồng (ước tính)',
    'Thiệt hại do lừa đảo, tỉnh Cao Bằng, năm 2022: 8.000–10.000 tỷ đồng (số ước tính của Công an tỉnh).',
  ],
  [
    'thiet-hai-lua-dao-usd',
    'lua-dao-the-gioi-2022',
    'gần 16 tỷ USD',
    'Thiệt hại do lừa đảo trên thế giới, cả nước, năm 2022: gần 16 tỷ USD (Công an tỉnh).',
  ],
  [
    'muc-ho-tro',
    'lua-dao-2022',
    '850.000 đồng',
    'Mức hỗ trợ mỗi người, tỉnh Cao Bằng, năm 2022: 850.000 đồng (Công an tỉnh).',
  ],
  [
    'so-vu-lam-ro',
    'lua-dao-2022',
    '341/360 vụ',
    'Số vụ được làm rõ trong số vụ đã phát hiện, tỉnh Cao Bằng, năm 2022: 341/360 vụ (Công an tỉnh).',
  ],
  [
    'muc-tang-vu-lua-dao',
    'lua-dao-2022',
    'gấp 1,5 lần',
    'Mức tăng số vụ lừa đảo, tỉnh Cao Bằng, năm 2022: gấp 1,5 lần so với năm 2021 (Công an tỉnh).',
  ],
  [
    'so-vu-lua-dao',
    'lua-dao-2021',
    'không có số liệu',
    'Số vụ lừa đảo được phát hiện, tỉnh Cao Bằng, năm 2021: không có số liệu (Công an tỉnh).',
  ],
  [
    'so-nguoi-trong-danh-sach',
    'danh-sach-15-12-2022',
    '1.240 người',
    'Số người trong danh sách quản lý, tỉnh Cao Bằng, tính đến ngày 15/12/2022: 1.240 người (Công an tỉnh).',
  ],
  [
    'so-nguoi-ve-nuoc',
    've-nuoc-den-23-2-2021',
    'trên 17.600 người',
    'Số người về nước qua biên giới của tỉnh, tỉnh Cao Bằng, lũy kế từ tháng 2/2020 đến ngày 23/2/2021: trên 17.600 người (Bộ đội Biên phòng tỉnh, dẫn qua Báo Biên giới).',
  ],
])('%s of %s', (indicator, release, value, sentence) =>
  expect(head(observationPath(indicator, release))).toEqual([value, sentence]),
);

test('two documents that disagree stand side by side, with the reason why one leads', () => {
  const [lead, other] = ['lua-dao-2022', 'lua-dao-2022-theo-bao'].map((id) => observationPath('so-vu-lua-dao', id));
  const reason = 'Số kia nằm trong báo cáo của chính cơ quan đã đếm.';
  expect(main(lead!)).toContain(
    `92 vụ (tạm tính): Công an tỉnh, dẫn qua Báo Biên giới, 15/1/2024. Trang không nêu đầu số này: ${reason}`,
  );
  expect(read(lead!)).not.toContain('data-beside');
  expect(main(other!)).toContain(`Trang nêu đầu một số khác: 90 vụ (Công an tỉnh). ${reason}`);
  expect(main(other!)).toContain('90 vụ: Công an tỉnh, 15/1/2024. Trang nêu đầu số này.');
  for (const id of ['lua-dao-2022', 'lua-dao-2022-theo-bao'])
    expect(textOf(read(embedPath('so-vu-lua-dao', id)))).toContain('Tài liệu khác nêu số khác về cùng kỳ.');
  expect(textOf(read(embedPath('so-vu-lua-dao', 'lua-dao-2023')))).not.toContain('Tài liệu khác');
  expect(main(localPath(paths.figures, 'en'))).toContain(
    '92 cases (provisional) Another value leads: The other stands in the report of the body that counted.',
  );
});

test('a chart has the leading value only, none for a missing one, and a mark at the break', () => {
  const svg = read(`${indicatorPath('so-vu-lua-dao')}chart.svg`);
  const words = [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);
  expect(words).toEqual(expect.arrayContaining(['không có số liệu', '90 vụ', '120 vụ', 'đã đổi cách đếm']));
  expect(words).not.toContain('92 vụ');
  // The first is the ground of the drawing.
  expect(svg.match(/<rect/g)).toHaveLength(3);
  expect(svg.match(/stroke-dasharray="2 5"/g)).toHaveLength(1);
  expect(main(indicatorPath('so-vu-lua-dao'))).toContain(
    '120 vụ (đã đổi cách đếm) (năm 2023): không so được với nhau.',
  );
});

test('the page says who counted, through whom it is known, and what should be known of the source', () => {
  const text = main(observationPath('so-nguoi-ve-nuoc', 've-nuoc-den-13-1-2021'));
  expect(text).toContain('Ai đếm Bộ đội Biên phòng tỉnh');
  expect(text).toContain('Dẫn qua Báo Biên giới');
  expect(text).toContain('Về nguồn này: Tài liệu dùng để thử.');
  expect(text).toContain('Cách tính Số lũy kế, không phải số của riêng một kỳ');
});
