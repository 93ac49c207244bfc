/** Every form in which a figure can be stated: `forms/` has one of each, and each is refused once it says something else. */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadContent } from '../../src/content-loader/index.ts';
import { isOfKind } from '../../src/content-loader/validate.ts';
import { statuses, timings, type Amount, type Observation, type Release } from '../../src/schema/index.ts';
import { contentWith } from '../support/content.ts';
import { root } from '../support/run.ts';

const forms = path.join(root, 'tests/content/forms');

/** A release as it is written: fields with a default may be absent. */
type Written = Omit<Release, 'observations'> & { observations: Partial<Observation>[] };

/** The codes of what is wrong once a release is changed. */
const codesAfter = (release: string, change: (data: Written) => void): string[] => {
  const folder = contentWith(forms);
  const file = path.join(folder, `statistics/${release}.json`);
  const data = JSON.parse(readFileSync(file, 'utf8')) as Written;
  change(data);
  writeFileSync(file, JSON.stringify(data, null, 2));
  return loadContent(folder).problems.map(({ code }) => code);
};

const setValue =
  (indicator: string, value: Amount, more: Partial<Observation> = {}) =>
  ({ observations }: Written): void => {
    Object.assign(observations.find((each) => each.indicator === indicator)!, { value, ...more });
  };

test('the content has each form, status, timing and a currency, and no problem', () => {
  const { entries, problems } = loadContent(contentWith(forms));
  expect(problems).toEqual([]);
  const releases = entries.filter((entry) => isOfKind(entry, 'statistics')).map(({ data }) => data);
  const observations = releases.flatMap((release) => release.observations);
  const formOf = ({ value }: Observation): string =>
    typeof value === 'object' && value !== null ? Object.keys(value).join() : value === null ? 'missing' : 'value';
  expect(new Set(observations.map(formOf))).toEqual(new Set(['value', 'range', 'of', 'multiple', 'missing']));
  expect(new Set(observations.map(({ status }) => status))).toEqual(new Set(statuses));
  expect(new Set(releases.map(({ timing }) => timing ?? 'during'))).toEqual(new Set(timings));
  expect(observations.filter(({ alternativeTo }) => alternativeTo)).toHaveLength(1);
  expect(entries.filter((entry) => isOfKind(entry, 'indicators')).map(({ data }) => data.currency)).toContain('USD');
});

describe('a value that its quote does not state', () => {
  test.each<[string, string, Amount, string]>([
    ['another range', 'thiet-hai-lua-dao', { range: [8e12, 1.1e13] }, 'proof-value'],
    ['one end of a range', 'thiet-hai-lua-dao', 1e13, 'proof-range'],
    ['a range turned round', 'thiet-hai-lua-dao', { range: [1e13, 8e12] }, 'field-amount'],
    ['another part', 'so-vu-lam-ro', { of: [340, 360] }, 'proof-value'],
    ['the part alone', 'so-vu-lam-ro', 341, 'proof-range'],
    ['a part larger than the whole', 'so-vu-lam-ro', { of: [361, 360] }, 'field-amount'],
    ['another multiple', 'muc-tang-vu-lua-dao', { multiple: 2 }, 'proof-value'],
    ['a multiple written as per cent', 'muc-tang-vu-lua-dao', 50, 'proof-value'],
    ['a multiple of less', 'muc-tang-vu-lua-dao', { multiple: 0.7 }, 'field-amount'],
    ['a multiple of a count', 'so-vu-lam-ro', { multiple: 1.5 }, 'observation-form'],
    ['a part of a whole as a change', 'muc-tang-vu-lua-dao', { of: [1, 2] }, 'observation-form'],
    ['a missing value that is not said to be missing', 'so-vu-lua-dao', null, 'field-missing-value'],
  ])('%s', (_name, indicator, value, code) =>
    expect(codesAfter('lua-dao-2022', setValue(indicator, value))).toContain(code),
  );

  test('the same number of another currency', () => {
    const folder = contentWith(forms);
    const file = path.join(folder, 'indicators/thiet-hai-lua-dao-usd.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"currency": "USD"', '"currency": "CNY"'));
    expect(loadContent(folder).problems.map(({ code }) => code)).toEqual(['proof-unit']);
  });
});

describe('days that overlap', () => {
  test('a stock has one day', () =>
    expect(codesAfter('danh-sach-15-12-2022', ({ period }) => (period.start = '2022-12-01'))).toContain('field-as-of'));

  test('two documents that disagree need one that leads', () =>
    expect(
      codesAfter('lua-dao-2022-theo-bao', ({ observations }) => delete observations[0]!.alternativeTo),
    ).toEqual(['observation-overlap']));

  test('only another value of another document for the same days stands beside', () => {
    const lead = (release: string) => (data: Written) =>
      (data.observations[0]!.alternativeTo!.release = release);
    expect(codesAfter('lua-dao-2022-theo-bao', lead('lua-dao-2023'))).toContain('alternative-target');
    expect(codesAfter('lua-dao-2022-theo-bao', lead('danh-sach-15-12-2022'))).toContain('alternative-target');
    expect(codesAfter('lua-dao-2022-theo-bao', lead('trong-nuoc-2018-2022'))).toContain('alternative-target');
    expect(
      codesAfter('lua-dao-2022-theo-bao', (data) => {
        data.source = 'cac-dang-so';
      }),
    ).toContain('alternative-target');
    expect(codesAfter('lua-dao-2022', setValue('so-vu-lua-dao', 92))).toContain('alternative-target');
  });

  test('a running total of the same days as another is refused as any figure is', () =>
    expect(
      codesAfter('ve-nuoc-den-13-1-2021', (data) => {
        data.period.end = '2021-02-23';
        data.publishedAt = '2021-02';
      }),
    ).toEqual(['observation-overlap']));

  test('periods of a year or less that overlap in part are refused, longer ones are not', () => {
    expect(
      codesAfter('lua-dao-2023', (data) => {
        data.period = { start: '2022-07-01', end: '2023-06-30' };
      }),
    ).toEqual(['observation-overlap']);
  });
});

test('a release names who counted', () =>
  expect(codesAfter('lua-dao-2023', (data) => delete (data as Partial<Written>).producer)).toContain('field-missing'));
