/** The files of the built site that readers take away, read back with programs that had no part in making them. */
import { Cite, type CslItem } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import '@citation-js/plugin-ris';
import { Ajv2020 } from 'ajv/dist/2020.js';
import datapackage from 'datapackage';
import { strFromU8, unzipSync } from 'fflate';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../support/content.ts';
import { launch } from '../support/browser.ts';
import { dist, filesBelow, pages } from '../support/dist.ts';
import { unescaped } from '../support/html.ts';
import { root } from '../support/run.ts';

const json = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const content = (file: string) => json(path.join(root, 'content', file));
const bytes = (file: string): Uint8Array => readFileSync(path.join(dist, file));
const text = (file: string): string => readFileSync(path.join(dist, file), 'utf8');

interface Release {
  area: string;
  period: { start: string; end: string };
  source: string;
  producer: { vi: string; en: string };
  observations: {
    indicator: string;
    value: number;
    qualifier: string;
    quote: string;
    base?: { start: string; end: string };
  }[];
}

/** What a row must say, taken from the content files alone. */
const figures = readdirSync(path.join(root, 'content/statistics')).flatMap((name) => {
  const release = content(`statistics/${name}`) as Release;
  const source = content(`sources/${release.source}.json`) as {
    title: string;
    publisher: string;
    quotes: Record<string, string>;
  };
  return release.observations.map((observation) => {
    const { label, unit, caveat } = content(`indicators/${observation.indicator}.json`) as Record<
      'label' | 'unit' | 'caveat',
      { vi: string; en: string }
    >;
    return {
      indicator: observation.indicator,
      release: name.replace('.json', ''),
      label_vi: label.vi,
      label_en: label.en,
      area: release.area,
      period_start: release.period.start,
      period_end: release.period.end,
      value: observation.value,
      qualifier: observation.qualifier,
      unit_vi: unit.vi,
      base_start: observation.base?.start ?? null,
      base_end: observation.base?.end ?? null,
      caveat_vi: caveat.vi,
      quote: source.quotes[observation.quote]!,
      source_title: source.title,
      source_publisher: source.publisher,
      producer: release.producer.vi,
      via: source.publisher === release.producer.vi ? null : source.publisher,
    };
  });
});
type Row = (typeof figures)[number];

const key = ({ release, indicator }: Pick<Row, 'release' | 'indicator'>): string => `${release}/${indicator}`;
const byKey = (a: Row, b: Row): number => (key(a) < key(b) ? -1 : 1);
const folderOf = ({ release, indicator }: Row): string => `so-lieu/${indicator}/${release}`;

/** Every file of figures, without its ending, and the figures it must hold. */
const tables = [
  { name: 'du-lieu/tat-ca', rows: figures },
  ...[...new Set(figures.map(({ release }) => release))].map((release) => ({
    name: `du-lieu/${release}`,
    rows: figures.filter((figure) => figure.release === release),
  })),
  ...[...new Set(figures.map(({ indicator }) => indicator))].map((indicator) => ({
    name: `so-lieu/${indicator}/data`,
    rows: figures.filter((figure) => figure.indicator === indicator),
  })),
].map(({ name, rows }) => ({ name, rows: [...rows].sort(byKey) }));

/** The expected columns of what was read, in the order of `byKey`. */
const asRows = (read: readonly Record<string, unknown>[]): Row[] =>
  (
    read.map((row) =>
      Object.fromEntries(Object.keys(figures[0]!).map((column) => [column, row[column] ?? null])),
    ) as Row[]
  ).sort(byKey);

test('there is every file of figures, and no other', () => {
  const built = filesBelow(dist).filter((file) =>
    /^(?:du-lieu\/[^/]+|so-lieu\/[^/]+\/data)\.(?:csv|json|xlsx|zip)$/.test(file),
  );
  expect(built).toEqual(
    tables.flatMap(({ name }) => ['csv', 'json', 'xlsx', 'zip'].map((format) => `${name}.${format}`)).sort(),
  );
  expect(figures.length).toBeGreaterThan(0);
});

/** RFC 4180, its grammar as it stands, with a line end after the last line too. */
const CSV = /^(?:(?:"(?:[^"]|"")*"|[^",\r\n]*)(?:,(?:"(?:[^"]|"")*"|[^",\r\n]*))*\r\n)+$/;

