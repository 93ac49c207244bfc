/** What each step reads of a rendered page, and that it changes nothing else. An independent parser (parse5) compares before and after. */
import fc from 'fast-check';
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, test } from 'vitest';
import { ogImagePath, type OgImage } from '../../src/og-image.ts';
import { injectCsp } from '../../src/postprocess/csp.ts';
import { OgImageGenerator } from '../../src/postprocess/og-images.ts';
import { RenderedPage } from '../../src/postprocess/page.ts';
import { entriesOf } from '../../src/postprocess/search-index.ts';
import { renderSitemap, sitemapEntry } from '../../src/postprocess/sitemap.ts';
import { stripSearchAttributes } from '../../src/postprocess/strip-search-attributes.ts';
import { decode, encode } from '../../src/search/folding.ts';
import { temporaryFolder } from '../support/content.ts';

const REMOVED = [
  'data-pagefind-ignore',
  'data-search-title',
  'data-search-words',
  'data-search-record',
  'data-og-image',
];

/** Every element with its attributes and every text of a page, but for what the steps are meant to remove and add. */
const contentOf = (html: string): string[] => {
  const visit = (node: DefaultTreeAdapterTypes.ChildNode): string[] => {
    if ('value' in node) return [node.value];
    if (!('tagName' in node)) return [];
    const attributes = node.attrs.map(({ name, value }) => `${name}=${value}`);
    if (attributes.some((each) => each.startsWith('data-pagefind-filter='))) return [];
    if (attributes.includes('http-equiv=content-security-policy')) return [];
    const kept = attributes.filter((each) => !REMOVED.includes(each.split('=')[0] ?? ''));
    return [`<${node.tagName} ${kept.join(' ')}>`, ...node.childNodes.flatMap(visit), `</${node.tagName}>`];
  };
  return parse(html).childNodes.flatMap(visit);
};

/** A page after every step of `PagePipeline.process`; only Pagefind itself is left out. */
const processed = (html: string, images: OgImageGenerator): string => {
  const page = new RenderedPage('/la/', html);
  entriesOf(page);
  images.queue(page);
  stripSearchAttributes(page);
  injectCsp(page);
  sitemapEntry(page);
  return page.toString();
};

const generator = () => new OgImageGenerator(temporaryFolder(), temporaryFolder());

