/**
 * `npm run verify -- <address or folder>`: builds this commit for the moment that the deployed site names in its `build.json`, and
 * compares every file. Exit code 0: the same, 1: it differs (the output says where), 2: it could not be told.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import PQueue from 'p-queue';
import { environment, isEpoch } from '../environment.ts';
import { buildSite } from './build-site.ts';
import { compareSums, formatSums, parseSums, SUMS_FILE, verifiedSums, type Sums } from './checksums.ts';
import { runCommand, UserError } from './cli.ts';
import {
  deployedFolder,
  deployedServer,
  NoAnswer,
  uncompressedName,
  type DeployedSite,
  type FileStatus,
} from './deployed-site.ts';

const usage = `npm run verify -- <address or folder> [options]
  <address or folder>  https://… where the site stands, or a folder that is served
  --site <folder>      compare with this built site instead of building one
  --quick              compare the lists of checksums only; a wrong list is not noticed`;

const DIFFERS = 1;
const COULD_NOT_TELL = 2;

/** Requests at a time. */
const CONCURRENCY = 8;
/** How many file names are printed of each kind of difference. */
const LISTED = 20;

/** The settings that the deployed site was built with: `src/pages/build.json.ts`. */
const BUILD_FILE = 'build.json';
interface BuildSettings {
  address?: URL;
  /** Seconds since 1970. */
  sourceDateEpoch?: number;
  /** As in the variable `PRECOMPRESS`. */
  precompress?: string;
}

/** Configuration files of hosts, which many do not serve. */
const hostFiles = new Set(['_headers', '_redirects', '.nojekyll', '.htaccess']);

const parseOptions = () => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { site: { type: 'string' }, quick: { type: 'boolean', default: false }, help: { type: 'boolean' } },
    });
  } catch (error) {
    throw new UserError(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  }
};

const deployedAt = (place: string): { deployed: DeployedSite; address?: URL } => {
  if (/^https?:\/\//.test(place)) {
    const address = URL.canParse(place) ? new URL(place) : null;
    if (!address) throw new UserError(`“${place}” is no address.`);
    address.pathname = address.pathname.replace(/\/?(?:index\.html)?$/, '/');
    address.search = address.hash = '';
    return { deployed: deployedServer(address), address };
  }
  const folder = path.resolve(place);
  if (!existsSync(folder))
    throw new UserError(`There is no folder ${folder}. An address begins with https:// or http://.`);
  if (!statSync(folder).isDirectory()) throw new UserError(`${folder} is no folder.`);
  return { deployed: deployedFolder(folder) };
};

const parseSettings = (text: string | undefined): BuildSettings => {
  try {
    const { address, sourceDateEpoch, precompress } = JSON.parse(text ?? '{}') as Record<string, unknown>;
    return {
      ...(typeof address === 'string' && URL.canParse(address) && { address: new URL(address) }),
      ...(typeof sourceDateEpoch === 'number' && isEpoch(sourceDateEpoch) && { sourceDateEpoch }),
      ...(typeof precompress === 'string' && /^\w+$/.test(precompress) && { precompress }),
    };
  } catch {
    return {};
  }
};

/**
 * Builds the site with the settings of the deployed one: for the same moment, and for the address at which it stands. Variables of
 * this process take precedence.
 */
const buildLike = ({ address: claimed, sourceDateEpoch, precompress }: BuildSettings, address = claimed) => {
  const settings = {
    ...(sourceDateEpoch !== undefined && { SOURCE_DATE_EPOCH: String(sourceDateEpoch) }),
    ...(precompress !== undefined && { PRECOMPRESS: precompress }),
    ...(address && { SITE_URL: address.origin, SITE_BASE: address.pathname }),
  };
  if (sourceDateEpoch === undefined && environment().sourceDateEpoch === undefined)
    console.log(`  It has no ${BUILD_FILE} with the moment it was built for; this build is for now, and may differ.`);
  return buildSite(undefined, settings);
};

const fileCount = (count: number): string => (count === 1 ? '1 file' : `${count} files`);

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0
    ? []
    : [
        `${title}: ${fileCount(lines.length)}`,
        ...lines.slice(0, LISTED).map((line) => `  ${line}`),
        ...(lines.length > LISTED ? [`  … and ${lines.length - LISTED} more`] : []),
      ];

/** The target of a page that only redirects. */
const refreshTarget = (html: string): string | undefined =>
  /<meta http-equiv="refresh" content="\d+;\s*url=([^"]+)"/.exec(html)?.[1];

/** What differs, as lines of file names with the reason. */
interface Differences {
  changed: string[];
  missing: string[];
  unanswered: string[];
}

