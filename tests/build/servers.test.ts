/** The built site on real servers, each with the configuration that the site gives for it: what they say, what they pack, what they hide. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { headersFor, isCompressible, mimeTypes } from '../../src/hosting/header-rules.ts';
import { dist, filesBelow, pageTypes } from '../support/dist.ts';
import { load } from '../support/load.ts';
import { caddy, nginx, startCaddy, startNginx, startSirv, type Running, type Served } from '../support/servers.ts';

interface Answer {
  status: number;
  headers: Record<string, string | undefined>;
  body: Buffer;
}

/** Asks exactly for `address`: nothing is put in order, unpacked or followed. */
const ask = (origin: string, address: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    request({ hostname, port, path: address, headers, method, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode!,
          headers: response.headers as Answer['headers'],
          body: Buffer.concat(chunks),
        }),
      );
    })
      .on('error', reject)
      .end();
  });

const first = (folder: string): string =>
  `/${folder}/${readdirSync(path.join(dist, folder)).find((name) => !/\.(?:br|gz)$/.test(name))!}`;
const {
  alert,
  frame,
  'indicator with chart': indicator,
} = pageTypes as Record<'alert' | 'frame' | 'indicator with chart', string>;
/** One address of every kind. */
const addresses = [
  ...Object.values(pageTypes),
  ...['_astro', 'chia-se', 'pagefind/fragment', 'pagefind/index', 'pagefind/filter'].map(first),
  ...[
    '/sw.js',
    '/luu-tren-may/goi.json',
    '/pagefind/pagefind.js',
    '/pagefind/pagefind-entry.json',
    '/manifest.webmanifest',
    '/favicon.svg',
    '/icon-192.png',
    '/robots.txt',
    '/sitemap.xml',
    '/feed.css',
    '/.well-known/security.txt',
  ],
  ...['/feed.xml', '/feed.json', '/canh-bao/feed.xml', '/canh-bao/cap.xml', `${alert}loa.txt`, '/so-lieu/feed.json'],
  ...[
    `${indicator}data.csv`,
    `${indicator}chart.svg`,
    '/du-lieu/tat-ca.xlsx',
    '/du-lieu/tat-ca.zip',
    '/du-lieu/api/index.json',
  ],
];
const fileOf = (address: string): string => address.replace(/\/$/, '/index.html');
const bytesOf = (address: string): Buffer => readFileSync(path.join(dist, fileOf(address)));
const typeOf = (address: string): string =>
  mimeTypes[path.extname(fileOf(address)).slice(1)] ?? 'application/octet-stream';

const programs = { nginx: nginx(), caddy: caddy() };
const starts: Record<string, (served: Served) => Promise<Running>> = { 'sirv (npm)': startSirv };
for (const [name, found] of Object.entries(programs)) {
  if ('missing' in found)
    console.warn(
      `\n!! ${name} IS NOT TESTED HERE: it is not on this machine, and Debian's package could not be had (${found.missing}). The same table of headers is tested on sirv, a server from npm.\n`,
    );
  else if (name === 'caddy') starts.caddy = (served) => startCaddy(found.file, served);
  else {
    starts.nginx = (served) => startNginx(found.file, served);
    starts['nginx without brotli'] = (served) => startNginx(found.file, served, { brotli: false });
  }
}

/** What must never be served lies in the folder. */
const work = mkdtempSync(path.join(tmpdir(), 'servers-'));
const folder = path.join(work, 'site');
/** One address has moved. */
const content = path.join(work, 'content');
const hidden = ['/.git/config', '/.env', '/canh-bao/.htpasswd'];
beforeAll(() => {
  cpSync(dist, folder, { recursive: true });
  for (const file of hidden) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), 'secret');
  }
  mkdirSync(content);
  writeFileSync(path.join(content, 'addresses.txt'), `/canh-bao/\n/canh-bao/cu/ -> ${alert}\n`);
});
afterAll(() => rmSync(work, { recursive: true }));

