/**
 * Checks the numbers to call: each is written as it is dialled and stands, digit for digit, in a passage of its source.
 * It is the one number that a person in danger acts on.
 */
import type { Problem, ProblemCode } from '../problems/index.ts';
import { phoneDigits } from '../prose/index.ts';
import { isOfKind, passagesOf, type ContentEntry } from './validate.ts';

/** Groups of digits of a passage, without the spaces, dots and dashes inside a number: `1900 96 96 80` is `1900969680`. */
const numbersIn = (passage: string): string[] =>
  [...passage.matchAll(/\+?\d(?:[ .-]?\d)*/g)].flatMap(([written]) => [
    phoneDigits(written),
    // `113, 114` are two numbers, and so are `111 113`.
    ...written.split(/[ .-]/).map(phoneDigits),
  ]);

/** Hotlines whose number is not proven. A source that is missing altogether is reported as a missing reference. */
export const checkHotlines = (entries: readonly ContentEntry[]): Problem[] => {
  const passages = passagesOf(entries);
  const sources = new Set(entries.filter(({ kind }) => kind === 'sources').map(({ id }) => id));
  return entries
    .filter((entry) => isOfKind(entry, 'hotlines'))
    .flatMap((entry): Problem[] => {
      const { number, display, quote, sources: named } = entry.data;
      const report = (field: string, code: ProblemCode, detail: Problem['detail']): Problem => ({
        file: entry.file,
        ...entry.locate([field]),
        code,
        detail,
      });
      const found: Problem[] = [];
      if (display.replaceAll(' ', '') !== number) found.push(report('display', 'hotline-display', { display, number }));
      const [source = ''] = quote.split('/');
      if (!named.includes(source)) found.push(report('quote', 'hotline-source', { source, quote }));
      const passage = passages.get(quote)?.text;
      if (passage === undefined && sources.has(source)) found.push(report('quote', 'reference-quote', { id: quote }));
      if (passage !== undefined && !numbersIn(passage).includes(phoneDigits(number)))
        found.push(report('number', 'hotline-proof', { number, quote, passage }));
      return found;
    });
};
