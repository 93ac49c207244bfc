/**
 * `npm run verify -- <address or folder>`: tells whether a served copy is the site that this commit builds.
 * Exit code 0: the same, 1: it differs, and where, 2: it could not be told.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { build } from './build-site.ts';
import { differenceOf, readSums, soundSums, SUMS_FILE, writtenSums, type Sums } from './checksums.ts';
import { command, Fault } from './command.ts';
import { folderCopy, NoAnswer, plainName, servedCopy, type Copy, type Found } from './served-copy.ts';

const usage = `npm run verify -- <address or folder> [options]
  <address or folder>  https://… where the site stands, or a folder that is served
  --site <folder>      a site that npm run build has finished, in place of building one
  --quick              compare the lists of checksums only; a copy that lies in its list is not found out`;

const DIFFERS = 1;
const UNKNOWN = 2;

const AT_ONCE = 8;
/** How many files are named one by one. */
const NAMED = 20;

/** What the copy says it was built from besides its commit: `src/pages/build.json.ts`. */
const BUILD_FILE = 'build.json';
interface BuildSettings {
  address?: URL;
  sourceDateEpoch?: number;
  /** How hard files were packed, as `PRECOMPRESS` says it. */
  precompress?: string;
}

/** Files that tell a host how to serve the site; many hosts keep them to themselves. */
const forTheHost = new Set(['_headers', '_redirects', '.nojekyll', '.htaccess']);

const options = () => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { site: { type: 'string' }, quick: { type: 'boolean', default: false }, help: { type: 'boolean' } },
    });
  } catch (error) {
    throw new Fault(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
};

const copyAt = (place: string): { copy: Copy; address?: URL } => {
  if (/^https?:\/\//.test(place)) {
    const address = URL.canParse(place) ? new URL(place) : null;
    if (!address) throw new Fault(`“${place}” is no address.`);
    address.pathname = address.pathname.replace(/\/?(?:index\.html)?$/, '/');
    address.search = address.hash = '';
    return { copy: servedCopy(address), address };
  }
  const folder = path.resolve(place);
  if (!existsSync(folder)) throw new Fault(`There is no folder ${folder}. An address begins with https:// or http://.`);
  if (!statSync(folder).isDirectory()) throw new Fault(`${folder} is no folder.`);
  return { copy: folderCopy(folder) };
};

const settingsIn = (text: string | undefined): BuildSettings => {
  try {
    const { address, sourceDateEpoch, precompress } = JSON.parse(text ?? '{}') as Record<string, unknown>;
    return {
      ...(typeof address === 'string' && URL.canParse(address) && { address: new URL(address) }),
      ...(Number.isInteger(sourceDateEpoch) && { sourceDateEpoch: Number(sourceDateEpoch) }),
      ...(typeof precompress === 'string' && /^\w+$/.test(precompress) && { precompress }),
    };
  } catch {
    return {};
  }
};

/**
 * Builds the site as the copy says it was built: for the same time, and for the address at which it stands. A copy that lies about it
 * differs from what it names. Settings of this run's own environment go first.
 */
const buildAs = (claimed: BuildSettings, address: URL | undefined): Promise<string> => {
  const setting = (name: string, value: string | number | undefined): void => {
    if (process.env[name] === undefined && value !== undefined) process.env[name] = String(value);
  };
  setting('SOURCE_DATE_EPOCH', claimed.sourceDateEpoch);
  setting('PRECOMPRESS', claimed.precompress);
  setting('SITE_URL', (address ?? claimed.address)?.origin);
  setting('SITE_BASE', (address ?? claimed.address)?.pathname);
  return build();
};

const several = (count: number): string => (count === 1 ? '1 file' : `${count} files`);

const named = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0
    ? []
    : [
        `${title}: ${several(lines.length)}`,
        ...lines.slice(0, NAMED).map((line) => `  ${line}`),
        ...(lines.length > NAMED ? [`  … and ${lines.length - NAMED} more`] : []),
      ];

/** Where a page of ours that only leads on to another leads. */
const refreshIn = (html: string): string | undefined =>
  /<meta http-equiv="refresh" content="\d+;\s*url=([^"]+)"/.exec(html)?.[1];

