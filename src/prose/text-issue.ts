import type { ProblemCode } from '../problems/index.ts';

/** Something wrong with a text: the rule, and the words that break it. `content-loader` adds file and line. */
export interface TextIssue {
  code: ProblemCode;
  /** Start of the match, in UTF-16 code units. */
  index: number;
  /** The words that break the rule, as written. */
  match: string;
  detail?: Readonly<Record<string, string | number>>;
  /** Replacement of the match, if there is only one right one. */
  fix?: string;
}
