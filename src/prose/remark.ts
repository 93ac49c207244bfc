import type { ProblemCode } from '../problems/index.ts';

/** A remark on a text: which rule, and the piece it is about. */
export interface Remark {
  code: ProblemCode;
  /** Where the piece begins, in UTF-16 units. */
  index: number;
  /** The piece as it is written. */
  piece: string;
  detail?: Readonly<Record<string, string | number>>;
  /** What belongs in its place, where a machine can know. */
  mend?: string;
}
