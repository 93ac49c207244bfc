/** Which page stands for which in another language. */
import { describe, expect, test } from 'vitest';
import { alternates, counterpart, localPath } from '../../src/i18n/index.ts';

test.each([
  ['/', '/en/'],
  ['/can-giup-do/', '/en/help/'],
  ['/gioi-thieu/', '/en/about/'],
  ['/canh-bao/', '/en/alerts/'],
  ['/canh-bao/bat-coc-online/', '/en/alerts/bat-coc-online/'],
  ['/bai-viet/cach-bao-tin/', '/en/articles/cach-bao-tin/'],
])('%s and %s are one page in two languages', (vi, en) => {
  expect(counterpart(vi, 'en')).toBe(en);
  expect(counterpart(en, 'vi')).toBe(vi);
  expect(counterpart(vi, 'vi')).toBe(vi);
  expect(counterpart(en, 'en')).toBe(en);
  for (const path of [vi, en])
    expect(alternates(path)).toEqual([
      { locale: 'vi', path: vi },
      { locale: 'en', path: en },
    ]);
});

describe('a page in Vietnamese alone', () => {
  test.each([
    '/thuat-ngu/',
    '/canh-bao/kenh/cuoc-goi/',
    '/canh-bao/bat-coc-online/to-roi/',
    '/so-lieu/so-vu-mua-ban-nguoi/',
    '/tu-kiem-tra/viec-lam/',
    '/404.html',
    '/english/',
  ])('%s', (path) => {
    expect(counterpart(path, 'en')).toBeNull();
    expect(counterpart(path, 'vi')).toBeNull();
    expect(alternates(path)).toEqual([]);
    expect(localPath(path, 'en')).toBe(path);
  });
});
