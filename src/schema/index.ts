/** What each kind of content file holds. The same schemas serve the Astro build and the plain-Node `check`. */
import type { z } from 'astro/zod';
import { alert, alertReferences } from './alert.ts';
import { answer, answerReferences } from './answer.ts';
import { article, articleReferences } from './article.ts';
import { bank, bankReferences } from './bank.ts';
import { conference, conferenceReferences } from './conference.ts';
import type { Reference } from './fields.ts';
import { glossaryReferences, glossaryTerm } from './glossary.ts';
import { hotline, hotlineReferences } from './hotline.ts';
import { page } from './page.ts';
import { publicName, publicNameReferences } from './public-name.ts';
import { selfCheck, selfCheckReferences } from './self-check.ts';
import { situation, situationReferences } from './situation.ts';
import { source } from './source.ts';
import { indicator, release, releaseReferences } from './statistics.ts';

interface CollectionDefinition<Schema extends z.ZodType> {
  /** What one is called in Vietnamese. */
  label: string;
  /** `mdx`: front matter and a body. `json`: data only. */
  format: 'mdx' | 'json';
  schema: Schema;
  /** The field that names an entry for a reader, and that its file name is made from. */
  titleField: keyof z.infer<Schema> & string;
  /** The field that no two entries may share, so that a reader can tell them apart; absent where equal ones are allowed. */
  uniqueField?: keyof z.infer<Schema> & string;
  /** Where the entry points to. */
  references: (data: z.infer<Schema>) => Reference[];
}

const define = <Schema extends z.ZodType>(definition: CollectionDefinition<Schema>) => definition;
const none = (): Reference[] => [];

/** Every collection, by the name of its folder under `content/`. */
export const collections = {
  sources: define({ label: 'Nguồn', format: 'json', schema: source, titleField: 'title', references: none }),
  indicators: define({ label: 'Chỉ tiêu', format: 'json', schema: indicator, titleField: 'label', references: none }),
  statistics: define({
    label: 'Đợt số liệu',
    format: 'json',
    schema: release,
    titleField: 'title',
    references: releaseReferences,
  }),
  hotlines: define({
    label: 'Số cần gọi',
    format: 'json',
    schema: hotline,
    titleField: 'name',
    uniqueField: 'number',
    references: hotlineReferences,
  }),
  banks: define({
    label: 'Ngân hàng, ví',
    format: 'json',
    schema: bank,
    titleField: 'name',
    uniqueField: 'name',
    references: bankReferences,
  }),
  situations: define({
    label: 'Tình huống cần giúp',
    format: 'json',
    schema: situation,
    titleField: 'title',
    references: situationReferences,
  }),
  glossary: define({
    label: 'Thuật ngữ',
    format: 'json',
    schema: glossaryTerm,
    titleField: 'term',
    uniqueField: 'term',
    references: glossaryReferences,
  }),
  conferences: define({
    label: 'Hội nghị',
    format: 'mdx',
    schema: conference,
    titleField: 'title',
    uniqueField: 'title',
    references: conferenceReferences,
  }),
  articles: define({
    label: 'Bài viết',
    format: 'mdx',
    schema: article,
    titleField: 'title',
    uniqueField: 'title',
    references: articleReferences,
  }),
  alerts: define({
    label: 'Cảnh báo',
    format: 'mdx',
    schema: alert,
    titleField: 'title',
    uniqueField: 'title',
    references: alertReferences,
  }),
  'self-checks': define({
    label: 'Bảng tự kiểm tra',
    format: 'json',
    schema: selfCheck,
    titleField: 'title',
    uniqueField: 'title',
    references: selfCheckReferences,
  }),
  answers: define({
    label: 'Câu trả lời nhanh khi tìm',
    format: 'json',
    schema: answer,
    titleField: 'title',
    references: answerReferences,
  }),
  pages: define({
    label: 'Trang về website',
    format: 'mdx',
    schema: page,
    titleField: 'title',
    uniqueField: 'title',
    references: none,
  }),
  'public-names': define({
    label: 'Người được nêu tên',
    format: 'json',
    schema: publicName,
    titleField: 'name',
    uniqueField: 'name',
    references: publicNameReferences,
  }),
} as const;

/** Name of a collection, which is the name of its folder under `content/`. */
export type CollectionName = keyof typeof collections;
/** The data of one entry of a collection. */
export type Data<K extends CollectionName> = z.infer<(typeof collections)[K]['schema']>;

/** An entry of a collection, as pages and components see it; `id` is its file name without the extension. */
export interface Entry<K extends CollectionName> {
  kind: K;
  id: string;
  data: Data<K>;
}

export const collectionNames = Object.keys(collections) as CollectionName[];

export * from './areas.ts';
export * from './changes.ts';
export * from './fields.ts';
export * from './introspect.ts';
export * from './slug.ts';
export * from './alert.ts';
export * from './answer.ts';
export * from './article.ts';
export * from './bank.ts';
export * from './conference.ts';
export * from './glossary.ts';
export * from './hotline.ts';
export * from './lifecycle.ts';
export * from './notice.ts';
export * from './page.ts';
export * from './public-name.ts';
export * from './self-check.ts';
export * from './situation.ts';
export * from './source.ts';
export * from './statistics.ts';