/** As Astro writes an attribute: `<` and `>` stay as they are. */
const attribute = (name: string, value: string): string =>
  ` ${name}="${value.replaceAll('&', '&#38;').replaceAll('"', '&#34;')}"`;
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Titles, attributes and scripts that look like markup. */
const odd = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>&lt;/title>&lt;main> "&amp;" 'x'</title>
<meta name="description"${attribute('content', `</head><body> "trích" > 'x' & <main data-search-words="y">`)}>
<link rel="canonical" href="https://a.example/la/?a=1&#38;b=2">
<style>a::after{content:"</main>"}b>i{top:0}</style><noscript><style>u{}</style></noscript></head><body>
<script>const a = "</main>", b = '<main data-pagefind-body data-search-title="z">', c = 1 < 2 && 3 > 2, d = "$&$1";</script>
<main id="noi-dung" data-pagefind-body${attribute('data-search-title', '<b>Lạ</b> > "lạ"')}${attribute('data-search-words', `a < b; "c" data-search-words='d'`)}>
<span hidden data-pagefind-filter="kind:bai-viet"></span><!-- <main> </main> -->
<h1>Câu hỏi &lt;main> &amp; “$&amp;”</h1><p title='data-pagefind-ignore="all" &gt;'>Viết data-search-words="c" ra.</p>
<pre>a  &lt;b
</pre><ul data-pagefind-ignore="all"><li data-search-record="Từ &#34;lạ&#34; <i>" id="t">Đường <b>dây</b></li></ul>
<svg viewBox="0 0 1 1"><title>đ</title><path d="M0 0"/></svg><br><input disabled value=x><script type="application/ld+json">{"a":"</main>"}</script></main></body></html>
`;

describe('every step', () => {
  test('leaves an odd page as it is but for what it removes and adds', () => {
    const after = processed(odd, generator());
    expect(contentOf(after)).toEqual(contentOf(odd));
    expect(after).not.toMatch(/<[^<>]*\sdata-pagefind-(?:ignore|filter)=/);
    expect(after.match(/http-equiv="content-security-policy"/g)).toHaveLength(1);
    // What is removed and what is added aside, the bytes are the same.
    const [head, main] = ['<title>', '<h1>'];
    expect(after.slice(after.indexOf(head), after.indexOf('<main id'))).toBe(
      odd.slice(odd.indexOf(head), odd.indexOf('<main id')),
    );
    expect(after.slice(after.indexOf(main), after.indexOf('<ul>'))).toBe(
      odd.slice(odd.indexOf(main), odd.indexOf('<ul data-')),
    );
  });

  test('leaves any page as it is but for what it removes and adds', () => {
    const text = fc.string({
      unit: fc.constantFrom(...Array.from(`aăđ <>"'&=/\n$`), ' data-search-words="x"', '</main>', '<main>', '-->'),
      maxLength: 12,
    });
    const images = generator();
    fc.assert(
      fc.property(text, text, text, text, (title, summary, words, body) => {
        const html = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>${escaped(title)}</title><meta name="description"${attribute('content', summary)}></head><body><main data-pagefind-body${attribute('data-search-words', words)}${attribute('title', words)}><p${attribute('title', body)} data-pagefind-ignore>${escaped(body)}</p><p${attribute('data-search-record', words)} id="x">${escaped(title)}</p></main></body></html>`;
        expect(contentOf(processed(html, images))).toEqual(contentOf(html));
      }),
    );
  });
});

describe('edits', () => {
  const page = () => new RenderedPage('/', '<p a="1" b>x</p><i></i>');

  test('are applied where the source stands, in whatever order they were made', () => {
    const edited = page();
    const [p, i] = edited.elements;
    if (!p || !i) throw new Error('not parsed');
    edited.remove(i);
    edited.insertAfterOpeningTag(p, '<b>');
    edited.removeAttributes(p, (name) => name === 'a');
    expect(edited.toString()).toBe('<p b><b>x</p>');
  });

  test('that overlap are refused: two steps would undo each other', () => {
    const edited = page();
    const [p] = edited.elements;
    if (!p) throw new Error('not parsed');
    edited.remove(p);
    edited.removeAttributes(p, () => true);
    expect(() => edited.toString()).toThrow('/: two steps edit “ a="1"”');
  });
});

test('what only the search index reads is no part of a finished page', () => {
  const page = new RenderedPage(
    '/',
    '<main data-pagefind-body data-search-words="a; b"><span hidden data-pagefind-filter="kind:x"></span><ul data-pagefind-ignore="all"><li id="t" data-search-record="T">data-search-words="c"</li></ul></main>',
  );
  stripSearchAttributes(page);
  expect(page.toString()).toBe('<main data-pagefind-body><ul><li id="t">data-search-words="c"</li></ul></main>');
});

describe('entries of the search index', () => {
  test('a page, and each part of it that is found by itself', () => {
    const entries = entriesOf(
      new RenderedPage(
        '/thuat-ngu/',
        '<html lang="vi"><head><meta name="description" content="Tóm tắt"></head><body><main data-pagefind-body data-search-words="hỏi; đáp"><h1>Từ ngữ</h1><div id="otp" data-search-record="OTP"><b>mã</b> một lần</div></main></body></html>',
      ),
    );
    expect(entries.map(({ url }) => url)).toEqual(['thuat-ngu/', 'thuat-ngu/#otp']);
    expect(entries[0]?.html).toContain(
      `<span data-pagefind-ignore data-pagefind-meta="words">${encode('hỏi; đáp')}</span>`,
    );
    expect(entries[0]?.html).toContain('<span data-pagefind-ignore data-pagefind-meta="summary">Tóm tắt</span>');
    expect(entries[0]?.html).not.toContain('một lần');
    expect(entries[1]?.html).toContain('<b>mã</b> một lần');
  });

  test('are whole where a page looks odd: attributes are text, no markup', () => {
    const [page, record] = entriesOf(new RenderedPage('/la/', odd)).map(({ html }) => decode(html));
    expect(page).toContain('data-pagefind-meta="title">&lt;b&gt;Lạ&lt;/b&gt; &gt; &quot;lạ&quot;</span>');
    expect(page).toContain('data-pagefind-meta="summary">&lt;/head&gt;&lt;body&gt; &quot;trích&quot; &gt;');
    expect(page).toContain('Viết data-search-words="c" ra.');
    expect(page).toMatch(
      /^<html lang="vi"><body><main id="noi-dung" data-pagefind-body="">.*<\/main><\/body><\/html>$/s,
    );
    // Neither scripts, styles and drawings, nor the part that is an entry of its own.
    expect(page).not.toMatch(/const a|"a":|viewBox|Đường/);
    expect(record).toContain('data-pagefind-meta="title">Từ &quot;lạ&quot; &lt;i&gt;</span>');
    expect(record).toContain('<span data-pagefind-filter="kind:bai-viet"></span><li id="t">Đường <b>dây</b></li>');
  });

  test('none of a page that takes no part', () => {
    expect(entriesOf(new RenderedPage('/', '<main><p>data-pagefind-body</p></main>'))).toEqual([]);
  });
});

describe('the sitemap', () => {
  const page = (head: string) => sitemapEntry(new RenderedPage('/', `<head>${head}</head><body></body>`));
  const canonical = '<link rel="canonical" href="https://a.example/b/?c&#38;d">';

  test('lists a page by its canonical URL, and when it changed', () => {
    expect(page(`${canonical}<meta property="article:modified_time" content="2026-03">`)).toEqual({
      url: 'https://a.example/b/?c&d',
      modified: '2026-03',
    });
    expect(page(canonical)).toEqual({ url: 'https://a.example/b/?c&d', modified: undefined });
  });

  test('leaves out a page that is not to be indexed', () => {
    expect(page('')).toBe(null);
    expect(page(`${canonical}<meta name="robots" content="noindex">`)).toBe(null);
  });

  test('is split where it is long, and exists where there is no page', () => {
    const entries = ['a', 'b', 'c'].map((name) => ({ url: `https://a.example/${name}/`, modified: undefined }));
    const files = renderSitemap(entries, 'https://a.example/cb/', 2);
    expect(Object.keys(files).sort()).toEqual(['sitemap-1.xml', 'sitemap-2.xml', 'sitemap.xml']);
    expect(files['sitemap.xml']).toContain('<loc>https://a.example/cb/sitemap-2.xml</loc>');
    expect(files['sitemap-2.xml']).toContain('<loc>https://a.example/c/</loc>');
    expect(renderSitemap([], 'https://a.example/')['sitemap.xml']).toContain('<urlset');
  });
});

test('the content of a share image leaves the page, and its address stays', async () => {
  const image: OgImage = { label: 'a', title: '"b" <c>', number: '1', answers: 'd', site: 'e', note: 'f' };
  const site = temporaryFolder();
  const generator = new OgImageGenerator(temporaryFolder(), site);
  const html = `<meta property="og:image" content="x"${attribute('data-og-image', JSON.stringify(image))}>`;
  const pages = ['/a/', '/b/'].map((path) => new RenderedPage(path, html));
  pages.forEach((page) => generator.queue(page));
  for (const page of pages) expect(page.toString()).toBe('<meta property="og:image" content="x">');
  expect(await generator.flush()).toBe('1 share images, 1 of them drawn');
  expect(ogImagePath(image)).toMatch(/^\/chia-se\/[0-9a-f]{16}\.png$/);
});
