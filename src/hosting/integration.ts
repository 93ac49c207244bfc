import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentFolder, redirects } from '../content-files/index.ts';
import { site } from '../site.ts';
import { headersFile, redirectsFile } from './formats.ts';
import { precompress, unpack } from './precompress.ts';

/** What `PRECOMPRESS` may say. */
const efforts = { '0': null, '': 'quick', quick: 'quick', best: 'best' } as const;

/**
 * Adds to a finished site what its hosts need: `_headers` and `_redirects` for those that read them, packed copies for servers that send
 * them. The last step of all: a file that changes after it would be sent as it was.
 */
export const hosting = (): AstroIntegration => {
  const wanted = process.env.PRECOMPRESS ?? '';
  if (!(wanted in efforts)) throw new Error(`PRECOMPRESS must be 0, quick or best, not “${wanted}”.`);
  let root = '';
  return {
    name: 'hosting',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        // The list of checksums is written when all else is: it holds this file's too.
        const top = ['SHA256SUMS', ...readdirSync(folder, { withFileTypes: true }).map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))];
        writeFileSync(path.join(folder, '_headers'), headersFile(top.sort()));
        writeFileSync(path.join(folder, '_redirects'), redirectsFile(redirects(contentFolder(root), site.base)));
        const effort = efforts[wanted as keyof typeof efforts];
        if (effort === null) return unpack(folder);
        const started = performance.now();
        const { files, packed } = await precompress(folder, path.join(root, 'node_modules/.cache/precompressed'), effort);
        logger.info(`${String(files)} files packed, ${String(packed)} of them anew, in ${String(Math.round(performance.now() - started))} ms`);
      },
    },
  };
};
