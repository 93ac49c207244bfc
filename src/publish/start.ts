/**
 * `npm start`: builds the site and serves it at http://localhost:4321 (`PORT` for another port).
 * A taken port is reported before the build, with the next free one.
 */
import { spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import path from 'node:path';
import { preview } from 'astro';
import { environment, LAST_PORT, projectRoot } from '../environment.ts';
import { site } from '../site.ts';
import { runCommand, UserError } from './cli.ts';

/** Whether the port is free at an address. A machine without IPv6 reports another error, and the port counts as free. */
const isFreeAt = (host: string, port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code !== 'EADDRINUSE' && error.code !== 'EACCES'),
    );
    server.listen(port, host, () => server.close(() => resolve(true)));
  });

/** Both addresses are tried: `localhost` may resolve to either. */
const isFree = async (port: number): Promise<boolean> => (await isFreeAt('127.0.0.1', port)) && isFreeAt('::1', port);

const nextFree = async (port: number): Promise<number> => {
  // After the last port, continue at the first unprivileged one.
  for (let candidate = port + 1; ; candidate++) {
    if (candidate > LAST_PORT) candidate = 1024;
    if (await isFree(candidate)) return candidate;
  }
};

await runCommand(async () => {
  const { port } = environment();
  if (!(await isFree(port))) {
    const next = await nextFree(port);
    throw new UserError(`Port ${port} is taken. The next free one is ${next}: PORT=${next} npm start`);
  }
  const built = spawnSync(process.execPath, [path.join(import.meta.dirname, 'build.ts')], {
    cwd: projectRoot,
    stdio: 'inherit',
  });
  if (built.status !== 0) throw new UserError('', built.status ?? 1);

  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  await preview({ root: projectRoot, server: { port, host: 'localhost' }, logLevel: 'error' });
  console.log(`\nThe site is at http://localhost:${port}${site.base}  (Ctrl+C to stop)`);
});
