/** How good the answers of the search are: judged queries asked on the real page in a real browser. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { root } from '../support/run.ts';

export interface Judged {
  query: string;
  class: string;
  /** The pages any of which should come first. None: the site has no answer. */
  first: string[];
  /** Other pages that count as relevant. */
  also: string[];
  /** Pages that hold the words with other marks only: never above a right one. */
  not?: string[];
}

/** What one query got, each measure between 0 and 1. */
export interface Marks {
  /** Whether the right page is among the first ten. */
  recall: number;
  /** One over the place of the right page; 0 where it is not among the first ten. */
  reciprocal: number;
  /** Whether the right page comes first. */
  first: number;
}

export const judgedQueries = (name: 'queries' | 'unseen' | 'people' = 'queries'): Judged[] =>
  JSON.parse(readFileSync(path.join(root, `tests/search/${name}.json`), 'utf8')) as Judged[];

/** Whether an address is one of the right ones. A place on a right page is right too. */
const isRight = (address: string, right: readonly string[]): boolean =>
  right.includes(address) || right.includes(address.replace(/#.*/, ''));

/** Marks for the addresses a query got, best first. Where nothing answers, nothing should be found. */
export const mark = ({ first }: Judged, found: readonly string[]): Marks => {
  if (first.length === 0) {
    const nothing = found.length === 0 ? 1 : 0;
    return { recall: nothing, reciprocal: nothing, first: nothing };
  }
  const place = found.slice(0, 10).findIndex((address) => isRight(address, first));
  return { recall: place < 0 ? 0 : 1, reciprocal: place < 0 ? 0 : 1 / (place + 1), first: place === 0 ? 1 : 0 };
};

export const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, number) => sum + number, 0) / numbers.length;

/** Mean marks of each class, and of all queries as `all`. */
export const byClass = (
  queries: readonly Judged[],
  marks: readonly Marks[],
): Map<string, Marks & { count: number }> => {
  const classes = new Map<string, Marks[]>();
  queries.forEach((query, at) => {
    for (const name of [query.class, 'all']) classes.set(name, [...(classes.get(name) ?? []), marks[at]!]);
  });
  const means = (all: readonly Marks[]) => ({
    count: all.length,
    recall: mean(all.map(({ recall }) => recall)),
    reciprocal: mean(all.map(({ reciprocal }) => reciprocal)),
    first: mean(all.map(({ first }) => first)),
  });
  return new Map(
    [...classes]
      .sort(([a], [b]) => Number(a === 'all') - Number(b === 'all') || (a < b ? -1 : 1))
      .map(([name, all]) => [name, means(all)]),
  );
};

export interface Asked {
  /** Addresses without the base, best first. */
  found: string[];
  /** From the last key to the shown list, in milliseconds. */
  milliseconds: number;
}

/** Types each query into the box of an open search page, as a person does, and reads the list. */
export const askPage = (page: Page, queries: readonly string[]): Promise<Asked[]> =>
  page.evaluate(async (all) => {
    const list = document.querySelector<HTMLElement>('[data-search-results]')!;
    const input = document.querySelector<HTMLInputElement>('#q')!;
    const answers: { found: string[]; milliseconds: number }[] = [];
    const wait = () => new Promise((resolve) => setTimeout(resolve, 1));
    // The first touch of the box fetches the search, which then asks what stands there.
    const answered = (query: string): boolean =>
      list.dataset.searchQuestion === (query && `#${new URLSearchParams({ q: query })}`) &&
      list.dataset.searchState !== 'loading';
    if (list.dataset.searchState === 'idle') {
      input.focus();
      input.value = '113';
      while (!answered('113')) await wait();
    }
    for (const query of all) {
      input.value = query;
      // What the box makes of it: it takes no line breaks.
      const asked = input.value;
      const started = performance.now();
      input.form!.requestSubmit();
      while (!answered(asked)) await wait();
      answers.push({
        milliseconds: performance.now() - started,
        found: Array.from(
          list.querySelectorAll<HTMLAnchorElement>('[data-result] > a'),
          (link) => link.pathname + link.hash,
        ),
      });
    }
    return answers;
  }, queries);
