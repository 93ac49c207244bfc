/** How the commands of this folder end: an error that the user can mend is told in a sentence or two, with a stack trace only if `DEBUG` is set. */
import { constants } from 'node:os';
import { environment, InvalidVariable, isDebug } from '../environment.ts';

/** An error that the user can mend. An empty message: a child process has printed it. */
export class UserError extends Error {
  readonly exitCode: number | undefined;
  constructor(message: string, exitCode?: number) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** Errors of the operating system, with what to do about them. */
const systemErrors = {
  ENOSPC: 'The disk is full. Make room, then run this again.',
  EDQUOT: 'The disk quota is used up. Make room, then run this again.',
  EFBIG: 'A file grew past the size that the system allows (ulimit -f). Raise the limit, then run this again.',
  EROFS: 'The disk is mounted read-only. Choose another folder, or mount it so that it can be written to.',
  EACCES: 'This user may not read or write there. Choose another folder, or change its owner or permissions.',
  EPERM: 'The system does not allow that there. Choose another folder, or change its owner or permissions.',
  EMFILE: 'Too many files are open (ulimit -n). Raise the limit, then run this again.',
  ENOTDIR: 'A file stands where a folder should be. Move it away, or choose another folder.',
} satisfies Partial<Record<keyof typeof constants.errno, string>>;
const codes = Object.keys(systemErrors) as (keyof typeof systemErrors)[];

/** The message for the first system error that an output mentions, with the path it names; undefined where it mentions none. */
export const systemErrorMessage = (output: string): string | undefined => {
  // Astro prints the error at the end of a line that it has begun: `index.htmlENOSPC: no space left on device`.
  const [line = '', named] = new RegExp(`(?<![A-Z])(${codes.join('|')})\\b:?[^\\n]*`).exec(output) ?? [];
  // Tools written in Rust print the number of the error.
  const number = Number(/\(os error (\d+)\)/.exec(output)?.[1]);
  const code = codes.find((each) => each === named || (named === undefined && constants.errno[each] === number));
  if (!code) return undefined;
  const place = /'([^']+)'/.exec(line)?.[1];
  return `${systemErrors[code]}${place ? ` Place: ${place}` : ''} (${code})`;
};

/** The code of a system error, such as `ENOENT`; empty for any other error. */
export const systemErrorCode = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : '';

/** Checks the environment variables, runs a command, and sets the exit code: 0, that of the `UserError`, else `failure`. */
export const runCommand = async (run: () => void | Promise<void>, failure = 1): Promise<void> => {
  try {
    environment();
    await run();
  } catch (error) {
    process.exitCode = (error instanceof UserError ? error.exitCode : undefined) ?? failure;
    if (isDebug()) console.error(error);
    else if (error instanceof UserError || error instanceof InvalidVariable) {
      if (error.message) console.error(error.message);
    } else {
      const message = error instanceof Error ? error.message : String(error);
      console.error(systemErrorMessage(message) ?? `It did not work: ${message} (DEBUG=1 shows where)`);
    }
  }
};
