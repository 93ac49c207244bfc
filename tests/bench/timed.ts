/** Runs a command and tells how long it took and how much memory its processes held. And what a row of such figures comes to. */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import type { Readable } from 'node:stream';

export interface Timed {
  seconds: number;
  /**
   * The most that the command and all processes below it held at one moment, in bytes: the sum of their resident sets, looked at every fifth of a second, and more often in the first.
   * Pages that processes share count once for each. Null where there is no /proc.
   */
  treeBytes: number | null;
  /** The most that any one of those processes held, as the kernel kept it (VmHWM). */
  processBytes: number | null;
  output: string;
}

const LOOK_EVERY_MS = 200;

const readOrNothing = (file: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // It ended between two looks.
    return '';
  }
};

const kilobytes = (status: string, field: string): number =>
  Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0) * 1024;

/** A process and all that it started and they started. */
const treeOf = (root: number): number[] => {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    // The name of a program may hold spaces and brackets; what follows it does not.
    const stat = readOrNothing(`/proc/${name}/stat`);
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const tree = [root];
  for (const each of tree) tree.push(...(children.get(each) ?? []));
  return tree;
};

type Started = ChildProcessByStdio<null, Readable, Readable>;
interface Surroundings {
  cwd: string;
  env?: Record<string, string | undefined>;
}
const running = new Set<Started>();

/** Starts a command with all that it will start as one group, so that `stop` ends all of it. None outlives this process. */
export const start = (command: string, args: readonly string[], { cwd, env }: Surroundings): Started => {
  const child = spawn(command, args, {
    cwd,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1', ...env },
  });
  running.add(child);
  child.once('close', () => running.delete(child));
  return child;
};

export const stop = (child: Started): void => {
  running.delete(child);
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
  } catch {
    // It has ended.
  }
};

process.on('exit', () => running.forEach(stop));

/** Runs a command to its end. Throws, with all that it printed, where it fails. */
export const timed = (command: string, args: readonly string[], options: Surroundings): Promise<Timed> =>
  new Promise((resolve, reject) => {
    const started = performance.now();
    const child = start(command, args, options);
    let output = '';
    let [treeBytes, processBytes]: [number | null, number | null] = [null, null];
    const look = (): void => {
      if (process.platform !== 'linux' || child.pid === undefined) return;
      const states = treeOf(child.pid).map((pid) => readOrNothing(`/proc/${pid}/status`));
      treeBytes = Math.max(
        treeBytes ?? 0,
        states.reduce((sum, status) => sum + kilobytes(status, 'VmRSS'), 0),
      );
      processBytes = Math.max(processBytes ?? 0, ...states.map((status) => kilobytes(status, 'VmHWM')));
    };
    // What ends within a moment is looked at more often.
    let wait = 10;
    let timer: NodeJS.Timeout;
    const lookAgain = (): void => {
      look();
      timer = setTimeout(lookAgain, (wait = Math.min(LOOK_EVERY_MS, wait * 1.5)));
    };
    timer = setTimeout(lookAgain, wait);
    const read = (chunk: Buffer): void => void (output += chunk.toString());
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('error', (error) => {
      clearTimeout(timer);
      reject(error);
    });
    child.once('close', (code) => {
      const seconds = (performance.now() - started) / 1000;
      clearTimeout(timer);
      if (code === 0) resolve({ seconds, treeBytes, processBytes, output });
      else reject(new Error(`${command} ${args.join(' ')} ended with ${code}:\n${output.slice(-4000)}`));
    });
  });

export const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

/** The machine, as far as it decides how fast anything is. */
export interface Machine {
  processor: string;
  cores: number;
  memoryGigabytes: number;
  system: string;
  node: string;
}

export const machine = (): Machine => ({
  processor: cpus()[0]?.model.trim() ?? 'unknown',
  cores: cpus().length,
  memoryGigabytes: Math.round(totalmem() / 2 ** 30),
  system: `${process.platform} ${process.arch}`,
  node: process.version,
});

/** Rows as a table of Markdown; the first names the columns. */
export const markdownTable = (rows: readonly (readonly string[])[]): string => {
  const [head = [], ...rest] = rows;
  return [head, head.map(() => '---'), ...rest].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
};