const compare = async (copy: Copy, ours: Sums, site: string, address: URL | undefined): Promise<void> => {
  const names = [...ours.keys()];
  const all = new Set(names);
  const missing: string[] = [];
  const changed: string[] = [];
  const unanswered: string[] = [];
  const judge = (name: string, found: Found): void => {
    if ('hash' in found) {
      if (found.hash !== ours.get(name)) changed.push(name);
      return;
    }
    const plain = plainName(name);
    // Served through the plain name, where it is looked at decoded.
    const isKept = address && (forTheHost.has(name) || (plain !== undefined && all.has(plain)));
    if ('redirect' in found) {
      const own = name.endsWith('.html') ? refreshIn(readFileSync(path.join(site, name), 'utf8')) : undefined;
      // A server may lead on by itself where a page of ours would.
      if (own === undefined || new URL(own, found.redirect).href !== found.redirect)
        changed.push(`${name} (leads to ${found.redirect})`);
    } else if (!isKept) missing.push(`${name} (${found.absent})`);
  };
  const waiting = [...names];
  let done = 0;
  const work = async (): Promise<void> => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      try {
        const answers = await copy.find(name, names);
        // One line for a file, whatever is wrong with it.
        const worst = answers.find((found) => !('hash' in found) || found.hash !== ours.get(name)) ?? answers[0]!;
        judge(name, worst);
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error;
        unanswered.push(error.message);
        // A server that has gone away is not asked a thousand times.
        if (unanswered.length > AT_ONCE) waiting.length = 0;
      }
      done++;
      if (process.stderr.isTTY && done % 25 === 0) process.stderr.write(`\r  ${done} of ${names.length} files`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');

  const theirs = copy.names() ?? listedNames(await copy.text(SUMS_FILE).catch(() => undefined));
  const extra = theirs.filter((name) => !all.has(name));
  const faults = [
    ...named('Changed', changed.sort()),
    ...named('Missing', missing.sort()),
    ...named('Not of this site', extra.sort()),
  ];
  if (faults.length > 0)
    throw new Fault(
      [
        ...faults,
        ...named('No answer', unanswered),
        `It differs from this commit: ${several(changed.length + missing.length + extra.length)} of ${names.length}.`,
      ].join('\n'),
      DIFFERS,
    );
  if (unanswered.length > 0)
    throw new Fault([...named('No answer', unanswered), 'It could not be told whether it is the same.'].join('\n'));
  console.log(`The same: ${several(names.length)}, each byte for byte.`);
};

/** What the list of a copy names; a list that cannot be read names nothing, and is found changed itself. */
const listedNames = (text: string | undefined): string[] => {
  try {
    return text === undefined ? [] : [...readSums(text, SUMS_FILE).keys()];
  } catch {
    return [];
  }
};

await command(async () => {
  const { values, positionals } = options();
  if (values.help) return console.log(usage);
  const [place] = positionals;
  if (place === undefined || positionals.length > 1) throw new Fault(usage);
  const { copy, address } = copyAt(place);
  // Before the build: a dead server is found out at once.
  const list = await copy.text(SUMS_FILE);
  const site =
    values.site === undefined
      ? await buildAs(settingsIn(await copy.text(BUILD_FILE)), address)
      : path.resolve(values.site);
  const ours = soundSums(site);
  if (list === undefined) console.log(`${place} has no ${SUMS_FILE}.`);
  if (values.quick) {
    if (list === writtenSums(ours))
      return console.log(`The same list of ${several(ours.size)}. The files were not looked at.`);
    const { missing, changed, extra } = differenceOf(ours, list === undefined ? new Map() : readSums(list, SUMS_FILE));
    throw new Fault(
      [
        ...named('Changed', changed),
        ...named('Missing', missing),
        ...named('Not of this site', extra),
        'The lists differ.',
      ].join('\n'),
      DIFFERS,
    );
  }
  await compare(copy, ours, site, address);
}, UNKNOWN);
