/**
 * What only the search index reads on a page: filters, parts to leave out, other words to be found by. A finished page is without it; what was
 * cut is remembered, so that a page kept from the build before can be indexed again.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Each cut: where it belongs in what is left of the page, and what was cut. */
type Cuts = [at: number, text: string][];

const MARKS = /<span hidden data-pagefind-filter="[^"]*"><\/span>| data-(?:pagefind-ignore|search-(?:title|words|record))(?:="[^"]*")?(?=[^<>]*>)/g;

const cut = (html: string): { html: string; cuts: Cuts } => {
  const cuts: Cuts = [];
  let removed = 0;
  const rest = html.replace(MARKS, (text: string, at: number) => {
    cuts.push([at - removed, text]);
    removed += text.length;
    return '';
  });
  return { html: rest, cuts };
};

const mend = (html: string, cuts: Cuts): string => {
  let from = 0;
  const parts: string[] = [];
  for (const [at, text] of cuts) {
    parts.push(html.slice(from, at), text);
    from = at;
  }
  return parts.join('') + html.slice(from);
};

/** The marks of all pages of one build after another, kept in the cache folder. */
export class SearchMarks {
  #file: string;
  #former: Record<string, Cuts>;
  #now: Record<string, Cuts> = {};

  constructor(cacheFolder: string) {
    this.#file = path.join(cacheFolder, 'search-marks.json');
    this.#former = existsSync(this.#file) ? (JSON.parse(readFileSync(this.#file, 'utf8')) as Record<string, Cuts>) : {};
  }

  /** A page, known by its file, without its marks. */
  remove(file: string, html: string): string {
    const rest = cut(html);
    this.#now[file] = rest.cuts;
    return rest.html;
  }

  /**
   * A page of the build before with its marks as they were.
   *
   * @throws when it is not known what they were.
   */
  restore(file: string, html: string): string {
    const cuts = this.#former[file];
    if (!cuts) throw new Error(`${file} was kept from a build before, but not how the search reads it (${this.#file}). Delete the folder ${path.dirname(this.#file)} and build again.`);
    this.#now[file] = cuts;
    return mend(html, cuts);
  }

  /** Keeps them for the build after this one. */
  write(): void {
    writeFileSync(this.#file, JSON.stringify(this.#now));
  }
}
