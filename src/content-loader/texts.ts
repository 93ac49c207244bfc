/** The words of a file as a reader meets them, each with its place: what checks of language and figures walk over. */
import { plainText, walk, type Body, type BodyNode } from '../mdx/body.ts';
import type { CollectionName } from '../schema/index.ts';
import { SLUG } from '../schema/index.ts';
import type { ContentFile, Place } from './read.ts';

/** A passage that is read in one go. */
export interface Text {
  value: string;
  /** Path of the field that holds it; null in a body. */
  field: PropertyKey[] | null;
  /** `data` is read by programs: ids, dates, addresses. */
  language: 'vi' | 'en' | 'data';
  /** Copied from a document as it stands there: its style is not ours. */
  verbatim: boolean;
  /** Where a piece of it stands in the file; where it is written otherwise there, where the passage begins. */
  at: (index: number, piece: string) => Place;
}

/** Fields that are copied letter by letter. */
const copied: Partial<Record<CollectionName, string[]>> = {
  sources: ['title', 'publisher', 'documentNumber', 'quotes'],
  'public-names': ['name'],
};
/** Fields whose words are none, whatever they look like. */
const identifiers = new Set(['id', 'url', 'area', 'number', 'display', 'documentNumber', 'corroboratedBy']);

const DATA = /^(?:[a-z]+:\/\/\S+|\d{4}(?:-\d\d){0,2}|[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*)$/;

/** Every passage of a file: each string of its data, then each run of words in its body. The data may be of any shape. */
export const textsOf = (file: ContentFile, body: Body | null): Text[] => [
  ...stringsOf(file.data, []).map(({ path, text }): Text => {
    const english = path[0] === 'english' || path.at(-1) === 'en';
    const data = path.some((part) => identifiers.has(String(part))) || DATA.test(text) || SLUG.test(text);
    return {
      value: text,
      field: path,
      language: data ? 'data' : english ? 'en' : 'vi',
      // What people type into the search is spelt as they spell it.
      verbatim: path[0] === 'keywords' || (copied[file.kind]?.includes(String(path[0])) ?? false),
      at: (_index, piece) => file.find(piece, file.locate(path)),
    };
  }),
  ...runsOf(body?.nodes ?? []).flatMap((run): Text[] =>
    run.length === 0
      ? []
      : [
          {
            value: run.map(({ value }) => value).join(''),
            field: null,
            language: 'vi',
            verbatim: false,
            at: (index, piece) => file.find(piece, { line: file.bodyLine + lineAt(run, index) - 1, column: 1 }),
          },
        ],
  ),
  ...attributesOf(file, body?.nodes ?? []),
];

/** Words in the attributes of tags: titles of warnings, summaries of details. */
const attributesOf = (file: ContentFile, nodes: BodyNode[]): Text[] => {
  const found: Text[] = [];
  walk(nodes, (node) => {
    if (node.type !== 'tag') return;
    for (const value of Object.values(node.props as Record<string, string | undefined>)) {
      if (value === undefined || SLUG.test(value) || DATA.test(value)) continue;
      found.push({
        value,
        field: null,
        language: 'vi',
        verbatim: false,
        at: (_index, piece) => file.find(piece, { line: file.bodyLine + node.line - 1, column: 1 }),
      });
    }
  });
  return found;
};

/** Paragraphs and list items of a body as plain words, for counting. */
export const paragraphsOf = (file: ContentFile, body: Body | null): { value: string; place: Place }[] => {
  const found: { value: string; place: Place }[] = [];
  walk(body?.nodes ?? [], (node) => {
    if (node.type !== 'paragraph') return;
    const first = firstText(node.children);
    if (first)
      found.push({ value: plainText(node.children), place: { line: file.bodyLine + first.line - 1, column: 1 } });
  });
  return found;
};

const firstText = (nodes: readonly BodyNode[]): TextNode | undefined => {
  for (const node of nodes) {
    const text =
      node.type === 'text'
        ? node
        : firstText(
            node.type === 'table' ? [node.head, ...node.rows].flat(2) : 'children' in node ? node.children : [],
          );
    if (text) return text;
  }
  return undefined;
};

export type TextNode = Extract<BodyNode, { type: 'text' }>;

/** Texts that are read in one go, as their pieces: words in bold and links go with what stands around them. */
export const runsOf = (nodes: readonly BodyNode[]): TextNode[][] => {
  let run: TextNode[] = [];
  const runs = [run];
  for (const node of nodes) {
    if (node.type === 'text') {
      run.push(node);
      continue;
    }
    const inside = node.type === 'table' ? [node.head, ...node.rows].flat() : 'children' in node ? [node.children] : [];
    const [first = [], ...more] = inside.flatMap(runsOf);
    if (node.type === 'strong' || node.type === 'emphasis' || node.type === 'link') {
      run.push(...first);
      runs.push(...more);
    } else runs.push(first, ...more, []);
    run = runs.at(-1)!;
  }
  return runs;
};

/** Line of the body on which a place in a run stands. */
export const lineAt = (run: readonly TextNode[], index: number): number => {
  let before = index;
  for (const { value, line } of run) {
    if (before < value.length) return line + value.slice(0, before).split('\n').length - 1;
    before -= value.length;
  }
  return run[0]?.line ?? 1;
};

/** Every string in some data, with the path of its field. */
export const stringsOf = (value: unknown, path: PropertyKey[]): { path: PropertyKey[]; text: string }[] => {
  if (typeof value === 'string') return [{ path, text: value }];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, child]) =>
    stringsOf(child, [...path, Array.isArray(value) ? Number(key) : key]),
  );
};
