/**
 * Files that try to run code, or to bring their own markup or links onto a page. None gets through:
 * each has at least one problem, and what `parseBody` returns contains nothing of it.
 * The harmful part is named “evil” in every file, so that it can be searched for.
 */
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadContent, readBody, type Content } from '../../src/content-loader/index.ts';
import { parseBody, walk } from '../../src/mdx/body.ts';
import { tagNames } from '../../src/mdx/tags.ts';
import type { ProblemCode } from '../../src/problems/index.ts';
import { contentWith, errorsIn, temporaryFolder, valid } from '../support/content.ts';
import { filesBelow } from '../support/dist.ts';
import { node, root } from '../support/run.ts';

const hostile = path.join(root, 'tests/content/hostile');

/** Every file, and the rules that stop it. */
const stoppedBy: Record<string, ProblemCode[]> = {
  'pages/attribute-twice.mdx': ['body-tag-attribute'],
  'pages/base-and-meta.mdx': ['body-tag-unknown', 'body-tag-unknown'],
  'pages/cdata.mdx': ['syntax'],
  'pages/client-directive.mdx': ['body-tag-attribute'],
  'pages/element-in-an-attribute.mdx': ['syntax'],
  'pages/export-default-layout.mdx': ['body-code'],
  'pages/export-without-a-space.mdx': ['body-code'],
  'pages/export.mdx': ['body-code'],
  'pages/expression-comment.mdx': ['body-code'],
  'pages/expression-in-a-heading.mdx': ['body-code'],
  'pages/expression-in-a-sentence.mdx': ['body-code'],
  'pages/expression-in-a-table.mdx': ['body-code'],
  'pages/expression-in-an-attribute.mdx': ['body-code'],
  'pages/expression-in-code-in-a-tag.mdx': ['body-code'],
  'pages/expression.mdx': ['body-code'],
  'pages/footnote-with-a-link.mdx': ['body-markdown', 'body-markdown'],
  'pages/form.mdx': ['body-tag-unknown'],
  'pages/fragment.mdx': ['body-tag-unknown'],
  'pages/front-matter-alias-bomb-of-nothing.mdx': ['syntax'],
  'pages/front-matter-alias-bomb.mdx': ['syntax'],
  'pages/front-matter-alias.mdx': ['syntax'],
  'pages/front-matter-constructor.mdx': ['field-unknown'],
  'pages/front-matter-function.mdx': ['syntax'],
  'pages/front-matter-layout.mdx': ['field-unknown'],
  'pages/front-matter-merge.mdx': ['field-unknown'],
  'pages/front-matter-own-tag.mdx': ['syntax'],
  'pages/front-matter-prototype.mdx': ['field-unknown'],
  'pages/front-matter-slug.mdx': ['field-unknown'],
  'pages/front-matter-two-documents.mdx': ['syntax'],
  'pages/handler-on-a-tag.mdx': ['body-tag-attribute'],
  'pages/html-comment.mdx': ['syntax'],
  'pages/html-declaration.mdx': ['syntax'],
  'pages/iframe.mdx': ['body-tag-unknown'],
  'pages/image-by-reference.mdx': ['body-markdown', 'body-markdown'],
  'pages/image.mdx': ['body-markdown'],
  'pages/import-after-a-heading.mdx': ['body-code'],
  'pages/import.mdx': ['body-code'],
  'pages/link-backslash-before-the-host.mdx': ['link-address'],
  'pages/link-backslashes.mdx': ['link-address'],
  'pages/link-blob.mdx': ['link-address'],
  'pages/link-by-reference.mdx': ['body-markdown', 'body-markdown'],
  'pages/link-data.mdx': ['link-address'],
  'pages/link-file.mdx': ['link-address'],
  'pages/link-host-that-goes-on.mdx': ['link-address'],
  'pages/link-host-that-looks-alike.mdx': ['link-address'],
  'pages/link-in-a-term.mdx': ['body-tag-content'],
  'pages/link-in-angle-brackets.mdx': ['syntax'],
  'pages/link-javascript-after-a-control-character.mdx': ['file-encoding'],
  'pages/link-javascript-after-a-space-of-no-width.mdx': ['text-invisible'],
  'pages/link-javascript-by-entity.mdx': ['link-address'],
  'pages/link-javascript-by-hex-entity.mdx': ['link-address'],
  'pages/link-javascript-in-capitals.mdx': ['link-address'],
  'pages/link-javascript-with-a-tab.mdx': ['link-address'],
  'pages/link-javascript-with-an-encoded-line-end.mdx': ['link-address'],
  'pages/link-javascript.mdx': ['link-address'],
  'pages/link-mail.mdx': ['link-address'],
  'pages/link-protocol-relative-without-a-dot.mdx': ['link-address'],
  'pages/link-protocol-relative.mdx': ['link-address'],
  'pages/link-slash-and-backslash.mdx': ['link-address'],
  'pages/link-slash-and-entity.mdx': ['link-address'],
  'pages/link-slash-and-tab.mdx': ['link-address'],
  'pages/link-typed-bare-with-www.mdx': ['link-address'],
  'pages/link-typed-bare.mdx': ['link-address'],
  'pages/link-up-and-out.mdx': ['link-address'],
  'pages/link-user-name.mdx': ['link-address'],
  'pages/link-vbscript.mdx': ['link-address'],
  'pages/link-with-a-quotation-mark.mdx': ['link-address'],
  'pages/member-tag.mdx': ['body-tag-unknown'],
  'pages/object-and-embed.mdx': ['body-tag-unknown', 'body-tag-unknown'],
  'pages/onclick.mdx': ['body-tag-unknown'],
  'pages/processing-instruction.mdx': ['syntax'],
  'pages/prototype-on-a-tag.mdx': ['body-tag-attribute'],
  'pages/quotation-with-a-script.mdx': ['body-markdown'],
  'pages/script-in-capitals.mdx': ['body-tag-unknown'],
  'pages/script-over-lines.mdx': ['body-tag-unknown'],
  'pages/script.mdx': ['body-tag-unknown'],
  'pages/set-html-on-a-tag.mdx': ['body-tag-attribute'],
  'pages/spread-attributes.mdx': ['body-code'],
  'pages/style-on-a-tag.mdx': ['body-tag-attribute'],
  'pages/style.mdx': ['body-tag-unknown'],
  'pages/svg.mdx': ['body-tag-unknown'],
  'pages/tag-in-a-link.mdx': ['body-tag-unknown'],
  'pages/tag-in-a-tag.mdx': ['body-tag-unknown'],
  'pages/tag-in-a-term.mdx': ['body-tag-content', 'body-tag-unknown'],
  'pages/tag-named-constructor.mdx': ['body-tag-unknown'],
  'sources/comment.json': ['syntax'],
  'sources/constructor.json': ['field-unknown'],
  'sources/function.json': ['syntax'],
  'sources/html-field.json': ['field-unknown'],
  'sources/prototype-escaped.json': ['field-unknown'],
  'sources/prototype-in-quotes.json': ['field-unknown'],
  'sources/prototype.json': ['field-unknown'],
  'sources/quote-with-a-name-of-markup.json': ['field-slug'],
  'sources/to-string-in-the-place-of-a-text.json': ['field-type'],
  'sources/url-data.json': ['field-url'],
  'sources/url-javascript-with-a-line-end.json': ['field-url'],
  'sources/url-javascript.json': ['field-url'],
  'sources/url-with-a-quotation-mark.json': ['field-url'],
  'sources/url-without-slashes.json': ['field-url'],
  'sources/yaml-alias.json': ['syntax'],
  'hotlines/display-with-markup.json': ['name-duplicate', 'field-phone'],
  'hotlines/number-with-markup.json': ['field-phone'],
  'hotlines/source-outside-the-folder.json': ['name-duplicate', 'field-slug'],
};

