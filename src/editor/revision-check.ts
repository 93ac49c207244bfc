/**
 * Compares the figures of the content folder with earlier commits: a value may not change without an entry in `revisions`, its
 * description not without one in `changes`, such an entry may not change afterwards, and no figure and no published address may
 * disappear.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { ADDRESS_FILE, parseAddresses, readAddresses, type ContentEntry } from '../content-loader/index.ts';
import { sameAmount, versionsOf, writtenAmount } from '../figures/index.ts';
import { dates } from '../i18n/index.ts';
import type { Problem, ProblemCode } from '../problems/index.ts';
import { amount, qualifiers, type Observation, type Revision } from '../schema/index.ts';
import {
  changesGone,
  compareDescription,
  describingKinds,
  jsonLine,
  listIn,
  usedBy,
  type PublishedUse,
} from './change-check.ts';

type Release = ContentEntry<'statistics'> & ContentEntry;
/** The fields of an observation that may not change without a revision. */
type PublishedFigure = Pick<Observation, 'indicator' | 'value' | 'qualifier' | 'revisions'>;

/**
 * Every change without a revision since the last commit and since the base. `entries` are the valid files of `folder`; an invalid
 * one is reported by the loader. `base` is a commit (`BASE_REF`); by default the commit at which this branch left `origin/main`,
 * else the commit before the last. Where there is no git or no commit to compare with, the list is empty.
 * Throws where `base` is given and git does not have it.
 */
export const checkRevisions = (
  folder: string,
  entries: readonly ContentEntry[],
  base: string | undefined,
  today: string,
): Problem[] => {
  const git = gitIn(folder);
  if (git(['rev-parse', '--is-inside-work-tree'])?.trim() !== 'true') {
    if (isGiven(base)) throw new Error(`Ở đây không có lịch sử git để so với “${base}” (BASE_REF).`);
    return [];
  }
  const entryOf = new Map(entries.map((entry) => [entry.file, entry]));
  const found = new Map<string, Problem>();
  const key = (code: ProblemCode, { file, detail }: Problem): string =>
    [code, file, detail.id ?? detail.path, code.endsWith('-lost') ? detail.entry : ''].join(' ');
  for (const commit of commitsBefore(git, base)) {
    for (const problem of removedAddresses(git, commit, folder)) found.set(key(problem.code, problem), problem);
    const changed = new Set(changedSince(git, commit));
    let use: PublishedUse | undefined;
    const published = (): PublishedUse => (use ??= usedBy(releasesAt(git, commit, changed, entryOf)));
    for (const file of changed) {
      const before = git(['show', `${commit}:./${file}`]) ?? '';
      for (const problem of compareFile(before, folder, file, entryOf.get(file), published, today)) {
        // Both commits often give the same problem. The last commit comes first, and its text is nearer to what the editor did.
        if (!found.has(key(problem.code, problem))) found.set(key(problem.code, problem), problem);
      }
    }
  }
  const problems = [...found.values()];
  const isLost = ({ file, detail }: Problem, lost: ProblemCode, name: 'id' | 'field'): boolean =>
    problems.some((other) => other.code === lost && other.file === file && other.detail[name] === detail[name]);
  // Restoring a lost entry often explains the change as well, so only the loss is reported.
  return problems.filter(
    (problem) =>
      !(problem.code === 'revision-missing' && isLost(problem, 'revision-lost', 'id')) &&
      !(problem.code === 'change-missing' && isLost(problem, 'change-lost', 'field')),
  );
};

/** Runs git in a folder and returns its output; null where git is missing or fails. */
type Git = (args: string[]) => string | null;

const gitIn = (folder: string): Git => {
  // Inside a git hook these variables name the repository of the hook instead of the one of the folder.
  const env = {
    ...process.env,
    GIT_DIR: undefined,
    GIT_WORK_TREE: undefined,
    GIT_INDEX_FILE: undefined,
    GIT_PREFIX: undefined,
  };
  return (args) => {
    try {
      return execFileSync('git', args, {
        cwd: folder,
        env,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
        maxBuffer: 1 << 26,
      });
    } catch {
      return null;
    }
  };
};

