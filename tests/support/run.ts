/** Runs a command of the project and returns what it printed. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { format } from 'node:util';

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

const exitCodeNow = (): number => Number(process.exitCode ?? 0);

let runs = 0;
/**
 * As `node`, in this process: for commands of `src/editor`, which read their arguments and environment when they start. Starting Node
 * costs more than most of them do. One test of each command uses `node`, which shows its exit code and streams as they are.
 *
 * @param command path of the module that runs on import, from the root of the project. It must not call `process.exit`.
 */
export const inProcess = async (
  command: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<Outcome> => {
  const { argv, exitCode } = process;
  const { log, error } = console;
  const changed = { BASE_REF: undefined, DEBUG: undefined, ...env };
  const former = Object.fromEntries(Object.keys(changed).map((name) => [name, process.env[name]]));
  const set = (variables: Record<string, string | undefined>): void => {
    for (const [name, value] of Object.entries(variables))
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
  };
  let [stdout, stderr] = ['', ''];
  set(changed);
  process.argv = [process.execPath, path.join(root, command), ...args];
  process.exitCode = undefined;
  console.log = (...words: unknown[]) => void (stdout += `${format(...words)}\n`);
  console.error = (...words: unknown[]) => void (stderr += `${format(...words)}\n`);
  try {
    // The number makes it a module that has not run yet; what it imports is not loaded again.
    await import(/* @vite-ignore */ `${path.join(root, command)}?run=${runs++}`);
    return { code: exitCodeNow(), out: `${stdout}${stderr}` };
  } finally {
    set(former);
    Object.assign(console, { log, error });
    Object.assign(process, { argv, exitCode });
  }
};
