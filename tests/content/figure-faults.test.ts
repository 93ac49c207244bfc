/**
 * Ways in which a false figure once passed the check, or a true one was refused: one row for each. What the reader of quantities
 * once misread is below; changes of published files are tried field by field in `field-mutations.test.ts`, swapped figures in
 * `swapped-figures.test.ts`, deleted address lists and corrections in `revision-check.test.ts`, numbers to call in
 * `call-numbers.test.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkFigures } from '../../src/content-loader/check-figures.ts';
import { checkHotlines } from '../../src/content-loader/check-hotlines.ts';
import { loadContent, ParseCache, type ContentEntry } from '../../src/content-loader/index.ts';
import { validateFile } from '../../src/content-loader/validate.ts';
import { isChanging } from '../../src/editor/change-check.ts';
import { cliReport } from '../../src/editor/reporters.ts';
import { compareEntry } from '../../src/editor/revision-check.ts';
import { findWarnings } from '../../src/editor/warnings.ts';
import { readQuantities, type Quantity } from '../../src/figures/index.ts';
import { formatMessage } from '../../src/problems/index.ts';
import { contentWith, valid } from '../support/content.ts';
import { root } from '../support/run.ts';

const folder = path.join(root, 'content');
const { entries } = loadContent(folder);

type Json = Record<string, unknown>;
const observationsOf = (data: Json): Json[] => data.observations as Json[];

/** What the check says of a published file of the site after an edit. */
const codesAfter = (file: string, change: (data: Json) => void): string[] => {
  const entry = entries.find((each) => each.file === file)!;
  const text = readFileSync(path.join(folder, file), 'utf8');
  const data = JSON.parse(text) as Json;
  change(data);
  const { entry: changed, problems } = validateFile({ ...entry, data });
  if (!changed) return problems.map(({ code }) => code);
  const all = entries.map((each): ContentEntry => (each === entry ? changed : each));
  return [
    ...checkFigures(all, false, new ParseCache()),
    ...checkHotlines(all),
    ...(isChanging(changed) ? compareEntry(changed, text, '2026-11-23').problems : []),
  ].map(({ code }) => code);
};

describe('a published figure', () => {
  const release = 'statistics/cao-bang-6-thang-dau-nam-2023.json';
  const withField = (name: string): [file: string, place: number] =>
    entries
      .filter(({ kind }) => kind === 'statistics')
      .flatMap(({ file }): [string, number][] => {
        const data = JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Json;
        return observationsOf(data).flatMap((each, place): [string, number][] => (name in each ? [[file, place]] : []));
      })[0]!;
  const indicator = 'indicators/so-vu-mua-ban-nguoi.json';

  test.each<[string, string, (data: Json) => void, string]>([
    ['of another province', release, (data) => (data.area = 'VN-01'), 'change-missing'],
    ['of an area that is none', release, (data) => (data.area = 'VN-99'), 'field-area'],
    ['of another year', release, (data) => (data.period = { start: '2022-01-01', end: '2022-06-30' }), 'change-missing'],
    ['under another title', release, (data) => (data.title = { vi: 'Lai Châu', en: 'Lai Châu' }), 'change-missing'],
    [
      'against a time to come',
      withField('base')[0],
      (data) => (observationsOf(data)[withField('base')[1]]!.base = { start: '2027-01-01', end: '2027-06-30' }),
      'observation-base-order',
    ],
    ['published a year later', release, (data) => (data.publishedAt = '2024-07-21'), 'change-missing'],
    ['with a note removed', withField('note')[0], (data) => delete observationsOf(data)[withField('note')[1]]!.note, 'change-missing'],
    [
      'with a corroboration removed',
      withField('corroboratedBy')[0],
      (data) => delete observationsOf(data)[withField('corroboratedBy')[1]]!.corroboratedBy,
      'change-missing',
    ],
    ['called provisional', release, (data) => (observationsOf(data)[0]!.status = 'provisional'), 'change-missing'],
    ['with an empty caveat', indicator, (data) => (data.caveat = { vi: 'Không có', en: 'None' }), 'change-missing'],
    ['under another label', indicator, (data) => (data.label = { vi: 'Số vụ giết người', en: 'Murders' }), 'change-missing'],
    ['under another topic', indicator, (data) => (data.topic = 'lua-dao'), 'change-missing'],
    [
      'with its quote reworded round the same numbers',
      'sources/bao-cao-hoi-nghi-2023-07-21.json',
      (data) => (data.quotes = { ...(data.quotes as Json), 'tin-bai': String((data.quotes as Json)['tin-bai']).replace(/^\S+/, 'chỉ') }),
      'change-missing',
    ],
  ])('%s', (_name, file, change, code) => expect(codesAfter(file, change)).toContain(code));

  test('with the value of another: 2.400 drug users and 8.500 crossings', () => {
    const codes = codesAfter(release, (data) => {
      const [a, b] = [2400, 8500].map((value) => observationsOf(data).find((each) => each.value === value));
      expect(a).toBeDefined();
      if (a && b) [a.value, b.value, a.quote, b.quote] = [b.value, a.value, b.quote, a.quote];
      else a!.value = 8500;
    });
    expect(codes.some((code) => code.startsWith('proof-'))).toBe(true);
  });
});

test.each<[string, (data: Json) => void, string]>([
  ['another number', (data) => Object.assign(data, { number: '118', display: '118' }), 'hotline-proof'],
  ['another number to read', (data) => (data.display = '131'), 'hotline-display'],
])('a number to call with %s', (_name, change, code) => expect(codesAfter('hotlines/113.json', change)).toContain(code));

