/**
 * `npm run publish -- <folder>`: builds the site and publishes it below a folder of a server, which serves `<folder>/current`.
 * Exit code 0: it is served. 1: nothing has changed, and why.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build-site.ts';
import { soundSums } from './checksums.ts';
import { command, Fault } from './command.ts';
import { CURRENT, release } from './releases.ts';
import { checkPlace } from './swap.ts';

const usage = `npm run publish -- <folder> [options]
  <folder>          gets releases/<id>/ for each site and a link, current, to the one that is served
  --site <folder>   a site that npm run build has finished, in place of building one
  --keep <number>   how many releases stay (5)`;

const options = () => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { site: { type: 'string' }, keep: { type: 'string', default: '5' }, help: { type: 'boolean' } },
    });
  } catch (error) {
    throw new Fault(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
};

await command(async () => {
  const { values, positionals } = options();
  if (values.help) {
    console.log(usage);
    return;
  }
  const [folder] = positionals;
  const keep = Number(values.keep);
  if (folder === undefined || positionals.length > 1) throw new Fault(usage);
  if (!Number.isInteger(keep) || keep < 1) throw new Fault(`--keep must be a number from 1, not “${values.keep}”.`);
  const target = path.resolve(folder);
  checkPlace(path.join(target, CURRENT));
  const site = values.site === undefined ? await build() : path.resolve(values.site);
  const { id, isNew } = release(site, soundSums(site), target, keep);
  console.log(
    isNew
      ? `Published ${id}. The server serves ${path.join(target, CURRENT)}`
      : `${id} is served already, and it is the same.`,
  );
});
