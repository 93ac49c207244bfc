/**
 * `npm run publish -- <folder>`: builds the site and publishes it below a folder of a server, which serves `<folder>/current`.
 * Exit code 0: it is served. 1: nothing has changed; the message says why.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { buildSite } from './build-site.ts';
import { verifiedSums } from './checksums.ts';
import { runCommand, UserError } from './cli.ts';
import { checkPlatform, CURRENT, deploy } from './deployments.ts';
import { checkWritable } from './replace-folder.ts';

const usage = `npm run publish -- <folder> [options]
  <folder>          gets releases/<id>/ for each site and the link current to the one that is served
  --site <folder>   publish this built site instead of building one
  --keep <number>   how many releases stay (5)`;

const parseOptions = () => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { site: { type: 'string' }, keep: { type: 'string', default: '5' }, help: { type: 'boolean' } },
    });
  } catch (error) {
    throw new UserError(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
};

await runCommand(async () => {
  const { values, positionals } = parseOptions();
  if (values.help) {
    console.log(usage);
    return;
  }
  const [folder] = positionals;
  const keep = Number(values.keep);
  if (folder === undefined || positionals.length > 1) throw new UserError(usage);
  if (!Number.isInteger(keep) || keep < 1) throw new UserError(`--keep must be a number from 1, not “${values.keep}”.`);
  const target = path.resolve(folder);
  checkPlatform();
  checkWritable(target);
  const site = values.site === undefined ? await buildSite() : path.resolve(values.site);
  const { id, isNew } = deploy(site, verifiedSums(site), target, keep);
  console.log(
    isNew
      ? `Published ${id}. The server serves ${path.join(target, CURRENT)}`
      : `${id} is served already, with the same files.`,
  );
});
