/** Checks between files: everything that an entry points to exists. */
import { entryPath, facetPath, folders, paths } from '../i18n/index.ts';
import { walk, type Body } from '../mdx/body.ts';
import { closestMatch, type Problem, type ProblemCode } from '../problems/index.ts';
import { collections, type CollectionName, type Reference } from '../schema/index.ts';
import { requiredEntries } from '../site.ts';
import { isOfKind, passagesOf, type ContentEntry } from './validate.ts';

/** A file with problems of its own. What it holds is not known, so pointing into it is not reported as a second problem. */
export interface InvalidFile {
  kind: CollectionName;
  id: string;
}

/** References, links and required files that lead nowhere. */
export const checkReferences = (entries: readonly ContentEntry[], invalid: readonly InvalidFile[] = []): Problem[] =>
  new ReferenceChecker(entries, invalid).problems();

class ReferenceChecker {
  #entries: readonly ContentEntry[];
  #ids = new Map<CollectionName, Set<string>>();
  #figures = new Set<string>();
  #quotes: ReadonlySet<string>;
  #paths: Set<string>;
  /** Ids of the headings of a page, by its address; only for pages whose headings are all known. */
  #anchors = new Map<string, Set<string>>();
  #invalid: Set<string>;

  constructor(entries: readonly ContentEntry[], invalid: readonly InvalidFile[]) {
    this.#entries = entries;
    this.#quotes = new Set(passagesOf(entries).keys());
    this.#invalid = new Set(invalid.map(({ kind, id }) => `${kind}/${id}`));
    for (const { kind, id } of invalid) this.#ids.set(kind, (this.#ids.get(kind) ?? new Set()).add(id));
    for (const entry of entries) {
      const ids = this.#ids.get(entry.kind) ?? new Set();
      this.#ids.set(entry.kind, ids.add(entry.id));
      if (isOfKind(entry, 'statistics'))
        for (const item of entry.data.observations) this.#figures.add(`${entry.id}/${item.indicator}`);
    }
    this.#paths = sitePaths(entries);
    for (const { kind, id } of invalid) this.#paths.add(entryPath(kind, id) ?? paths.home);
    for (const entry of entries) {
      const path = entryPath(entry.kind, entry.id);
      if (path && entry.parsed) this.#anchors.set(path, new Set(headingsOf(entry.parsed)));
    }
    this.#anchors.set(paths.sources, this.#ids.get('sources') ?? new Set());
    this.#anchors.set(paths.glossary, this.#ids.get('glossary') ?? new Set());
  }

