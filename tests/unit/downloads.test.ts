/** The files a reader takes away, as functions: always the same, whatever the words in them, and whenever they are made. */
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  apiNames,
  apiResponse,
  apiSchema,
  citationFile,
  citationFiles,
  citations,
  csv,
  dataPackage,
  dataset,
  json,
  xlsx,
} from '../../src/downloads/index.ts';
import type { Figure } from '../../src/figures/index.ts';
import type { Entry } from '../../src/schema/index.ts';

const origin = 'https://vidu.example/';
const figure = (label = 'Số vụ mua bán người', publisher = 'Ủy ban nhân dân tỉnh'): Figure => ({
  indicatorId: 'so-vu',
  indicator: {
    label: { vi: label, en: 'Trafficking cases' },
    unit: { vi: 'vụ', en: 'cases' },
    sourceUnits: [],
    sourceTerms: [],
    keywords: [],
    measure: 'count',
    definition: { vi: 'Số vụ trong kỳ.', en: 'Cases in the period.' },
    caveat: { vi: 'Có vụ không ai báo.', en: 'Some are never reported.' },
    topic: 'mua-ban-nguoi',
  },
  releaseId: 'nua-dau-2023',
  release: {
    title: { vi: 'Nửa đầu 2023', en: 'First half of 2023' },
    area: 'VN-04',
    period: { start: '2023-01-01', end: '2023-06-30' },
    publishedAt: '2023-07-21',
    source: 'bao-cao',
    producer: { vi: publisher, en: 'Provincial People’s Committee' },
    observations: [],
  },
  observation: {
    indicator: 'so-vu',
    value: 5,
    qualifier: 'exact',
    quote: 'so-vu',
    corroboratedBy: [],
    status: 'final',
    revisions: [],
  },
  sourceId: 'bao-cao',
  source: { title: 'Báo cáo', publisher, kind: 'report', dateAccessed: '2026-03', language: 'vi', quotes: {} },
  quote: 'đã phát hiện 05 vụ',
});
const title = { vi: 'Nửa đầu 2023', en: 'First half of 2023' };

/** Every file of one figure, as text: archives by their parts. */
const everything = async (given: Figure, at: string): Promise<Record<string, string>> => {
  const parts = (zip: Uint8Array, name: string) =>
    Object.entries(unzipSync(zip)).map(([part, data]): [string, string] => [`${name}/${part}`, strFromU8(data)]);
  const contents = {
    figures: [given],
    indicators: [{ kind: 'indicators', id: given.indicatorId, data: given.indicator } satisfies Entry<'indicators'>],
    releases: [{ kind: 'statistics', id: given.releaseId, data: given.release } satisfies Entry<'statistics'>],
  };
  return Object.fromEntries([
    ['data.csv', csv([given], at)],
    ['data.json', json([given], at)],
    ...parts(await xlsx([given], at), 'data.xlsx'),
    ...parts(dataPackage('nua-dau-2023', title, [given], at), 'data.zip'),
    ...(await Promise.all(
      citationFiles.map(async (file): Promise<[string, string]> => [file, await citationFile(file, given, at).text()]),
    )),
    ...Object.entries(citations(given, at)).map(([form, text]): [string, string] => [`citation ${form}`, String(text)]),
    ...apiNames.flatMap((name): [string, string][] => [
      [`api/${name}`, JSON.stringify(apiResponse(name, contents, at))],
      [`schema/${name}`, JSON.stringify(apiSchema(name, at))],
    ]),
  ]);
};

afterEach(() => {
  vi.useRealTimers();
});

