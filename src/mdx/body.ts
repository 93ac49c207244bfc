/**
 * A body of MDX as data. `parseBody` reads it with the same parser that `@astrojs/mdx` uses and lets through
 * only what is listed here; nothing an author writes is ever evaluated.
 */
import { mdxToMdast, type MdastNode } from 'satteri';
import { closestMatch, type LocalProblem, type ProblemCode } from '../problems/index.ts';
import { slugFrom } from '../schema/index.ts';
import { linkDomains } from '../site.ts';
import { tagNames, tags, type TagName, type TagProps } from './tags.ts';

/** A tag with its checked attributes. */
type TagNode = {
  [T in TagName]: { type: 'tag'; name: T; props: TagProps<T>; inline: boolean; children: BodyNode[]; line: number };
}[TagName];

/** What a body can hold, and nothing else. */
export type BodyNode =
  | { type: 'text'; value: string; line: number }
  | { type: 'code'; value: string; inline: boolean }
  | { type: 'break' }
  | { type: 'paragraph' | 'strong' | 'emphasis' | 'listItem'; children: BodyNode[] }
  | { type: 'list'; ordered: boolean; children: BodyNode[] }
  | { type: 'heading'; depth: 2 | 3; id: string; text: string; children: BodyNode[] }
  | { type: 'link'; url: string; children: BodyNode[]; line: number }
  | { type: 'table'; head: BodyNode[][]; rows: BodyNode[][][] }
  | TagNode;

export interface Body {
  nodes: BodyNode[];
  problems: LocalProblem[];
}

type Mdast = MdastNode & { children?: MdastNode[]; position?: { start: { line: number; column: number } } };

/** Markdown that has no place on this site, and what to write instead. */
export const refused: Record<string, { what: string; instead: string }> = {
  blockquote: { what: 'dấu trích “>”', instead: 'Dùng <Quote of="nguồn/câu" /> để trích đúng nguyên văn.' },
  thematicBreak: { what: 'đường kẻ ngang', instead: 'Dùng tiêu đề “##” để tách phần.' },
  image: { what: 'ảnh', instead: 'Trang không đăng ảnh; hãy tả bằng lời.' },
  imageReference: { what: 'ảnh', instead: 'Trang không đăng ảnh; hãy tả bằng lời.' },
  linkReference: { what: 'liên kết viết tách', instead: 'Viết [chữ](/địa-chỉ/).' },
  definition: { what: 'liên kết viết tách', instead: 'Viết [chữ](/địa-chỉ/).' },
  footnoteReference: { what: 'chú thích cuối trang', instead: 'Khai báo nguồn trong “sources”.' },
  footnoteDefinition: { what: 'chú thích cuối trang', instead: 'Khai báo nguồn trong “sources”.' },
  delete: { what: 'chữ gạch ngang', instead: 'Xóa phần không còn đúng.' },
  html: { what: 'mã HTML', instead: 'Dùng các thẻ của trang.' },
};

/**
 * Where code starts. It is refused before the parser sees it: satteri hands every expression to a JavaScript parser,
 * which a deeply nested one overflows, and the process ends without a word.
 */
const CODE = /\{[^}]{0,40}\}?|^\ufeff?(?:import|export)(?!\p{L}).{0,40}/gu;

/** Deeper than any page needs, and shallow enough to walk. */
const MAX_DEPTH = 32;

