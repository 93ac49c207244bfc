/** A published address never disappears: it has its page, or it leads to where the page has moved. */
import { appendFileSync, cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadContent, redirects } from '../../src/content-loader/index.ts';
import { formatMessage } from '../../src/problems/index.ts';
import { node, root } from '../support/run.ts';

let folder: string;
let list: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'addresses-'));
  list = path.join(folder, 'addresses.txt');
  cpSync(path.join(root, 'content'), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

const lineOf = (text: string): number =>
  readFileSync(list, 'utf8')
    .split('\n')
    .findIndex((line) => line.startsWith(text)) + 1;
const about = () => loadContent(folder).problems.filter(({ file }) => file === 'addresses.txt');

test('the list of the site names every page it has now', () => {
  expect(about()).toEqual([]);
  expect(readFileSync(list, 'utf8')).toContain('/so-lieu/so-vu-mua-ban-nguoi/cao-bang-6-thang-dau-nam-2023/\n');
});

test('a page that was renamed is missed at its line, and found again by a redirect', () => {
  renameSync(path.join(folder, 'articles/ban-than-cam-bay.mdx'), path.join(folder, 'articles/ban-than-la-cam-bay.mdx'));
  const other = path.join(folder, 'articles/viec-nhe-luong-cao.mdx');
  writeFileSync(other, readFileSync(other, 'utf8').replaceAll('ban-than-cam-bay', 'ban-than-la-cam-bay'));
  const [lost, fresh] = about();
  expect(lost).toMatchObject({ code: 'address-lost', line: lineOf('/bai-viet/ban-than-cam-bay/') });
  expect(formatMessage(lost!).fix).toBe(
    'Nếu trang đã đổi tên, viết: /bai-viet/ban-than-cam-bay/ -> /bai-viet/ban-than-la-cam-bay/',
  );
  expect(fresh).toMatchObject({ code: 'address-unlisted', detail: { path: '/bai-viet/ban-than-la-cam-bay/' } });

  const moved = '/bai-viet/ban-than-cam-bay/ -> /bai-viet/ban-than-la-cam-bay/';
  writeFileSync(
    list,
    `${readFileSync(list, 'utf8').replace('/bai-viet/ban-than-cam-bay/', moved)}/bai-viet/ban-than-la-cam-bay/\n`,
  );
  expect(about()).toEqual([]);
  expect(redirects(folder, '/cb/')).toEqual({ '/bai-viet/ban-than-cam-bay/': '/cb/bai-viet/ban-than-la-cam-bay/' });
});

test('a redirect to nowhere is refused', () => {
  appendFileSync(list, '/bai-viet/cu/ -> /bai-viet/khong-co/\n');
  expect(about()).toMatchObject([{ code: 'address-target', line: lineOf('/bai-viet/cu/') }]);
});

test('`check --fix` lists what is new and changes nothing else', () => {
  const before = readFileSync(list, 'utf8');
  writeFileSync(list, before.replace('/bai-viet/cach-bao-tin/\n', ''));
  expect(about()).toMatchObject([{ code: 'address-unlisted', detail: { path: '/bai-viet/cach-bao-tin/' } }]);
  const { code, out } = node(['src/editor/check.ts', '--fix'], { CONTENT_DIR: folder });
  expect(out).toContain('Đã thêm 1 địa chỉ');
  expect(code).toBe(0);
  expect(readFileSync(list, 'utf8').split('\n').sort()).toEqual(before.split('\n').sort());
});
