/** The styles of a finished page: only the rules that something on it can match, under short names. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import postcss, { type ChildNode, type Declaration } from 'postcss';
import selectorParser, { type Selector } from 'postcss-selector-parser';

/** Properties that scripts read by name: they keep it. */
const readByScripts = (html: string): boolean => html.includes('data-chart');

/**
 * A page with short names for the scopes of its components and for its colours. Astro marks each element and each rule of a component with
 * `data-astro-cid-3mbdtkf3`; names that cannot be compressed are 3 to 5 % of a page. Colours are named well in the sources, a hundred bytes a page.
 */
export const shortenNames = (html: string): string => {
  const shortened = (pattern: RegExp, prefix: string) => {
    const names = new Map<string, string>();
    return (text: string): string =>
      text.replace(pattern, (name) => {
        const short = names.get(name) ?? prefix + names.size.toString(36);
        names.set(name, short);
        return short;
      });
  };
  const scopes = shortened(/data-astro-cid-[a-z0-9]+/g, 'data-s')(html);
  if (readByScripts(scopes)) return scopes;
  const properties = shortened(/--[a-z][\w-]*/g, '--');
  // In styles, and in the attributes of drawings; nowhere twice.
  return scopes.replace(/<style\b[^]*?<\/style>|\bvar\(--[a-z][\w-]*\)(?=[^<>]*>)/g, properties);
};

/** What a service worker puts on a page; see `offline/notice.ts`. */
const FROM_THE_WORKER = 'held-notice';

/** How the names of scopes begin. */
const SCOPE = 'data-astro-cid-';
const STYLE = /(<style\b[^>]*>)([^]*?)(<\/style>)/g;
const SCRIPT = /<script\b([^>]*)>([^]*?)<\/script>/g;
const wordsOf = (text: string): string[] => text.match(/[\w-]+/g) ?? [];

/** What rules can be about: names of elements, classes and ids, scopes, and whatever words scripts may make classes of. */
interface Marks {
  tags: Set<string>;
  classes: Set<string>;
  ids: Set<string>;
  scopes: Set<string>;
  words: Set<string>;
}

