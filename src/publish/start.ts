/**
 * `npm start`: builds the site and serves it at http://localhost:4321 (`PORT` for another port).
 * A taken port is found out before the build; the message names the next free one.
 */
import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { preview } from 'astro';
import { site } from '../site.ts';
import { root } from './build-site.ts';
import { command, Fault } from './command.ts';

const LAST_PORT = 65535;

/** Whether nobody answers there yet. A machine without IPv6 has no such address to be taken. */
const isFreeAt = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code !== 'EADDRINUSE' && error.code !== 'EACCES'),
    );
    server.listen(port, host, () => server.close(() => resolve(true)));
  });

/** A browser may take `localhost` for either address. */
const isFree = async (port: number): Promise<boolean> => (await isFreeAt('127.0.0.1', port)) && isFreeAt('::1', port);

const nextFree = async (port: number): Promise<number> => {
  // After the last port comes the first that needs no rights.
  for (let candidate = port + 1; ; candidate++) {
    if (candidate > LAST_PORT) candidate = 1024;
    if (await isFree(candidate)) return candidate;
  }
};

await command(async () => {
  const wanted = process.env.PORT ?? '4321';
  const port = Number(wanted);
  if (!Number.isInteger(port) || port < 1 || port > LAST_PORT)
    throw new Fault(`PORT must be a number from 1 to ${LAST_PORT}, not “${wanted}”.`);
  if (!(await isFree(port))) {
    const next = await nextFree(port);
    throw new Fault(`Port ${port} is taken. The next free one is ${next}: PORT=${next} npm start`);
  }
  const built = spawnSync(process.execPath, [path.join(import.meta.dirname, 'build.ts')], {
    cwd: root,
    stdio: 'inherit',
  });
  if (built.status !== 0) throw new Fault('', built.status ?? 1);

  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  await preview({ root, server: { port, host: 'localhost' }, logLevel: 'error' });
  console.log(`\nThe site is at http://localhost:${port}${site.base}  (Ctrl+C to stop)`);
});
