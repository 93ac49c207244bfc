import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { refused } from '../../src/mdx/body.ts';
import {
  formatMessage,
  format,
  closestMatch,
  problemCodes,
  type ProblemCode,
  type ProblemLanguage,
} from '../../src/problems/index.ts';

/** A detail of every rule, with all it can hold. A rule without an entry here does not compile. */
const details: Record<ProblemCode, Record<string, string | number>> = {
  'folder-missing': { folder: '/khong-co' },
  'folder-unknown': { folder: 'tin-tuc', allowed: 'articles, alerts' },
  'file-stray': { allowed: 'articles, alerts' },
  'file-type': { expected: 'mdx' },
  'file-name': { name: 'Viec-Nhe.mdx', correct: 'viec-nhe.mdx' },
  'file-duplicate': { other: '/tim-kiem/' },
  'file-large': { size: 300, limit: 256 },
  'file-encoding': {},
  'file-unreadable': { reason: 'EACCES' },
  'front-matter-missing': {},
  syntax: { language: 'YAML', reason: 'Map keys must be unique' },
  'field-missing': { field: 'title', value: '' },
  'field-unknown': { field: 'sumary', value: 'x', correct: 'summary' },
  'field-type': { field: 'order', value: '"10"', expected: 'số nguyên' },
  'field-number': { field: 'observations[1].value', value: 'gần 100', entry: '"value": 100, "qualifier": "nearly"' },
  'field-choice': { field: 'topic', value: 'lừa đảo', correct: 'lua-dao', allowed: 'lua-dao, ho-tro' },
  'field-short': { field: 'title', value: '', minimum: 1, unit: 'ký tự' },
  'field-long': { field: 'title', value: 'a', maximum: 120, unit: 'ký tự' },
  'field-slug': { field: 'sources[1]', value: 'Báo cáo', correct: 'bao-cao' },
  'field-pair': { field: 'of', value: 'so-vu' },
  'field-date': { field: 'updatedAt', value: '21/7/2023', correct: '2023-07-21' },
  'field-partial-date': { field: 'verifiedAt', value: '3/2026' },
  'field-period': { field: 'period.end', value: '2022-01-01' },
  'field-expiry': { field: 'expiresAt', value: '2022-01-01' },
  'field-notice-length': { field: 'title', value: 'a' },
  'field-url': { field: 'url', value: 'vidu.example' },
  'field-phone': { field: 'number', value: '1.1.1' },
  'field-area': { field: 'area', value: 'Cao Bằng' },
  'field-amount': { field: 'observations[1].value', value: '{"range":[7,5]}' },
  'field-missing-value': { field: 'observations[1].status', value: 'final' },
  'field-currency': { field: 'currency', value: 'USD' },
  'field-as-of': { field: 'period', value: '{}' },
  'field-trim': { field: 'title', value: ' a' },
  'field-nfc': { field: 'title', value: 'a' },
  'field-quote-length': { field: 'quotes.so-vu', value: 'a' },
  'field-question': { field: 'title', value: 'a' },
  'field-script-digits': { field: 'loudspeaker', value: '1' },
  'field-script-length': { field: 'loudspeaker', value: 'a' },
  'field-invalid': { field: 'title', value: 'a', reason: 'Invalid input' },
  reference: { kind: 'sources', id: 'bao-cao', correct: 'bao-cao-2023' },
  'reference-figure': { id: 'nua-dau/so-vu', correct: 'nua-dau-2023/so-vu' },
  'reference-quote': { id: 'bao-cao/so-vu', correct: 'bao-cao-2023/so-vu' },
  'entry-required': { file: 'hotlines/111.json', page: 'Mọi trang' },
  'observation-duplicate': { id: 'so-vu' },
  'observation-base': { id: 'thay-doi' },
  'observation-base-order': { id: 'thay-doi', end: '30/6/2023', start: '1/1/2023' },
  'area-ended': { area: 'Tỉnh Hà Giang', until: '30/6/2025' },
  'observation-future': { published: '31/5/2023', end: '30/6/2023' },
  'observation-overlap': { id: 'so-vu', other: 'nua-dau-2023' },
  'observation-form': { id: 'so-vu', measure: 'share', wanted: 'count' },
  'alternative-target': { id: 'so-vu', other: 'nua-dau-2023', rule: 'days' },
  'proof-value': { quote: 'bao-cao/so-vu', field: 'so-vu', value: 6, qualifier: 'exact', unit: 'vụ', stated: '05' },
  'proof-qualifier': {
    quote: 'bao-cao/so-vu',
    field: 'so-vu',
    value: 6,
    qualifier: 'exact',
    unit: 'vụ',
    stated: 'trên 6',
  },
  'proof-direction': {
    quote: 'bao-cao/so-vu',
    field: 'so-vu',
    value: 6,
    qualifier: 'exact',
    unit: '%',
    stated: 'giảm 6%',
  },
  'proof-change': {
    quote: 'bao-cao/so-vu',
    field: 'so-vu',
    value: 6,
    qualifier: 'exact',
    unit: 'vụ',
    stated: 'giảm 6 vụ',
  },
  'proof-range': { quote: 'bao-cao/so-vu', field: 'so-vu', value: 6, qualifier: 'exact', unit: 'vụ', stated: '5-6 vụ' },
  'proof-magnitude': {
    stated: 'hàng trăm vụ',
    quote: 'bao-cao/so-vu',
    field: 'so-vu',
    value: 100,
    qualifier: 'exact',
    unit: 'vụ',
  },
  'proof-subject': { quote: 'bao-cao/so-vu', field: 'so-vu', value: 6, qualifier: 'exact', unit: 'vụ', stated: '6 vụ' },
  'proof-ambiguous': { id: 'so-vu', other: 'so-vu-moi' },
  'call-number': { text: 'một một tám', digits: '118', known: '111, 113' },
  'hotline-display': { display: '131', number: '113' },
  'hotline-source': { source: 'bao-cao', quote: 'bao-cao/so-may' },
  'hotline-proof': { number: '118', quote: 'bao-cao/so-may', passage: 'gọi 113' },
  'bank-sources': { name: 'Ngân hàng A', publishers: 'Báo B' },
  'situation-number': { first: '111', hotline: '113' },
  'proof-unit': {
    quote: 'bao-cao/so-vu',
    field: 'so-vu',
    value: 6,
    qualifier: 'exact',
    unit: 'vụ',
    stated: '06 bị can',
  },
  'revision-chain': { id: 'so-vu', rule: 'link', to: 6, from: 7 },
  'revision-missing': { id: 'so-vu', old: '5', new: '6', first: 1, entry: '"revisions": [{ "date": "2026-11-23" }]' },
  'revision-lost': { id: 'so-vu', date: '1/9/2026', from: 5, to: 6, entry: '{ "date": "2026-09-01" }' },
  'change-missing': {
    field: 'caveat.vi',
    from: 'Có vụ không ai báo.',
    to: '',
    first: 1,
    entry: '"changes": [{ "date": "2026-11-23" }]',
  },
  'change-lost': { field: 'caveat.vi', date: '1/9/2026', entry: '{ "date": "2026-09-01" }' },
  'change-untrue': { field: 'caveat.vi', from: 'Có vụ không ai báo.', to: '' },
  'observation-lost': { id: 'nua-dau-2023/so-vu', value: 5 },
  'prose-figure': { stated: '7', unit: 'vụ', correct: '<Figure of="nua-dau-2023/so-vu" />' },
  'prose-figure-typed': { stated: '5', unit: 'vụ', correct: '<Figure of="nua-dau-2023/so-vu" />' },
  'date-future': { field: 'publishedAt', value: '1/1/2030' },
  'address-lost': { path: '/bai-viet/a/', correct: '/bai-viet/b/' },
  'address-removed': { path: '/canh-bao/cu/' },
  'address-target': { path: '/bai-viet/a/', to: '/bai-viet/c/', correct: '/bai-viet/b/' },
  'address-unlisted': { path: '/bai-viet/a/' },
  'body-empty': {},
  'body-code': { what: '{1+1}' },
  'body-tag-unknown': { tag: 'Step', correct: 'Steps', allowed: 'Steps, Term' },
  'body-tag-attribute': { tag: 'Term', name: 'ma', allowed: 'id' },
  'body-tag-attribute-missing': { tag: 'Term', name: 'id', example: '<Term id="a">a</Term>' },
  'body-tag-content': { tag: 'Term', expected: 'chữ', example: '<Term id="a">a</Term>' },
  'body-tag-place': { tag: 'Term', expected: 'trong một câu', example: '<Term id="a">a</Term>' },
  'body-markdown': { what: 'ảnh', instead: 'Hãy tả bằng lời.' },
  'body-heading': { depth: 4 },
  'link-address': { url: 'javascript:x' },
  'link-dangling': { url: '/khong-co/', correct: '/canh-bao/' },
  'link-anchor': { page: '/bai-viet/a/', anchor: 'khong-co', correct: 'muc-mot' },
  placeholder: { field: 'title', hint: 'Tiêu đề bài' },
  'name-duplicate': { field: 'title', value: 'Bài thử', other: 'articles/a.mdx' },
  'date-order': { first: 'publishedAt', second: 'updatedAt', from: '2/1/2026', to: '1/1/2026' },
  'text-invisible': { character: 'U+200B' },
  'text-lookalike': { word: 'раypal', letter: 'р', character: 'U+0440' },
  'text-nfc': { word: 'a' },
  'privacy-name': { name: 'Nguyễn Thị Thử' },
  'privacy-case-name': { name: 'Nguyễn Thị Thử' },
  'privacy-birth': { text: 'sinh năm 2009' },
  'privacy-identity': { text: '004012345678' },
  'privacy-phone': { text: '0912 345 678' },
  'privacy-village': { village: 'xóm Nà', people: 'người Tày' },
  'wording-accused': { text: 'bắt tội phạm' },
  'hotline-forbidden': { number: '18001567', why: 'số cũ của Tổng đài 111, đã chuyển sang 111' },
  'date-stale': { field: 'verifiedAt', value: 'tháng 3/2026', months: 6 },
  'date-expired': { value: '1/9/2026' },
  'review-missing': { name: 'Nguyễn Văn Thử' },
  orphan: { id: 'bao-cao', kind: 'sources' },
  'style-tone': { word: 'hoà', usual: 'hòa' },
  'style-spaces': {},
  'style-abbreviation': { word: 'XYZ' },
  'style-sentence': { opening: 'Một hai ba', words: 40, maximum: 35 },
  'style-paragraph': { words: 130, maximum: 120 },
  spelling: { word: 'chuyễn', correct: 'chuyển' },
};

