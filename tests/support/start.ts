/** Commands that serve, as somebody runs them: they go on until they are stopped. */
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { environment, root } from './run.ts';

/** A port that nobody had a moment ago. */
export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

export interface Started {
  /** Where it says that the site is. */
  address: string;
  stop: () => void;
}

/** `npm start`: builds and serves. */
export const startSite = (env: Record<string, string>): Promise<Started> =>
  serve(['src/publish/start.ts'], /The site is at (\S+)/, env);

/** `npm run dev`, beside one that may be running already. */
export const startDevelopment = (env: Record<string, string>): Promise<Started> =>
  serve(['node_modules/astro/bin/astro.mjs', 'dev', '--ignore-lock'], /Local\s+(\S+)/, env);

/** Waits until the command says where the site is. Rejects, with all that was printed, where it ends before. */
const serve = async (args: string[], announced: RegExp, env: Record<string, string>): Promise<Started> => {
  const server = spawn(process.execPath, args, {
    cwd: root,
    env: { ...environment(), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const address = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      said += chunk.toString();
      const named = announced.exec(said)?.[1];
      if (named) resolve(named);
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.once('exit', (code) => reject(new Error(`It ended with ${code}: ${said}`)));
  });
  server.removeAllListeners('exit');
  return { address, stop: () => void server.kill() };
};
