/** Pages whose transfer ends early: the reader sees what arrived, and the numbers to call. */
import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { expect, test } from 'vitest';
import { completeTruncated, readCompleteHtml } from '../../src/offline/truncated-response.ts';

const IDLE_TIMEOUT = 60_000;

/** What pages of the site are made of: a cut may fall into any of it. */
const page = `<!DOCTYPE html><html lang="vi"><head><meta charset="utf-8"><title>Vượt biên – Cảnh báo</title><style>p>a{color:red}</style><script type="application/ld+json">{"a":"<b>"}</script></head><body data-worker="/sw.js"><header class="masthead"><a href="/"><svg viewBox="0 0 9 9"><title>Dấu</title><path d="M0 0h9"/></svg>Trang chủ</a><nav><ul><li><a href="/a/">A</a></ul></nav></header><main><h1>Vượt biên</h1><details><summary>Thêm</summary><p>Chữ.</p></details><figure><table><tr><td>1 &lt; 2</td></tr></table></figure><form action="/tim/"><label>Tìm <input name="q" value="a > b"></label><select><option>Mới</option></select><noscript><p>Cần JavaScript</p></noscript><button>Tìm</button></form></main><footer><p>Hết</p></footer><script>if (1 < 2) document.title += '>'</script></body></html>`;

const responseOf = (chunks: readonly Uint8Array[], error?: Error): Response =>
  new Response(
    new ReadableStream<Uint8Array>({
      start: (controller) => {
        chunks.forEach((chunk) => controller.enqueue(chunk));
        if (error) controller.error(error);
        else controller.close();
      },
    }),
    { status: 200, headers: { 'content-type': 'text/html' } },
  );
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const completed = (response: Response): Promise<string> => completeTruncated(response, IDLE_TIMEOUT).text();

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;
/** Names of the elements from the root to the first that `wanted` picks; null where there is none. */
const wayTo = (node: Node, wanted: (node: Node) => boolean): string[] | null => {
  if (wanted(node)) return [node.nodeName];
  for (const child of 'childNodes' in node ? node.childNodes : []) {
    const way = wayTo(child, wanted);
    if (way) return [node.nodeName, ...way];
  }
  return null;
};
const isCall = (node: Node): boolean =>
  node.nodeName === 'a' &&
  'attrs' in node &&
  node.attrs.some(({ name, value }) => name === 'href' && value === 'tel:113');

test.each(['', '\n', '\r\n  '])('a complete page passes as it is, with %j after its end', async (after) => {
  const bytes = encode(page + after);
  expect(await completed(responseOf([bytes]))).toBe(page + after);
  // In chunks of any size, and through a letter of several bytes.
  for (const size of [1, 7, 100])
    expect(
      await completed(
        responseOf(
          Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
            bytes.slice(index * size, (index + 1) * size),
          ),
        ),
      ),
    ).toBe(page + after);
  expect(await readCompleteHtml(responseOf([bytes]))).toBe(page + after);
});

test('wherever a page is cut, the numbers to call follow as links that a reader sees', async () => {
  const bytes = encode(page);
  const hidden: string[] = [];
  for (let end = 1; end < bytes.length - 1; end++) {
    const arrived = bytes.slice(0, end);
    const html = await completed(responseOf([arrived]));
    const way = wayTo(parse(html), isCall);
    // Not as the text of a title, inside a drawing, a link, or what is folded away.
    if (
      !way ||
      way.slice(0, -1).some((name) => /^(?:a|button|details|noscript|script|select|style|svg|title)$/.test(name))
    )
      hidden.push(`${new TextDecoder().decode(arrived).slice(-30)} → ${way?.join(' ') ?? 'nothing'}`);
    await expect(readCompleteHtml(responseOf([arrived]))).rejects.toThrow('truncated');
  }
  expect(hidden).toEqual([]);
});

test('a connection that breaks ends the page the same way, in chunks too', async () => {
  const half = encode(page.slice(0, 400));
  for (const chunks of [[half], [half.slice(0, 50), half.slice(50)]]) {
    const html = await completed(responseOf(chunks));
    expect(html.startsWith(page.slice(0, 400))).toBe(true);
    expect(html).toMatch(/tel:113.*tel:111.*<\/html>$/s);
  }
});

test('where nothing arrives, a page with the numbers alone stands in', async () => {
  for (const response of [responseOf([]), responseOf([], new Error('cut'))])
    expect(await completed(response)).toMatch(/^<!DOCTYPE html>.*tel:113.*tel:111.*<\/html>$/s);
});

test('status and headers stay', () => {
  const { status, headers } = completeTruncated(
    new Response(page, { status: 404, headers: { 'x-a': 'b' } }),
    IDLE_TIMEOUT,
  );
  expect([status, headers.get('x-a')]).toEqual([404, 'b']);
});
