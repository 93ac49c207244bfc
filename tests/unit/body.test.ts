import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseBody, plainText, walk, type BodyNode } from '../../src/mdx/body.ts';
import { tagNames, tags } from '../../src/mdx/tags.ts';
import { problemCodes, type ProblemCode } from '../../src/problems/index.ts';
import { SLUG } from '../../src/schema/index.ts';
import { linkDomains } from '../../src/site.ts';

const allNodes = (nodes: BodyNode[]): BodyNode[] => {
  const found: BodyNode[] = [];
  walk(nodes, (node) => found.push(node));
  return found;
};
const only = <T extends BodyNode['type']>(nodes: BodyNode[], type: T) =>
  allNodes(nodes).filter((node): node is Extract<BodyNode, { type: T }> => node.type === type);
const codes = (source: string): ProblemCode[] => parseBody(source).problems.map(({ code }) => code);

describe('tags', () => {
  test.each(tagNames)('the example of <%s> is in order', (name) => {
    const { example, place } = tags[name];
    const sources = [
      ...(place === 'inline' ? [] : [example]),
      ...(place === 'block' ? [] : [`Một câu có ${example} ở giữa.`]),
    ];
    for (const source of sources) {
      const { nodes, problems } = parseBody(source);
      expect(problems).toEqual([]);
      expect(only(nodes, 'tag').map((tag) => tag.name)).toContain(name);
    }
    expect(sources).not.toEqual([]);
  });

  test('attributes, place and line are kept', () => {
    const { nodes } = parseBody(
      'Chữ.\n\n<Warning title="Cẩn thận">\n\nHỏi <Term id="otp">mã OTP</Term>.\n\n</Warning>',
    );
    expect(only(nodes, 'tag').map(({ name, props, inline, line }) => ({ name, props, inline, line }))).toEqual([
      { name: 'Warning', props: { title: 'Cẩn thận' }, inline: false, line: 3 },
      { name: 'Term', props: { id: 'otp' }, inline: true, line: 5 },
    ]);
  });

  test.each<[string, string, ProblemCode[]]>([
    ['an unknown tag', '<Video />', ['body-tag-unknown']],
    ['a tag in small letters', '<hotline id="111" />', ['body-tag-unknown']],
    ['a fragment', '<>Chữ</>', ['body-tag-unknown']],
    ['a tag with a dot', '<Term.x />', ['body-tag-unknown']],
    ['an unknown attribute', '<Hotline id="111" class="x" />', ['body-tag-attribute']],
    ['an attribute without a value', '<Hotline id />', ['body-tag-attribute']],
    ['an attribute twice', '<Hotline id="111" id="113" />', ['body-tag-attribute']],
    ['a value that is no slug', '<Hotline id="Công an" />', ['body-tag-attribute']],
    ['half an address', '<Quote of="bao-cao" />', ['body-tag-attribute']],
    ['a missing attribute', '<Details>\n\nChữ.\n\n</Details>', ['body-tag-attribute-missing']],
    ['an empty attribute', '<Details summary="">\n\nChữ.\n\n</Details>', ['body-tag-attribute']],
    ['content where there is none', '<Hotline id="111">gọi</Hotline>', ['body-tag-content']],
    ['no content where there is some', '<Warning title="a" />', ['body-tag-content']],
    ['words where a paragraph belongs', '<Warning title="a">Chữ</Warning>', ['body-tag-content']],
    ['bullets where steps belong', '<Steps>\n\n- Một.\n\n</Steps>', ['body-tag-content']],
    ['two lists of steps', '<Steps>\n\n1. Một.\n\nChữ.\n\n2. Hai.\n\n</Steps>', ['body-tag-content']],
    [
      'a paragraph in a list of do',
      '<DoDont>\n\n<Do>\n\nChữ.\n\n</Do>\n\n<Dont>\n\n- a\n\n</Dont>\n\n</DoDont>',
      ['body-tag-content', 'body-tag-content'],
    ],
    [
      'dont before do',
      '<DoDont>\n\n<Dont>\n\n- a\n\n</Dont>\n\n<Do>\n\n- b\n\n</Do>\n\n</DoDont>',
      ['body-tag-content'],
    ],
    ['do alone', '<Do>\n\n- a\n\n</Do>', ['body-tag-place']],
    [
      'another tag beside do',
      '<DoDont>\n\n<Warning title="a">\n\nChữ.\n\n</Warning>\n\n</DoDont>',
      ['body-tag-place', 'body-tag-content'],
    ],
    ['do in a list of its tag', '<DoDont>\n\n- <Do>\n\n  - a\n\n  </Do>\n\n</DoDont>', ['body-tag-content']],
    ['a block tag in a sentence', 'Chữ <Steps>a</Steps>', ['body-tag-place']],
    ['a sentence tag as a block', '<Term id="otp">\n\nmã OTP\n\n</Term>', ['body-tag-place']],
    ['a tag within a term', 'Chữ <Term id="otp"><Hotline id="111" /></Term>', ['body-tag-content']],
    ['a link within a term', 'Chữ <Term id="otp">[mã](/canh-bao/)</Term>', ['body-tag-content']],
    ['a tag within a link', '[gọi <Hotline id="111" />](/canh-bao/)', ['body-tag-place']],
  ])('%s is refused', (_name, source, wanted) => {
    const { nodes, problems } = parseBody(source);
    expect(problems.map(({ code }) => code)).toEqual(wanted);
    expect(only(nodes, 'tag')).toEqual([]);
  });
});

