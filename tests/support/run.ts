/** Runs a command of the project and returns what it printed. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

export interface Outcome {
  code: number;
  out: string;
}

/** What Vitest hands to its tests as `import.meta.env`; a command must not take it for its own settings. */
const ofVitest = ['ASSETS_PREFIX', 'BASE_URL', 'DEV', 'MODE', 'NODE_ENV', 'PROD', 'SITE', 'SSR', 'TEST', 'VITEST'];

/** The environment for a command, as a person has it. */
export const environment = (): NodeJS.ProcessEnv => ({
  ...process.env,
  ...Object.fromEntries(ofVitest.map((name) => [name, undefined])),
  // Where it names what was published of this repository, it means nothing to the folders of tests.
  BASE_REF: undefined,
  ASTRO_TELEMETRY_DISABLED: '1',
  NO_COLOR: '1',
});

/** Runs Node with `args` in the project. `env` is added to the environment; nothing is thrown for a failed command. */
export const node = (args: string[], env: Record<string, string> = {}): Outcome => {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...environment(), ...env },
    maxBuffer: 1 << 28,
    // A command that goes on for ever fails its test instead of holding up all of them.
    timeout: 290_000,
  });
  return { code: status ?? 1, out: `${stdout}${stderr}` };
};
