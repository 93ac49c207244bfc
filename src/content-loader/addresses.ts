/**
 * Published addresses never disappear. `addresses.txt` in the content folder lists them, one a line;
 * `/old/ -> /new/` says where an address has moved. A content folder without the file keeps no promises yet.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { entryPath, observationPath } from '../i18n/index.ts';
import { nearest, type Problem } from '../problems/index.ts';
import { ADDRESS_FILE } from './read.ts';
import type { ParsedEntry } from './resolve.ts';

interface Address {
  path: string;
  /** Where it has moved; null while it has its own page. */
  to: string | null;
  line: number;
}

/** The list of a content folder, or null where it has none. */
export const readAddresses = (folder: string): Address[] | null => {
  const file = path.join(folder, ADDRESS_FILE);
  if (!existsSync(file)) return null;
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text, index): Address[] => {
      const [from = '', to] = text.trim().split(/\s+->\s+/);
      return from === '' || from.startsWith('#') ? [] : [{ path: from, to: to ?? null, line: index + 1 }];
    });
};

/** Addresses that a reader may keep: the page of every entry and of every figure. */
const permanentPaths = (entries: readonly ParsedEntry[]): string[] =>
  entries
    .flatMap((entry) => {
      const own = entryPath(entry.kind, entry.id);
      const figures =
        entry.kind === 'statistics'
          ? (entry as ParsedEntry<'statistics'>).data.observations.map(({ indicator }) =>
              observationPath(indicator, entry.id),
            )
          : [];
      return own ? [own, ...figures] : figures;
    })
    .sort();

/** Pages of this content that the list does not name yet. */
export const unlisted = (addresses: readonly Address[], entries: readonly ParsedEntry[]): string[] => {
  const listed = new Set(addresses.map(({ path: address }) => address));
  return permanentPaths(entries).filter((address) => !listed.has(address));
};

/** Addresses that lead nowhere now, and pages that are not promised yet. */
export const checkAddresses = (addresses: readonly Address[], entries: readonly ParsedEntry[]): Problem[] => {
  const existing = new Set(permanentPaths(entries));
  const at = (line: number) => ({ file: ADDRESS_FILE, line, column: 1 });
  const lost = addresses.flatMap(({ path: address, to, line }): Problem[] => {
    if (to !== null && !existing.has(to))
      return [{ ...at(line), code: 'address-target', detail: { path: address, to, correct: nearest(to, existing) } }];
    if (to === null && !existing.has(address))
      return [{ ...at(line), code: 'address-lost', detail: { path: address, correct: nearest(address, existing) } }];
    return [];
  });
  const fresh = unlisted(addresses, entries).map((address): Problem => ({
    ...at(addresses.at(-1)?.line ?? 1),
    code: 'address-unlisted',
    detail: { path: address },
  }));
  return [...lost, ...fresh];
};

/** Moved addresses, for pages that lead on: old path without the base, new path with it, as Astro takes them. */
export const redirects = (folder: string, base: string): Record<string, string> =>
  Object.fromEntries(
    (readAddresses(folder) ?? []).flatMap(({ path: from, to }) =>
      to === null ? [] : [[from, base.replace(/\/$/, '') + to]],
    ),
  );
