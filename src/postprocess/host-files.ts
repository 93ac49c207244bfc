import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { headersFile, redirectsFile, type Redirects } from '../hosting/server-configs.ts';

/** Written after everything else (`publish/checksums.ts`), and listed in `_headers` all the same. */
const CHECKSUMS = 'SHA256SUMS';

/** Writes `_headers` and `_redirects`, for hosts that read them. `_headers` names what stands at the top of the site, which must be complete. */
export const writeHostFiles = (folder: string, redirects: Redirects): void => {
  const top = readdirSync(folder, { withFileTypes: true }).map((entry) =>
    entry.isDirectory() ? `${entry.name}/` : entry.name,
  );
  writeFileSync(path.join(folder, '_headers'), headersFile([CHECKSUMS, ...top].sort()));
  writeFileSync(path.join(folder, '_redirects'), redirectsFile(redirects));
};
