/** Puts copies on the device. Runs in the worker, and where a pack is saved. */
import { HELD_AT, SEEN } from './held.ts';

/** A response that remembers when it was put on the device. */
export const stamped = (body: BodyInit, response: Response, now = Date.now()): Response => {
  const headers = new Headers(response.headers);
  // The body is no longer what travelled.
  headers.delete('content-length');
  headers.delete('content-encoding');
  headers.set(HELD_AT, String(now));
  return new Response(body, { headers });
};

/** Whether a page came to its end: a server that dies halfway does not always say so. */
const isWhole = (html: string): boolean => html.trimEnd().endsWith('</html>');

/** The text of a page. Throws where the network broke off before its end. */
export const wholePage = async (response: Response): Promise<string> => {
  const html = await response.text();
  if (!isWhole(html)) throw new Error('The page broke off.');
  return html;
};

/** Keeps a page that was read, and lets go of the oldest. Throws where the device has no room. */
export const keepSeen = async (path: string, response: Response): Promise<void> => {
  const html = await wholePage(response);
  const cache = await caches.open(SEEN);
  await cache.put(path, stamped(html, response));
};