const marksOf = (html: string, wordsOfFile: (address: string) => Iterable<string>): Marks => {
  const marks: Marks = {
    tags: new Set(),
    classes: new Set(),
    ids: new Set(),
    scopes: new Set(),
    words: new Set([FROM_THE_WORKER]),
  };
  const markup = html.replace(STYLE, '').replace(SCRIPT, (_, attributes: string, code: string) => {
    const src = /\bsrc="([^"]+)"/.exec(attributes)?.[1];
    if (src) for (const word of wordsOfFile(src)) marks.words.add(word);
    // Data holds no code.
    else if (!attributes.includes('json'))
      for (const word of [
        ...wordsOf(code),
        ...(code.match(/[\w.-]+\.js/g) ?? []).flatMap((file) => [...wordsOfFile(file)]),
      ])
        marks.words.add(word);
    return '';
  });
  for (const [, tag, attributes] of markup.matchAll(/<([a-z][\w-]*)((?:\s+[^\s=>"/]+(?:="[^"]*")?)*)/g)) {
    marks.tags.add(tag!);
    for (const [, property] of attributes!.matchAll(/var\((--[\w-]+)\)/g)) marks.words.add(property!);
    for (const [, name, value = ''] of attributes!.matchAll(/\s([^\s=>"/]+)(?:="([^"]*)")?/g)) {
      if (name === 'class') for (const part of value.split(/\s+/)) marks.classes.add(part);
      else if (name === 'id') marks.ids.add(value);
      else if (name!.startsWith(SCOPE)) marks.scopes.add(name!);
    }
  }
  return marks;
};

/** What a selector asks for. Attributes and states come and go, so they are not asked for; nor is what stands in `:not()` and its like. */
interface Asked {
  text: string;
  /** Names of elements, classes, ids and scopes, each of which must be among the marks of its sort or be a word of a script. */
  names: { sort: 'tags' | 'classes' | 'ids' | 'scopes'; name: string }[];
}

const SORTS: Partial<Record<string, Asked['names'][number]['sort']>> = { tag: 'tags', class: 'classes', id: 'ids' };

const askedBy = (selector: Selector): Asked => ({
  text: String(selector),
  names: selector.nodes.flatMap((node): Asked['names'] => {
    if (node.type === 'attribute')
      return node.attribute.startsWith(SCOPE) ? [{ sort: 'scopes', name: node.attribute }] : [];
    const sort = SORTS[node.type];
    return sort ? [{ sort, name: node.value! }] : [];
  }),
});

const canMatch = ({ names }: Asked, marks: Marks): boolean =>
  names.every(({ sort, name }) => marks[sort].has(name) || (sort !== 'scopes' && marks.words.has(name)));

/** A sheet read once for all pages that carry it: each takes from it what it needs. */
type Part =
  | { selectors: Asked[]; declarations: Declared[] }
  | { name: string; params: string; parts: Part[] | null; declarations: Declared[] };

interface Declared {
  text: string;
  /** The custom property that it sets, if it sets one. */
  sets: string | undefined;
  /** Custom properties that it reads. */
  reads: string[];
}

const declared = ({ prop, value, important }: Declaration): Declared => ({
  text: `${prop}:${value}${important ? '!important' : ''}`,
  sets: prop.startsWith('--') ? prop : undefined,
  reads: Array.from(value.matchAll(/var\(\s*(--[\w-]+)/g), ([, name]) => name!),
});

const partsOf = (nodes: readonly ChildNode[]): Part[] =>
  nodes.flatMap((node): Part[] => {
    const inside = 'nodes' in node ? (node.nodes ?? []) : [];
    const declarations = inside.flatMap((child) => (child.type === 'decl' ? [declared(child)] : []));
    if (node.type === 'rule')
      return [{ selectors: selectorParser().astSync(node.selector).nodes.map(askedBy), declarations }];
    if (node.type !== 'atrule') return [];
    return [{ name: node.name, params: node.params, parts: node.nodes ? partsOf(inside) : null, declarations }];
  });

/** The parts of a sheet that can match, by copies that may be written to. */
const matching = (parts: readonly Part[], marks: Marks): Part[] =>
  parts.flatMap((part): Part[] => {
    if (!('selectors' in part)) return [{ ...part, parts: part.parts && matching(part.parts, marks) }];
    const selectors = part.selectors.filter((selector) => canMatch(selector, marks));
    return selectors.length > 0 ? [{ ...part, selectors }] : [];
  });

const everyPart = function* (parts: readonly Part[]): Generator<Part> {
  for (const part of parts) {
    yield part;
    if ('parts' in part && part.parts) yield* everyPart(part.parts);
  }
};

/** Takes away custom properties that nothing reads, and those that only such ones read. Charts read colours by name, as words of their script. */
const dropUnread = (parts: readonly Part[], words: Set<string>): void => {
  for (let dropped = true; dropped;) {
    const read = new Set(parts.flatMap(({ declarations }) => declarations.flatMap(({ reads }) => reads)));
    dropped = false;
    for (const part of parts) {
      const kept = part.declarations.filter(({ sets }) => sets === undefined || read.has(sets) || words.has(sets));
      dropped ||= kept.length < part.declarations.length;
      part.declarations = kept;
    }
  }
};

/** Where a media query belongs after all plain rules: wider screens later, narrower ones later still, then what is no matter of width. */
const rankOf = (query: string): number => {
  const [, bound, width] = /^\((min|max)-width:\s*([\d.]+)rem\)$/.exec(query) ?? [];
  return bound === 'min' ? Number(width) : bound === 'max' ? 10_000 - Number(width) : 20_000;
};

/** Puts the rules for one medium together, after all others: a medium named thirty times is 2 % of a page. */
const written = (parts: readonly Part[]): string => {
  const media = new Map<string, string>();
  let plain = '';
  for (const part of parts) {
    const inside = part.declarations.map(({ text }) => text).join(';');
    if ('selectors' in part) {
      if (inside) plain += `${part.selectors.map(({ text }) => text).join(',')}{${inside}}`;
    } else if (!part.parts) plain += `@${part.name} ${part.params};`;
    else {
      const all = inside + part.parts.map((child) => written([child])).join('');
      if (all === '') continue;
      if (part.name === 'media') media.set(part.params, (media.get(part.params) ?? '') + all);
      else plain += `@${part.name}${part.params && ` ${part.params}`}{${all}}`;
    }
  }
  return (
    plain +
    [...media]
      .sort(([a], [b]) => rankOf(a) - rankOf(b))
      .map(([query, rules]) => `@media ${query}{${rules}}`)
      .join('')
  );
};

/** The sheets of one page, trimmed together: one may read what another sets. */
const trimmed = (sheets: readonly (readonly Part[])[], marks: Marks): string[] => {
  const kept = sheets.map((parts) => matching(parts, marks));
  dropUnread([...everyPart(kept.flat())], marks.words);
  return kept.map(written);
};

/**
 * Takes pages one after the other and gives each with only those rules of its styles, and only those custom properties, that it can need. A rule
 * stays where every element, class, id and scope that it names is on the page, or is a word in a script of the page.
 * Pages of a kind need much the same rules, so most take what one before them was given.
 *
 * @param folder of the built site, for scripts that pages fetch.
 */
export const styleTrimmer = (folder: string): ((html: string) => string) => {
  const files = new Map<string, Set<string>>();
  /** Words of a script and of those it imports. */
  const wordsOfFile = (address: string): Set<string> => {
    const name = path.basename(address);
    const known = files.get(name);
    if (known) return known;
    const words = new Set<string>();
    files.set(name, words);
    const file = path.join(folder, '_astro', name);
    if (!existsSync(file)) return words;
    const code = readFileSync(file, 'utf8');
    for (const word of wordsOf(code)) words.add(word);
    for (const imported of code.match(/[\w.-]+\.js/g) ?? []) for (const word of wordsOfFile(imported)) words.add(word);
    return words;
  };
  /** By the styles as they were built: the words in them, and what was made of them for pages with these of the words. */
  const known = new Map<string, { words: Set<string>; sheets: Part[][]; results: Map<string, string[]> }>();

  return (html) => {
    const sheets = Array.from(html.matchAll(STYLE), ([, , css]) => css!);
    const built = sheets.join('\n');
    const former = known.get(built) ?? {
      words: new Set(wordsOf(built)),
      sheets: sheets.map((css) => partsOf(postcss.parse(css).nodes)),
      results: new Map<string, string[]>(),
    };
    known.set(built, former);
    const marks = marksOf(html, wordsOfFile);
    const key = Object.values(marks)
      .map((names: Set<string>) =>
        [...names]
          .filter((name) => former.words.has(name))
          .sort()
          .join(' '),
      )
      .join('|');
    const result = former.results.get(key) ?? trimmed(former.sheets, marks);
    former.results.set(key, result);
    let index = 0;
    return html.replace(STYLE, (_, open: string, __: string, end: string) => open + result[index++]! + end);
  };
};
