/**
 * Published addresses never disappear. `addresses.txt` in the content folder lists them, one per line;
 * `/old/ -> /new/` is a redirect. That no line disappears from it is checked against git (`src/editor/revision-check.ts`).
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { entryPath, observationPath } from '../i18n/index.ts';
import { closestMatch, type Problem } from '../problems/index.ts';
import { ADDRESS_FILE } from './read.ts';
import { isOfKind, type ContentEntry } from './validate.ts';

interface Address {
  path: string;
  /** Target of the redirect; null for an address with its own page. */
  to: string | null;
  line: number;
}

/** The addresses in the text of such a list. */
export const parseAddresses = (list: string): Address[] =>
  list.split('\n').flatMap((text, index): Address[] => {
    const [from = '', to] = text.trim().split(/\s+->\s+/);
    return from === '' || from.startsWith('#') ? [] : [{ path: from, to: to ?? null, line: index + 1 }];
  });

/** The list of published addresses, or null if the folder has none. */
export const readAddresses = (folder: string): Address[] | null => {
  const file = path.join(folder, ADDRESS_FILE);
  return existsSync(file) ? parseAddresses(readFileSync(file, 'utf8')) : null;
};

/** Permanent addresses: the page of every entry and of every figure, sorted. */
const permanentPaths = (entries: readonly ContentEntry[]): string[] =>
  entries
    .flatMap((entry) => {
      const own = entryPath(entry.kind, entry.id);
      const figures = isOfKind(entry, 'statistics')
        ? entry.data.observations.map(({ indicator }) => observationPath(indicator, entry.id))
        : [];
      return own ? [own, ...figures] : figures;
    })
    .sort();

/** Permanent addresses that are not in the list yet. */
export const unlisted = (addresses: readonly Address[], entries: readonly ContentEntry[]): string[] => {
  const listed = new Set(addresses.map(({ path: address }) => address));
  return permanentPaths(entries).filter((address) => !listed.has(address));
};

/** Listed addresses that no longer lead to a page, and pages that are not listed. */
export const checkAddresses = (addresses: readonly Address[], entries: readonly ContentEntry[]): Problem[] => {
  const existing = new Set(permanentPaths(entries));
  const at = (line: number) => ({ file: ADDRESS_FILE, line, column: 1 });
  const lost = addresses.flatMap(({ path: address, to, line }): Problem[] => {
    if (to !== null && !existing.has(to))
      return [
        { ...at(line), code: 'address-target', detail: { path: address, to, correct: closestMatch(to, existing) } },
      ];
    if (to === null && !existing.has(address))
      return [
        { ...at(line), code: 'address-lost', detail: { path: address, correct: closestMatch(address, existing) } },
      ];
    return [];
  });
  const fresh = unlisted(addresses, entries).map((address): Problem => ({
    ...at(addresses.at(-1)?.line ?? 1),
    code: 'address-unlisted',
    detail: { path: address },
  }));
  return [...lost, ...fresh];
};

/** Redirects for Astro's `redirects` option: from the old path without `base` to the new path with it. */
export const redirects = (folder: string, base: string): Record<string, string> =>
  Object.fromEntries(
    (readAddresses(folder) ?? []).flatMap(({ path: from, to }) =>
      to === null ? [] : [[from, base.replace(/\/$/, '') + to]],
    ),
  );
