/**
 * Holds the figures of the content folder against what was published before: a value does not change without an entry in
 * `revisions`, an entry stays as it was written, and no figure disappears. Git knows what was published.
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { ContentEntry } from '../content-loader/index.ts';
import { versionsOf } from '../figures/index.ts';
import { dates } from '../i18n/index.ts';
import type { Problem, ProblemCode } from '../problems/index.ts';
import { qualifiers, type Observation, type Revision } from '../schema/index.ts';

type Release = ContentEntry<'statistics'> & ContentEntry;
/** What of an observation must not change in silence. */
type Shown = Pick<Observation, 'indicator' | 'value' | 'qualifier' | 'revisions'>;

/**
 * Everything that was changed in silence since the base and since the last commit. `entries` are the files of `folder` that are
 * in order; a broken one has problems of its own. Nothing is said where there is no git, or no commit to compare with, unless one is named.
 * `base`: a commit (`BASE_REF`); without it where this branch left `origin/main`, else the commit before the last.
 */
export const compare = (
  folder: string,
  entries: readonly ContentEntry[],
  base: string | undefined,
  today: string,
): Problem[] => {
  const git = gitIn(folder);
  if (git(['rev-parse', '--is-inside-work-tree'])?.trim() !== 'true') {
    if (isNamed(base)) throw new Error(`Ở đây không có lịch sử git để so với “${base}” (BASE_REF).`);
    return [];
  }
  const releases = new Map(
    entries.filter((entry): entry is Release => entry.kind === 'statistics').map((entry) => [entry.file, entry]),
  );
  const found = new Map<string, Problem>();
  const key = (code: ProblemCode, { file, detail }: Problem): string =>
    [code, file, detail.id, code === 'revision-lost' ? detail.entry : ''].join(' ');
  for (const commit of commitsBefore(git, base)) {
    for (const file of changedSince(git, commit)) {
      for (const problem of compareFile(git, commit, folder, file, releases.get(file), today)) {
        // Two commits often tell the same; what the later one says is nearer to what the editor did.
        if (!found.has(key(problem.code, problem))) found.set(key(problem.code, problem), problem);
      }
    }
  }
  const problems = [...found.values()];
  const isLost = ({ file, detail }: Problem): boolean =>
    problems.some((other) => other.code === 'revision-lost' && other.file === file && other.detail.id === detail.id);
  // An entry that is put back often tells of the value too.
  return problems.filter((problem) => problem.code !== 'revision-missing' || !isLost(problem));
};

/** Runs git in a folder. Null where git is missing or refuses. */
type Git = (args: string[]) => string | null;

