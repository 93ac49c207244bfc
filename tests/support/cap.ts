/**
 * What the schema of the Common Alerting Protocol 1.2 asks of a message (https://docs.oasis-open.org/emergency/cap/v1.2/CAP-v1.2-os.html, §3.4),
 * as a table: elements in their order, how often each may stand, and what it may hold.
 */
import { XmlDocument, XmlElement } from 'libxml2-wasm';

type Holds = RegExp | readonly string[] | Rule[];
/** Name, how often (`1` once, `?` at most once, `*` any number, `+` one or more), content. */
type Rule = readonly [name: string, often: '1' | '?' | '*' | '+', holds?: Holds];

/** With an offset, never `Z`. */
const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/;
/** Neither spaces, commas, `<` nor `&`. */
const name = /^[^\s,<&]+$/;
const pair: Rule[] = [
  ['valueName', '1'],
  ['value', '1'],
];

const info: Rule[] = [
  ['language', '?', /^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$/],
  [
    'category',
    '+',
    ['Geo', 'Met', 'Safety', 'Security', 'Rescue', 'Fire', 'Health', 'Env', 'Transport', 'Infra', 'CBRNE', 'Other'],
  ],
  ['event', '1'],
  [
    'responseType',
    '*',
    ['Shelter', 'Evacuate', 'Prepare', 'Execute', 'Avoid', 'Monitor', 'Assess', 'AllClear', 'None'],
  ],
  ['urgency', '1', ['Immediate', 'Expected', 'Future', 'Past', 'Unknown']],
  ['severity', '1', ['Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown']],
  ['certainty', '1', ['Observed', 'Likely', 'Possible', 'Unlikely', 'Unknown']],
  ['audience', '?'],
  ['eventCode', '*', pair],
  ['effective', '?', moment],
  ['onset', '?', moment],
  ['expires', '?', moment],
  ['senderName', '?'],
  // §3.2.2: short enough for a display of 160 characters.
  ['headline', '?', /^[^]{1,160}$/],
  ['description', '?'],
  ['instruction', '?'],
  ['web', '?', /^https?:\/\/\S+$/],
  ['contact', '?'],
  ['parameter', '*', pair],
  [
    'resource',
    '*',
    [
      ['resourceDesc', '1'],
      ['mimeType', '1'],
      ['size', '?', /^\d+$/],
      ['uri', '?'],
      ['derefUri', '?'],
      ['digest', '?'],
    ],
  ],
  [
    'area',
    '*',
    [
      ['areaDesc', '1'],
      ['polygon', '*'],
      ['circle', '*'],
      ['geocode', '*', pair],
      ['altitude', '?', /^-?[\d.]+$/],
      ['ceiling', '?', /^-?[\d.]+$/],
    ],
  ],
];

const alert: Rule[] = [
  ['identifier', '1', name],
  ['sender', '1', name],
  ['sent', '1', moment],
  ['status', '1', ['Actual', 'Exercise', 'System', 'Test', 'Draft']],
  ['msgType', '1', ['Alert', 'Update', 'Cancel', 'Ack', 'Error']],
  ['source', '?'],
  ['scope', '1', ['Public', 'Restricted', 'Private']],
  ['restriction', '?'],
  ['addresses', '?'],
  ['code', '*'],
  ['note', '?'],
  ['references', '?', /^[^\s,]+,[^\s,]+,[^\s,]+(?: [^\s,]+,[^\s,]+,[^\s,]+)*$/],
  ['incidents', '?'],
  ['info', '*', info],
];

const NAMESPACE = 'urn:oasis:names:tc:emergency:cap:1.2';

const childrenOf = (element: XmlElement): XmlElement[] => {
  const found: XmlElement[] = [];
  for (let node = element.firstChild; node; node = node.next) if (node instanceof XmlElement) found.push(node);
  return found;
};

const isNested = (holds: Holds): holds is Rule[] => Array.isArray(holds) && holds.every((rule) => Array.isArray(rule));

const flawsOf = (element: XmlElement, rules: Rule[], place: string): string[] => {
  const waiting = childrenOf(element);
  const flaws: string[] = [];
  for (const [child, often, holds] of rules) {
    const own: XmlElement[] = [];
    while (waiting[0]?.name === child) own.push(waiting.shift()!);
    const here = `${place}/${child}`;
    if (own.length === 0 && (often === '1' || often === '+')) flaws.push(`${here}: missing`);
    if (own.length > 1 && (often === '1' || often === '?')) flaws.push(`${here}: ${String(own.length)} times`);
    for (const each of own) {
      if (each.namespaceUri !== NAMESPACE) flaws.push(`${here}: not in the namespace of CAP 1.2`);
      if (holds !== undefined && isNested(holds)) flaws.push(...flawsOf(each, holds, here));
      else if (each.content.trim() === '') flaws.push(`${here}: empty`);
      else if (
        holds !== undefined &&
        !(holds instanceof RegExp ? holds.test(each.content) : holds.includes(each.content))
      )
        flaws.push(`${here}: ${each.content}`);
    }
  }
  return [...flaws, ...waiting.map((other) => `${place}/${other.name}: unknown, or not in this place`)];
};

/** Everything by which a message departs from the standard; empty where nothing does. Throws where it is no XML. */
export const capFlaws = (xml: string): string[] => {
  const document = XmlDocument.fromString(xml);
  try {
    return document.root.name === 'alert' && document.root.namespaceUri === NAMESPACE
      ? flawsOf(document.root, alert, 'alert')
      : ['no alert of CAP 1.2'];
  } finally {
    document.dispose();
  }
};
