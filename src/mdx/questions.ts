/** Questions and answers in a body: headings and `<Details>` summaries that end in a question mark. */
import { toHtml } from 'hast-util-to-html';
import type { BodyNode } from './body.ts';
import type { Lookup } from './components.ts';
import { plainBody } from './plain.ts';

export interface Question {
  text: string;
  /** Plain HTML with absolute URLs. */
  answer: string;
}

const isQuestion = (text: string): boolean => text.trimEnd().endsWith('?');

/** The questions of a body in order. The answer to a heading is everything up to the next heading. */
export const questionsOf = (nodes: readonly BodyNode[], lookup: Lookup): Question[] =>
  nodes.flatMap((node, index) => {
    if (node.type === 'tag' && node.name === 'Details' && isQuestion(node.props.summary)) {
      return [{ text: node.props.summary, answer: toHtml(plainBody(node.children, lookup)) }];
    }
    if (node.type !== 'heading' || !isQuestion(node.text)) return [];
    const rest = nodes.slice(index + 1);
    const next = rest.findIndex(({ type }) => type === 'heading');
    return [{ text: node.text, answer: toHtml(plainBody(next < 0 ? rest : rest.slice(0, next), lookup)) }];
  });