describe.each(tables)('$name', ({ name, rows }) => {
  test('CSV: byte-order mark, RFC 4180, the same table as in the package', () => {
    const file = bytes(`${name}.csv`);
    expect([...file.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const table = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file.subarray(3));
    expect(table).toMatch(CSV);
    expect(table).toBe(table.normalize('NFC'));
    expect(table).not.toContain('\ufeff');
    expect(table).toBe(strFromU8(unzipSync(bytes(`${name}.zip`))['observations.csv']!));
  });

  test('ZIP: a data package that another program reads, with numbers as numbers and days as days', async () => {
    const files = unzipSync(bytes(`${name}.zip`));
    expect(Object.keys(files).sort()).toEqual(['README.md', 'datapackage.json', 'observations.csv']);
    const folder = temporaryFolder();
    for (const [file, data] of Object.entries(files)) writeFileSync(path.join(folder, file), data);

    const descriptor = json(path.join(folder, 'datapackage.json')) as {
      $schema: string;
      name: string;
      resources: Record<string, unknown>[];
    };
    expect(descriptor.$schema).toBe('https://datapackage.org/profiles/2.0/datapackage.json');
    expect(descriptor.name).toMatch(/^[a-z0-9._-]+$/);
    expect(descriptor.resources.length).toBeGreaterThan(0);
    for (const resource of descriptor.resources) {
      expect(resource.name).toMatch(/^[a-z0-9._-]+$/);
      expect(['path', 'data'].filter((field) => field in resource)).toHaveLength(1);
    }

    const read = await datapackage.Package.load(path.join(folder, 'datapackage.json'));
    expect(read.errors).toEqual([]);
    expect(read.valid).toBe(true);
    const found = await read.resources[0]!.read({ keyed: true });
    for (const row of found) {
      expect(row.value).toBeTypeOf('number');
      for (const day of [row.period_start, row.period_end]) expect(day).toBeInstanceOf(Date);
    }
    const plain = found.map((row) =>
      Object.fromEntries(
        Object.entries(row).map(([column, value]) => [
          column,
          value instanceof Date ? value.toISOString().slice(0, 10) : value,
        ]),
      ),
    );
    expect(asRows(plain)).toEqual(rows);

    const readme = strFromU8(files['README.md']!);
    expect(readme).toContain(`${rows.length} số liệu`);
    expect(readme).toContain(`${rows.length} figures`);
  });

  test('XLSX: words with their marks, values as numbers, nothing as a formula', () => {
    const files = unzipSync(bytes(`${name}.xlsx`));
    const part = (file: string): string => strFromU8(files[file]!);
    const strings = [...part('xl/sharedStrings.xml').matchAll(/<si>(.*?)<\/si>/gs)].map(([, item]) =>
      unescaped(item!.replace(/<[^>]*>/g, '')),
    );
    const sheet = part('xl/worksheets/sheet1.xml');
    expect(sheet).not.toMatch(/<f[\s>]/);
    const [header = {}, ...lines] = [...sheet.matchAll(/<row .*?<\/row>/gs)].map(([row]) =>
      Object.fromEntries(
        [...row.matchAll(/<c r="([A-Z]+)\d+"([^>]*)><v>([^<]*)<\/v>/g)].map(
          ([, column, attributes, value]): [string, unknown] => [
            column!,
            attributes!.includes('t="s"') ? strings[Number(value)] : Number(value),
          ],
        ),
      ),
    );
    const read = lines.map((line) =>
      Object.fromEntries(Object.entries(line).map(([column, value]) => [String(header[column]), value])),
    );
    expect(asRows(read)).toEqual(rows);
  });

  test('JSON', () =>
    expect(asRows((json(path.join(dist, `${name}.json`)) as { figures: Record<string, unknown>[] }).figures)).toEqual(
      rows,
    ));
});

describe('the static API', () => {
  // Formats by hand: ajv-formats would be one more package for two of them.
  const ajv = new Ajv2020({
    allErrors: true,
    formats: {
      uri: (value) => URL.canParse(value),
      date: (value) => /^\d{4}-\d\d-\d\d$/.test(value) && !Number.isNaN(Date.parse(value)),
    },
  });
  const names = filesBelow(path.join(dist, 'du-lieu/api'));
  const validator = (name: string) =>
    ajv.getSchema((json(path.join(dist, 'du-lieu/schema', name)) as { $id: string }).$id) ??
    ajv.compile(json(path.join(dist, 'du-lieu/schema', name)) as object);

  test('each answer has a schema, and each schema an answer', () => {
    expect(names).toEqual(['index.json', 'indicators.json', 'observations.json', 'releases.json']);
    expect(filesBelow(path.join(dist, 'du-lieu/schema'))).toEqual(names);
  });

  test.each(names)('%s fits its schema, and would not without one of its fields', (name) => {
    const validate = validator(name);
    const answer = json(path.join(dist, 'du-lieu/api', name)) as Record<string, unknown>;
    expect(validate(answer), JSON.stringify(validate.errors)).toBe(true);
    for (const field of Object.keys(answer))
      expect(validate(Object.fromEntries(Object.entries(answer).filter(([other]) => other !== field)))).toBe(false);
    expect(validate({ ...answer, more: 1 })).toBe(false);
  });

  test('a value as text, a day that is none and an address that is none do not fit', () => {
    const validate = validator('observations.json');
    const {
      figures: [first],
    } = json(path.join(dist, 'du-lieu/api/observations.json')) as { figures: Record<string, unknown>[] };
    for (const wrong of [{ value: '3' }, { period_end: '30/6/2023' }, { url: 'so-lieu' }])
      expect(validate({ figures: [{ ...first, ...wrong }] }), JSON.stringify(wrong)).toBe(false);
  });

  test('files of figures fit the schema of observations', () => {
    const validate = validator('observations.json');
    for (const file of [
      ...tables.map(({ name }) => `${name}.json`),
      ...figures.map((figure) => `${folderOf(figure)}/data.json`),
    ]) {
      expect(validate(json(path.join(dist, file))), `${file} ${JSON.stringify(validate.errors)}`).toBe(true);
    }
  });

  test('every address that it gives is a file of this site', () => {
    const { $id } = json(path.join(dist, 'du-lieu/schema/index.json')) as { $id: string };
    const base = $id.replace('du-lieu/schema/index.json', '');
    const addresses = names.flatMap((name) =>
      [
        ...text(`du-lieu/api/${name}`).matchAll(/"(?:url|data|package|indicators|releases|observations)":"([^"]+)"/g),
      ].map((match) => match[1]!),
    );
    expect(addresses.length).toBeGreaterThan(figures.length);
    expect(
      addresses.filter(
        (address) => !address.startsWith(base) || !existsSync(path.join(dist, address.slice(base.length))),
      ),
    ).toEqual([]);
  });
});

