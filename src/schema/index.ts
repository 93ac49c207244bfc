/** What each kind of content file holds. The same schemas serve the Astro build and the plain-Node `check`. */
import type { z } from 'astro/zod';
import { alert, alertReferences } from './alert.ts';
import { article, articleReferences } from './article.ts';
import { conference, conferenceReferences } from './conference.ts';
import type { Reference } from './fields.ts';
import { glossaryReferences, glossaryTerm } from './glossary.ts';
import { hotline, hotlineReferences } from './hotline.ts';
import { page } from './page.ts';
import { selfCheck, selfCheckReferences } from './self-check.ts';
import { source } from './source.ts';
import { indicator, release, releaseReferences } from './statistics.ts';

interface KindDefinition<Schema extends z.ZodType> {
  /** `mdx`: front matter and a body. `json`: data only. */
  format: 'mdx' | 'json';
  schema: Schema;
  /** Where the entry points to. */
  references: (data: z.infer<Schema>) => Reference[];
}

const define = <Schema extends z.ZodType>(definition: KindDefinition<Schema>) => definition;
const none = (): Reference[] => [];

/** Every kind of content, by the name of its folder under `content/`. */
export const kinds = {
  sources: define({ format: 'json', schema: source, references: none }),
  indicators: define({ format: 'json', schema: indicator, references: none }),
  statistics: define({ format: 'json', schema: release, references: releaseReferences }),
  hotlines: define({ format: 'json', schema: hotline, references: hotlineReferences }),
  glossary: define({ format: 'json', schema: glossaryTerm, references: glossaryReferences }),
  conferences: define({ format: 'mdx', schema: conference, references: conferenceReferences }),
  articles: define({ format: 'mdx', schema: article, references: articleReferences }),
  alerts: define({ format: 'mdx', schema: alert, references: alertReferences }),
  'self-checks': define({ format: 'json', schema: selfCheck, references: selfCheckReferences }),
  pages: define({ format: 'mdx', schema: page, references: none }),
} as const;

/** Name of a kind, which is the name of its folder. */
export type Kind = keyof typeof kinds;
/** The data of one entry of a kind. */
export type Data<K extends Kind> = z.infer<(typeof kinds)[K]['schema']>;

/** An entry as pages and components see it. */
export interface Published<K extends Kind> {
  kind: K;
  id: string;
  data: Data<K>;
}

export const kindNames = Object.keys(kinds) as Kind[];

export * from './fields.ts';
export * from './slug.ts';
export * from './alert.ts';
export * from './article.ts';
export * from './conference.ts';
export * from './glossary.ts';
export * from './hotline.ts';
export * from './lifecycle.ts';
export * from './notice.ts';
export * from './page.ts';
export * from './self-check.ts';
export * from './source.ts';
export * from './statistics.ts';
