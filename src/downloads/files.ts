/** Figures as files for download, one function per format. */
import { stringify } from 'csv-stringify/sync';
import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate';
import writeXlsx from 'write-excel-file/node';
import { lastFigureChange, type Figure } from '../figures/index.ts';
import { site } from '../site.ts';
import { columns, toRecord } from './records.ts';

/** Without a byte-order mark Excel guesses another encoding and garbles Vietnamese. */
const BOM = '\ufeff';

const rows = (figures: readonly Figure[], origin: string) => figures.map((figure) => toRecord(figure, origin));

/** By itself the library quotes only fields with its own record delimiter. */
const LINE_BREAK = /[\r\n]/;

const table = (figures: readonly Figure[], origin: string): string =>
  stringify(rows(figures, origin), {
    header: true,
    columns: columns.map(({ name }) => name),
    record_delimiter: 'windows',
    quoted_match: LINE_BREAK,
  });

/** CSV (RFC 4180) in UTF-8 with a byte-order mark, for Excel and LibreOffice. */
export const csv = (figures: readonly Figure[], origin: string): string => BOM + table(figures, origin);

/** `{ "figures": [record] }`. */
export const json = (figures: readonly Figure[], origin: string): string =>
  `${JSON.stringify({ figures: rows(figures, origin) }, null, 2)}\n`;

/** Fixed timestamp of every archive, for reproducible builds. The earliest year of ZIP is 1980. */
const ARCHIVE_TIME = new Date(1980, 0, 1);

const archive = (files: Zippable): Uint8Array<ArrayBuffer> =>
  new Uint8Array(zipSync(files, { mtime: ARCHIVE_TIME, level: 9 }));

/** An Excel workbook with one sheet. */
export const xlsx = async (figures: readonly Figure[], origin: string): Promise<Uint8Array<ArrayBuffer>> => {
  const header = columns.map(({ name }) => ({ value: name, fontWeight: 'bold' as const }));
  const cells = rows(figures, origin).map((row) =>
    columns.map(({ name }) => (row[name] === null ? null : { value: row[name] })),
  );
  const buffer = await writeXlsx([header, ...cells], { sheet: 'So lieu' }).toBuffer();
  // Zipped again with the fixed timestamp.
  return archive(unzipSync(new Uint8Array(buffer)));
};

const readme = (title: { vi: string; en: string }, figures: readonly Figure[], origin: string): string =>
  [
    `# ${title.vi}`,
    '',
    `${String(figures.length)} số liệu. Mỗi dòng của observations.csv là một con số với kỳ, nơi, câu trích nguyên văn và địa chỉ cố định.`,
    'Đọc cột caveat_vi trước khi dùng. Khi trích dẫn, ghi tên cơ quan ở cột producer, báo dẫn lại ở cột via và địa chỉ ở cột url.',
    site.official ? '' : 'Trang đang thử nghiệm, chưa phải kênh chính thức của cơ quan nhà nước.',
    `Nơi tải: ${origin}`,
    '',
    `# ${title.en}`,
    '',
    `${String(figures.length)} figures. Each row of observations.csv is one value with its period, area, the verbatim words of its source and its permanent address.`,
    'Read the column caveat_en before use. To cite, name the body in producer_en, the paper in via and the address in url.',
    site.official ? '' : 'This site is on trial and not yet an official channel of any authority.',
    `Downloaded from: ${origin}`,
    '',
  ].join('\n');

/** A descriptor of the Frictionless Data Package standard, version 2 (https://datapackage.org/standard/data-package/). */
const descriptor = (name: string, title: { vi: string; en: string }, figures: readonly Figure[], origin: string) => {
  const changed = lastFigureChange(figures);
  const sources = [...new Map(figures.map(({ sourceId, source }) => [sourceId, source])).values()];
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name,
    title: `${title.vi} / ${title.en}`,
    description:
      'Each row is one published value with its period, area, verbatim quote and permanent address. See README.md.',
    homepage: origin,
    ...(changed ? { version: changed } : {}),
    contributors: [{ title: site.name, roles: ['publisher'], path: origin }],
    sources: sources.map(({ title: sourceTitle, publisher, url }) => ({
      title: `${sourceTitle} (${publisher})`,
      ...(url ? { path: url } : {}),
    })),
    resources: [
      {
        name: 'observations',
        type: 'table',
        path: 'observations.csv',
        format: 'csv',
        mediatype: 'text/csv',
        encoding: 'utf-8',
        dialect: { lineTerminator: '\r\n' },
        schema: {
          fields: columns.map(({ name: field, type, description }) => ({
            name: field,
            type,
            title: field,
            description,
          })),
          primaryKey: ['release', 'indicator'],
          missingValues: [''],
        },
      },
    ],
  };
};

/** A data package in a zip: `datapackage.json`, `observations.csv`, `README.md` in both languages. */
export const dataPackage = (
  name: string,
  title: { vi: string; en: string },
  figures: readonly Figure[],
  origin: string,
): Uint8Array<ArrayBuffer> =>
  archive({
    'datapackage.json': strToU8(`${JSON.stringify(descriptor(name, title, figures, origin), null, 2)}\n`),
    // No byte-order mark: readers of data packages take it for part of the first column name.
    'observations.csv': strToU8(table(figures, origin)),
    'README.md': strToU8(readme(title, figures, origin)),
  });

export const mediaTypes = {
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  zip: 'application/zip',
} as const;
export type FileFormat = keyof typeof mediaTypes;
export const fileFormats = Object.keys(mediaTypes) as FileFormat[];

/** The response for a file of figures. `name` is the name of the data package. */
export const figureFile = async (
  format: FileFormat,
  name: string,
  title: { vi: string; en: string },
  figures: readonly Figure[],
  origin: string,
): Promise<Response> => {
  const make = { csv, json, xlsx, zip: () => dataPackage(name, title, figures, origin) };
  return new Response(await make[format](figures, origin), { headers: { 'content-type': mediaTypes[format] } });
};