describe('headings', () => {
  test('have the level, the words and an id made of them', () => {
    const { nodes, problems } = parseBody('## Dấu hiệu *rõ* nhất\n\n### Bước 1: hỏi\n\n## 漢字');
    expect(problems).toEqual([]);
    expect(only(nodes, 'heading').map(({ depth, id, text }) => [depth, id, text])).toEqual([
      [2, 'dau-hieu-ro-nhat', 'Dấu hiệu rõ nhất'],
      [3, 'buoc-1-hoi', 'Bước 1: hỏi'],
      [2, 'muc', '漢字'],
    ]);
  });

  test('of the same words have different ids, even where another heading has the next', () => {
    const { nodes } = parseBody('## Gọi ai\n\n## Gọi ai 2\n\n## Gọi ai\n\n## Gọi ai\n\n## …\n\n## !');
    expect(only(nodes, 'heading').map(({ id }) => id)).toEqual([
      'goi-ai',
      'goi-ai-2',
      'goi-ai-3',
      'goi-ai-4',
      'muc',
      'muc-2',
    ]);
  });

  test('within a tag share the ids of the page', () => {
    const { nodes } = parseBody('## Gọi ai\n\n<Details summary="a">\n\n## Gọi ai\n\n</Details>');
    expect(only(nodes, 'heading').map(({ id }) => id)).toEqual(['goi-ai', 'goi-ai-2']);
  });

  test.each([
    ['# Một', 1],
    ['### Ba', 3],
    ['## Hai\n\n#### Bốn', 4],
    ['Một\n===', 1],
  ])('%j is refused', (source, depth) => {
    const { problems } = parseBody(source);
    expect(problems.map(({ code, detail }) => [code, detail.depth])).toEqual([['body-heading', depth]]);
  });

  const words = fc.constantFrom('Gọi ai', 'gọi ai', 'Gọi ai 2', 'goi-ai-2', 'GỌI', '…', '漢', '1', '');
  test('never share an id', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('##', '###'), words), { maxLength: 12 }), (headings) => {
        const { nodes } = parseBody(['## Đầu', ...headings.map(([mark, text]) => `${mark} ${text}`)].join('\n\n'));
        const ids = only(nodes, 'heading').map(({ id }) => id);
        expect(ids).toHaveLength(headings.length + 1);
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of ids) expect(id).toMatch(SLUG);
      }),
    );
  });
});

describe('links', () => {
  test.each([
    '/',
    '/canh-bao/',
    '/bai-viet/viec-nhe-luong-cao/',
    '/thuat-ngu/#bcd-138',
    '#dau-hieu',
    ...linkDomains.map((domain) => `https://${domain}/a?b=1#c`),
  ])('%s is allowed', (url) => {
    const { nodes, problems } = parseBody(`[chữ](${url})`);
    expect(problems).toEqual([]);
    expect(only(nodes, 'link').map((link) => link.url)).toEqual([url]);
  });

  test.each([
    'canh-bao/',
    './canh-bao/',
    '../canh-bao/',
    '//tinnhiemmang.vn/',
    '//may-chu/',
    '/\\\\evil.example',
    '/canh-bao/?x=1',
    '/Canh-Bao/',
    'http://tinnhiemmang.vn/',
    'HTTPS://tinnhiemmang.vn/',
    'https:tinnhiemmang.vn',
    'https://tinnhiemmang.vn.evil.example/',
    'https://evil.example/tinnhiemmang.vn',
    'https://sub.tinnhiemmang.vn/',
    'https://tinnhiemmang.vn:8443/',
    'https://nguoi@tinnhiemmang.vn/',
    'https://:mat-khau@tinnhiemmang.vn/',
    'https://tinnhiemmang.vn@evil.example/',
    'https://tinnhiemmang.vn\\\\@evil.example/',
    'https://tinnhiemmang.vn/a b',
    'mailto:a@b.vn',
    'tel:111',
    'javascript:alert(1)',
    'data:text/html,a',
    'https://',
    '#Đầu',
    '',
  ])('%s is refused', (url) => {
    const { nodes, problems } = parseBody(`[chữ](<${url}>)`);
    expect(problems.map(({ code }) => code)).toEqual(['link-address']);
    expect(only(nodes, 'link')).toEqual([]);
  });

  test('an address typed bare is refused too', () => {
    expect(codes('Xem www.evil.example hoặc https://evil.example nhé.')).toEqual(['link-address', 'link-address']);
  });
});