/** The valid content with one hostile file in it, loaded once for all tests of the file. */
const loadedWith = (file: string): Content => {
  const known = loaded.get(file);
  if (known) return known;
  const folder = contentWith();
  copyFileSync(path.join(hostile, file), path.join(folder, file));
  const content = loadContent(folder);
  loaded.set(file, content);
  return content;
};
const loaded = new Map<string, Content>();

test('every hostile file is checked here', () => {
  expect(filesBelow(hostile)).toEqual(Object.keys(stoppedBy).sort());
  expect(Object.keys(stoppedBy).length).toBeGreaterThanOrEqual(25);
});

test.each(Object.entries(stoppedBy))('%s is stopped', (file, rules) => {
  expect(rules).not.toEqual([]);
  const { problems } = loadedWith(file);
  expect(problems.map(({ code }) => code)).toEqual(rules);
  expect([...new Set(problems.map((problem) => problem.file))]).toEqual([file]);
});

/** Files whose body is read: those whose front matter or encoding is at fault do not get that far. */
const bodies = Object.keys(stoppedBy).filter(
  (file) =>
    file.endsWith('.mdx') &&
    !file.includes('front-matter') &&
    !stoppedBy[file]!.some((code) => code === 'file-encoding' || code === 'text-invisible'),
);

