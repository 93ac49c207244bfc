/** Plain YAML is read by a quick parser, and `yaml` decides what is wrong with the rest: the two must not read one file in two ways. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { quickly } from '../../src/content-loader/read.ts';
import { root } from '../support/run.ts';

/** What `yaml` reads, or what it refuses. */
const slowly = (source: string): { data: unknown } | { refused: string } => {
  const document = parseDocument(source, { schema: 'core', prettyErrors: false });
  const [flaw] = [...document.errors, ...document.warnings];
  try {
    return flaw ? { refused: flaw.message } : { data: document.toJS({ maxAliasCount: 0 }) as unknown };
  } catch (error) {
    return { refused: String(error) };
  }
};

const frontMatters = ['content', 'tests/content'].flatMap((folder) =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.mdx'))
    .flatMap(
      (file) =>
        /^---\n([\s\S]*?\n)?---/.exec(
          readFileSync(path.join(root, folder, file), 'utf8').replace(/\r\n?/g, '\n'),
        )?.[1] ?? [],
    ),
);

test('every file that is read quickly is read the same by both', () => {
  const quick = frontMatters.filter((source) => quickly(source) !== undefined);
  // Were it hardly ever quick, it would be of no use.
  expect(quick.length).toBeGreaterThan(0.8 * frontMatters.length);
  for (const source of quick) expect(slowly(source), source).toEqual({ data: quickly(source) });
});

const piece = fc.constantFrom(
  'title: ',
  'tags:',
  'a: ',
  'b: ',
  '- ',
  '  ',
  '    ',
  '\n',
  '\n\n',
  '\n  ',
  '\n- ',
  '\n  - ',
  '"',
  "'",
  '[',
  ']',
  '{',
  '}',
  ', ',
  ': ',
  ' #',
  '#',
  '|',
  '>',
  '|-\n  ',
  '>\n  ',
  '~',
  'null',
  'true',
  'yes',
  '12',
  '0x1F',
  '0o14',
  '1e3',
  '.5',
  '-1',
  '.inf',
  '2023-07-21',
  'chữ',
  'lừa đảo',
  'R&D',
  '9,25%',
  '&a ',
  '*a',
  '!x ',
  '!!str ',
  '\\u0061',
  '__proto__: ',
  '<<: ',
  '? ',
  '---\n',
  '...\n',
  '%YAML 1.1\n',
  '\t',
  '@',
  '`',
);

test('whatever is put together, the quick parser takes nothing that the other refuses, and reads nothing otherwise', () => {
  let taken = 0;
  fc.assert(
    fc.property(
      fc.array(piece, { minLength: 1, maxLength: 14 }).map((parts) => `title: x\n${parts.join('')}\n`),
      (source) => {
        const data = quickly(source);
        if (data === undefined) return;
        taken++;
        expect(slowly(source)).toEqual({ data });
      },
    ),
    { numRuns: 10000 },
  );
  expect(taken).toBeGreaterThan(100);
});
