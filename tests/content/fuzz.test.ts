/**
 * Anything at all in a content file: the reader neither throws nor hangs, runs nothing of it, and what it lets through
 * reaches the page as words, in elements of the site's own. A failure prints its seed and the smallest file that shows it.
 */
import renderer from '@astrojs/mdx/server.js';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import fc from 'fast-check';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { figures, hotlines, sources, term } from '../components/examples/content.ts';
import { loadContent } from '../../src/content-loader/index.ts';
import { parseBody, type BodyNode } from '../../src/mdx/body.ts';
import { bodyComponent, type Lookup } from '../../src/mdx/index.ts';
import { tagNames, tags } from '../../src/mdx/tags.ts';
import { format } from '../../src/problems/index.ts';
import { checkCharacters, checkPrivacy, checkStyle, checkWording } from '../../src/prose/index.ts';
import { Speller } from '../../src/editor/spelling.ts';
import type { Component } from '../components/render.ts';
import { contentWith } from '../support/content.ts';

/** Nothing that a file says may take longer. */
const LIMIT_MS = 2000;
const SLOW = process.env.SLOW_TESTS === '1';
const BODIES = SLOW ? 400 : 100;
const FILES = SLOW ? 120 : 30;

declare global {
  // What hostile pieces call.
  var canary: (() => void) | undefined;
}
let sung = 0;
globalThis.canary = () => {
  sung++;
};

/** Pieces that have opened a hole in some renderer. */
const pieces = fc.constantFrom(
  '<script>canary()</script>',
  '<img src=x onerror="canary()">',
  '<svg/onload=canary()>',
  '{canary()}',
  'export const x = canary()',
  "import 'node:fs'",
  '{/* canary() */}',
  '<Warning title="',
  '"><script>canary()</script>',
  '[a](javascript:canary())',
  '[a](data:text/html,<script>canary()</script>)',
  '<a href="/x/" onclick="canary()">',
  'style="color:red"',
  '<style>*{color:red}</style>',
  '<!-- -->',
  '<![CDATA[',
  ']]>',
  '&lt;script&gt;',
  '&#106;avascript:',
  '&#x202e;',
  '`{canary()}`',
  '```\n<script>canary()</script>\n```',
  '    <script>canary()</script>',
  '</p></main><script>',
  '<iframe srcdoc="<script>canary()</script>">',
  '<Fragment set:html="<b>">',
  '${canary()}',
  '__proto__',
  'constructor',
  '\u0000',
  '\u202e',
  '\u200b',
  '\ufeff',
  '\ud800',
  '---\n',
  '\r\n',
  '\t',
  '| a | b |\n| - | - |\n| <b> | {1} |\n',
  '1. ',
  '- ',
  '> ',
  '## ',
  '### ',
  '**',
  '_',
  '[',
  ']',
  '(',
  ')',
  '<',
  '>',
  '/',
  '{',
  '}',
  '"',
  "'",
  '`',
  '\\',
  '~~',
  '![',
  '[^1]',
  '<https://x.example>',
  'https://x.example',
);
const tag = fc.constantFrom(...tagNames.map((name) => tags[name].example));
const words = fc.constantFrom(
  'Đừng chuyển tiền.',
  'Nạn nhân',
  'khoẻ',
  'sinh năm 2009',
  '0912 345 678',
  'chữ  chữ',
  'một',
);
const body = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: pieces },
      { weight: 2, arbitrary: words },
      { weight: 2, arbitrary: tag },
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom(' ', '\n', '\n\n'),
    ),
    { maxLength: 24 },
  )
  .map((parts) => parts.join(''));

const law = { text: 'tuyển mộ người', source: sources.law };
/** Everything that the examples of the tags point to. */
const lookup: Lookup = {
  figure: () => figures.count,
  hotline: () => hotlines['111'],
  source: () => sources.law,
  term: () => term,
  quote: () => law,
};

