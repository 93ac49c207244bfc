/**
 * `npm start`: builds the site and serves it at http://localhost:4321 (`PORT` for another port).
 * A taken port is found out before the build; the message names the next free one.
 */
import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { preview } from 'astro';

const root = path.resolve(import.meta.dirname, '../..');

const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, 'localhost', () => server.close(() => resolve(true)));
  });

const nextFree = async (port: number): Promise<number> => ((await isFree(port)) ? port : nextFree(port + 1));

const wanted = process.env.PORT ?? '4321';
const port = Number(wanted);
if (!Number.isInteger(port) || port < 1 || port > 65535) {
  console.error(`PORT must be a number from 1 to 65535, not “${wanted}”.`);
  process.exit(1);
}
if (!(await isFree(port))) {
  console.error(`Port ${port} is taken. The next free one is ${await nextFree(port + 1)}: PORT=${await nextFree(port + 1)} npm start`);
  process.exit(1);
}
const built = spawnSync(process.execPath, [path.join(import.meta.dirname, 'build.ts')], { cwd: root, stdio: 'inherit' });
if (built.status !== 0) process.exit(built.status ?? 1);

process.env.ASTRO_TELEMETRY_DISABLED = '1';
await preview({ root, server: { port, host: 'localhost' }, logLevel: 'error' });
console.log(`\nThe site is at http://localhost:${port}${process.env.SITE_BASE ?? '/'}  (Ctrl+C to stop)`);
