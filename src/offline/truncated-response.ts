/** Pages whose transfer ended before their last byte. A server that dies halfway does not always report it. */
import { emergencyPage, truncatedPageTail } from './offline-markup.ts';

/** Whether a page, or its last bytes as text, ends as every built page does. */
const isCompleteHtml = (html: string): boolean => html.trimEnd().endsWith('</html>');

/** The text of a page. Throws if it is truncated. */
export const readCompleteHtml = async (response: Response): Promise<string> => {
  const html = await response.text();
  if (!isCompleteHtml(html)) throw new Error('The page is truncated.');
  return html;
};

const LESS_THAN = '<'.charCodeAt(0);
const GREATER_THAN = '>'.charCodeAt(0);
/** Enough bytes for the end tag and a line feed. */
const TAIL_BYTES = 16;

/**
 * Streams a page through. If it is truncated, or no byte arrives for `idleTimeout` milliseconds, a warning with numbers to call
 * follows what has arrived; if nothing has arrived, the emergency page stands alone. A browser would show an error or wait forever.
 */
export const completeTruncated = (response: Response, idleTimeout: number): Response => {
  const { body, status, statusText, headers } = response;
  if (!body) return response;
  const reader = body.getReader();
  /** The last bytes so far, one character each. */
  let tail = '';
  /** Whether the bytes so far end inside a tag, where an open attribute would swallow what follows. */
  let isInTag = false;
  const stream = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      let timer: ReturnType<typeof setTimeout> | undefined;
      const idle = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error('No byte arrived in time.')), idleTimeout);
      });
      try {
        const { done, value } = await Promise.race([reader.read(), idle]);
        if (value) {
          tail = (tail + String.fromCharCode(...value.slice(-TAIL_BYTES))).slice(-TAIL_BYTES);
          const [opened, closed] = [value.lastIndexOf(LESS_THAN), value.lastIndexOf(GREATER_THAN)];
          if (opened !== closed) isInTag = opened > closed;
          controller.enqueue(value);
        }
        if (!done) return;
        if (!isCompleteHtml(tail)) throw new Error('The page is truncated.');
        controller.close();
      } catch {
        // Two quotes: the first ends an open value, both are an empty value after `=`.
        const ending = tail === '' ? emergencyPage : (isInTag ? '"">' : '') + truncatedPageTail;
        controller.enqueue(new TextEncoder().encode(ending));
        controller.close();
        void reader.cancel().catch(() => undefined);
      } finally {
        clearTimeout(timer);
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return new Response(stream, { status, statusText, headers });
};
