import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentFolder, redirects } from '../content-loader/index.ts';
import { site } from '../site.ts';
import { headersFile, redirectsFile } from './server-configs.ts';
import { effortWanted, keptCopies, packRest } from './packing.ts';

/**
 * Adds to a finished site what its hosts need: `_headers` and `_redirects` for those that read them, packed copies, for servers that send
 * them, of what has none yet. The last step of all: a file that changes after it would be sent as it was.
 */
export const hosting = (): AstroIntegration => {
  // Says at once what is wrong with it.
  effortWanted();
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
        const top = [
          'SHA256SUMS',
          ...readdirSync(folder, { withFileTypes: true }).map((entry) =>
            entry.isDirectory() ? `${entry.name}/` : entry.name,
          ),
        ];
        writeFileSync(path.join(folder, '_headers'), headersFile(top.sort()));
        writeFileSync(path.join(folder, '_redirects'), redirectsFile(redirects(contentFolder(), site.base)));
        logger.info(`${await packRest(folder, keptCopies(root))} files packed last`);
      },
    },
  };
};