test('the build has packed every text of more than 1 KB, and nothing else', () => {
  const wanted = filesBelow(dist).filter(
    (file) => isCompressible(file) && readFileSync(path.join(dist, file)).length >= 1024,
  );
  expect(wanted.length).toBeGreaterThan(300);
  const all = readdirSync(dist, { recursive: true, encoding: 'utf8' }).map((file) => file.split(path.sep).join('/'));
  for (const end of ['.br', '.gz'])
    expect(all.filter((file) => file.endsWith(end)).sort()).toEqual(wanted.map((file) => file + end).sort());
  for (const file of wanted) {
    const bytes = readFileSync(path.join(dist, file));
    expect(brotliDecompressSync(readFileSync(path.join(dist, `${file}.br`))).equals(bytes), file).toBe(true);
    const packed = readFileSync(path.join(dist, `${file}.gz`));
    expect(gunzipSync(packed).equals(bytes), file).toBe(true);
    // Without the time it was packed at.
    expect(packed.readUInt32LE(4), file).toBe(0);
  }
});

describe.each(Object.entries(starts))('%s', (name, start) => {
  const encodings = name === 'nginx without brotli' ? ['gzip', 'identity'] : ['br', 'gzip', 'identity'];
  let server: Running;
  let below: Running;
  beforeAll(async () => {
    server = await start({ folder, base: '/', content });
    below = await start({ folder, base: '/cb/', content });
  });
  afterAll(() => Promise.all([server.close(), below.close()]));

  /** What differs from the table of headers. */
  const flaws = ({ headers }: Answer, wanted: Record<string, string>): string[] => [
    ...Object.entries(wanted).flatMap(([header, value]) =>
      headers[header.toLowerCase()] === value ? [] : [`${header}: ${headers[header.toLowerCase()] ?? '(none)'}`],
    ),
    ...(wanted['Access-Control-Allow-Origin'] === undefined && headers['access-control-allow-origin'] !== undefined
      ? ['Access-Control-Allow-Origin is there']
      : []),
    ...(/\d/.test(headers.server ?? '') ? [`Server: ${headers.server!}`] : []),
    ...(headers['set-cookie'] === undefined ? [] : ['Set-Cookie']),
  ];
  const isNotFound = (answer: Answer, base = '/'): void => {
    expect(answer.status).toBe(404);
    expect(answer.headers['content-type']).toBe(mimeTypes.html);
    expect(flaws(answer, headersFor(`${base}404.html`, base))).toEqual([]);
    expect(answer.body.equals(bytesOf('/404.html'))).toBe(true);
  };

  test('every kind of address has its bytes, its type and its headers', async () => {
    for (const address of addresses) {
      const answer = await ask(server.origin, address);
      if (address === '/404.html' && answer.status === 404) continue;
      expect(answer.status, address).toBe(200);
      expect(answer.headers['content-type'], address).toBe(typeOf(address));
      expect(answer.headers['content-encoding'], address).toBe(undefined);
      expect(flaws(answer, headersFor(address)), address).toEqual([]);
      expect(answer.body.equals(bytesOf(address)), address).toBe(true);
    }
  });

  test.each(encodings)('text is sent as it was packed: %s', async (encoding) => {
    for (const address of addresses) {
      const answer = await ask(server.origin, address, { 'accept-encoding': encoding });
      const bytes = bytesOf(address);
      const packed = path.join(dist, `${fileOf(address)}.${encoding === 'br' ? 'br' : 'gz'}`);
      if (encoding === 'identity' || !existsSync(packed)) {
        // nginx also packs what the build found too small for a copy.
        if (answer.headers['content-encoding'] === undefined) expect(answer.body.equals(bytes), address).toBe(true);
        else
          expect([answer.headers['content-encoding'], gunzipSync(answer.body).equals(bytes)], address).toEqual([
            'gzip',
            true,
          ]);
        if (!isCompressible(fileOf(address))) expect(answer.headers['content-encoding'], address).toBe(undefined);
        continue;
      }
      expect(answer.headers['content-encoding'], address).toBe(encoding);
      expect(answer.headers['content-type'], address).toBe(typeOf(address));
      expect(answer.headers.vary?.toLowerCase(), address).toContain('accept-encoding');
      expect(answer.body.equals(readFileSync(packed)), address).toBe(true);
    }
  });

  test('what a browser holds is asked for again, and costs no bytes while it is the same', async () => {
    for (const address of ['/', alert, '/canh-bao/feed.xml', '/sw.js', '/luu-tren-may/goi.json']) {
      for (const encoding of encodings) {
        const { headers } = await ask(server.origin, address, { 'accept-encoding': encoding });
        expect(headers.etag, address).toBeTruthy();
        const again = await ask(server.origin, address, {
          'accept-encoding': encoding,
          'if-none-match': headers.etag!,
        });
        expect(again.status, address).toBe(304);
        expect(again.body.length).toBe(0);
        expect(flaws(again, headersFor(address)), address).toEqual([]);
      }
    }
  });

  test('an unknown address has the page for it, is not kept, and lists nothing', async () => {
    // A file of `_astro` that is gone must not be gone for a year.
    for (const address of [
      '/khong-co/',
      '/khong-co',
      '/_astro/khong-co.js',
      '/chia-se/khong-co.png',
      '/nhung/khong-co/',
      '/_astro/',
      '/chia-se/',
      '/pagefind/',
      '/.well-known/',
      '/so-lieu/chu-de/',
    ])
      isNotFound(await ask(server.origin, address));
  });

  test('hidden files, files for other hosts, packed copies and what lies outside are nobody’s', async () => {
    for (const file of hidden) expect(existsSync(path.join(folder, file))).toBe(true);
    for (const address of [...hidden, '/.git/', '/_headers', '/_redirects', '/index.html.br', '/index.html.gz'])
      isNotFound(await ask(server.origin, address));
    for (const address of [
      '/../site/.env',
      '/%2e%2e/site/.env',
      '/canh-bao/..%2f..%2f.env',
      '/..%2f..%2fetc/passwd',
      '//etc/passwd',
      '/%2egit/config',
      '/canh-bao/%00',
    ]) {
      const { status, body } = await ask(server.origin, address);
      expect(status, address).toBeGreaterThanOrEqual(400);
      expect(body.toString(), address).not.toMatch(/secret|root:/);
    }
  });

  test('an address that has moved leads on for good, as does a folder without its slash', async () => {
    for (const [from, to] of [
      ['/canh-bao/cu/', alert],
      [alert.replace(/\/$/, ''), alert],
    ] as const) {
      const answer = await ask(server.origin, from);
      expect([301, 308]).toContain(answer.status);
      expect(answer.headers.location).toBe(to);
      expect(answer.headers['strict-transport-security']).toBeTruthy();
    }
  });

  test('all of it holds below a path', async () => {
    for (const address of [
      '/',
      '/canh-bao/',
      frame,
      first('_astro'),
      '/canh-bao/cap.xml',
      '/du-lieu/tat-ca.csv',
      '/.well-known/security.txt',
    ]) {
      const answer = await ask(below.origin, `/cb${address}`, { 'accept-encoding': encodings[0]! });
      expect(answer.status, address).toBe(200);
      expect(answer.headers['content-type'], address).toBe(typeOf(address));
      expect(flaws(answer, headersFor(address, '/')), address).toEqual([]);
    }
    for (const [from, to] of [
      ['/cb', '/cb/'],
      ['/cb/canh-bao', '/cb/canh-bao/'],
      ['/cb/canh-bao/cu/', `/cb${alert}`],
    ] as const)
      expect((await ask(below.origin, from)).headers.location, from).toBe(to);
    for (const address of ['/cb/khong-co/', '/cb/_astro/khong-co.js', '/cb/.git/config', '/cb/_headers'])
      isNotFound(await ask(below.origin, address), '/cb/');
    expect((await ask(below.origin, '/canh-bao/')).status).toBe(404);
  });

  test('nothing but reading is answered', async () => {
    const { status, headers, body } = await ask(server.origin, '/', {}, 'HEAD');
    expect([status, body.length]).toEqual([200, 0]);
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    if (name !== 'sirv (npm)')
      for (const method of ['POST', 'PUT', 'DELETE'])
        expect((await ask(server.origin, '/', {}, method)).status).toBe(405);
  });
});

// How fast they are is no matter for a test: npm run bench:load.
test('5,000 readers are answered, fifty at a time', async () => {
  const server = await (starts.nginx ?? startSirv)({ folder, base: '/', content });
  const { requests, failed } = await load(
    server.origin,
    addresses.filter((address) => address !== '/404.html'),
    5000,
  );
  await server.close();
  expect({ requests, failed }).toEqual({ requests: 5000, failed: 0 });
});