describe('citations', () => {
  const item = (figure: Row): CslItem => (json(path.join(dist, folderOf(figure), 'citation.json')) as CslItem[])[0]!;

  test.each(figures)('$release/$indicator', (figure) => {
    const folder = folderOf(figure);
    const csl = item(figure);
    expect(csl.title).toContain(figure.label_vi);
    // The paper is named too, and is not made the author.
    expect(csl.title.endsWith(`, dẫn qua ${figure.via}`)).toBe(figure.via !== null);
    expect(csl.URL).toMatch(new RegExp(`^https://[^ ]+/${folder}/$`));
    expect(csl.author).toEqual([{ literal: figure.producer }]);
    expect(csl.note).toContain(figure.quote);

    const [fromJson] = new Cite([csl]).data;
    expect(fromJson).toMatchObject({ title: csl.title, URL: csl.URL });

    const bibtex = text(`${folder}/citation.bib`);
    expect(/^\ttitle = \{(.*)\},$/m.exec(bibtex)![1]!.replace(/[{}\\]/g, '')).toBe(csl.title);
    // LaTeX takes these for its own; an address is printed by a command that does not.
    expect(bibtex.replace(/^\turl = .*$/m, '')).not.toMatch(/(?<!\\)[&%$#_]/);
    const [fromBibtex, ...others] = new Cite(bibtex).data;
    expect(others).toEqual([]);
    expect(fromBibtex).toMatchObject({ title: csl.title, URL: csl.URL, note: csl.note });

    const ris = text(`${folder}/citation.ris`);
    const lines = ris.trimEnd().split('\n');
    expect(lines.filter((line) => !/^[A-Z][A-Z0-9] {2}-/.test(line))).toEqual([]);
    expect([lines[0], lines.at(-1)]).toEqual(['TY  - DATA', 'ER  -']);
    expect(lines).toContain(`TI  - ${csl.title}`);
    expect(lines).toContain(`UR  - ${String(csl.URL)}`);
    expect(lines).toContain(`AU  - ${figure.producer}`);
    expect(new Cite(ris).data[0]).toMatchObject({ title: csl.title, URL: csl.URL });
  });

  test('each has a name of its own in every form', () => {
    const names = {
      csl: figures.map((figure) => item(figure).id),
      bibtex: figures.map((figure) => /^@\w+\{([^,]+),/.exec(text(`${folderOf(figure)}/citation.bib`))![1]),
      ris: figures.map((figure) => /^ID {2}- (.+)$/m.exec(text(`${folderOf(figure)}/citation.ris`))![1]),
    };
    for (const [form, list] of Object.entries(names)) expect(new Set(list).size, form).toBe(figures.length);
  });

  test('hold no day of retrieval: that is the reader’s', () => {
    for (const figure of figures) {
      const folder = folderOf(figure);
      expect(item(figure)).not.toHaveProperty('accessed');
      expect(text(`${folder}/citation.bib`)).not.toMatch(/urldate|accessed/i);
      expect(text(`${folder}/citation.ris`)).not.toMatch(/^(?:Y2|RD) /m);
    }
    const cited = pages().flatMap(({ html }) =>
      [...html.matchAll(/<pre data-form[^>]*>.*?<\/pre>/gs)].map(([form]) => form),
    );
    expect(cited.length).toBeGreaterThanOrEqual(figures.length);
    expect(cited.filter((form) => /truy cập|Retrieved \w+ \d|urldate|^Y2 |"accessed"/m.test(form))).toEqual([]);
  });
});

test('every chart file is XML that stands on its own: no styles of a page, no script', async () => {
  const charts = filesBelow(dist).filter((file) => file.endsWith('/chart.svg'));
  expect(charts.length).toBeGreaterThan(0);
  const browser = await launch();
  try {
    const page = await browser.newPage();
    for (const chart of charts) {
      const svg = text(chart);
      expect(svg).not.toMatch(/var\(|<script|\son\w+=|href=/i);
      const rootName = await page.evaluate((source) => {
        const parsed = new DOMParser().parseFromString(source, 'image/svg+xml');
        return (
          parsed.querySelector('parsererror')?.textContent ??
          `${parsed.documentElement.nodeName} ${parsed.documentElement.namespaceURI ?? ''}`
        );
      }, svg);
      expect(rootName, chart).toBe('svg http://www.w3.org/2000/svg');
    }
  } finally {
    await browser.close();
  }
});

/** The release of the conference, or where the content has it no longer the first that there is. */
const conference =
  figures.find(({ release }) => release === 'cao-bang-6-thang-dau-nam-2023')?.release ?? figures[0]!.release;
describe('a figure of the conference goes the whole way', () => {
  const own = figures.filter(({ release }) => release === conference);
  const observations = (
    json(path.join(dist, 'du-lieu/api/observations.json')) as { figures: Record<string, unknown>[] }
  ).figures;

  const feed = json(path.join(dist, 'so-lieu/feed.json')) as {
    version: string;
    items: { id: string; url: string; content_html: string }[];
  };

  test('the feed holds every figure of the site once, and the charts of those that can be compared', () => {
    expect(feed.version).toBe('https://jsonfeed.org/version/1.1');
    expect(new Set(feed.items.map(({ id }) => id)).size).toBe(figures.length);
    expect(feed.items).toHaveLength(figures.length);
    expect(feed.items.some(({ content_html }) => /<img [^>]*chart\.svg/.test(content_html))).toBe(
      filesBelow(dist).some((file) => /^so-lieu\/[^/]+\/chart\.svg$/.test(file)),
    );
  });

  test.each(own)('$indicator', (figure) => {
    const page = unescaped(text(`${folderOf(figure)}/index.html`));
    // Citations quote it too: what counts is the passage set out as such.
    expect(/<blockquote[^>]*>(.*?)<\/blockquote>/s.exec(page)![1]).toContain(figure.quote);
    expect(page).toContain(
      `>${new Intl.NumberFormat('vi-VN', { useGrouping: 'always' }).format(Math.abs(figure.value))}`,
    );
    const line = `\n${figure.indicator},${conference},`;
    const row = text(`so-lieu/${figure.indicator}/data.csv`).split(line)[1]!;
    expect(row).toContain(`,${figure.value},${figure.qualifier},`);
    expect(strFromU8(unzipSync(bytes(`du-lieu/${conference}.zip`))['observations.csv']!)).toContain(
      line + row.split('\r\n')[0]!,
    );
    expect(observations.filter((each) => each.release === conference && each.indicator === figure.indicator)).toEqual([
      expect.objectContaining(figure),
    ]);
    const item = feed.items.filter(({ url }) => new URL(url).pathname === `/${folderOf(figure)}/`);
    expect(item).toHaveLength(1);
    expect(unescaped(item[0]!.content_html)).toContain(`“${figure.quote}”`);
    for (const file of ['citation.ris', 'citation.bib', 'citation.json'])
      expect(text(`${folderOf(figure)}/${file}`).replaceAll('\\', ''), file).toContain(figure.quote);
  });
});
