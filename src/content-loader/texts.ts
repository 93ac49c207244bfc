/** The passages of a file with their locations: what the checks of language and figures read. */
import { plainText, walk, type Body, type BodyNode } from '../mdx/body.ts';
import { SLUG, type CollectionName } from '../schema/index.ts';
import type { Location } from './parse.ts';
import type { ContentFile } from './read.ts';

/** A passage: a field value, the attribute of a tag, or a run of text in the body. */
export interface Text {
  value: string;
  /** Path of the field that holds it; null in a body. */
  field: PropertyKey[] | null;
  /** `data`: ids, dates and addresses, which are no prose. */
  language: 'vi' | 'en' | 'data';
  /** Copied from a document or typed by users: its style is not checked. */
  verbatim: boolean;
  /** Location of a match in the file; of the start of the passage if the file spells it differently (escapes, folded lines). */
  at: (index: number, match: string) => Location;
}

/** Fields copied verbatim from documents. */
const copied: Partial<Record<CollectionName, string[]>> = {
  sources: ['title', 'publisher', 'documentNumber', 'quotes'],
  'public-names': ['name'],
};
/** Fields that hold data, whatever their value looks like. */
const identifiers = new Set([
  'id',
  'url',
  'link',
  'area',
  'field',
  'number',
  'display',
  'documentNumber',
  'corroboratedBy',
]);

const DATA = /^(?:[a-z]+:\/\/\S+|\d{4}(?:-\d\d){0,2}|[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*)$/;

/** Every passage of a file: each string of its data, then each run of text in its body. The data may be invalid. */
export const textsOf = (file: ContentFile, body: Body | null): Text[] => [
  ...stringsOf(file.data, []).map(({ path, text }): Text => {
    const english = path[0] === 'english' || path.includes('en');
    const data = path.some((part) => identifiers.has(String(part))) || DATA.test(text) || SLUG.test(text);
    return {
      value: text,
      field: path,
      language: data ? 'data' : english ? 'en' : 'vi',
      // Search keywords and questions are spelled as users type them; the former and new text of a change stand as they were.
      verbatim:
        path[0] === 'keywords' ||
        path[0] === 'asked' ||
        (path[0] === 'changes' && path.at(-1) !== 'reason') ||
        (copied[file.kind]?.includes(String(path[0])) ?? false),
      at: (_index, match) => file.find(match, file.locate(path)),
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
            at: (index, match) => file.find(match, { line: file.bodyLine + lineAt(run, index) - 1, column: 1 }),
          },
        ],
  ),
  ...attributesOf(file, body?.nodes ?? []),
];

/** Text in the attributes of tags: titles of warnings, summaries of details. */
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
        at: (_index, match) => file.find(match, { line: file.bodyLine + node.line - 1, column: 1 }),
      });
    }
  });
  return found;
};

/** Paragraphs and list items of a body as plain text. */
export const paragraphsOf = (file: ContentFile, body: Body | null): { value: string; location: Location }[] => {
  const found: { value: string; location: Location }[] = [];
  walk(body?.nodes ?? [], (node) => {
    if (node.type !== 'paragraph') return;
    const first = firstText(node.children);
    if (first)
      found.push({ value: plainText(node.children), location: { line: file.bodyLine + first.line - 1, column: 1 } });
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

/** Text nodes grouped into passages: bold text, emphasis and links belong to the passage around them. */
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
    run = runs.at(-1) ?? run;
  }
  return runs;
};

/** Line of the body that holds the character at `index` of a run. */
export const lineAt = (run: readonly TextNode[], index: number): number => {
  let before = index;
  for (const { value, line } of run) {
    if (before < value.length) return line + value.slice(0, before).split('\n').length - 1;
    before -= value.length;
  }
  return run[0]?.line ?? 1;
};

/** Every string in a value, with the path of its field. */
export const stringsOf = (value: unknown, path: PropertyKey[]): { path: PropertyKey[]; text: string }[] => {
  if (typeof value === 'string') return [{ path, text: value }];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, child]) =>
    stringsOf(child, [...path, Array.isArray(value) ? Number(key) : key]),
  );
};