const container = await AstroContainer.create();
container.addServerRenderer({ name: 'astro:jsx', renderer });
const render = (nodes: BodyNode[]) => container.renderToString(bodyComponent(nodes, lookup) as unknown as Component);

/** Elements and attributes that a body may come out as: those of Markdown, and those of the components behind tags. */
const allowed: Record<string, string[]> = {
  p: [],
  h2: ['id'],
  h3: ['id'],
  ul: [],
  ol: [],
  li: [],
  strong: [],
  em: [],
  code: [],
  pre: ['tabindex'],
  br: [],
  table: [],
  thead: [],
  tbody: [],
  tr: [],
  th: ['scope'],
  td: [],
  a: ['href', 'title', 'aria-label'],
  div: ['role', 'tabindex'],
  span: ['lang', 'aria-hidden'],
  details: [],
  summary: [],
  figure: [],
  figcaption: [],
  blockquote: ['lang'],
  cite: [],
  time: ['datetime'],
  b: [],
  svg: [
    'viewbox',
    'width',
    'height',
    'aria-hidden',
    'focusable',
    'fill',
    'stroke',
    'stroke-width',
    'stroke-linejoin',
    'stroke-linecap',
    'role',
    'aria-label',
  ],
  path: ['d', 'fill', 'stroke', 'stroke-width', 'stroke-linejoin', 'stroke-linecap'],
  g: [],
  circle: ['cx', 'cy', 'r', 'fill'],
  rect: ['x', 'y', 'width', 'height', 'fill', 'rx'],
  use: ['href'],
};
const everywhere = ['class'];
type Node = DefaultTreeAdapterTypes.Node;

/** What a browser would make of some HTML that no body may come out as. */
const foreign = (html: string): string[] => {
  const found: string[] = [];
  const visit = (node: Node): void => {
    if (node.nodeName === '#comment') found.push('a comment');
    if ('tagName' in node && !['html', 'head', 'body'].includes(node.tagName)) {
      const attributes = allowed[node.tagName];
      if (!attributes) found.push(`<${node.tagName}>`);
      for (const { name, value } of node.attrs) {
        if (!everywhere.includes(name) && !name.startsWith('data-astro-') && !attributes?.includes(name.toLowerCase()))
          found.push(`<${node.tagName} ${name}>`);
        if (
          name === 'href' &&
          !/^(?:\/(?!\/)|#|tel:\+?\d+$|sms:\d+|https:\/\/(?:tinnhiemmang\.vn|(?:www\.)?bluedragon\.org)(?:\/|$))/.test(
            value,
          )
        )
          found.push(`<${node.tagName} href="${value}">`);
      }
    }
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parse(html));
  return found;
};

/** Fails where some work takes more processor time than anything may; a busy machine adds none. */
const timed = <T>(work: () => T): T => {
  const started = process.cpuUsage();
  const result = work();
  expect(process.cpuUsage(started).user / 1000).toBeLessThan(LIMIT_MS);
  return result;
};

describe('a body of anything', () => {
  test('is read to its end, runs nothing, and comes out as words in known elements', async () => {
    let printed = 0;
    await fc.assert(
      fc.asyncProperty(body, async (source) => {
        const { nodes, problems } = timed(() => parseBody(source));
        for (const problem of problems) expect(format({ ...problem, file: 'x.mdx' })).not.toMatch(/undefined|\[object/);
        const html = await render(nodes);
        expect(foreign(html)).toEqual([]);
        if (problems.length === 0) printed++;
        expect(sung).toBe(0);
      }),
      { numRuns: BODIES },
    );
    // Were all refused, nothing would have been tested of what is printed.
    expect(printed).toBeGreaterThan(BODIES / 50);
  });

  test('that is only words comes out as those words', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string().filter((text) => /^[^{}]*$/.test(text)),
        async (text) => {
          const html = await render([{ type: 'paragraph', children: [{ type: 'text', value: text, line: 1 }] }]);
          expect(foreign(html)).toEqual([]);
        },
      ),
      { numRuns: BODIES },
    );
  });
});

