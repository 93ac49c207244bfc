/** Turns a parsed body into a component that Astro renders. Bodies are walked, never evaluated. */
import { Fragment, jsx } from 'astro/jsx-runtime';
import { href } from '../i18n/index.ts';
import type { BodyNode } from './body.ts';
import { components, type Lookup } from './components.ts';

type Child = unknown;

/** A component for `<Content />` in a page. */
export const bodyComponent = (nodes: readonly BodyNode[], lookup: Lookup) => {
  const Content = () => jsx(Fragment, { children: nodes.map((node) => render(node, lookup)) });
  // Tells the renderer of @astrojs/mdx that this is its to render.
  return Object.assign(Content, { [Symbol.for('mdx-component')]: true });
};

const element = (tag: string, children: readonly BodyNode[], lookup: Lookup, props: object = {}): Child =>
  jsx(tag, { ...props, children: children.map((child) => render(child, lookup)) });

const render = (node: BodyNode, lookup: Lookup): Child => {
  switch (node.type) {
    case 'text':
      return node.value;
    case 'break':
      return jsx('br', {});
    case 'code':
      return node.inline ? jsx('code', { children: node.value }) : jsx('pre', { tabindex: '0', children: jsx('code', { children: node.value }) });
    case 'paragraph':
      return element('p', node.children, lookup);
    case 'strong':
      return element('strong', node.children, lookup);
    case 'emphasis':
      return element('em', node.children, lookup);
    case 'listItem': {
      // A tight item prints its words; only an item of several blocks keeps its paragraphs.
      const [first, ...rest] = node.children;
      const tight = first?.type === 'paragraph' && rest.every((child) => child.type === 'list');
      return element('li', tight ? [...first.children, ...rest] : node.children, lookup);
    }
    case 'list':
      return element(node.ordered ? 'ol' : 'ul', node.children, lookup);
    case 'heading':
      return element(`h${node.depth}`, node.children, lookup, { id: node.id });
    case 'link':
      return element('a', node.children, lookup, { href: href(node.url) });
    case 'table':
      return table(node.head, node.rows, lookup);
    case 'tag': {
      const children = node.children.map((child) => render(child, lookup));
      const { component, props } = components(node, lookup);
      return jsx(component, { ...props, children: children.length > 0 ? children : undefined });
    }
  }
};

const table = (head: BodyNode[][], rows: BodyNode[][][], lookup: Lookup): Child =>
  jsx('div', {
    class: 'table-scroll',
    tabindex: '0',
    children: jsx('table', {
      children: [
        jsx('thead', { children: jsx('tr', { children: head.map((cell) => element('th', cell, lookup, { scope: 'col' })) }) }),
        jsx('tbody', { children: rows.map((row) => jsx('tr', { children: row.map((cell) => element('td', cell, lookup)) })) }),
      ],
    }),
  });