describe('what a text states is read', () => {
  test.each<[string, ...Partial<Quantity>[]]>([
    ['không quá 5 vụ', { value: 5, qualifier: 'at-most' }],
    ['không dưới 100 người', { value: 100, qualifier: 'at-least' }],
    ['trên dưới 100 người', { value: 100, qualifier: 'about' }],
    ['ít hơn 03 vụ', { value: 3, change: 'by', direction: 'down' }],
    ['cao hơn 8,48%', { value: 8.48, change: 'by', direction: 'up' }],
    ['chưa đầy 5 vụ', { value: 5, qualifier: 'under' }],
    ['ngót 5 vụ', { value: 5, qualifier: 'nearly' }],
    ['ít nhất 5 vụ', { value: 5, qualifier: 'at-least' }],
    ['giảm 761 vụ', { value: 761, change: 'by' }],
    ['giảm 22,55%', { value: 22.55, change: 'by' }],
    ['khoảng 8.000 - 10.000 tỷ', { value: null, range: [8e12, 1e13] }],
    ['1.200 tỷ 500 triệu đồng', { value: 1_200_500_000_000 }],
    ['gần 16 tỉ USD', { value: 16e9, qualifier: 'nearly', currency: 'USD' }],
    ['385 vụ so với 507 năm 2013', { value: 385 }, { value: 507, unit: 'vụ' }],
    ['gần 40 nghìn tỷ', { value: 40e12 }],
    ['1,4kg', { value: 1.4, unit: 'kg' }],
    ['341/360 vụ', { of: [341, 360] }],
    ['206/113 vụ', { of: [206, 113] }],
    ['(-24,25%)', { value: 24.25, direction: 'down' }],
    ['giảm 761 vụ (15,4%), 567 bị can (8,3%)', { value: 761 }, { value: 15.4, direction: 'down' }, { value: 567, direction: 'down' }, { value: 8.3, direction: 'down' }],
    ['tăng gấp rưỡi', { multiple: 1.5 }],
    ['ba vụ, sáu bị can', { value: 3 }, { value: 6 }],
    ['09 (chín) vụ', { value: 9 }],
    ['không xảy ra vụ nào', { value: 0 }],
    ['lên tới 44%', { value: 44, qualifier: 'exact' }],
    ['hàng nghìn tỷ đồng', { value: null, magnitude: 1e12 }],
  ])('%s', (text, ...said) => expect(readQuantities(text)).toMatchObject(said));

  test.each<[string, Partial<Quantity>]>([
    ['13,627 victims', { value: 13_627 }],
    ['2,135 cases', { value: 2135 }],
    ['nine were male', { value: 9 }],
    ['rose to over 40%', { value: 40, qualifier: 'over', change: 'to' }],
  ])('%s', (text, said) => expect(readQuantities(text, { language: 'en' })).toMatchObject([said]));
});

describe('messages', () => {
  test.each([
    ['5-7', '"value": { "range": [5, 7] }, "qualifier": "exact"'],
    ['gần 100', '"value": 100, "qualifier": "nearly"'],
    ['hơn 1.000', '"value": 1000, "qualifier": "over"'],
    ['1.200 tỷ 500 triệu', '"value": 1200500000000, "qualifier": "exact"'],
    ['1,4kg', '"value": 1.4, "qualifier": "exact"'],
    ['15%', '"value": 15, "qualifier": "exact"'],
    ['giảm 15%', '"value": -15, "qualifier": "exact"'],
    ['341/360', '"value": { "of": [341, 360] }, "qualifier": "exact"'],
    ['gấp rưỡi', '"value": { "multiple": 1.5 }, "qualifier": "exact"'],
  ])('say how “%s” is entered', (written, entry) => {
    const file = entries.find(({ kind }) => kind === 'statistics')!;
    const [first, ...rest] = observationsOf(file.data);
    const data = { ...file.data, observations: [{ ...first, value: written }, ...rest] };
    const { problems } = validateFile({ ...file, data });
    expect(problems.map((problem) => [problem.code, formatMessage(problem).fix])).toEqual([
      ['field-number', `Thay bằng: ${entry}`],
    ]);
  });

  test('never advise to widen the unit, and tell errors before warnings', () => {
    for (const code of ['proof-value', 'proof-unit', 'proof-subject'] as const)
      expect(formatMessage({ code, detail: { stated: '5' } }).fix).not.toMatch(/sourceUnits|thêm/);
    const at = { file: 'a', line: 1, column: 1, detail: { id: 'x', kind: 'sources' } };
    const { details } = cliReport([{ ...at, code: 'orphan' }, { ...at, file: 'b', code: 'proof-unit' }], 1, 'vi', false);
    expect(details.indexOf('[proof-unit]')).toBeLessThan(details.indexOf('[orphan]'));
  });

  test('a file that fails its schema makes no others unused', () => {
    const content = contentWith();
    const file = 'statistics/nua-dau-2023.json';
    writeFileSync(
      path.join(content, file),
      readFileSync(path.join(valid, file), 'utf8').replace('"value": 5', '"value": "5"'),
    );
    const { entries: left, isComplete } = loadContent(content);
    expect(isComplete).toBe(false);
    const orphans = (complete: boolean) =>
      findWarnings(content, left, '2026-11-23', complete).filter(({ code }) => code === 'orphan');
    // Its indicators, which the entries that are left do not name.
    expect(orphans(true)).not.toEqual([]);
    expect(orphans(isComplete)).toEqual([]);
  });
});