describe('describe', () => {
  const wordings = (code: ProblemCode, language: ProblemLanguage = 'vi') => {
    const detail = details[code];
    // A correction may be wanting: then it is an empty string.
    return ['correct' in detail ? { ...detail, correct: '' } : detail, detail].map((each) =>
      formatMessage({ code, detail: each }, language),
    );
  };

  test('every rule is described here', () => {
    expect(Object.keys(details).sort()).toEqual([...problemCodes].sort());
  });

  test.each(problemCodes.flatMap((code) => [[code, 'vi'] as const, [code, 'en'] as const]))(
    '%s says in %s what is wrong and how to fix it',
    (code, language) => {
      for (const { what, fix } of wordings(code, language)) {
        for (const sentence of [what, fix]) {
          expect(sentence.trim()).toBe(sentence);
          expect(sentence.length).toBeGreaterThan(5);
          expect(sentence).not.toMatch(/undefined|NaN|\[object|“”/);
        }
        expect(what).not.toBe(fix);
      }
    },
  );

  test.each(problemCodes.filter((code) => details[code].correct))(
    '%s offers the correction where there is one',
    (code) => {
      expect(wordings(code)[1]!.fix).toContain(details[code].correct);
    },
  );

  test('the advice on syntax is that of the language', () => {
    const fixes = ['JSON', 'YAML', 'MDX'].map(
      (language) => formatMessage({ code: 'syntax', detail: { language, reason: 'x' } }).fix,
    );
    expect(fixes[0]).toMatch(/^Kiểm tra dấu phẩy/);
    expect(fixes[1]).toMatch(/^Kiểm tra dấu hai chấm/);
    expect(fixes[2]).toMatch(/^Kiểm tra các thẻ/);
  });
});

describe('in English', () => {
  /** Words that stay Vietnamese: what stood in the file, and what belongs there. */
  const kept = (code: ProblemCode) => Object.values(details[code]).map(String).filter(Boolean);
  /** Vietnamese that the rules themselves are about. */
  const cited =
    /CẦN ĐIỀN|ít nhất|không dưới|không quá|ngót|chưa đầy|trên|hơn|gần|dưới|khoảng|ước|tăng|giảm|Cao Bằng|bị can|kẻ lừa đảo/g;

  test.each(
    problemCodes.filter(
      (code) =>
        ![
          'field-type',
          'body-tag-content',
          'body-tag-place',
          'body-markdown',
          'entry-required',
          'hotline-forbidden',
          'field-short',
          'field-long',
        ].includes(code),
    ),
  )('%s has no Vietnamese of its own', (code) => {
    const { what, fix } = formatMessage({ code, detail: details[code] }, 'en');
    const own = kept(code)
      .reduce((text, value) => text.replaceAll(value, ''), `${what} ${fix}`)
      .replace(cited, '');
    expect(own).not.toMatch(/[ăâđêôơưáàảãạ]/i);
  });

  test('pieces that checks hand over are put into English', () => {
    expect(formatMessage({ code: 'field-type', detail: { field: 'order', expected: 'số nguyên' } }, 'en').what).toBe(
      'The field “order” must be a whole number.',
    );
    expect(formatMessage({ code: 'entry-required', detail: { file: 'a', page: 'Mọi trang' } }, 'en').fix).toMatch(
      /^Every page /,
    );
  });

  test.each(Object.values(refused))('%o is refused in English too', ({ what, instead }) => {
    const { what: said, fix } = formatMessage({ code: 'body-markdown', detail: { what, instead } }, 'en');
    expect(`${said} ${fix}`).not.toMatch(/[ăâđêôơưáàảãạ]/i);
  });
});

test('format gives place, sentence, advice and rule', () => {
  expect(format({ file: 'pages/a.mdx', line: 4, column: 12, code: 'field-missing', detail: { field: 'title' } })).toBe(
    'pages/a.mdx:4:12  Thiếu trường “title”.\n    Cách sửa: Thêm “title”.  [field-missing]',
  );
  expect(format({ file: 'pages/a.mdx', line: 4, column: 12, code: 'style-spaces', detail: {} }, 'en')).toBe(
    'pages/a.mdx:4:12  Warning: There are two spaces.\n    To fix it: Remove one, or run: npm run check -- --fix  [style-spaces]',
  );
});

describe('closestMatch', () => {
  test.each([
    ['sumary', ['title', 'summary', 'sources'], 'summary'],
    ['Summary', ['summary'], 'summary'],
    [
      'cao-bang-6-thang-dau-nam-2032',
      ['cao-bang-6-thang-dau-nam-2023', 'viet-nam-nam-2024'],
      'cao-bang-6-thang-dau-nam-2023',
    ],
    ['bao-cao', ['bao-cao-2', 'bao-cao-3'], 'bao-cao-2'],
    ['topic', ['audience', 'sources'], ''],
    // Two letters may differ, but not all there are.
    ['a', ['Do', 'Dont'], ''],
    ['', ['Do', 'a'], ''],
    ['a', [], ''],
  ])('of %j among %j is %j', (value, candidates, wanted) => {
    expect(closestMatch(value, candidates)).toBe(wanted);
  });

  const words = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', '-', 'Đ') }));

  test('is a candidate or nothing, and the value itself where it is one', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', '-', 'Đ'), minLength: 1 }),
        words,
        (value, candidates) => {
          expect(['', ...candidates]).toContain(closestMatch(value, candidates));
          expect(closestMatch(value, [...candidates, value]).toLowerCase()).toBe(value.toLowerCase());
        },
      ),
    );
  });

  test('is never further than a quarter of the word', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 40 }),
        words,
        (value, candidates) => {
          const found = closestMatch(value, candidates);
          if (found) expect(Math.abs(found.length - value.length)).toBeLessThanOrEqual(Math.max(2, value.length / 4));
        },
      ),
    );
  });
});
