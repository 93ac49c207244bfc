/**
 * `npm run hosting -- nginx --root /srv/site > site.conf`: prints the configuration of a server for this site.
 * Exit code 0: printed. 2: wrong arguments.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { contentFolder, redirects } from '../content-loader/index.ts';
import { environment, InvalidVariable } from '../environment.ts';
import { site } from '../site.ts';
import { caddyFile, nginxFile } from './server-configs.ts';

const usage = `Usage: npm run --silent hosting -- nginx|caddy --root FOLDER [--listen ADDRESS] [--brotli]
  --root     folder of the built site on the server, from /
  --listen   nginx: 80 (default), 127.0.0.1:8080 …; caddy: the host of the site (default, with a certificate), :8080 …
  --brotli   nginx: its module brotli_static is there
SITE_URL, SITE_BASE and CONTENT_DIR as for the build.`;

const refuse: (why: string) => never = (why) => {
  console.error(`${why}\n\n${usage}`);
  process.exit(2);
};

const read = () => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        root: { type: 'string' },
        listen: { type: 'string' },
        brotli: { type: 'boolean' },
        help: { type: 'boolean' },
      },
    });
  } catch (error) {
    return refuse((error as Error).message);
  }
};

const { values, positionals } = read();
try {
  environment();
} catch (error) {
  if (error instanceof InvalidVariable) refuse(error.message);
  throw error;
}
if (values.help) {
  console.log(usage);
  process.exit();
}
const [server] = positionals;
if (positionals.length !== 1 || (server !== 'nginx' && server !== 'caddy')) refuse('Name one server: nginx or caddy.');
const { root } = values;
// The path goes into the configuration unescaped.
if (root === undefined || !path.isAbsolute(root) || /[\s;{}"'$#\\]/.test(root))
  refuse(`--root must be a folder from /, without spaces and quotation marks, not “${root ?? ''}”.`);
if (values.listen !== undefined && !/^[\w.:[\]/-]+$/.test(values.listen))
  refuse(`--listen must be a port or an address, not “${values.listen}”.`);
const settings = {
  root,
  listen: values.listen,
  redirects: redirects(contentFolder(), site.base),
};
process.stdout.write(server === 'nginx' ? nginxFile({ ...settings, brotli: values.brotli }) : caddyFile(settings));
