/** A folder served over loopback as a good host would: packed by brotli, with the headers that the site asks for. */
import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { headersFor, mimeTypes } from '../../src/hosting/header-rules.ts';
import { listen } from '../support/site.ts';

const worthPacking = /^(?:text\/|application\/(?:json|manifest|xml|atom|javascript)|image\/svg)/;

/** As servers compress beforehand. */
export const brotli = (body: Buffer | string): Buffer =>
  brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });

/** Serves `folder`; what is packed is kept, so that no answer waits for it twice. What is not worth packing is served as `listen` does. */
export const serveCompressed = (folder: string): ReturnType<typeof listen> => {
  const ready = new Map<string, { type: string; body: Buffer } | null>();
  const read = (pathname: string) => {
    try {
      const named = path.join(folder, path.normalize(decodeURIComponent(pathname)));
      const file = statSync(named).isDirectory() ? path.join(named, 'index.html') : named;
      const type = mimeTypes[path.extname(file).slice(1)] ?? '';
      return worthPacking.test(type) ? { type, body: brotli(readFileSync(file)) } : null;
    } catch {
      return null;
    }
  };
  return listen(folder, '/', (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    let answer = ready.get(pathname);
    if (answer === undefined) ready.set(pathname, (answer = read(pathname)));
    if (answer === null) return false;
    response
      .writeHead(200, {
        ...headersFor(pathname, '/'),
        'content-type': answer.type,
        'content-encoding': 'br',
        'content-length': answer.body.length,
      })
      .end(answer.body);
    return true;
  });
};
