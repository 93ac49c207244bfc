/** What `check --fix` puts right by itself: new addresses, marks apart from their letters, tones, double spaces. Words stay as they are. */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ADDRESS_FILE, loadContent, readAddresses, unlisted } from '../content-loader/index.ts';
import type { Problem } from '../problems/index.ts';
import { advise } from './advice.ts';

/** What was put right: the number of addresses added, and of places changed. */
export interface Mended {
  addresses: number;
  places: number;
}

/** Puts right what a machine can in the files that `isMeant`. */
export const mend = (folder: string, today: string, isMeant: (file: string) => boolean): Mended => {
  const { entries, problems } = loadContent(folder, today);
  const byFile = new Map<string, Problem[]>();
  for (const problem of [...problems, ...advise(folder, entries, today)]) {
    const mendable = problem.autofix ?? (problem.code === 'field-nfc' || problem.code === 'text-nfc');
    if (mendable && isMeant(problem.file)) byFile.set(problem.file, [...(byFile.get(problem.file) ?? []), problem]);
  }
  let places = 0;
  for (const [file, found] of byFile) places += mendFile(path.join(folder, file), found);
  return { addresses: listNewAddresses(folder), places };
};

const mendFile = (file: string, problems: readonly Problem[]): number => {
  const source = readFileSync(file, 'utf8');
  const loose = problems.some(({ code }) => code.endsWith('-nfc'));
  const lines = (loose ? source.normalize('NFC') : source).split('\n');
  let places = Number(loose);
  for (const { line, column, autofix: change } of problems) {
    const written = lines[line - 1];
    if (!change || written === undefined) continue;
    // Places that were found first may have moved what stands behind them on their line.
    const index = [written.indexOf(change.from, Math.max(column - 2, 0)), written.indexOf(change.from)].find(
      (found) => found !== -1,
    );
    if (index === undefined) continue;
    lines[line - 1] = written.slice(0, index) + change.to + written.slice(index + change.from.length);
    places++;
  }
  if (places > 0) writeFileSync(file, lines.join('\n'));
  return places;
};

/** Appends pages that are new to the list of published addresses, or begins the list. */
const listNewAddresses = (folder: string): number => {
  const fresh = unlisted(readAddresses(folder) ?? [], loadContent(folder).entries);
  if (fresh.length > 0) appendFileSync(path.join(folder, ADDRESS_FILE), `${fresh.join('\n')}\n`);
  return fresh.length;
};
