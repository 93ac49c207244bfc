/** Serves the built site for the tests; its address reaches them as `inject('origin')`. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { DEFAULT_MIME_TYPE, headersFor, mimeTypes } from '../../src/hosting/header-rules.ts';
import { unpackBrowser } from './browser.ts';
import { root } from './run.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    origin: string;
  }
}

/** Answers a request in the place of the server, or returns false to leave it to the server. */
export type Answer = (request: IncomingMessage, response: ServerResponse) => boolean;

const typeOf = (file: string): string => mimeTypes[path.extname(file).slice(1)] ?? DEFAULT_MIME_TYPE;

/** A plain static server: no rewriting. Below `base` it serves `folder`, elsewhere nothing. */
const serve = (folder: string, base: string, answer: Answer | undefined, headers: boolean) =>
  createServer((request, response) => {
    if (answer?.(request, response)) return;
    const headersOf = (address: string) => (headers ? headersFor(address, base) : {});
    void (async () => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      let file = path.join(folder, path.normalize(decodeURIComponent(`/${pathname.slice(base.length)}`)));
      try {
        if (!pathname.startsWith(base)) throw new Error('elsewhere');
        if ((await stat(file)).isDirectory()) file = path.join(file, 'index.html');
        const body = await readFile(file);
        response.writeHead(200, { ...headersOf(pathname), 'content-type': typeOf(file) }).end(body);
      } catch {
        response
          .writeHead(404, { ...headersOf(`${base}404.html`), 'content-type': typeOf('404.html') })
          .end(await readFile(path.join(folder, '404.html')));
      }
    })();
  });

/**
 * Serves a built site on a port of its own. `answer` goes first: a network that fails. Without `headers` the answers carry none of those
 * that the site asks of its hosts, as on a host that sets none: then the policy in each page is the only one.
 */
export const listen = async (
  folder: string,
  base = '/',
  answer?: Answer,
  { headers = true } = {},
): Promise<{ origin: string; close: () => Promise<void> }> => {
  const server = serve(folder, base, answer, headers);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The test server has no port.');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // Browsers keep connections open that nobody uses any more.
        server.closeAllConnections();
      }),
  };
};

export const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  const dist = path.join(root, 'dist');
  if (!existsSync(path.join(dist, 'index.html')))
    throw new Error('There is no built site. Run `npm run build`, or `npm test`, which builds it.');
  await unpackBrowser();
  const { origin, close } = await listen(dist);
  project.provide('origin', origin);
  const variants = mkdtempSync(path.join(tmpdir(), 'variants-'));
  project.provide('variants', variants);
  return async () => {
    await close();
    rmSync(variants, { recursive: true, force: true });
  };
};
