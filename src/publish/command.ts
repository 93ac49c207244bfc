/** How a command of this folder ends: what a person can mend is told in a sentence or two, without a stack trace unless `DEBUG` is set. */

import { constants } from 'node:os';

/** What keeps a command from its work and is no fault of its code. An empty message: somebody else has said it. */
export class Fault extends Error {
  readonly exitCode: number | undefined;
  constructor(message: string, exitCode?: number) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** What the system refuses, and how to mend it. */
const refusals = {
  ENOSPC: 'The disk is full. Make room, then run this again.',
  EDQUOT: 'The disk quota is used up. Make room, then run this again.',
  EFBIG: 'A file grew past the size that the system allows (ulimit -f). Raise the limit, then run this again.',
  EROFS: 'The disk is mounted read-only. Choose another folder, or mount it so that it can be written to.',
  EACCES: 'This user may not read or write there. Choose another folder, or change its owner or permissions.',
  EPERM: 'The system does not allow that there. Choose another folder, or change its owner or permissions.',
  EMFILE: 'Too many files are open (ulimit -n). Raise the limit, then run this again.',
  ENOTDIR: 'A file stands where a folder should be. Move it away, or choose another folder.',
} satisfies Partial<Record<keyof typeof constants.errno, string>>;
type Refusal = keyof typeof refusals;
const codes = Object.keys(refusals) as Refusal[];

/** The sentence for the first refusal of the system that some output tells of, with the place it names; undefined where it tells of none. */
export const refusalIn = (output: string): string | undefined => {
  const [said = '', named] = new RegExp(`\\b(${codes.join('|')})\\b:?[^\\n]*`).exec(output) ?? [];
  // Tools that are written in Rust give numbers.
  const number = Number(/\(os error (\d+)\)/.exec(output)?.[1]);
  const code = codes.find((each) => each === named || (named === undefined && constants.errno[each] === number));
  if (!code) return undefined;
  const place = /'([^']+)'/.exec(said)?.[1];
  return `${refusals[code]}${place ? ` Place: ${place}` : ''} (${code})`;
};

/** The code by which the system refused something, such as `ENOENT`. */
export const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** Runs a command to its exit code: 0, that of the fault, else `otherwise`. */
export const command = async (run: () => void | Promise<void>, otherwise = 1): Promise<void> => {
  try {
    await run();
  } catch (error) {
    process.exitCode = (error instanceof Fault ? error.exitCode : undefined) ?? otherwise;
    if (process.env.DEBUG) console.error(error);
    else if (error instanceof Fault) {
      if (error.message) console.error(error.message);
    } else {
      const message = error instanceof Error ? error.message : String(error);
      console.error(refusalIn(message) ?? `It did not work: ${message} (DEBUG=1 tells where)`);
    }
  }
};
