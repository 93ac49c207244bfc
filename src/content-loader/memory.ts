/**
 * What earlier readings of a folder found, so that only changed files are looked at again: for whoever reads one folder many times,
 * such as the server for development. It holds the whole folder; whoever reads once has no use for it.
 */
export class Memory {
  #files = new Map<string, { version: string; file: object }>();
  #found = new Map<string, WeakMap<object, { others: string; found: unknown }>>();

  /** A file as it was read before, while it is of the same version; else as `read` gives it. */
  file<T extends object>(name: string, version: string, read: () => T): T {
    const known = this.#files.get(name);
    if (known?.version === version) return known.file as T;
    const file = read();
    this.#files.set(name, { version, file });
    return file;
  }

  /** What was found out about something, by the name of the question. `others` is all else that the answer depends on, in words that change when it does. */
  find<T>(question: string, about: object, others: string, find: () => T): T {
    const answers = this.#found.get(question) ?? new WeakMap<object, { others: string; found: unknown }>();
    this.#found.set(question, answers);
    const known = answers.get(about);
    if (known?.others === others) return known.found as T;
    const found = find();
    answers.set(about, { others, found });
    return found;
  }
}
