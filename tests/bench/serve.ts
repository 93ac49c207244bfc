/** A folder served over loopback as a good host would: brotli, and the address of a folder for its `index.html`. */
import { createServer } from 'node:http';
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.xml': 'application/xml',
  '.atom': 'application/atom+xml',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};
const packed = /^(?:text\/|application\/(?:json|manifest|xml|atom|wasm)|image\/svg)/;

/** As servers compress beforehand. */
export const brotli = (body: Buffer | string): Buffer => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });

interface Served {
  origin: string;
  close: () => Promise<void>;
}

/** Serves `folder`; what is compressed is kept, so that no answer waits for it twice. */
export const serveCompressed = async (folder: string): Promise<Served> => {
  const ready = new Map<string, { status: number; type: string; body: Buffer; encoding: string | null }>();
  const read = (pathname: string) => {
    let file = path.join(folder, path.normalize(decodeURIComponent(pathname)));
    let status = 200;
    try {
      if (statSync(file).isDirectory()) file = path.join(file, 'index.html');
      statSync(file);
    } catch {
      file = path.join(folder, '404.html');
      status = 404;
    }
    const type = types[path.extname(file)] ?? 'application/octet-stream';
    let body: Buffer;
    try {
      body = readFileSync(file);
    } catch {
      return { status, type: 'text/plain', body: Buffer.from('Not found'), encoding: null };
    }
    return packed.test(type) ? { status, type, body: brotli(body), encoding: 'br' } : { status, type, body, encoding: null };
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    let answer = ready.get(pathname);
    if (!answer) ready.set(pathname, (answer = read(pathname)));
    response.writeHead(answer.status, { 'content-type': answer.type, 'content-length': answer.body.length, 'cache-control': 'no-cache', ...(answer.encoding ? { 'content-encoding': answer.encoding } : {}) }).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return {
    origin: `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
