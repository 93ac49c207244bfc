/**
 * Checks the numbers to call, of hotlines and of banks: each is written as it is dialled and stands, digit for digit, in a passage of its
 * source. It is the one number that a person in danger acts on; a situation therefore may not say another one first than it shows.
 */
import type { Problem, ProblemCode } from '../problems/index.ts';
import { phoneDigits, spokenCallNumbers } from '../prose/index.ts';
import type { Data } from '../schema/index.ts';
import { isOfKind, passagesOf, type ContentEntry } from './validate.ts';

/** Groups of digits of a passage, without the spaces, dots and dashes inside a number: `1900 96 96 80` is `1900969680`. */
const numbersIn = (passage: string): string[] =>
  [...passage.matchAll(/\+?\(?\d(?:[ .)(-]{0,2}\d)*/g)].flatMap(([written]) => [
    phoneDigits(written.replace(/[()]/g, '')),
    // `84-24-39446699` is printed without its plus.
    phoneDigits(`+${written.replace(/[()]/g, '')}`),
    // `113, 114` are two numbers, and so are `111 113`.
    ...written.split(/[ .-]/).map(phoneDigits),
  ]);

/** One number of an entry, and where it stands in its file. */
interface Called {
  number: string;
  display: string;
  quote: string;
  /** Path of the group that holds it. */
  path: PropertyKey[];
}

/** Numbers that are not proven. A source that is missing altogether is reported as a missing reference. */
export const checkHotlines = (entries: readonly ContentEntry[]): Problem[] => {
  const passages = passagesOf(entries);
  const sources = new Map(
    entries.flatMap((entry) => (isOfKind(entry, 'sources') ? [[entry.id, entry.data] as const] : [])),
  );

  const proofOf = (entry: ContentEntry, named: readonly string[], { number, display, quote, path }: Called) => {
    const report = (field: string, code: ProblemCode, detail: Problem['detail']): Problem => ({
      file: entry.file,
      ...entry.locate([...path, field]),
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
  };

  /** A bank's number needs a page of the bank itself or two publishers: false numbers of banks are a scam of their own. */
  const publishersOf = ({ name, sources: named }: Data<'banks'>): string[] | 'own' => {
    const publishers = new Set(named.flatMap((id) => sources.get(id)?.publisher ?? []));
    return publishers.has(name) ? 'own' : [...publishers];
  };

  return entries.flatMap((entry): Problem[] => {
    if (isOfKind(entry, 'hotlines')) return proofOf(entry, entry.data.sources, { ...entry.data, path: [] });
    if (isOfKind(entry, 'banks')) {
      const { data } = entry;
      const publishers = publishersOf(data);
      const found = data.numbers.flatMap((number, index) =>
        proofOf(entry, data.sources, { ...number, path: ['numbers', index] }),
      );
      if (data.numbers.length > 0 && publishers !== 'own' && publishers.length < 2)
        found.push({
          file: entry.file,
          ...entry.locate(['sources']),
          code: 'bank-sources',
          detail: { name: data.name, publishers: publishers.join(', ') },
        });
      return found;
    }
    return isOfKind(entry, 'situations') ? firstNumbers(entry) : [];
  });
};

/** The number that stands big and the first one that the steps name must be the same: readers obey the big one. */
const firstNumbers = (entry: ContentEntry<'situations'> & ContentEntry): Problem[] => {
  const { hotline, steps } = entry.data;
  if (hotline === undefined || !/^\d+$/.test(hotline)) return [];
  return (['vi', 'en'] as const).flatMap((language): Problem[] => {
    const numbered = steps.map((step) => spokenCallNumbers(step[language]));
    const step = numbered.findIndex((numbers) => numbers.length > 0);
    const first = numbered[step]?.[0] ?? '';
    return first === hotline
      ? []
      : [
          {
            file: entry.file,
            ...entry.locate(['steps', Math.max(step, 0), language]),
            code: 'situation-number',
            detail: { first, hotline },
          },
        ];
  });
};
