/** `npm start` as somebody runs it: builds, serves, and goes on until it is stopped. */
import { spawn } from 'node:child_process';
import { environment, root } from './run.ts';

export interface Started {
  /** Where it says that the site is. */
  address: string;
  stop: () => void;
}

/** Waits until the site is served. Rejects, with all that was printed, where the command ends before. */
export const startSite = async (env: Record<string, string>): Promise<Started> => {
  const server = spawn(process.execPath, ['src/publish/start.ts'], { cwd: root, env: { ...environment(), ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const address = await new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      said += chunk.toString();
      const named = /The site is at (\S+)/.exec(said)?.[1];
      if (named) resolve(named);
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.once('exit', (code) => reject(new Error(`It ended with ${code}: ${said}`)));
  });
  server.removeAllListeners('exit');
  return { address, stop: () => void server.kill() };
};