describe('Markdown', () => {
  test('is read into the nodes of the list and no other', () => {
    const { nodes, problems } = parseBody(
      '**Đậm** và *nghiêng*, `mã`\\\ndòng mới\n\n1. Một\n   - Trong\n\n| A | B |\n|---|---|\n| 1 | **2** |\n\n```\nkhối\n```',
    );
    expect(problems).toEqual([]);
    const text = (value: string, line: number) => ({ type: 'text', value, line });
    expect(nodes).toEqual([
      {
        type: 'paragraph',
        children: [
          { type: 'strong', children: [text('Đậm', 1)] },
          text(' và ', 1),
          { type: 'emphasis', children: [text('nghiêng', 1)] },
          text(', ', 1),
          { type: 'code', value: 'mã', inline: true },
          { type: 'break' },
          text('dòng mới', 2),
        ],
      },
      {
        type: 'list',
        ordered: true,
        children: [
          {
            type: 'listItem',
            children: [
              { type: 'paragraph', children: [text('Một', 4)] },
              {
                type: 'list',
                ordered: false,
                children: [{ type: 'listItem', children: [{ type: 'paragraph', children: [text('Trong', 5)] }] }],
              },
            ],
          },
        ],
      },
      {
        type: 'table',
        head: [[text('A', 7)], [text('B', 7)]],
        rows: [[[text('1', 9)], [{ type: 'strong', children: [text('2', 9)] }]]],
      },
      { type: 'code', value: 'khối', inline: false },
    ]);
  });

  test.each([
    ['> Trích', 'dấu trích “>”'],
    ['Chữ\n\n***\n\nchữ', 'đường kẻ ngang'],
    ['![ảnh](/a.png)', 'ảnh'],
    ['~~bỏ~~', 'chữ gạch ngang'],
    ['Chữ[^1]\n\n[^1]: chú', 'chú thích cuối trang'],
    ['[chữ][a]\n\n[a]: /canh-bao/', 'liên kết viết tách'],
    [`${'- '.repeat(40)}sâu`, 'hơn 32 lớp lồng nhau'],
  ])('%j is refused', (source, what) => {
    const { problems } = parseBody(source);
    expect(problems.length).toBeGreaterThan(0);
    for (const problem of problems) expect([problem.code, problem.detail.what]).toEqual(['body-markdown', what]);
  });

  test.each<[string, string, number, number]>([
    ['braces', 'Chữ {1 + 1} chữ', 1, 5],
    ['braces in code', 'Chữ\n\n`{a}`', 3, 2],
    ['an escaped brace', 'Chữ \\{a', 1, 6],
    ['an import', 'Chữ\n\nimport a from "b"', 3, 1],
    ['an export', 'export const a = 1', 1, 1],
    ['an export without a space', 'export*from"b"', 1, 1],
    ['an export behind a byte order mark', '\ufeffexport default 1', 1, 1],
    ['a comment of MDX', 'Chữ {/* ẩn */}', 1, 5],
    ['an attribute in braces', '<Hotline id={111} />', 1, 13],
    ['spread attributes', '<Hotline {...a} />', 1, 10],
  ])('%s is code, and refused before it is parsed', (_name, source, line, column) => {
    const { nodes, problems } = parseBody(source);
    expect(nodes).toEqual([]);
    expect(problems.map((problem) => [problem.code, problem.line, problem.column])).toEqual([
      ['body-code', line, column],
    ]);
  });

  test('words that only begin like code are words', () => {
    expect(codes('importer và exporters\nexporté')).toEqual([]);
    expect(codes('Chữ import a, export b')).toEqual([]);
  });

  test.each(['<Warning title="a">\n\nChữ', '</Steps>', 'Số <5 người', '<Term id=otp>mã</Term>', '<!-- ẩn -->'])(
    '%j is a syntax error at its place',
    (source) => {
      const { nodes, problems } = parseBody(source);
      expect(nodes).toEqual([]);
      expect(problems.map(({ code, line, column }) => [code, line, column])).toEqual([
        ['syntax', 1, source.indexOf('<') + 1],
      ]);
      expect(problems[0]!.detail.reason).not.toMatch(/\d+:\d+|note:|mdx/);
    },
  );

  test.each(['', ' \n\t\n', '\ufeff'])('%j is empty', (source) => {
    expect(parseBody(source)).toEqual({
      nodes: [],
      problems: [{ line: 1, column: 1, code: 'body-empty', detail: {} }],
    });
  });
});

