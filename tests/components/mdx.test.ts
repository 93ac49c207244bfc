/** Bodies as the site renders them: every tag by its own example, every Markdown element, and nothing that is not text as anything else. */
import renderer from '@astrojs/mdx/server.js';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { describe, expect, test } from 'vitest';
import { figures, hostile, hotlines, sources, term } from './examples/content.ts';
import { parseBody, type BodyNode } from '../../src/mdx/body.ts';
import { bodyComponent, type Lookup } from '../../src/mdx/index.ts';
import { tagNames, tags, type TagName } from '../../src/mdx/tags.ts';
import { htmlProblems, textOf, unescaped } from '../support/html.ts';
import { unscoped, type Component } from './render.ts';

/** Entries by address, as site-content has them: what is not here is not found. */
const entry =
  <T>(entries: Record<string, T>) =>
  (address: string): T => {
    const found = entries[address];
    if (found === undefined) throw new Error(`No entry “${address}”.`);
    return found;
  };

const definition = 'tuyển mộ, vận chuyển, chứa chấp, chuyển giao hoặc tiếp nhận người';
const lookup: Lookup = {
  figure: entry({
    'cao-bang-6-thang-dau-nam-2023/so-vu-mua-ban-nguoi': figures.count,
    'cao-bang-6-thang-dau-nam-2023/so-nguoi-tham-gia-tuyen-truyen': figures.over,
  }),
  hotline: entry({ '111': hotlines['111'] }),
  source: entry({ 'luat-53-2024': sources.law }),
  term: entry({ 'bcd-138': term }),
  quote: entry({ 'luat-53-2024/dieu-2': { text: definition, source: sources.law } }),
};

const container = await AstroContainer.create();
container.addServerRenderer({ name: 'astro:jsx', renderer });

const renderNodes = async (nodes: BodyNode[], from: Lookup = lookup): Promise<string> =>
  // The renderer takes any function that says it is an MDX component, which the type of the container does not know of.
  unscoped(await container.renderToString(bodyComponent(nodes, from) as unknown as Component));

const renderBody = async (source: string, from: Lookup = lookup): Promise<string> => {
  const { nodes, problems } = parseBody(source);
  expect(problems).toEqual([]);
  return renderNodes(nodes, from);
};

