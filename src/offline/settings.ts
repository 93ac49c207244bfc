/** What the build tells the worker. */
export interface WorkerSettings {
  /** The path that the site stands below: `/` or `/name/`. */
  base: string;
  /** Beginnings of addresses whose pages are never kept for having been read. */
  unkept: readonly string[];
  /** Beginnings of addresses that the worker leaves alone altogether. */
  ignored: readonly string[];
  /** The page for an address that is not held. */
  fallback: string;
  /** Where the list of the warning pack stands. */
  manifest: string;
  /** What every device holds: the fallback with its scripts. Null as revision: the name changes with the file. */
  precache: readonly { url: string; revision: string | null }[];
}
