/** Serves pages in chunks, as a slow connection does, and records layout shifts while they arrive. */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext } from 'playwright-core';
import type { Answer } from './site.ts';

/** How many chunks a page is sent in, and the time to paint each. */
interface Chunking {
  chunks: number;
  pauseMs: number;
}

/** Enough for nearly every block of a page to be the last one of a chunk. */
const defaultChunking: Chunking = { chunks: 32, pauseMs: 25 };

/** For `listen`: every page below `folder` is sent with its head at once, its body in chunks. */
export const inChunks =
  (folder: string, { chunks, pauseMs } = defaultChunking): Answer =>
  (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (!/(?:\/|\.html)$/.test(pathname)) return false;
    const named = path.join(folder, path.normalize(decodeURIComponent(pathname)));
    let body: Buffer;
    try {
      body = readFileSync(statSync(named).isDirectory() ? path.join(named, 'index.html') : named);
    } catch {
      return false;
    }
    const start = Math.max(0, body.indexOf('<body'));
    const size = Math.ceil((body.length - start) / chunks);
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
    response.write(body.subarray(0, start));
    const send = (from: number): void => {
      response.write(body.subarray(from, from + size));
      if (from + size >= body.length) response.end();
      else setTimeout(send, pauseMs, from + size);
    };
    send(start);
    return true;
  };

/** Opens a page and lists its layout shifts until it has loaded: each element, from where to where. */
export const layoutShifts = async (context: BrowserContext, address: string): Promise<string[]> => {
  const page = await context.newPage();
  await page.addInitScript(() => {
    const moved: string[] = [];
    (window as unknown as { moved: string[] }).moved = moved;
    const at = ({ x, y, width, height }: DOMRect): string =>
      `${Math.round(x)},${Math.round(y)} ${Math.round(width)}×${Math.round(height)}`;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[];
      })[]) {
        for (const { node, previousRect, currentRect } of entry.sources) {
          const element = node instanceof Element ? node : node?.parentElement;
          moved.push(
            `${element ? [element.tagName.toLowerCase(), ...element.classList].join('.') : 'a removed element'} “${(element?.textContent ?? '').trim().slice(0, 20)}”: ${at(previousRect)} → ${at(currentRect)}`,
          );
        }
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(address, { waitUntil: 'load' });
  // Two frames: the shifts of the last chunk have been painted and reported.
  await page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve()))),
  );
  const moved = await page.evaluate(() => (window as unknown as { moved: string[] }).moved);
  await page.close();
  return moved;
};