/** Names of the elements in some HTML; what stands in attributes is none. */
const elements = (html: string): string[] =>
  [...new Set([...html.replace(/="[^"]*"/g, '').matchAll(/<([a-z0-9]+)/gi)].map((match) => match[1]!))].sort();

const doDont = {
  html: /^<div class="do-dont"><div class="side do"><p class="title"><svg .*?<\/p><ul><li>Gọi lại số đã biết\.<\/li><\/ul><\/div><div class="side dont"><p class="title"><svg .*?<\/p><ul><li>Chuyển tiền\.<\/li><\/ul><\/div><\/div>$/s,
  text: 'Nên làm Gọi lại số đã biết. Không nên làm Chuyển tiền.',
};

/** What the example of each tag becomes. A tag without an entry here does not compile. */
const expected: Record<TagName, { html: RegExp; text: string }> = {
  Figure: {
    html: /^<p class="figure-sentence"><a href="\/so-lieu\/so-vu-mua-ban-nguoi\/cao-bang-6-thang-dau-nam-2023\/">.*<\/a><\/p>$/,
    text: 'Số vụ mua bán người được phát hiện, điều tra, tỉnh Cao Bằng, 6 tháng đầu năm 2023: 3 vụ (Ban Chỉ đạo 138 tỉnh Cao Bằng, dẫn qua Vietnam.vn, bản đăng lại).',
  },
  Hotline: {
    html: /^<div class="stone row"><a class="face" href="tel:111">.*<\/div>$/s,
    text: 'Chống mua bán người Gọi 111 Miễn phí · Ngày đêm, mọi ngày',
  },
  Warning: {
    html: /^<div class="warning" role="note"><p class="title"><svg .*<\/svg>Không đi một mình<\/p><p>Hãy nói .*<\/p><\/div>$/s,
    text: 'Không đi một mình Hãy nói với người nhà nơi bạn đến.',
  },
  Steps: {
    html: /^<div class="steps"><ol><li>Dừng lại\.<\/li><li>Kiểm tra\.<\/li><li>Báo ngay\.<\/li><\/ol><\/div>$/,
    text: 'Dừng lại. Kiểm tra. Báo ngay.',
  },
  DoDont: doDont,
  Do: doDont,
  Dont: doDont,
  Quote: {
    html: /^<figure class="quote"><blockquote lang="vi"><p>.*<\/p><\/blockquote><figcaption>.*<a href="\/nguon\/#luat-53-2024">.*<\/figcaption><\/figure>$/s,
    text: `“${definition}” Nguồn: Luật Phòng, chống mua bán người (53/2024/QH15), Quốc hội, 28/11/2024.`,
  },
  Term: {
    html: /^<p>Theo <a class="term" href="\/thuat-ngu\/#bcd-138" title="Ban Chỉ đạo 138">BCĐ 138<\/a>\.<\/p>$/,
    text: 'Theo BCĐ 138.',
  },
  Details: {
    html: /^<details class="unfold"><summary>Luật nói gì\?<\/summary><div class="unfolded"><p>Nội dung mở ra khi bấm\.<\/p><\/div><\/details>$/,
    text: 'Luật nói gì? Nội dung mở ra khi bấm.',
  },
};

describe('the example of a tag', () => {
  test.each(tagNames)('<%s> renders as it should', async (name) => {
    const { example, place } = tags[name];
    const html = await renderBody(place === 'inline' ? `Theo ${example}.` : example);
    const wanted = (expected as Partial<typeof expected>)[name];
    if (!wanted) throw new Error(`Add ${name} to \`expected\` in this file.`);
    expect(html).toMatch(wanted.html);
    expect(textOf(html)).toBe(wanted.text);
    expect(await htmlProblems(html)).toEqual([]);
  });
});

describe('a tag in a sentence', () => {
  test.each([
    [
      'Có <Figure of="cao-bang-6-thang-dau-nam-2023/so-nguoi-tham-gia-tuyen-truyen" />.',
      'Có trên 443.000 người tham gia.',
    ],
    [
      'Có <Figure of="cao-bang-6-thang-dau-nam-2023/so-nguoi-tham-gia-tuyen-truyen" show="value" /> lượt.',
      'Có trên 443.000 lượt.',
    ],
  ])('%s', async (source, text) => {
    const html = await renderBody(source);
    expect(html).toMatch(
      /^<p>Có <a class="figure-value" href="\/so-lieu\/so-nguoi-tham-gia-tuyen-truyen\/cao-bang-6-thang-dau-nam-2023\/">[^<]*<\/a>/,
    );
    expect(textOf(html)).toBe(text);
    expect(await htmlProblems(html)).toEqual([]);
  });

  test('<Hotline> is a link with the number and its name', async () => {
    expect(await renderBody('Gọi <Hotline id="111" /> ngay.')).toBe(
      '<p>Gọi <a class="hotline-link" href="tel:111" aria-label="Gọi 111, Tổng đài quốc gia về phòng, chống mua bán người">111</a> ngay.</p>',
    );
  });
});

describe('Markdown', () => {
  test.each([
    ['**đậm** và *nghiêng*', '<p><strong>đậm</strong> và <em>nghiêng</em></p>'],
    ['một\\\nhai', '<p>một<br>hai</p>'],
    ['## Mục\n\n### Mục', '<h2 id="muc">Mục</h2><h3 id="muc-2">Mục</h3>'],
    ['- a\n- b\n  - c', '<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>'],
    ['1. a\n\n   b\n2. c', '<ol><li><p>a</p><p>b</p></li><li>c</li></ol>'],
    ['[Số liệu](/so-lieu/)', '<p><a href="/so-lieu/">Số liệu</a></p>'],
    ['`LD` và\n\n```\nLD (số)\n```', '<p><code>LD</code> và</p><pre tabindex="0"><code>LD (số)</code></pre>'],
    [
      '| Việc | Số |\n|---|---|\n| Nguy | **113** |',
      '<div class="table-scroll" tabindex="0"><table><thead><tr><th scope="col">Việc</th><th scope="col">Số</th></tr></thead><tbody><tr><td>Nguy</td><td><strong>113</strong></td></tr></tbody></table></div>',
    ],
  ])('%j', async (source, html) => {
    expect(await renderBody(source)).toBe(html);
    expect(await htmlProblems(html)).toEqual([]);
  });
});

describe('hostile text', () => {
  /** As an author would write it where only text may stand. */
  const written = hostile.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const inAttribute = written.replaceAll('"', '&quot;');

  test('as HTML never becomes a node', () => {
    const { nodes, problems } = parseBody('Xem <img src="x" onerror="alert(1)" /> và <script>alert(2)</script>.');
    expect(problems.map(({ code }) => code)).toEqual(['body-tag-unknown', 'body-tag-unknown']);
    expect(JSON.stringify(nodes)).not.toMatch(/img|script|alert/);
  });

  test.each([
    ['a sentence', written, ['p']],
    ['marked words', `**${written}**`, ['p', 'strong']],
    ['a list', `- ${written}`, ['li', 'ul']],
    ['code', `\`${hostile}\``, ['code', 'p']],
    ['a block of code', `\`\`\`\n${hostile}\n\`\`\``, ['code', 'pre']],
    ['a table', `| a |\n|---|\n| ${written} |`, ['div', 'table', 'tbody', 'td', 'th', 'thead', 'tr']],
    ['the words of a link', `[${written}](/so-lieu/)`, ['a', 'p']],
    ['the words of a term', `Theo <Term id="bcd-138">${written}</Term>.`, ['a', 'p']],
    ['the title of a warning', `<Warning title="${inAttribute}">\n\nA\n\n</Warning>`, ['div', 'p', 'path', 'svg']],
    [
      'the summary of details',
      `<Details summary="${inAttribute}">\n\nA\n\n</Details>`,
      ['details', 'div', 'p', 'summary'],
    ],
  ])('in %s is printed as text', async (_place, source, allowed) => {
    const html = await renderBody(source);
    expect(elements(html)).toEqual(allowed);
    expect(textOf(html)).toContain(hostile);
  });

  test('in a heading is printed as text, and its id is a plain word', async () => {
    const html = await renderBody(`## ${written}`);
    expect(elements(html)).toEqual(['h2']);
    expect(html).toMatch(/^<h2 id="[a-z0-9-]+">/);
    expect(textOf(html)).toBe(hostile);
  });

  test('is printed as text even where the parser would have let it through', async () => {
    const html = await renderNodes([
      { type: 'paragraph', children: [{ type: 'text', value: hostile, line: 1 }] },
      { type: 'link', url: hostile, children: [], line: 1 },
    ]);
    expect(elements(html)).toEqual(['a', 'p']);
    expect(unescaped(/ href="([^"]*)"><\/a>/.exec(html)![1]!)).toBe(hostile);
  });

  test('in an entry that a tag points to stays in its text or its attribute', async () => {
    const both = { vi: hostile, en: hostile };
    const source = {
      ...sources.law,
      data: { ...sources.law.data, title: hostile, publisher: hostile, documentNumber: hostile },
    };
    const poisoned: Lookup = {
      figure: () => ({
        ...figures.count,
        indicator: { ...figures.count.indicator, label: both, unit: both },
        source: source.data,
      }),
      hotline: () => ({
        ...hotlines['111'],
        data: { ...hotlines['111'].data, display: hostile, name: both, answers: both, hours: both, cost: both },
      }),
      source: () => source,
      term: () => ({ ...term, data: { ...term.data, term: hostile } }),
      quote: () => ({ text: hostile, source }),
    };
    const body = [
      tags.Figure.example,
      `Có ${tags.Figure.example}, gọi ${tags.Hotline.example}, theo ${tags.Term.example}.`,
      tags.Hotline.example,
      tags.Quote.example,
    ].join('\n\n');
    const html = await renderBody(body, poisoned);
    expect(elements(html)).toEqual(['a', 'blockquote', 'div', 'figcaption', 'figure', 'p', 'span']);
    expect(unescaped(/ title="([^"]*)">BCĐ 138/.exec(html)![1]!)).toBe(hostile);
    expect(unescaped(/ aria-label="([^"]*)">/.exec(html)![1]!)).toBe(`Gọi ${hostile}, ${hostile}`);
    expect(await htmlProblems(html)).toEqual([]);
  });

  test('a tag that points to nothing stops the build', async () => {
    await expect(renderBody('<Hotline id="999" />')).rejects.toThrow('No entry “999”');
  });
});