test('plainText gives the words without marks', () => {
  const { nodes } = parseBody(
    '## Tiêu đề\n\nMột **hai**\\\nba [bốn](/canh-bao/) `năm`.\n\n| A |\n|---|\n| B |\n\n<Warning title="x">\n\nSáu.\n\n</Warning>',
  );
  expect(plainText(nodes)).toBe('Tiêu đề Một hai ba bốn năm . A B Sáu.');
});

/** The union of body nodes, written out once more: anything else fails. */
const expectNode = (node: BodyNode): void => {
  const keys = (...wanted: string[]) => expect(Object.keys(node).sort()).toEqual(['type', ...wanted].sort());
  switch (node.type) {
    case 'text':
      keys('value', 'line');
      expect(typeof node.value).toBe('string');
      return;
    case 'code':
      keys('value', 'inline');
      return;
    case 'break':
      return keys();
    case 'paragraph':
    case 'strong':
    case 'emphasis':
    case 'listItem':
      return keys('children');
    case 'list':
      keys('ordered', 'children');
      return expect(node.children.map(({ type }) => type).filter((type) => type !== 'listItem')).toEqual([]);
    case 'heading':
      keys('depth', 'id', 'text', 'children');
      expect([2, 3]).toContain(node.depth);
      return expect(node.id).toMatch(SLUG);
    case 'link':
      keys('url', 'children', 'line');
      return expect(node.url).toMatch(
        /^(?:\/(?!\/)[a-z0-9/-]*(?:#[a-z0-9-]+)?|#[a-z0-9-]+|https:\/\/(?:tinnhiemmang\.vn|(?:www\.)?bluedragon\.org)(?:[/?#].*)?)$/,
      );
    case 'table':
      return keys('head', 'rows');
    case 'tag':
      keys('name', 'props', 'inline', 'children', 'line');
      expect(tagNames).toContain(node.name);
      expect(tags[node.name].props.safeParse(node.props).success).toBe(true);
      return;
    default:
      expect.unreachable(`a node of type ${(node satisfies never as { type: string }).type}`);
  }
};

describe('for any text at all, parseBody', () => {
  const piece = fc.constantFrom(
    ...tagNames.flatMap((name) => [tags[name].example, `<${name}>`, `</${name}>`, `<${name} />`]),
    ...[
      '## ',
      '# ',
      '#### ',
      '- ',
      '1. ',
      '> ',
      '| a | b |\n|---|---|\n| ',
      '```',
      '`',
      '**',
      '*',
      '_',
      '~~',
      '[',
      '](',
      ')',
      '![',
      '[^1]',
      '[a]: b',
      '---',
      '===',
      '\\',
      '&#106;',
      '&lt;',
      '<!--',
      '-->',
    ],
    ...[
      '<a href="javascript:x">',
      '<script>',
      '</script>',
      '<>',
      '</>',
      '<a.b',
      ' id="111"',
      ' of="a/b"',
      ' __proto__="x"',
      '/>',
      '>',
      '<',
      '{',
      '}',
      '{...a}',
      '{/*',
      '*/}',
      'import a from "b"',
      'export default 1',
    ],
    ...[
      '/canh-bao/',
      '//evil.example',
      'javascript:alert(1)',
      'https://tinnhiemmang.vn/',
      'www.evil.example',
      'Việc nhẹ',
      'a',
      ' ',
      '  ',
      '    ',
      '\n',
      '\n\n',
      '\r',
      '\t',
      '\0',
      '\u2028',
      '\ud800',
      '\ufeff',
      '\u202e',
      '🙂',
    ],
  );
  const source = fc.oneof(
    { weight: 4, arbitrary: fc.array(piece, { maxLength: 24 }).map((pieces) => pieces.join('')) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    { weight: 1, arbitrary: fc.string() },
  );

  test('never throws, and returns only nodes of the union and problems with a place', () => {
    let withNodes = 0;
    fc.assert(
      fc.property(source, (text) => {
        const { nodes, problems } = parseBody(text);
        if (nodes.length > 0) withNodes++;
        else expect(problems).not.toEqual([]);
        walk(nodes, expectNode);
        for (const { line, column, code } of problems) {
          expect(problemCodes).toContain(code);
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(text.split(/\r\n?|\n/).length);
          expect(column).toBeGreaterThanOrEqual(1);
        }
      }),
      { numRuns: 3000 },
    );
    // Not every text was refused at the door.
    expect(withNodes).toBeGreaterThan(100);
  });

  test('gives the same for the same text', () => {
    fc.assert(
      fc.property(source, (text) => {
        expect(parseBody(text)).toEqual(parseBody(text));
      }),
    );
  });
});
