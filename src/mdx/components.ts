import Details from '../components/Details/Details.astro';
import Do from '../components/DoDont/Do.astro';
import DoDont from '../components/DoDont/DoDont.astro';
import Dont from '../components/DoDont/Dont.astro';
import FigureValue from '../components/FigureValue/FigureValue.astro';
import HotlineLink from '../components/HotlineCard/HotlineLink.astro';
import Quote from '../components/Quote/Quote.astro';
import Steps from '../components/Steps/Steps.astro';
import HotlineCard from '../components/HotlineCard/HotlineCard.astro';
import Term from '../components/Term/Term.astro';
import Warning from '../components/Warning/Warning.astro';
import type { Figure } from '../figures/index.ts';
import type { Entry } from '../schema/index.ts';
import type { BodyNode } from './body.ts';

/** Finds what the tags of a body refer to. Each function throws if there is no such id. */
export interface Lookup {
  figure: (address: string) => Figure;
  hotline: (id: string) => Entry<'hotlines'>;
  source: (id: string) => Entry<'sources'>;
  term: (id: string) => Entry<'glossary'>;
  quote: (address: string) => { text: string; source: Entry<'sources'> };
}

type TagNode = Extract<BodyNode, { type: 'tag' }>;
interface Rendered {
  component: unknown;
  props: object;
}

/** The component of a tag, and its props with references resolved. */
export const components = (node: TagNode, lookup: Lookup): Rendered => {
  switch (node.name) {
    case 'Figure':
      return {
        component: FigureValue,
        props: { figure: lookup.figure(node.props.of), show: node.inline ? (node.props.show ?? 'full') : 'sentence' },
      };
    case 'Hotline':
      return { component: node.inline ? HotlineLink : HotlineCard, props: { hotline: lookup.hotline(node.props.id) } };
    case 'Quote':
      return { component: Quote, props: lookup.quote(node.props.of) };
    case 'Term':
      return { component: Term, props: { term: lookup.term(node.props.id) } };
    case 'Warning':
      return { component: Warning, props: node.props };
    case 'Details':
      return { component: Details, props: node.props };
    case 'Steps':
      return { component: Steps, props: {} };
    case 'DoDont':
      return { component: DoDont, props: {} };
    case 'Do':
      return { component: Do, props: {} };
    case 'Dont':
      return { component: Dont, props: {} };
  }
};
