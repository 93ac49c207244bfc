/**
 * Results of earlier readings of one folder, so that a repeated reading parses and checks only what changed.
 * The development server keeps one for as long as it runs; a single reading uses a new one.
 */
export class ParseCache {
  #files = new Map<string, { version: string; file: object }>();
  #memos = new Map<string, WeakMap<object, { deps: string; result: unknown }>>();

  /** The parsed file `name` from an earlier reading if its `version` is the same, else what `parse` returns. */
  file<T extends object>(name: string, version: string, parse: () => T): T {
    const cached = this.#files.get(name);
    if (cached?.version === version) return cached.file as T;
    const file = parse();
    this.#files.set(name, { version, file });
    return file;
  }

  /** Drops every file that is not among `names`: deleted and renamed files are not kept. */
  keepOnly(names: ReadonlySet<string>): void {
    for (const name of this.#files.keys()) if (!names.has(name)) this.#files.delete(name);
  }

  /** Memoizes the result of one `check` on one object. `deps` is a string that changes when anything else the result depends on changes. */
  memo<T>(check: string, subject: object, deps: string, compute: () => T): T {
    const results = this.#memos.get(check) ?? new WeakMap<object, { deps: string; result: unknown }>();
    this.#memos.set(check, results);
    const cached = results.get(subject);
    if (cached?.deps === deps) return cached.result as T;
    const result = compute();
    results.set(subject, { deps, result });
    return result;
  }
}