/** Parses and checks a body. Every node it returns is safe to print; every one it drops has a problem. */
export const parseBody = (source: string): Body => {
  const problems: LocalProblem[] = [];
  for (const [number, line] of source.split(/\r\n?|\n/).entries()) {
    for (const { 0: what, index } of line.matchAll(CODE))
      problems.push({ line: number + 1, column: index + 1, code: 'body-code', detail: { what } });
  }
  if (problems.length > 0) return { nodes: [], problems };
  let root: Mdast;
  try {
    root = mdxToMdast(source, { features: { frontmatter: false } });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const [, line, column] = /(\d+):(\d+)/.exec(reason) ?? [];
    // Its lines are those of the body, not of the file, and its notes advise what is refused here.
    const what = reason.replace(/^\d+:\d+: | \(\d+:\d+\)| \((?:note: |mdx).*$/g, '');
    return {
      nodes: [],
      problems: [
        {
          line: Number(line ?? 1),
          column: Number(column ?? 1),
          code: 'syntax',
          detail: { language: 'MDX', reason: what },
        },
      ],
    };
  }
  const reader = new BodyReader(problems);
  const nodes = reader.children(root, null);
  if (nodes.length === 0 && problems.length === 0)
    problems.push({ line: 1, column: 1, code: 'body-empty', detail: {} });
  return { nodes, problems };
};

class BodyReader {
  #problems: LocalProblem[];
  #ids = new Set<string>();
  #lastDepth = 1;
  #layers = 0;

  constructor(problems: LocalProblem[]) {
    this.#problems = problems;
  }

  #report(node: Mdast, code: ProblemCode, detail: LocalProblem['detail'] = {}): BodyNode[] {
    const { line, column } = node.position?.start ?? { line: 1, column: 1 };
    this.#problems.push({ line, column, code, detail });
    return [];
  }

  children(node: Mdast, parentTag: TagName | null): BodyNode[] {
    if (this.#layers >= MAX_DEPTH) {
      return this.#report(node, 'body-markdown', {
        what: `hơn ${MAX_DEPTH} lớp lồng nhau`,
        instead: 'Viết thành đoạn văn hoặc danh sách đơn giản hơn.',
      });
    }
    this.#layers++;
    const nodes = (node.children ?? []).flatMap((child) => this.#node(child as Mdast, parentTag));
    this.#layers--;
    return nodes;
  }

  #node(node: Mdast, parentTag: TagName | null): BodyNode[] {
    switch (node.type) {
      case 'text':
        return [{ type: 'text', value: node.value, line: (node as Mdast).position?.start.line ?? 1 }];
      case 'break':
        return [{ type: 'break' }];
      case 'inlineCode':
      case 'code':
        return [{ type: 'code', value: node.value, inline: node.type === 'inlineCode' }];
      case 'paragraph':
      case 'strong':
      case 'emphasis':
      case 'listItem':
        return [{ type: node.type, children: this.children(node, parentTag) }];
      case 'list':
        return [{ type: 'list', ordered: Boolean(node.ordered), children: this.children(node, parentTag) }];
      case 'heading':
        return this.#heading(node);
      case 'link':
        return this.#link(node, parentTag);
      case 'table': {
        const [head = [], ...rows] = ((node as Mdast).children ?? []).map((row) =>
          ((row as Mdast).children ?? []).map((cell) => this.children(cell as Mdast, parentTag)),
        );
        return [{ type: 'table', head, rows }];
      }
      case 'mdxJsxFlowElement':
      case 'mdxJsxTextElement':
        return this.#tag(node, parentTag);
      default: {
        const { what, instead } = refused[node.type] ?? { what: node.type, instead: 'Xóa đoạn này.' };
        return this.#report(node, 'body-markdown', { what, instead });
      }
    }
  }

  #heading(node: Mdast & { type: 'heading' }): BodyNode[] {
    const { depth } = node;
    if ((depth !== 2 && depth !== 3) || depth > this.#lastDepth + 1)
      return this.#report(node, 'body-heading', { depth });
    this.#lastDepth = depth;
    const children = this.children(node, null);
    const text = plainText(children);
    const base = slugFrom(text) || 'muc';
    let id = base;
    for (let count = 2; this.#ids.has(id); count++) id = `${base}-${count}`;
    this.#ids.add(id);
    return [{ type: 'heading', depth, id, text, children }];
  }

  #link(node: Mdast & { type: 'link' }, parentTag: TagName | null): BodyNode[] {
    if (!isAllowedLink(node.url)) return this.#report(node, 'link-address', { url: node.url.slice(0, 100) });
    const children = this.children(node, parentTag);
    // Every tag that can stand in a sentence prints a link of its own.
    const inner = find(children, 'tag');
    if (inner)
      return this.#report(node, 'body-tag-place', {
        tag: inner.name,
        expected: 'ngoài chữ của liên kết',
        example: tags[inner.name].example,
      });
    return [{ type: 'link', url: node.url, children, line: (node as Mdast).position?.start.line ?? 1 }];
  }

  #tag(node: Mdast & { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }, parentTag: TagName | null): BodyNode[] {
    const written = node.name ?? '';
    if (!(tagNames as string[]).includes(written)) {
      const correct = closestMatch(written, tagNames);
      return this.#report(node, 'body-tag-unknown', { tag: written, correct, allowed: tagNames.join(', ') });
    }
    const name = written as TagName;
    const definition = tags[name];
    const { example } = definition;
    const inline = node.type === 'mdxJsxTextElement';
    if (definition.place !== 'both' && (definition.place === 'inline') !== inline) {
      const expected = definition.place === 'inline' ? 'trong một câu' : 'riêng trên dòng của nó';
      return this.#report(node, 'body-tag-place', { tag: name, expected, example });
    }
    if ('within' in definition ? parentTag !== definition.within : parentTag === 'DoDont') {
      return this.#report(node, 'body-tag-place', { tag: name, expected: 'trong thẻ <DoDont>', example });
    }
    const props = this.#props(node, name);
    if (!props) return [];
    const children = this.children(node, name);
    const expected = wrongContent(definition.content, children);
    if (expected) return this.#report(node, 'body-tag-content', { tag: name, expected, example });
    return [{ type: 'tag', name, props, inline, children, line: (node as Mdast).position?.start.line ?? 1 } as TagNode];
  }

  #props(node: Mdast & { type: 'mdxJsxFlowElement' | 'mdxJsxTextElement' }, name: TagName): object | null {
    const { props: schema, example } = tags[name];
    const allowed = Object.keys(schema.shape).join(', ') || 'không thuộc tính nào';
    const values = new Map<string, string>();
    for (const attribute of node.attributes) {
      // Of two attributes with one name only one would be checked.
      if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string' || values.has(attribute.name)) {
        this.#report(node, 'body-tag-attribute', {
          tag: name,
          name: 'name' in attribute ? attribute.name : '{…}',
          allowed,
        });
        return null;
      }
      values.set(attribute.name, attribute.value);
    }
    const result = schema.safeParse(Object.fromEntries(values));
    if (result.success) return result.data;
    for (const issue of result.error.issues) {
      const attribute = String(issue.path[0] ?? ('keys' in issue ? issue.keys[0] : ''));
      if (issue.code === 'invalid_type' && !values.has(attribute)) {
        this.#report(node, 'body-tag-attribute-missing', { tag: name, name: attribute, example });
      } else this.#report(node, 'body-tag-attribute', { tag: name, name: attribute, allowed });
    }
    return null;
  }
}

