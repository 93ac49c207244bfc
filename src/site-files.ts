/** Files of a built site on the disk. */
import { readdirSync } from 'node:fs';
import path from 'node:path';

/** Endings of the precompressed copies that lie beside a file for servers to send: Brotli and gzip. */
export const COMPRESSED_EXTENSIONS = ['.br', '.gz'] as const;

/** Whether a file is a precompressed copy of another. */
export const isCompressedCopy = (file: string): boolean =>
  COMPRESSED_EXTENSIONS.some((extension) => file.endsWith(extension));

/** Every file below a folder as a path relative to it, with `/` on every system, sorted by code unit (not by the locale of the machine). */
export const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .sort();
