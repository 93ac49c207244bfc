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
import {
  amount,
  changingKinds,
  qualifiers,
  type ChangingKind,
  type Observation,
  type Revision,
} from '../schema/index.ts';
import {
  changesGone,
  compareDescription,
  isChanging,
  isInHistory,
  jsonLine,
  listIn,
  untrueEntry,
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
  const commits = commitsBefore(git, base);
  const told = new Map<ContentEntry & { kind: ChangingKind }, Map<number, boolean>>();
  for (const [position, commit] of commits.entries()) {
    for (const problem of removedAddresses(git, commit, folder)) found.set(key(problem.code, problem), problem);
    const changed = new Set(changedSince(git, commit));
    const published = (file: string): string | null =>
      changed.has(file) ? git(['show', `${commit}:./${file}`]) : null;
    for (const file of changed) {
      if (!entryOf.has(file) && !existsSync(path.join(folder, file)))
        for (const problem of goneWith(file, published(file) ?? '')) found.set(key(problem.code, problem), problem);
    }
    const known = filesAt(git, commit);
    for (const entry of entries.filter(isChanging)) {
      if (known.has(entry.file) && !changed.has(entry.file)) continue;
      const { problems, isTrue } = compareEntry(entry, published(entry.file), today, position > 0);
      const before = told.get(entry) ?? new Map<number, boolean>();
      // An entry that is true of one commit is true.
      for (const [index, value] of isTrue) before.set(index, value || before.get(index) === true);
      told.set(entry, before);
      for (const problem of problems) {
        // Both commits often give the same problem. The last commit comes first, and its text is nearer to what the editor did.
        if (!found.has(key(problem.code, problem))) found.set(key(problem.code, problem), problem);
      }
    }
  }
  for (const [entry, isTrue] of told) {
    const doubtful = [...isTrue].filter(([, value]) => !value);
    // Of a shallow clone it is not known what was published before.
    if (doubtful.length === 0 || git(['rev-parse', '--is-shallow-repository'])?.trim() === 'true') continue;
    const versions = versionsIn(git, entry.file);
    for (const [index] of doubtful) {
      if (isInHistory(entry, index, versions)) continue;
      const problem = untrueEntry(entry, index);
      found.set(`${key(problem.code, problem)} ${index}`, problem);
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

/** The data of a file at every commit that changed it. */
const versionsIn = (git: Git, file: string): unknown[] =>
  (git(['log', '--format=%H', 'HEAD', '--', file]) ?? '')
    .split('\n')
    .filter(Boolean)
    .flatMap((commit) => git(['show', `${commit}:./${file}`]) ?? [])
    .map(parseJson);

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

/** Files on figures and numbers to call that were changed or deleted since a commit, relative to the folder. New files have nothing to compare. */
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
      ...changingKinds,
    ]) ?? '';
  return names.split('\0').filter((name) => /^[^/]+\/[^/]+\.json$/.test(name));
};

/** The files that keep a list of changes, as they were at a commit. */
const filesAt = (git: Git, commit: string): ReadonlySet<string> =>
  new Set(
    (git(['ls-tree', '-r', '--name-only', '-z', commit, ...changingKinds.map((kind) => `./${kind}/`)]) ?? '').split(
      '\0',
    ),
  );

/** Figures and entries in `changes` that are gone with their file. `before` is its published text. */
const goneWith = (file: string, before: string): Problem[] => {
  const data = parseJson(before);
  const id = path.posix.basename(file, '.json');
  return [
    ...(file.startsWith('statistics/') ? publishedFigures(data) : []).map((old): Problem => ({
      file,
      line: 1,
      column: 1,
      code: 'observation-lost',
      detail: { id: `${id}/${old.indicator}`, value: writtenAmount(old.value) },
    })),
    ...changesGone(file, data),
  ];
};

/**
 * Changes of a file without their entry, and entries that tell of none. `before` is its published text, null where it was not
 * there; `mayHaveSteps`: whether it may have been published in between.
 */
export const compareEntry = (
  entry: ContentEntry & { kind: ChangingKind },
  before: string | null,
  today: string,
  mayHaveSteps = false,
): ReturnType<typeof compareDescription> => {
  const data = before === null ? undefined : parseJson(before);
  const { problems, isTrue } = compareDescription(entry, data, today, mayHaveSteps);
  const figures = isRelease(entry)
    ? publishedFigures(data).flatMap((old) => compareObservation(entry, entry.id, old, today))
    : [];
  return { problems: [...figures, ...problems], isTrue };
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
const oneLine = ({ date, kind, from, fromQualifier, to, quote, reason }: Revision): string =>
  jsonLine({ date, kind, from, fromQualifier, to, quote, reason });

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