  /** Whether an address such as `release/indicator` points into an invalid file. */
  #isInvalid(kind: CollectionName, address: string): boolean {
    return this.#invalid.has(`${kind}/${address.split('/')[0] ?? ''}`);
  }

  problems(): Problem[] {
    return [...this.#required(), ...this.#entries.flatMap((entry) => this.#entryProblems(entry))];
  }

  #required(): Problem[] {
    return (Object.keys(requiredEntries) as (keyof typeof requiredEntries)[]).flatMap((kind) =>
      Object.entries(requiredEntries[kind])
        .filter(([id]) => !this.#ids.get(kind)?.has(id))
        .map(([id, page]): Problem => {
          const file = `${kind}/${id}.${collections[kind].format}`;
          return { file, line: 1, column: 1, code: 'entry-required', detail: { file, page } };
        }),
    );
  }

  #entryProblems(entry: ContentEntry): Problem[] {
    return [
      ...this.#address(entry),
      ...this.#references(entry),
      ...(isOfKind(entry, 'statistics') ? this.#observations(entry) : []),
      ...(isOfKind(entry, 'answers') ? this.#answerLink(entry) : []),
      ...(entry.parsed ? this.#body(entry, entry.parsed) : []),
    ];
  }

  #address(entry: ContentEntry): Problem[] {
    const path = entryPath(entry.kind, entry.id);
    const taken = (Object.values(paths) as (string | null)[]).includes(path);
    return path && taken
      ? [{ file: entry.file, line: 1, column: 1, code: 'file-duplicate', detail: { other: path } }]
      : [];
  }

  #references(entry: ContentEntry): Problem[] {
    const references: Reference[] = (collections[entry.kind].references as (data: unknown) => Reference[])(entry.data);
    return references
      .filter(({ kind, id }) => !this.#ids.get(kind)?.has(id))
      .map(({ path, kind, id }) =>
        report(entry, path, 'reference', { kind, id, correct: closestMatch(id, this.#ids.get(kind) ?? []) }),
      );
  }

  #observations(entry: ContentEntry<'statistics'>): Problem[] {
    return entry.data.observations.flatMap((item, index) => {
      const at = (field: string, code: ProblemCode, detail: Problem['detail']) =>
        report(entry, ['observations', index, field], code, detail);
      const found: Problem[] = [];
      const quote = `${entry.data.source}/${item.quote}`;
      if (!this.#quotes.has(quote) && !this.#isInvalid('sources', quote))
        found.push(at('quote', 'reference-quote', { id: quote, correct: closestMatch(quote, this.#quotes) }));
      const passages: [path: PropertyKey[], passage: string | undefined][] = [
        ...item.corroboratedBy.map((passage, position): [PropertyKey[], string] => [
          ['corroboratedBy', position],
          passage,
        ]),
        ...item.revisions.map((revision, position): [PropertyKey[], string | undefined] => [
          ['revisions', position, 'quote'],
          revision.quote,
        ]),
      ];
      for (const [path, passage] of passages) {
        if (passage === undefined || this.#quotes.has(passage) || this.#isInvalid('sources', passage)) continue;
        found.push(
          report(entry, ['observations', index, ...path], 'reference-quote', {
            id: passage,
            correct: closestMatch(passage, this.#quotes),
          }),
        );
      }
      return found;
    });
  }

  #answerLink(entry: ContentEntry<'answers'>): Problem[] {
    const found: Problem[] = [];
    this.#link(entry, entry.data.link, (code, detail) => found.push(report(entry, ['link'], code, detail)));
    return found;
  }

  #body(entry: ContentEntry, body: Body): Problem[] {
    const found: Problem[] = [];
    walk(body.nodes, (node) => {
      const at = (code: ProblemCode, detail: Problem['detail'], line: number) =>
        found.push({ file: entry.file, line: entry.bodyLine + line - 1, column: 1, code, detail });
      if (node.type === 'link' && !node.url.startsWith('https:'))
        this.#link(entry, node.url, (code, detail) => at(code, detail, node.line));
      if (node.type !== 'tag') return;
      if (
        node.name === 'Figure' &&
        !this.#figures.has(node.props.of) &&
        !this.#isInvalid('statistics', node.props.of)
      ) {
        at('reference-figure', { id: node.props.of, correct: closestMatch(node.props.of, this.#figures) }, node.line);
      } else if (
        node.name === 'Quote' &&
        !this.#quotes.has(node.props.of) &&
        !this.#isInvalid('sources', node.props.of)
      ) {
        at('reference-quote', { id: node.props.of, correct: closestMatch(node.props.of, this.#quotes) }, node.line);
      } else if (node.name === 'Hotline' || node.name === 'Term') {
        const kind = node.name === 'Hotline' ? 'hotlines' : 'glossary';
        const ids = this.#ids.get(kind) ?? new Set<string>();
        if (!ids.has(node.props.id))
          at('reference', { kind, id: node.props.id, correct: closestMatch(node.props.id, ids) }, node.line);
      }
    });
    return found;
  }

  #link(entry: ContentEntry, url: string, at: (code: ProblemCode, detail: Problem['detail']) => void): void {
    const [target = '', anchor] = url.split('#');
    const page = target === '' ? (entryPath(entry.kind, entry.id) ?? '') : target;
    // Facet pages exist for the values that entries have, and the values of an invalid file are not known.
    if (!this.#paths.has(page) && this.#invalid.size === 0)
      at('link-dangling', { url, correct: closestMatch(target, this.#paths) });
    const sections = this.#anchors.get(page);
    if (anchor && sections && !sections.has(anchor))
      at('link-anchor', { page, anchor, correct: closestMatch(anchor, sections) });
  }
}

const headingsOf = (body: Body): string[] => {
  const ids: string[] = [];
  walk(body.nodes, (node) => {
    if (node.type === 'heading') ids.push(node.id);
  });
  return ids;
};

const report = (entry: ContentEntry, path: PropertyKey[], code: ProblemCode, detail: Problem['detail']): Problem => ({
  file: entry.file,
  ...entry.locate(path),
  code,
  detail,
});

/** Every address that a link may point to. */
const sitePaths = (entries: readonly ContentEntry[]): Set<string> => {
  const result = new Set<string>(Object.values(paths));
  const observed = new Set(
    entries.flatMap((entry) =>
      isOfKind(entry, 'statistics') ? entry.data.observations.map((item) => item.indicator) : [],
    ),
  );
  for (const entry of entries) {
    const path = entryPath(entry.kind, entry.id);
    if (path) result.add(path);
    // A facet has a page only for a value that some entry has.
    if (isOfKind(entry, 'alerts')) {
      result.add(facetPath(folders.alerts, 'method', entry.data.method));
      for (const value of entry.data.channels) result.add(facetPath(folders.alerts, 'channel', value));
      for (const value of entry.data.audience) result.add(facetPath(folders.alerts, 'audience', value));
    } else if (isOfKind(entry, 'articles')) {
      result.add(facetPath(folders.articles, 'topic', entry.data.topic));
      for (const value of entry.data.audience) result.add(facetPath(folders.articles, 'audience', value));
    } else if (isOfKind(entry, 'indicators') && observed.has(entry.id))
      result.add(facetPath(folders.indicators, 'topic', entry.data.topic));
  }
  return result;
};
