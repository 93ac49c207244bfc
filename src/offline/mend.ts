/** A page that comes over the network without a copy to fall back on, brought to an end where the network does not. */
import { brokenOff, lastResort } from './notice.ts';

const END = '</html>';
const LESS = '<'.charCodeAt(0);
const GREATER = '>'.charCodeAt(0);

/** Whether these are the last bytes of a page: a server that dies halfway does not always say so. */
const isEnd = (tail: string): boolean => tail.trimEnd().endsWith(END);

/**
 * The same page, as it arrives. Where it breaks off, or nothing comes for `patience` milliseconds, what is there is followed by the
 * numbers to call; where nothing came, they stand alone. Browsers would show an error in its place, or wait without end.
 */
export const mended = (response: Response, patience: number): Response => {
  const { body, status, statusText, headers } = response;
  if (!body) return response;
  const reader = body.getReader();
  /** Bytes as letters, enough of them to hold the end and a line feed. */
  let tail = '';
  /** Whether the bytes so far end within a tag, whose attribute would swallow what follows. */
  let inTag = false;
  const whole = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const silence = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('Nothing came.')), patience));
      try {
        const { done, value } = await Promise.race([reader.read(), silence]);
        if (value) {
          tail = (tail + String.fromCharCode(...value.slice(-16))).slice(-16);
          const [opened, closed] = [value.lastIndexOf(LESS), value.lastIndexOf(GREATER)];
          if (opened !== closed) inTag = opened > closed;
          controller.enqueue(value);
        }
        if (!done) return;
        if (!isEnd(tail)) throw new Error('The page broke off.');
        controller.close();
      } catch {
        controller.enqueue(new TextEncoder().encode(tail === '' ? lastResort : (inTag ? '">' : '') + brokenOff));
        controller.close();
        void reader.cancel().catch(() => undefined);
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
  return new Response(whole, { status, statusText, headers });
};
