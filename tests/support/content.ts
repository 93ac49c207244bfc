/** Content folders for tests: the valid one, with other files laid over it. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { root } from './run.ts';

/** A small content folder with a file of every kind and no problem. */
export const valid = path.join(root, 'tests/content/valid');

/** An empty folder that is removed when the test ends. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(path.join(tmpdir(), 'content-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

/** Copies a folder of content, given by its path in the project, to another place. */
export const contentFrom = (folder: string, to: string): void =>
  cpSync(path.join(root, folder), to, { recursive: true });

/** A copy of the valid folder with `overlay` laid over it. */
export const contentWith = (overlay?: string): string => {
  const folder = temporaryFolder();
  cpSync(valid, folder, { recursive: true });
  if (overlay) cpSync(overlay, folder, { recursive: true });
  return folder;
};

/** What `check` printed, without warnings and links to the guide: what of it is an error does not depend on the day. */
export const errorsIn = (out: string): string =>
  out
    .replace(/^\S+ {2}Lưu ý: .*\n(?: {4}.*\n)+/gm, '')
    .replace(/^ {4}(?:Xem thêm: |… và ).*\n/gm, '')
    .replace(/^\d+ lưu ý, .*\n/gm, '');

/** Replaces one passage of a file; throws where the file does not hold it. */
export const edit = (folder: string, file: string, from: string, to: string): void => {
  const source = readFileSync(path.join(folder, file), 'utf8');
  if (!source.includes(from)) throw new Error(`${file} does not hold: ${from}`);
  writeFileSync(
    path.join(folder, file),
    source.replace(from, () => to),
  );
};
