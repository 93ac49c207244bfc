/** Renders a parsed body as an Astro component. */
import { Fragment, jsx } from 'astro/jsx-runtime';
import { href } from '../i18n/index.ts';
import type { BodyNode } from './body.ts';
import { components, type Lookup } from './components.ts';

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

/** HTML, or a component that Astro renders. */
type Piece = string | { component: unknown };

/** A component for `<Content />` in a page. */
export const bodyComponent = (nodes: readonly BodyNode[], lookup: Lookup) => {
  const Content = () => jsx(Fragment, { children: rendered(nodes, lookup) });
  // Marks the component for the renderer of @astrojs/mdx.
  return Object.assign(Content, { [Symbol.for('mdx-component')]: true });
};

/** Nodes as children for Astro. HTML between two components is joined into one child, since Astro awaits each child separately. */
const rendered = (nodes: readonly BodyNode[], lookup: Lookup): unknown[] => {
  const children: unknown[] = [];
  let html = '';
  const close = () => {
    if (html) children.push(jsx(Fragment, { 'set:html': html }));
    html = '';
  };
  for (const piece of nodes.flatMap((node) => piecesOf(node, lookup))) {
    if (typeof piece === 'string') html += piece;
    else {
      close();
      children.push(piece.component);
    }
  }
  close();
  return children;
};

const element = (tag: string, children: readonly BodyNode[], lookup: Lookup, attributes = ''): Piece[] => [
  `<${tag}${attributes}>`,
  ...children.flatMap((child) => piecesOf(child, lookup)),
  `</${tag}>`,
];

const piecesOf = (node: BodyNode, lookup: Lookup): Piece[] => {
  switch (node.type) {
    case 'text':
      return [escaped(node.value)];
    case 'break':
      return ['<br>'];
    case 'code': {
      const code = `<code>${escaped(node.value)}</code>`;
      return [node.inline ? code : `<pre tabindex="0">${code}</pre>`];
    }
    case 'paragraph':
      return element('p', node.children, lookup);
    case 'strong':
      return element('strong', node.children, lookup);
    case 'emphasis':
      return element('em', node.children, lookup);
    case 'listItem': {
      // A tight list item has no paragraphs; an item of several blocks keeps them.
      const [first, ...rest] = node.children;
      const tight = first?.type === 'paragraph' && rest.every((child) => child.type === 'list');
      return element('li', tight ? [...first.children, ...rest] : node.children, lookup);
    }
    case 'list':
      return element(node.ordered ? 'ol' : 'ul', node.children, lookup);
    case 'heading':
      return element(`h${node.depth}`, node.children, lookup, ` id="${escaped(node.id)}"`);
    case 'link':
      return element('a', node.children, lookup, ` href="${escaped(href(node.url))}"`);
    case 'table':
      return table(node.head, node.rows, lookup);
    case 'tag': {
      const { component, props } = components(node, lookup);
      return [
        {
          component: jsx(component, {
            ...props,
            children: node.children.length > 0 ? rendered(node.children, lookup) : undefined,
          }),
        },
      ];
    }
  }
};

const table = (head: BodyNode[][], rows: BodyNode[][][], lookup: Lookup): Piece[] => [
  '<div class="table-scroll" tabindex="0"><table><thead><tr>',
  ...head.flatMap((cell) => element('th', cell, lookup, ' scope="col"')),
  '</tr></thead><tbody>',
  ...rows.flatMap((row) => ['<tr>', ...row.flatMap((cell) => element('td', cell, lookup)), '</tr>']),
  '</tbody></table></div>',
];
