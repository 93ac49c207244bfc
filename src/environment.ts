/**
 * The environment variables that configure a run, read and checked in this one place, and the folder of the project.
 * An empty variable counts as absent: CI services hand an unset variable on as an empty one.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** A variable has a value that cannot be used. The message names the variable and what it may hold. */
export class InvalidVariable extends Error {}

const rootAbove = (folder: string): string => {
  if (existsSync(path.join(folder, 'astro.config.mjs'))) return folder;
  const parent = path.dirname(folder);
  if (parent === folder) throw new Error('No folder above this file holds astro.config.mjs.');
  return rootAbove(parent);
};

/**
 * The folder of the project, absolute. It is searched for upwards instead of being counted from this file: Astro bundles the code
 * that renders pages into a folder of another depth (inside the project, so that packages resolve), and the bundle keeps
 * `import.meta.url` as the address of the bundle. The working directory plays no part.
 */
export const projectRoot = rootAbove(path.dirname(fileURLToPath(import.meta.url)));

/** The settings of a run. Folders are absolute. */
export interface Environment {
  /** Origin of the published site, such as `https://example.org`. */
  siteUrl: string | undefined;
  /** Path below which the site stands, with a slash at either end. */
  siteBase: string;
  /** Port of `npm start` and `npm run dev`. */
  port: number;
  /** The moment the site is built for, in seconds since 1970; absent: now. See https://reproducible-builds.org/specs/source-date-epoch/ */
  sourceDateEpoch: number | undefined;
  /** Effort for `.br` and `.gz` copies; `0`: none are made. */
  precompress: '0' | 'quick' | 'best';
  /** Whether the web editor is built, and the repository it writes to (`github:owner/name`). */
  admin: boolean;
  adminRepository: string | undefined;
  contentDir: string;
  outDir: string;
  cacheDir: string;
  /** Commit that `check` compares figures with. */
  baseRef: string | undefined;
  /** Language of the machine, such as `en` or `vi_VN.UTF-8`. */
  lang: string | undefined;
}

type Variables = Readonly<Record<string, string | undefined>>;

const PRECOMPRESS = ['0', 'quick', 'best'] as const;
/** The highest TCP port. */
export const LAST_PORT = 65535;

const valueOf = (variables: Variables, name: string): string | undefined =>
  variables[name] === '' ? undefined : variables[name];

/** The value of a variable where `parse` accepts it, undefined where the variable is absent. */
const parsed = <T>(
  variables: Variables,
  name: string,
  expected: string,
  parse: (value: string) => T | undefined,
): T | undefined => {
  const value = valueOf(variables, name);
  if (value === undefined) return undefined;
  const result = parse(value);
  if (result === undefined) throw new InvalidVariable(`${name} must be ${expected}, not “${value}”.`);
  return result;
};

const matching =
  (pattern: RegExp) =>
  (value: string): string | undefined =>
    pattern.test(value) ? value : undefined;

const originOf = (value: string): string | undefined => {
  if (!URL.canParse(value)) return undefined;
  const { protocol, origin, href } = new URL(value);
  // Equal only without a path, a query, a fragment and a user.
  return ['http:', 'https:'].includes(protocol) && href === `${origin}/` ? origin : undefined;
};

const baseOf = (value: string): string | undefined =>
  /^[\w.~%/-]*$/.test(value) && !value.split('/').some((part) => part === '.' || part === '..')
    ? `/${value}/`.replace(/\/+/g, '/')
    : undefined;

const portOf = (value: string): number | undefined =>
  /^\d{1,5}$/.test(value) && Number(value) >= 1 && Number(value) <= LAST_PORT ? Number(value) : undefined;

/** Seconds of an eleven-digit number end in the year 5138, which `Date` can hold. */
export const isEpoch = (value: number | string): boolean => /^\d{1,11}$/.test(String(value));

/**
 * Reads the settings from `variables`, by default those of this process.
 *
 * @throws {InvalidVariable} for the first variable that holds something else than it may.
 */
export const environment = (variables: Variables = process.env): Environment => {
  const folder = (name: string, usual: string): string => path.resolve(projectRoot, valueOf(variables, name) ?? usual);
  return {
    siteUrl: parsed(
      variables,
      'SITE_URL',
      'an origin such as https://example.org (a path goes into SITE_BASE)',
      originOf,
    ),
    siteBase: parsed(variables, 'SITE_BASE', 'a path such as /name/', baseOf) ?? '/',
    port: parsed(variables, 'PORT', `a number from 1 to ${LAST_PORT}`, portOf) ?? 4321,
    sourceDateEpoch: parsed(variables, 'SOURCE_DATE_EPOCH', 'a whole number of seconds since 1970', (value) =>
      isEpoch(value) ? Number(value) : undefined,
    ),
    precompress:
      parsed(variables, 'PRECOMPRESS', '0, quick or best', (value) => PRECOMPRESS.find((each) => each === value)) ??
      'quick',
    admin: parsed(variables, 'ADMIN', '1 or 0', matching(/^[01]$/)) === '1',
    adminRepository: parsed(
      variables,
      'ADMIN_REPOSITORY',
      'github:owner/name or gitlab:owner/name',
      matching(/^(?:github|gitlab):[\w.-]+(?:\/[\w.-]+)+$/),
    ),
    contentDir: folder('CONTENT_DIR', 'content'),
    outDir: folder('OUT_DIR', 'dist'),
    cacheDir: folder('CACHE_DIR', 'node_modules/.astro'),
    baseRef: valueOf(variables, 'BASE_REF'),
    lang: valueOf(variables, 'LANG'),
  };
};

/** Of some variables with values, those that this process does not set. */
export const absentVariables = (variables: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(variables).filter(([name]) => !process.env[name]));

/** The moment that the site is built for: `SOURCE_DATE_EPOCH`, else now. What counts as expired or as the future follows from it. */
export const buildTime = (): Date => {
  const { sourceDateEpoch } = environment();
  return sourceDateEpoch === undefined ? new Date() : new Date(sourceDateEpoch * 1000);
};

/** Whether `DEBUG` asks for stack traces. Not part of `environment()`, which an error message must not need. */
export const isDebug = (): boolean => Boolean(process.env.DEBUG);