describe('made twice, years apart', () => {
  const at = async <T>(day: string, make: () => T | Promise<T>): Promise<T> => {
    vi.useFakeTimers({ now: new Date(day), toFake: ['Date'] });
    return make();
  };

  test('an archive has the same bytes', async () => {
    for (const make of [() => xlsx([figure()], origin), () => dataPackage('nua-dau-2023', title, [figure()], origin)]) {
      expect(
        Buffer.from(await at('2031-02-03T04:05:06Z', make)).equals(Buffer.from(await at('2026-11-23T00:00:00Z', make))),
      ).toBe(true);
    }
  });

  test('every file has the same text, and none has the day on which it was made', async () => {
    const files = await at('2031-02-03T04:05:06Z', () => everything(figure(), origin));
    expect(files).toEqual(await at('2026-11-23T00:00:00Z', () => everything(figure(), origin)));
    expect(
      Object.entries(files)
        .filter(([, text]) => /2031|truy cập|Retrieved \w+ \d|urldate|^Y2 |"accessed"/m.test(text))
        .map(([name]) => name),
    ).toEqual([]);
  });
});

describe('words that a file could take for its own', () => {
  test.each([
    ['=SUM(A1:A9)', '=SUM(A1:A9)'],
    ['@vụ', '@vụ'],
    ['-1+1', '-1+1'],
    ['gọi là “vụ”, tạm tính', '"gọi là “vụ”, tạm tính"'],
    ['gọi là "vụ"', '"gọi là ""vụ"""'],
    ['hai\ndòng', '"hai\ndòng"'],
    ['hai\r\ndòng', '"hai\r\ndòng"'],
  ])('CSV: %j', (label, written) =>
    expect(csv([figure(label)], origin)).toContain(`so-vu,nua-dau-2023,${written},Trafficking cases,`),
  );

  test.each(['=SUM(A1:A9)', '@vụ', '+1', 'A & B <i>'])('XLSX keeps %j as text, never as a formula', async (label) => {
    const files = unzipSync(await xlsx([figure(label)], origin));
    expect(strFromU8(files['xl/worksheets/sheet1.xml']!)).not.toMatch(/<f[\s>]/);
    expect(strFromU8(files['xl/sharedStrings.xml']!)).toContain(
      `>${label.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')}<`,
    );
  });

  test('JSON', () => {
    const label = 'gọi là "vụ" \\ =1\n<b>';
    expect(
      (JSON.parse(json([figure(label)], origin)) as { figures: { label_vi: string }[] }).figures[0]!.label_vi,
    ).toBe(label);
  });

  test('BibTeX: signs of LaTeX are escaped in every field but the address', () => {
    const { bibtex } = citations(figure('Số vụ & 9% #1 A_B $', 'A & B'), 'https://vidu.example/a_b%20c/');
    expect(bibtex).toContain('author = {{A \\& B}}');
    expect(bibtex).toContain('url = {https://vidu.example/a_b%20c/so-lieu/so-vu/nua-dau-2023/}');
    expect(bibtex.replace(/^\turl = .*$/m, '')).not.toMatch(/(?<!\\)[&%$#_]/);
  });

  test('RIS: a long title stays on one line', () => {
    const label = 'Số vụ mua bán người được phát hiện, điều tra '.repeat(8).trim();
    expect(
      citations(figure(label), origin)
        .ris.split('\n')
        .find((line) => line.startsWith('TI ')),
    ).toContain(label);
  });
});

describe('who counted, and what is known of the value', () => {
  const made = (observation: Partial<Figure['observation']>, release: Partial<Figure['release']> = {}): Figure => {
    const one = figure('Số vụ', 'Báo Tiền Phong');
    return {
      ...one,
      release: {
        ...one.release,
        producer: { vi: 'Bộ Công an', en: 'Ministry of Public Security' },
        ...release,
      },
      observation: { ...one.observation, ...observation },
      source: { ...one.source, note: 'Báo dẫn báo cáo của Bộ.' },
    };
  };
  const recordOf = (one: Figure): Record<string, unknown> =>
    (JSON.parse(json([one], origin)) as { figures: Record<string, unknown>[] }).figures[0]!;

  test('the producer is the author in every citation, and the paper is named', () => {
    const forms = citations(made({}), origin);
    expect(forms.vi).toMatch(/^Bộ Công an \(21\/7\/2023\)\. Số vụ, .*: 5 vụ\. Dẫn qua Báo Tiền Phong\. Dẫn theo /);
    expect(forms.apa).toMatch(/^Bộ Công an\. /);
    expect(forms.bibtex).toContain('author = {{Bộ Công an}}');
    expect(forms.ris).toContain('AU  - Bộ Công an');
    for (const [form, text] of Object.entries(forms))
      expect(String(text).replace(/[{}]/g, ''), form).toMatch(/[Dd]ẫn qua Báo Tiền Phong/);
  });

  test('a producer that published it itself is named once', () => {
    const own = made({}, { producer: { vi: 'Báo Tiền Phong', en: 'Tiền Phong' } });
    for (const text of Object.values(citations(own, origin))) expect(text).not.toMatch(/dẫn qua/i);
    expect(recordOf(own)).toMatchObject({ producer: 'Báo Tiền Phong', producer_en: 'Tiền Phong', via: null });
  });

  test('a record names both, beside the publisher of ever, and the note of the source', () =>
    expect(recordOf(made({}))).toMatchObject({
      source_publisher: 'Báo Tiền Phong',
      producer: 'Bộ Công an',
      producer_en: 'Ministry of Public Security',
      via: 'Báo Tiền Phong',
      source_note: 'Báo dẫn báo cáo của Bộ.',
    }));

  test.each<[string, Figure, Record<string, unknown>]>([
    ['one number', made({}), { value: 5, range_from: null, of_part: null, multiple: null, obs_status: 'A', freq: 'S' }],
    ['a range', made({ value: { range: [5, 7] } }), { value: null, range_from: 5, range_to: 7 }],
    ['a part of a whole', made({ value: { of: [341, 360] } }), { value: null, of_part: 341, of_whole: 360 }],
    ['a multiple', made({ value: { multiple: 1.5 } }), { value: null, multiple: 1.5 }],
    ['a missing value', made({ value: null, status: 'missing' }), { value: null, status: 'final', obs_status: 'M' }],
    ['an estimate', made({ status: 'estimated' }), { status: 'provisional', obs_status: 'E' }],
    ['a provisional value', made({ status: 'provisional' }), { status: 'provisional', obs_status: 'P' }],
    ['a break in series', made({ status: 'break' }), { status: 'final', obs_status: 'B' }],
    ['a running total', made({}, { timing: 'cumulative' }), { timing: 'cumulative', freq: '_Z', unit_mult: 0 }],
    [
      'a value beside another',
      made({ alternativeTo: { release: 'dot-khac', reason: { vi: 'Vì thế.', en: 'Therefore.' } } }),
      { alternative_to: 'dot-khac', alternative_reason: 'Vì thế.' },
    ],
  ])('%s', (_name, one, fields) => {
    expect(recordOf(one)).toMatchObject(fields);
    expect(csv([one], origin).split('\r\n')).toHaveLength(3);
  });

  test('a dataset is created by the producer and based on the paper', () => {
    const node = JSON.stringify(dataset('Số', 'Mô tả', origin, `${origin}data.`, [made({})]));
    expect(node).toContain('"creator":[{"@type":"Organization","name":"Bộ Công an"');
    expect(node).toContain(
      '"isBasedOn":[{"@type":"CreativeWork","name":"Báo cáo","publisher":{"@type":"Organization","name":"Báo Tiền Phong"}',
    );
  });
});

test('under a base path every address of the site keeps the base', async () => {
  const base = 'https://vidu.example/canh-bao-cao-bang/';
  for (const [name, text] of Object.entries(await everything(figure(), base))) {
    expect(text.match(/https:\/\/vidu\.example\/(?!canh-bao-cao-bang\/)[^"\s]*/g) ?? [], name).toEqual([]);
  }
  const { figures } = JSON.parse(json([figure()], base)) as { figures: { url: string }[] };
  expect(figures[0]!.url).toBe(`${base}so-lieu/so-vu/nua-dau-2023/`);
  expect(apiSchema('index', base)).toMatchObject({ $id: `${base}du-lieu/schema/index.json` });
});
