/**
 * Real servers over a folder, each with the configuration that the site gives for it: nginx and Caddy from PATH, else from Debian's
 * packages, unpacked beside the tests and not installed; and a server from npm, which is everywhere.
 */
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createConnection, type AddressInfo } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import sirv from 'sirv';
import { redirects } from '../../src/content-loader/index.ts';
import { DEFAULT_MIME_TYPE, headersFor, mimeTypes } from '../../src/hosting/header-rules.ts';
import { node, root } from './run.ts';
import { freePort } from './start.ts';

export interface Running {
  origin: string;
  close: () => Promise<void>;
}

/** What is served, below which base, and the content whose addresses have moved. */
export interface Served {
  folder: string;
  base: string;
  content: string;
}

const unpacked = path.join(root, 'node_modules/.cache/debian');
const quietly = (command: string, args: string[], cwd = root): string =>
  execFileSync(command, args, { cwd, encoding: 'utf8', timeout: 60_000, stdio: ['ignore', 'pipe', 'pipe'] });

const onPath = (name: string): string | undefined =>
  [...(process.env.PATH ?? '').split(path.delimiter), '/usr/sbin', '/usr/local/sbin']
    .map((folder) => path.join(folder, name))
    .find((file) => existsSync(file));

/** Unpacks packages of Debian. Apt checks their signatures; nothing is installed, and no service starts. */
const unpack = (packages: string[]): void => {
  mkdirSync(unpacked, { recursive: true });
  const fetched = mkdtempSync(path.join(tmpdir(), 'debian-'));
  try {
    try {
      quietly('apt-get', ['download', ...packages], fetched);
    } catch {
      // The lists may be missing or old; only root may fetch them.
      quietly('apt-get', ['update']);
      quietly('apt-get', ['download', ...packages], fetched);
    }
    for (const file of readdirSync(fetched)) quietly('dpkg-deb', ['-x', path.join(fetched, file), unpacked]);
  } finally {
    rmSync(fetched, { recursive: true });
  }
};

/** The program of a server, or why there is none. */
const program = (name: string, inPackage: string, packages: string[]): { file: string } | { missing: string } => {
  const own = path.join(unpacked, inPackage);
  const found = onPath(name) ?? (existsSync(own) ? own : undefined);
  if (found) return { file: found };
  try {
    unpack(packages);
    quietly(own, [name === 'caddy' ? 'version' : '-v']);
    return { file: own };
  } catch (error) {
    return { missing: (error as Error).message.split('\n')[0]! };
  }
};

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

/** Starts a server and waits until it answers. */
const run = async (file: string, args: string[], port: number, env: Record<string, string> = {}): Promise<Running> => {
  const server = spawn(file, args, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, ...env } });
  let said = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const over = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  for (let tries = 0; !(await answers(port)); tries++) {
    if (server.exitCode !== null || tries > 1200) throw new Error(`${path.basename(file)} did not start: ${said}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => {
      server.kill();
      return over;
    },
  };
};

/** The configuration that the project's own command prints. */
const configuration = (server: string, { folder, base, content }: Served, args: string[]): string => {
  const { code, out } = node(['src/hosting/print-server-config.ts', server, '--root', folder, ...args], {
    SITE_BASE: base,
    CONTENT_DIR: content,
  });
  if (code !== 0) throw new Error(out);
  return out;
};

const MODULE = 'ngx_http_brotli_static_module.so';
const moduleFolders = [
  path.join(unpacked, 'usr/lib/nginx/modules'),
  '/usr/lib/nginx/modules',
  '/usr/share/nginx/modules',
];

/** nginx over a folder, in a process of its own. */
export const startNginx = async (
  file: string,
  served: Served,
  { brotli = true, workers = 2 } = {},
): Promise<Running> => {
  const work = mkdtempSync(path.join(tmpdir(), 'nginx-'));
  const module = brotli
    ? moduleFolders.map((folder) => path.join(folder, MODULE)).find((each) => existsSync(each))
    : undefined;
  const port = await freePort();
  writeFileSync(
    path.join(work, 'site.conf'),
    configuration('nginx', served, ['--listen', `127.0.0.1:${port}`, ...(module ? ['--brotli'] : [])]),
  );
  writeFileSync(
    path.join(work, 'nginx.conf'),
    [
      ...(module ? [`load_module ${module};`] : []),
      // As root nginx would read files as somebody who may not see the tests' folders.
      ...(userInfo().uid === 0 ? ['user root;'] : []),
      'daemon off;',
      `pid ${work}/pid;`,
      `error_log stderr warn;`,
      `worker_processes ${workers};`,
      'events { worker_connections 1024; }',
      'http {',
      ...['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `  ${name}_temp_path ${work}/${name};`),
      '  include site.conf;',
      '}',
    ].join('\n'),
  );
  const { origin, close } = await run(file, ['-e', 'stderr', '-p', work, '-c', path.join(work, 'nginx.conf')], port);
  return { origin, close: () => close().then(() => rmSync(work, { recursive: true })) };
};

/** Caddy over a folder, in a process of its own. */
export const startCaddy = async (file: string, served: Served): Promise<Running> => {
  const work = mkdtempSync(path.join(tmpdir(), 'caddy-'));
  const port = await freePort();
  writeFileSync(
    path.join(work, 'Caddyfile'),
    `{\n\tadmin off\n\tauto_https off\n}\n${configuration('caddy', served, ['--listen', `http://127.0.0.1:${port}`])}`,
  );
  const { origin, close } = await run(
    file,
    ['run', '--config', path.join(work, 'Caddyfile'), '--adapter', 'caddyfile'],
    port,
    { HOME: work, XDG_CONFIG_HOME: work, XDG_DATA_HOME: work },
  );
  return { origin, close: () => close().then(() => rmSync(work, { recursive: true })) };
};

/** sirv over a folder, by the same table; what it has no word for, such as a page for unknown addresses, stands here. */
export const startSirv = async ({ folder, base, content }: Served): Promise<Running> => {
  const serve = sirv(folder, { brotli: true, gzip: true, etag: true, extensions: ['html'] });
  const moved = redirects(content, base);
  const unlisted = new RegExp(`\\.(?:br|gz)$|^${base}_(?:headers|redirects)$`);
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const say = (address: string): void => {
      for (const [name, value] of Object.entries(headersFor(address, base))) response.setHeader(name, value);
      response.setHeader(
        'Content-Type',
        mimeTypes[/\.(\w+)$/.exec(address)?.[1] ?? (address.endsWith('/') ? 'html' : '')] ?? DEFAULT_MIME_TYPE,
      );
    };
    const lead = (to: string): void => void response.writeHead(301, { location: to }).end();
    const refuse = (): void => {
      for (const name of response.getHeaderNames()) response.removeHeader(name);
      say(`${base}404.html`);
      response.writeHead(404).end(readFileSync(path.join(folder, '404.html')));
    };
    say(pathname);
    const inside = `/${pathname.slice(base.length)}`;
    if (`${pathname}/` === base) return lead(base);
    if (!pathname.startsWith(base) || unlisted.test(pathname)) return refuse();
    if (moved[inside]) return lead(moved[inside]);
    if (!inside.endsWith('/') && existsSync(path.join(folder, inside, 'index.html'))) return lead(`${pathname}/`);
    request.url = inside;
    serve(request, response, refuse);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

export const nginx = (): ReturnType<typeof program> =>
  program('nginx', 'usr/sbin/nginx', ['nginx', 'libnginx-mod-http-brotli-static']);
export const caddy = (): ReturnType<typeof program> => program('caddy', 'usr/bin/caddy', ['caddy']);