test('the examples of all tags are made of known elements', async () => {
  const { nodes, problems } = parseBody(
    tagNames
      .map((name) => (tags[name].place === 'inline' ? `Theo ${tags[name].example}.` : tags[name].example))
      .join('\n\n'),
  );
  expect(problems).toEqual([]);
  expect(foreign(await render(nodes))).toEqual([]);
});

test('the judge sees what must not be there', () => {
  expect(foreign('<p>a</p>')).toEqual([]);
  expect(foreign('<p onclick="x">a</p><script>x</script><a href="javascript:x">a</a><!-- x -->')).toEqual([
    '<p onclick>',
    '<script>',
    '<a href="javascript:x">',
    'a comment',
  ]);
});

describe('a file of anything', () => {
  const json = fc.oneof(
    fc.json(),
    fc.jsonValue().map((value) => JSON.stringify(value)),
    fc.string(),
    body,
    fc.constantFrom(
      '{"__proto__":{"a":1}}',
      '{"title":1e999}',
      '[',
      'null',
      '{"quotes":{"__proto__":"x","constructor":"y"}}',
      '"\\ud800"',
    ),
  );
  /** Front matter whose fields are real and whose values are not. */
  const front = fc.dictionary(
    fc.constantFrom('title', 'summary', 'updatedAt', 'x', '__proto__', 'constructor', '!!js/function', '<<'),
    fc.oneof(
      fc.string(),
      pieces,
      fc.jsonValue().map((value) => JSON.stringify(value)),
      fc.constantFrom('&a [*a]', '*a', '>-', '|', '2026-11-23', '!!binary x'),
    ),
  );
  const mdx = fc.tuple(front, body).map(
    ([fields, text]) =>
      `---\n${Object.entries(fields)
        .map(([name, value]) => `${name}: ${value}`)
        .join('\n')}\n---\n\n${text}`,
  );

  test.each([
    ['glossary/thu.json', json],
    ['hotlines/thu.json', json],
    ['statistics/thu.json', json],
    ['pages/thu.mdx', mdx],
    ['alerts/thu.mdx', mdx],
  ])('%s is refused or sound, in time, and tells what is wrong', (file, contents) => {
    const folder = contentWith();
    fc.assert(
      fc.property(contents, (source) => {
        writeFileSync(path.join(folder, file), source);
        const { entries, problems } = timed(() => loadContent(folder, '2026-11-23'));
        const own = problems.filter((problem) => problem.file === file);
        expect(own.length > 0 || entries.some((entry) => entry.file === file)).toBe(true);
        for (const problem of problems) {
          expect(format(problem)).not.toMatch(/undefined|NaN|\[object Object/);
          expect(problem.line).toBeGreaterThan(0);
          expect(problem.column).toBeGreaterThan(0);
        }
        expect(sung).toBe(0);
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
      { numRuns: FILES },
    );
  });
});

test('checks of words take any text, and point into it', () => {
  const speller = new Speller([]);
  const known = { names: new Set<string>(), phones: new Set<string>() };
  const long = fc.oneof(
    body,
    fc
      .tuple(
        fc.constantFrom('a', '0', ' ', 'Nguyễn ', '0 ', 'tội phạm ', 'oà', '. ', '\u0301', 'xóm A '),
        fc.integer({ min: 1, max: 4000 }),
      )
      .map(([unit, count]) => unit.repeat(count)),
  );
  fc.assert(
    fc.property(long, (text) => {
      const issues = timed(() => [
        ...checkCharacters(text),
        ...checkPrivacy(text, known),
        ...checkWording(text),
        ...checkStyle(text),
        ...speller.check(text),
      ]);
      for (const { index, match } of issues) expect(text.slice(index, index + match.length)).toBe(match);
    }),
    { numRuns: BODIES },
  );
});