/** Asks the deployed site for every file of the built one. */
const compareFiles = async (
  deployed: DeployedSite,
  ours: Sums,
  site: string,
  address: URL | undefined,
): Promise<Differences> => {
  const names = [...ours.keys()];
  const differences: Differences = { changed: [], missing: [], unanswered: [] };
  const { changed, missing, unanswered } = differences;
  const judge = (name: string, status: FileStatus): void => {
    if ('hash' in status) {
      if (status.hash !== ours.get(name)) changed.push(name);
      return;
    }
    const uncompressed = uncompressedName(name);
    // A precompressed copy may not be served by itself: it is compared, decoded, through the file that it belongs to.
    const mayBeAbsent = address && (hostFiles.has(name) || (uncompressed !== undefined && ours.has(uncompressed)));
    if ('redirect' in status) {
      const own = name.endsWith('.html') ? refreshTarget(readFileSync(path.join(site, name), 'utf8')) : undefined;
      // A server may redirect where a page of this site would by itself.
      if (own === undefined || new URL(own, status.redirect).href !== status.redirect)
        changed.push(`${name} (leads to ${status.redirect})`);
    } else if (!mayBeAbsent) missing.push(`${name} (${status.absent})`);
  };
  const queue = new PQueue({ concurrency: CONCURRENCY });
  let done = 0;
  const compareFile = async (name: string): Promise<void> => {
    // A server that has gone away is not asked for every file.
    if (unanswered.length > CONCURRENCY) return;
    try {
      // One line for a file: the first answer that differs, whatever the encoding.
      for (const status of await deployed.status(name, names)) {
        if ('hash' in status && status.hash === ours.get(name)) continue;
        judge(name, status);
        break;
      }
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      unanswered.push(error.message);
    }
    done++;
    if (process.stderr.isTTY && done % 25 === 0) process.stderr.write(`\r  ${done} of ${names.length} files`);
  };
  await queue.addAll(names.map((name) => () => compareFile(name)));
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  return differences;
};

const compare = async (deployed: DeployedSite, ours: Sums, site: string, address: URL | undefined): Promise<void> => {
  const { changed, missing, unanswered } = await compareFiles(deployed, ours, site, address);
  const theirs = deployed.names() ?? listedNames(await deployed.text(SUMS_FILE).catch(() => undefined));
  const extra = theirs.filter((name) => !ours.has(name));
  const lines = [
    ...section('Changed', changed.sort()),
    ...section('Missing', missing.sort()),
    ...section('Not of this site', extra.sort()),
  ];
  if (lines.length > 0)
    throw new UserError(
      [
        ...lines,
        ...section('No answer', unanswered),
        `It differs from this commit: ${fileCount(changed.length + missing.length + extra.length)} of ${ours.size}.`,
      ].join('\n'),
      DIFFERS,
    );
  if (unanswered.length > 0)
    throw new UserError(
      [...section('No answer', unanswered), 'It could not be told whether it is the same.'].join('\n'),
    );
  console.log(`The same: ${fileCount(ours.size)}, each byte for byte.`);
};

/** The file names in a list; none where it cannot be parsed: then the list itself counts as changed. */
const listedNames = (text: string | undefined): string[] => {
  try {
    return text === undefined ? [] : [...parseSums(text, SUMS_FILE).keys()];
  } catch {
    return [];
  }
};

await runCommand(async () => {
  const { values, positionals } = parseOptions();
  if (values.help) return console.log(usage);
  const [place] = positionals;
  if (place === undefined || positionals.length > 1) throw new UserError(usage);
  const { deployed, address } = deployedAt(place);
  // Before the build: a dead server is noticed at once.
  const list = await deployed.text(SUMS_FILE);
  const site =
    values.site === undefined
      ? await buildLike(parseSettings(await deployed.text(BUILD_FILE)), address)
      : path.resolve(values.site);
  const ours = verifiedSums(site);
  if (list === undefined) console.log(`${place} has no ${SUMS_FILE}.`);
  if (values.quick) {
    if (list === formatSums(ours))
      return console.log(`The same list of ${fileCount(ours.size)}. The files were not compared.`);
    const { missing, changed, extra } = compareSums(ours, list === undefined ? new Map() : parseSums(list, SUMS_FILE));
    throw new UserError(
      [
        ...section('Changed', changed),
        ...section('Missing', missing),
        ...section('Not of this site', extra),
        'The lists differ.',
      ].join('\n'),
      DIFFERS,
    );
  }
  await compare(deployed, ours, site, address);
}, COULD_NOT_TELL);
