/** Renders a body for feed readers: plain HTML elements with absolute URLs, no components. */
import { h } from 'hastscript';
import type { ElementContent } from 'hast';
import { sentence, valueText } from '../figures/index.ts';
import { absoluteUrl, observationPath, sourcePath, termPath, t } from '../i18n/index.ts';
import type { BodyNode } from './body.ts';
import type { Lookup } from './components.ts';

/** The HTML elements (hast) of a body. */
export const plainBody = (nodes: readonly BodyNode[], lookup: Lookup): ElementContent[] =>
  nodes.flatMap((node) => plain(node, lookup));

const address = (url: string): string => (url.startsWith('/') ? absoluteUrl(url) : url);

const plain = (node: BodyNode, lookup: Lookup): ElementContent[] => {
  const inner = (children: readonly BodyNode[]) => plainBody(children, lookup);
  switch (node.type) {
    case 'text':
      return [{ type: 'text', value: node.value }];
    case 'break':
      return [h('br')];
    case 'code':
      return [node.inline ? h('code', node.value) : h('pre', h('code', node.value))];
    case 'paragraph':
      return [h('p', inner(node.children))];
    case 'strong':
      return [h('strong', inner(node.children))];
    case 'emphasis':
      return [h('em', inner(node.children))];
    case 'listItem':
      return [h('li', inner(node.children))];
    case 'list':
      return [h(node.ordered ? 'ol' : 'ul', inner(node.children))];
    case 'heading':
      return [h(`h${node.depth}`, inner(node.children))];
    case 'link':
      return [h('a', { href: address(node.url) }, inner(node.children))];
    case 'table': {
      const row = (cells: readonly BodyNode[][], tag: 'th' | 'td') =>
        h(
          'tr',
          cells.map((cell) => h(tag, inner(cell))),
        );
      return [
        h(
          'table',
          h('thead', row(node.head, 'th')),
          h(
            'tbody',
            node.rows.map((cells) => row(cells, 'td')),
          ),
        ),
      ];
    }
    case 'tag':
      return plainTag(node, lookup);
  }
};

const plainTag = (node: Extract<BodyNode, { type: 'tag' }>, lookup: Lookup): ElementContent[] => {
  const inner = plainBody(node.children, lookup);
  switch (node.name) {
    case 'Figure': {
      const figure = lookup.figure(node.props.of);
      const link = h(
        'a',
        { href: absoluteUrl(observationPath(figure.indicatorId, figure.releaseId)) },
        node.inline ? valueText(figure) : sentence(figure),
      );
      return [node.inline ? link : h('p', link)];
    }
    case 'Hotline': {
      const { number, display, answers, by } = lookup.hotline(node.props.id).data;
      const link = h('a', { href: `${by.includes('call') ? 'tel' : 'sms'}:${number}` }, display);
      return [node.inline ? link : h('p', h('strong', link), ` ${answers.vi}`)];
    }
    case 'Quote': {
      const { text, source } = lookup.quote(node.props.of);
      return [
        h('blockquote', h('p', `“${text}”`)),
        h('p', `${t('quote.source')}: `, h('a', { href: absoluteUrl(sourcePath(source.id)) }, source.data.title)),
      ];
    }
    case 'Term':
      return [h('a', { href: absoluteUrl(termPath(node.props.id)) }, inner)];
    case 'Warning':
      return [h('p', h('strong', node.props.title)), ...inner];
    case 'Details':
      return [h('p', h('strong', node.props.summary)), ...inner];
    case 'Do':
      return [h('p', h('strong', t('do.title'))), ...inner];
    case 'Dont':
      return [h('p', h('strong', t('dont.title'))), ...inner];
    case 'Steps':
    case 'DoDont':
      return inner;
    default: {
      const { name } = node satisfies never as { name: string };
      throw new Error(`<${name}> has no plain form: add one to plainTag in src/mdx/plain.ts.`);
    }
  }
};