test.each(bodies)('nothing of the body of %s is left', (file) => {
  const source = readFileSync(path.join(hostile, file), 'utf8');
  const { nodes, problems } = parseBody(source.slice(source.indexOf('---\n', 4) + 4));
  expect(problems).not.toEqual([]);
  expect(JSON.stringify(nodes)).not.toMatch(/evil|script|https?:|data:|<|on(?:click|error|mouseover)|__proto__/i);
  walk(nodes, (found) => {
    if (found.type === 'tag') expect(tagNames).toContain(found.name);
    if (found.type === 'link') expect(found.url).toMatch(/^\/[a-z]/);
  });
});

test.each(bodies)('the page of %s is not made', (file) => {
  const folder = temporaryFolder();
  mkdirSync(path.join(folder, 'pages'));
  copyFileSync(path.join(hostile, file), path.join(folder, file));
  expect(() => readBody(folder, 'pages', path.basename(file, '.mdx'))).toThrow(
    new RegExp(`^${file.replaceAll('.', '\\.')}:\\d+:\\d+  \\S`),
  );
});

const unread = Object.keys(stoppedBy).filter((file) => !bodies.includes(file));

test.each(unread)('%s is no entry', (file) => {
  const { entries } = loadedWith(file);
  expect(entries.map((entry) => entry.file)).not.toContain(file);
});

test('no prototype was reached', () => {
  for (const file of unread) loadedWith(file);
  expect('evil' in {}).toBe(false);
  expect(Object.keys(Object.prototype)).toEqual([]);
});

describe('a file made to exhaust its reader', () => {
  const front = '---\ntitle: Bài thử\nsummary: Bài thử.\nupdatedAt: 2026-11-23\n';
  const deep = (open: string, close: string, levels: number): string => open.repeat(levels) + close.repeat(levels);
  const files: [name: string, file: string, source: string, code: ProblemCode][] = [
    ['an expression of many brackets', 'pages/evil-1.mdx', `${front}---\n{${deep('[', ']', 60_000)}}`, 'body-code'],
    ['an expression of many signs', 'pages/evil-2.mdx', `${front}---\n{${'!'.repeat(60_000)}1}`, 'body-code'],
    [
      'an export of many brackets',
      'pages/evil-3.mdx',
      `${front}---\nexport default ${deep('(', ')', 60_000)}`,
      'body-code',
    ],
    ['many opening braces', 'pages/evil-4.mdx', `${front}---\n${'{\n'.repeat(60_000)}`, 'body-code'],
    ['a list in a list', 'pages/evil-5.mdx', `${front}---\n${'- '.repeat(30_000)}a`, 'body-markdown'],
    ['bold in bold', 'pages/evil-6.mdx', `${front}---\n${'*'.repeat(60_000)}a${'*'.repeat(60_000)}`, 'body-markdown'],
    ['a quotation in a quotation', 'pages/evil-7.mdx', `${front}---\n${'> '.repeat(60_000)}a`, 'body-markdown'],
    [
      'a tag in a tag',
      'pages/evil-8.mdx',
      `${front}---\n${deep('<Warning title="a">\n\n', '</Warning>\n\n', 5000)}`,
      'body-markdown',
    ],
    [
      'a list in a list of the front matter',
      'pages/evil-9.mdx',
      `${front}x: ${deep('[', ']', 60_000)}\n---\nChữ.`,
      'syntax',
    ],
    ['a list in a list of JSON', 'glossary/evil-10.json', `{"term": ${deep('[', ']', 60_000)}}`, 'syntax'],
  ];
  let exit = 0;
  let out = '';
  beforeAll(() => {
    const folder = mkdtempSync(path.join(tmpdir(), 'hostile-'));
    cpSync(valid, folder, { recursive: true });
    for (const [, file, source] of files) writeFileSync(path.join(folder, file), source);
    // In a process of its own: what a parser written in another language does at its end cannot be caught.
    ({ code: exit, out } = node(['src/editor/check.ts'], { CONTENT_DIR: folder }));
    rmSync(folder, { recursive: true });
  });

  test.each(files)('%s is stopped, and said so', (_name, file, _source, code) => {
    expect(exit).toBe(1);
    const own = errorsIn(out)
      .split(/^(?=\S+:\d+:\d+ {2})/m)
      .filter((error) => error.startsWith(`${file}:`));
    expect(own.join('')).toContain(`[${code}]`);
  });
});
