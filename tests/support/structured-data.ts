/** The structured data of a page, expanded by a JSON-LD processor: every name a whole address of schema.org. */
import jsonld, { type JsonLdDocument, type Options } from 'jsonld';
import { parse } from 'node-html-parser';

const SCHEMA = 'https://schema.org/';

/** The part of schema.org's context that says which properties hold addresses. Nothing is fetched in a test. */
const context = {
  '@vocab': SCHEMA,
  ...Object.fromEntries(
    ['url', 'image', 'logo', 'item', 'contentUrl'].map((property) => [property, { '@type': '@id' }]),
  ),
};

export interface Fact {
  type: string;
  /** Values of a property: text as text, addresses as addresses, nested facts as facts. */
  get: (property: string) => (string | Fact)[];
}

type Expanded = Record<string, unknown> & { '@type'?: string[]; '@id'?: string; '@value'?: unknown };

const toFact = (node: Expanded): Fact => ({
  type: (node['@type']?.[0] ?? '').replace(SCHEMA, ''),
  get: (property) =>
    ((node[SCHEMA + property] ?? []) as Expanded[]).map((value) =>
      '@value' in value ? String(value['@value']) : '@type' in value ? toFact(value) : value['@id']!,
    ),
});

/** What a page says of itself. Throws where a processor could not read it. */
export const factsOf = async (html: string): Promise<Fact[]> => {
  const scripts = parse(html, { blockTextElements: { script: true } }).querySelectorAll(
    'script[type="application/ld+json"]',
  );
  const found: Fact[] = [];
  for (const script of scripts) {
    const options = {
      documentLoader: (url: string) => {
        if (url !== 'https://schema.org') return Promise.reject(new Error(`A context of ${url}.`));
        return Promise.resolve({ documentUrl: url, document: { '@context': context } });
      },
      // Throws for what expansion would drop in silence. The types of the package do not know it yet.
      safe: true,
    };
    const expanded = (await jsonld.expand(
      JSON.parse(script.rawText) as JsonLdDocument,
      options as Options.Expand,
    )) as Expanded[];
    const nodes = expanded.flatMap((node) => ('@graph' in node ? (node['@graph'] as Expanded[]) : [node]));
    found.push(...nodes.map(toFact));
  }
  return found;
};
