/** Content folders for tests: the valid one, with other files laid over it. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
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

/** A copy of the valid folder with `overlay` laid over it. */
export const contentWith = (overlay?: string): string => {
  const folder = temporaryFolder();
  cpSync(valid, folder, { recursive: true });
  if (overlay) cpSync(overlay, folder, { recursive: true });
  return folder;
};