const gitIn = (folder: string): Git => {
  // Inside a hook these name the repository of the hook, whatever the folder.
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

/** Services give a row of zeros where a branch is new. */
const isNamed = (base: string | undefined): base is string => Boolean(base) && !/^0+$/.test(base!);

/** The commits to compare with: the last one, against which uncommitted work stands, and the base. */
const commitsBefore = (git: Git, named: string | undefined): string[] => {
  const commit = (name: string): string | null =>
    git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`])?.trim() ?? null;
  const head = commit('HEAD');
  if (isNamed(named)) {
    const base = commit(named);
    // Whoever names a base relies on it: nothing is passed over in silence.
    if (!base) throw new Error(`git không có “${named}” (BASE_REF).`);
    return [...new Set([head ?? base, base])];
  }
  const main = commit('origin/main');
  // What others have published since is not missing here: it comes with the next merge.
  const base = main && main !== head ? (git(['merge-base', main, 'HEAD'])?.trim() ?? main) : commit('HEAD^');
  return [...new Set([head, base].filter((each) => each !== null))];
};

/** Files of figures that a commit has otherwise than the folder, by their paths from the folder. New files are of no interest. */
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
      'statistics',
    ]) ?? '';
  return names.split('\0').filter((name) => /^statistics\/[^/]+\.json$/.test(name));
};

const compareFile = (
  git: Git,
  commit: string,
  folder: string,
  file: string,
  entry: Release | undefined,
  today: string,
): Problem[] => {
  const published = readPublished(git(['show', `${commit}:./${file}`]) ?? '');
  const id = path.posix.basename(file, '.json');
  if (!entry) {
    if (existsSync(path.join(folder, file))) return [];
    return published.map((old) => ({
      file,
      line: 1,
      column: 1,
      code: 'observation-lost',
      detail: { id: `${id}/${old.indicator}`, value: old.value },
    }));
  }
  return published.flatMap((old) => compareObservation(entry, id, old, today));
};

const compareObservation = (entry: Release, id: string, old: Shown, today: string): Problem[] => {
  const { data } = entry;
  const report = (field: PropertyKey[], code: ProblemCode, detail: Problem['detail']): Problem => ({
    file: entry.file,
    ...entry.locate(['observations', ...field]),
    code,
    detail,
  });
  const index = data.observations.findIndex(({ indicator }) => indicator === old.indicator);
  const now = data.observations[index];
  if (!now) return [report([], 'observation-lost', { id: `${id}/${old.indicator}`, value: old.value })];

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
      from: revision.from,
      to: revision.to,
      entry: oneLine(revision),
    }),
  );

  const same = now.value === old.value && now.qualifier === old.qualifier;
  // Of several new entries one begins at what was published; that they lead from there to the value is the rule of every history.
  const versions = versionsOf(now, data);
  const [begin] = unmatched.keys();
  const told = [...unmatched.keys()].some(
    (position) => versions[position]!.value === old.value && versions[position]!.qualifier === old.qualifier,
  );
  const end = now.revisions.at(-1)?.to;
  if (same || (told && end === now.value)) return found;
  const fromQualifier = now.qualifier === old.qualifier ? undefined : old.qualifier;
  // New entries that do not reach from what was published to the value lack one at their end, or one at their beginning.
  const [from, to] = told ? [end!, now.value] : [old.value, begin === undefined ? now.value : versions[begin]!.value];
  // An empty reason is refused by the schema: whoever pastes this must write one.
  const added = oneLine({ date: today, kind: 'correction', from, fromQualifier, to, reason: '' });
  const first = now.revisions.length === 0;
  const words = ({ value, qualifier }: Shown): string => (fromQualifier ? `${value} (${qualifier})` : String(value));
  const field = now.value === old.value ? 'qualifier' : 'value';
  found.push(
    report([index, field], 'revision-missing', {
      id: old.indicator,
      old: words(old),
      new: words(now),
      first: Number(first),
      entry: first ? `"revisions": [${added}]` : added,
    }),
  );
  return found;
};

/** An entry as it is written in a file, its fields in one order. */
const oneLine = ({ date, kind, from, fromQualifier, to, reason }: Revision): string => {
  const fields = Object.entries({ date, kind, from, fromQualifier, to, reason }).filter(
    ([, value]) => value !== undefined,
  );
  return `{ ${fields.map(([name, value]) => `"${name}": ${JSON.stringify(value)}`).join(', ')} }`;
};

/** The observations of an earlier version of a file. Its schema may have been another: only what is compared is read. */
const readPublished = (source: string): Shown[] => {
  let data: unknown;
  try {
    data = JSON.parse(source.replace(/^\uFEFF/, ''));
  } catch {
    return [];
  }
  return listIn(data, 'observations').flatMap((item): Shown[] => {
    const { indicator, value, qualifier = 'exact' } = item as Partial<Record<keyof Shown, unknown>>;
    if (typeof indicator !== 'string' || typeof value !== 'number') return [];
    return [
      {
        indicator,
        value,
        qualifier: qualifiers.find((each) => each === qualifier) ?? 'exact',
        revisions: listIn(item, 'revisions').filter(isRevision),
      },
    ];
  });
};

const isRevision = (item: object): item is Revision => {
  const { date, from, to } = item as Partial<Record<keyof Revision, unknown>>;
  return typeof date === 'string' && typeof from === 'number' && typeof to === 'number';
};

const listIn = (data: unknown, field: string): object[] => {
  const list = typeof data === 'object' && data !== null ? (data as Record<string, unknown>)[field] : undefined;
  return Array.isArray(list) ? list.filter((item): item is object => typeof item === 'object' && item !== null) : [];
};