const isList = (node: BodyNode | undefined): boolean => node?.type === 'list';
const isBlock = (node: BodyNode): boolean =>
  !['text', 'break', 'strong', 'emphasis', 'link'].includes(node.type) && !(node.type === 'code' && node.inline);

/** What was expected inside a tag, or an empty string where the content is right. */
const wrongContent = (content: (typeof tags)[TagName]['content'], children: BodyNode[]): string => {
  switch (content) {
    case 'none':
      return children.length === 0 ? '' : 'trống';
    case 'text':
      return children.length > 0 && !children.some(isBlock) && !find(children, 'link') ? '' : 'chữ';
    case 'blocks':
      return children.length > 0 && children.every(isBlock) ? '' : 'đoạn văn, cách thẻ một dòng trống';
    case 'steps':
      return children.length === 1 && children[0]!.type === 'list' && children[0].ordered
        ? ''
        : 'một danh sách đánh số';
    case 'list':
      return children.length === 1 && isList(children[0]) ? '' : 'một danh sách';
    case 'do-dont':
      return children.map((child) => (child.type === 'tag' ? child.name : '')).join() === 'Do,Dont'
        ? ''
        : 'một <Do> rồi một <Dont>';
  }
};

const isAllowedLink = (url: string): boolean => {
  if (/^\/(?!\/)[a-z0-9/-]*(?:#[a-z0-9-]+)?$/.test(url) || /^#[a-z0-9-]+$/.test(url)) return true;
  // A backslash or a space within: readers of addresses disagree on what they mean.
  if (!URL.canParse(url) || !/^https:\/\/[^\\\s]+$/.test(url)) return false;
  const { hostname, username, password, port } = new URL(url);
  return linkDomains.includes(hostname) && username + password + port === '';
};

/** The words of some nodes, without marks: for headings, reading time, feeds and the search index. */
export const plainText = (nodes: BodyNode[]): string =>
  wordsOf(nodes)
    .join(' ')
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .trim();

const wordsOf = (nodes: BodyNode[]): string[] =>
  nodes.flatMap((node) => {
    if ('value' in node) return node.value;
    if (node.type === 'break') return [];
    if (node.type === 'table') return [node.head, ...node.rows].flat().flatMap(wordsOf);
    return wordsOf(node.children);
  });

const find = <T extends BodyNode['type']>(nodes: BodyNode[], type: T): Extract<BodyNode, { type: T }> | undefined => {
  let found: BodyNode | undefined;
  walk(nodes, (node) => {
    if (node.type === type) found ??= node;
  });
  return found as Extract<BodyNode, { type: T }> | undefined;
};

/** Visits every node, parents first. */
export const walk = (nodes: BodyNode[], visit: (node: BodyNode) => void): void => {
  for (const node of nodes) {
    visit(node);
    if (node.type === 'table') for (const cell of [node.head, ...node.rows].flat()) walk(cell, visit);
    else if ('children' in node) walk(node.children, visit);
  }
};
