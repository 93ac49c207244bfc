/** What `check --fix` changes: new addresses, letters split from their marks, the placing of tones, double spaces. Never wording. */
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ADDRESS_FILE, loadContent, readAddresses, unlisted } from '../content-loader/index.ts';
import type { Problem } from '../problems/index.ts';
import { findWarnings } from './warnings.ts';

/** The number of addresses that were added, and of places in files that were changed. */
export interface AppliedFixes {
  addresses: number;
  places: number;
}

const needsNfc = ({ code }: Problem): boolean => code === 'field-nfc' || code === 'text-nfc';

/** Applies every fix that needs no judgement to the files that `isMeant`, on the day `today` in Vietnam. */
export const autofix = (folder: string, today: string, isMeant: (file: string) => boolean): AppliedFixes => {
  const { entries, problems } = loadContent(folder, today);
  const byFile = new Map<string, Problem[]>();
  for (const problem of [...problems, ...findWarnings(folder, entries, today)]) {
    if ((problem.mend ?? needsNfc(problem)) && isMeant(problem.file))
      byFile.set(problem.file, [...(byFile.get(problem.file) ?? []), problem]);
  }
  let places = 0;
  for (const [file, found] of byFile) places += fixFile(path.join(folder, file), found);
  return { addresses: addNewAddresses(folder), places };
};

/** Writes a file with its fixes; returns how many were made. Normalizing the whole file to NFC counts as one. */
const fixFile = (file: string, problems: readonly Problem[]): number => {
  const source = readFileSync(file, 'utf8');
  const normalize = problems.some(needsNfc);
  const lines = (normalize ? source.normalize('NFC') : source).split('\n');
  let places = Number(normalize);
  for (const { line, column, mend: change } of problems) {
    const written = lines[line - 1];
    if (!change || written === undefined) continue;
    // An earlier fix on the same line may have moved this one: search near its column, then on the whole line.
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

/** Appends the addresses of new pages to the list of published addresses, creating it where there is none; returns how many. */
const addNewAddresses = (folder: string): number => {
  const added = unlisted(readAddresses(folder) ?? [], loadContent(folder).entries);
  if (added.length > 0) appendFileSync(path.join(folder, ADDRESS_FILE), `${added.join('\n')}\n`);
  return added.length;
};
