/** The styles of a finished page: only the rules that something on it can match, under short names. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import postcss, { type AtRule, type Root } from 'postcss';
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
  const marks: Marks = { tags: new Set(), classes: new Set(), ids: new Set(), scopes: new Set(), words: new Set([FROM_THE_WORKER]) };
  const markup = html.replace(STYLE, '').replace(SCRIPT, (_, attributes: string, code: string) => {
    const src = /\bsrc="([^"]+)"/.exec(attributes)?.[1];
    if (src) for (const word of wordsOfFile(src)) marks.words.add(word);
    // Data holds no code.
    else if (!attributes.includes('json')) for (const word of [...wordsOf(code), ...(code.match(/[\w.-]+\.js/g) ?? []).flatMap((file) => [...wordsOfFile(file)])]) marks.words.add(word);
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

/** Whether a selector can match on a page with these marks. Attributes and states come and go; what stands in `:not()` and its like asks for nothing. */
const canMatch = (selector: Selector, { tags, classes, ids, scopes, words }: Marks): boolean =>
  selector.nodes.every((node) => {
    if (node.type === 'tag') return tags.has(node.value) || words.has(node.value);
    if (node.type === 'class') return classes.has(node.value) || words.has(node.value);
    if (node.type === 'id') return ids.has(node.value) || words.has(node.value);
    if (node.type === 'attribute' && node.attribute.startsWith(SCOPE)) return scopes.has(node.attribute);
    return true;
  });

/** Takes away custom properties that nothing reads, and those that only such ones read. */
const dropUnread = (sheets: readonly Root[], words: Set<string>): void => {
  const read = new Set<string>();
  let dropped = 0;
  for (const sheet of sheets)
    sheet.walkDecls(({ value }) => {
      for (const [, name] of value.matchAll(/var\(\s*(--[\w-]+)/g)) read.add(name!);
    });
  for (const sheet of sheets)
    sheet.walkDecls(/^--/, (declaration) => {
      // Charts read colours by name.
      if (read.has(declaration.prop) || words.has(declaration.prop)) return;
      declaration.remove();
      dropped++;
    });
  if (dropped > 0) dropUnread(sheets, words);
};

/** Where a media query belongs after all plain rules: wider screens later, narrower ones later still, then what is no matter of width. */
const rankOf = (query: string): number => {
  const [, bound, width] = /^\((min|max)-width:\s*([\d.]+)rem\)$/.exec(query) ?? [];
  return bound === 'min' ? Number(width) : bound === 'max' ? 10_000 - Number(width) : 20_000;
};

/** Puts the rules for one medium together, after all others: a medium named thirty times is 2 % of a page. */
const gatherMedia = (sheet: Root): void => {
  const media = new Map<string, AtRule>();
  for (const node of [...sheet.nodes]) {
    if (node.type !== 'atrule' || node.name !== 'media') continue;
    const first = media.get(node.params);
    if (first) first.append(node.nodes);
    else media.set(node.params, node);
    node.remove();
  }
  sheet.append([...media.values()].sort((a, b) => rankOf(a.params) - rankOf(b.params)));
};

/** The sheets of one page, trimmed together: one may read what another sets. */
const trimmed = (sheets: readonly string[], marks: Marks): string[] => {
  const roots = sheets.map((css) => postcss.parse(css));
  for (const sheet of roots) dropUnmatched(sheet, marks);
  dropUnread(roots, marks.words);
  return roots.map((sheet) => {
    sheet.walk((node) => {
      if ((node.type === 'rule' || node.type === 'atrule') && node.nodes?.length === 0) node.remove();
    });
    gatherMedia(sheet);
    return sheet.toString().replace(/\n+/g, '');
  });
};

/** The selectors of a list, each read once: every page has the same few hundred. */
const selectorsOf = (list: string): readonly Selector[] => {
  const selectors = parsed.get(list) ?? selectorParser().astSync(list).nodes;
  parsed.set(list, selectors);
  return selectors;
};
const parsed = new Map<string, readonly Selector[]>();

const dropUnmatched = (sheet: Root, marks: Marks): void => {
  sheet.walkRules((rule) => {
    const kept = selectorsOf(rule.selector).filter((selector) => canMatch(selector, marks));
    if (kept.length === 0) rule.remove();
    else rule.selector = kept.map(String).join(',');
  });
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
  const known = new Map<string, { words: Set<string>; results: Map<string, string[]> }>();

  return (html) => {
    const sheets = Array.from(html.matchAll(STYLE), ([, , css]) => css!);
    const built = sheets.join('\n');
    const former = known.get(built) ?? { words: new Set(wordsOf(built)), results: new Map<string, string[]>() };
    known.set(built, former);
    const marks = marksOf(html, wordsOfFile);
    const key = Object.values(marks)
      .map((names: Set<string>) => [...names].filter((name) => former.words.has(name)).sort().join(' '))
      .join('|');
    const result = former.results.get(key) ?? trimmed(sheets, marks);
    former.results.set(key, result);
    let index = 0;
    return html.replace(STYLE, (_, open: string, __: string, end: string) => open + result[index++]! + end);
  };
};