/** Whether a base is given. GitHub and GitLab give a commit id of zeros where a branch is new. */
const isGiven = (base: string | undefined): base is string => base !== undefined && /[^0]/.test(base);

/** The commits to compare with: the last one, which shows uncommitted changes, and the base. */
const commitsBefore = (git: Git, named: string | undefined): string[] => {
  const commit = (name: string): string | null =>
    git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`])?.trim() ?? null;
  const head = commit('HEAD');
  if (isGiven(named)) {
    const base = commit(named);
    // A given base that is missing must fail: skipping it would pass every change.
    if (!base) throw new Error(`git không có “${named}” (BASE_REF).`);
    return [...new Set([head ?? base, base])];
  }
  const main = commit('origin/main');
  // The merge base, since what was published on main after this branch left it is not missing here.
  const base = main && main !== head ? (git(['merge-base', main, 'HEAD'])?.trim() ?? main) : commit('HEAD^');
  return [...new Set([head, base].filter((each) => each !== null))];
};

/** Published addresses that are no longer in the list of the folder, with or without the list itself. */
const removedAddresses = (git: Git, commit: string, folder: string): Problem[] => {
  const listed = new Set((readAddresses(folder) ?? []).map(({ path: address }) => address));
  return parseAddresses(git(['show', `${commit}:./${ADDRESS_FILE}`]) ?? '')
    .filter(({ path: address }) => !listed.has(address))
    .map(({ path: address }) => ({
      file: ADDRESS_FILE,
      line: 1,
      column: 1,
      code: 'address-removed',
      detail: { path: address },
    }));
};

/** Files on figures that were changed or deleted since a commit, relative to the folder. New files have nothing to compare. */
const changedSince = (git: Git, commit: string): string[] => {
  const names =
    git([
      'diff',
      '--name-only',
      '--no-renames',
      '--no-ext-diff',
      '--diff-filter=a',
      '--relative',
      '-z',
      commit,
      '--',
      ...describingKinds,
    ]) ?? '';
  return names.split('\0').filter((name) => /^[^/]+\/[^/]+\.json$/.test(name));
};

/** The releases as they were at a commit. One that did not change since is taken from the folder, which saves a call of git. */
const releasesAt = (
  git: Git,
  commit: string,
  changed: ReadonlySet<string>,
  entryOf: ReadonlyMap<string, ContentEntry>,
): unknown[] =>
  (git(['ls-tree', '--name-only', '-z', commit, './statistics/']) ?? '')
    .split('\0')
    .filter((name) => name.endsWith('.json'))
    .map((name) =>
      changed.has(name) ? parseJson(git(['show', `${commit}:./${name}`]) ?? '') : entryOf.get(name)?.data,
    );

/** Changes of a file without their entry. `before` is its published text, `entry` the file now, undefined if it is gone or invalid. */
const compareFile = (
  before: string,
  folder: string,
  file: string,
  entry: ContentEntry | undefined,
  published: () => PublishedUse,
  today: string,
): Problem[] => {
  const data = parseJson(before);
  const figures = file.startsWith('statistics/') ? publishedFigures(data) : [];
  const id = path.posix.basename(file, '.json');
  if (!entry) {
    if (existsSync(path.join(folder, file))) return [];
    return [
      ...figures.map((old): Problem => ({
        file,
        line: 1,
        column: 1,
        code: 'observation-lost',
        detail: { id: `${id}/${old.indicator}`, value: writtenAmount(old.value) },
      })),
      ...changesGone(file, data),
    ];
  }
  const own = isRelease(entry) ? figures.flatMap((old) => compareObservation(entry, id, old, today)) : [];
  return [...own, ...compareDescription(entry, data, published, today)];
};

const isRelease = (entry: ContentEntry): entry is Release => entry.kind === 'statistics';

const compareObservation = (entry: Release, id: string, old: PublishedFigure, today: string): Problem[] => {
  const { data } = entry;
  const report = (field: PropertyKey[], code: ProblemCode, detail: Problem['detail']): Problem => ({
    file: entry.file,
    ...entry.locate(['observations', ...field]),
    code,
    detail,
  });
  const index = data.observations.findIndex(({ indicator }) => indicator === old.indicator);
  const now = data.observations[index];
  if (!now) return [report([], 'observation-lost', { id: `${id}/${old.indicator}`, value: writtenAmount(old.value) })];

  const unmatched = new Map(now.revisions.map((revision, position) => [position, oneLine(revision)]));
  const lost = old.revisions.filter((revision) => {
    const kept = [...unmatched].find(([, written]) => written === oneLine(revision));
    if (kept) unmatched.delete(kept[0]);
    return !kept;
  });
  const found = lost.map((revision) =>
    report([index, 'revisions'], 'revision-lost', {
      id: old.indicator,
      date: dates.day(revision.date),
      from: writtenAmount(revision.from),
      to: writtenAmount(revision.to),
      entry: oneLine(revision),
    }),
  );

  const same = sameAmount(now.value, old.value) && now.qualifier === old.qualifier;
  // One of the new entries must start at the published value. That the entries lead from there to the new value is checked by figures/revisions.ts.
  const versions = versionsOf(now, data);
  const beforeNewEntries = [...unmatched.keys()].flatMap((position) => versions[position] ?? []);
  const told = beforeNewEntries.some(
    ({ value, qualifier }) => sameAmount(value, old.value) && qualifier === old.qualifier,
  );
  const end = now.revisions.at(-1)?.to;
  if (same || (told && end !== undefined && sameAmount(end, now.value))) return found;
  const fromQualifier = now.qualifier === old.qualifier ? undefined : old.qualifier;
  // The missing entry: after the last new one where they start at the published value, else before the first.
  const [from, to] =
    told && end !== undefined ? [end, now.value] : [old.value, beforeNewEntries[0]?.value ?? now.value];
  // The schema refuses an empty reason, so the editor has to write one after pasting this.
  const added = oneLine({ date: today, kind: 'correction', from, fromQualifier, to, reason: '' });
  const first = now.revisions.length === 0;
  const textOf = ({ value, qualifier }: PublishedFigure): string =>
    fromQualifier ? `${writtenAmount(value)} (${qualifier})` : String(writtenAmount(value));
  const field = sameAmount(now.value, old.value) ? 'qualifier' : 'value';
  found.push(
    report([index, field], 'revision-missing', {
      id: old.indicator,
      old: textOf(old),
      new: textOf(now),
      first: Number(first),
      entry: first ? `"revisions": [${added}]` : added,
    }),
  );
  return found;
};

/** A revision as one line of JSON, its fields in a fixed order. */
const oneLine = ({ date, kind, from, fromQualifier, to, reason }: Revision): string =>
  jsonLine({ date, kind, from, fromQualifier, to, reason });

/** The data of an earlier version of a file; null if it was no JSON. */
const parseJson = (source: string): unknown => {
  try {
    return JSON.parse(source.replace(/^\uFEFF/, ''));
  } catch {
    return null;
  }
};

/** The figures of an earlier version of a release. Its schema may have differed, so only the compared fields are read. */
const publishedFigures = (data: unknown): PublishedFigure[] =>
  listIn(data, 'observations').flatMap((item): PublishedFigure[] => {
    const { indicator, value, qualifier = 'exact' } = item as Partial<Record<keyof PublishedFigure, unknown>>;
    const published = amount.safeParse(value);
    if (typeof indicator !== 'string' || !published.success) return [];
    return [
      {
        indicator,
        value: published.data,
        qualifier: qualifiers.find((each) => each === qualifier) ?? 'exact',
        revisions: listIn(item, 'revisions').filter(isRevision),
      },
    ];
  });

const isRevision = (item: object): item is Revision => {
  const { date, from, to } = item as Partial<Record<keyof Revision, unknown>>;
  return typeof date === 'string' && amount.safeParse(from).success && amount.safeParse(to).success;
};
