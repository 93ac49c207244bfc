/** The text of a new content file: every field in its place, with what it is for, and a mark where somebody has to write. */
import { Document, isMap, type Pair, type Scalar } from 'yaml';
import { dates } from '../i18n/index.ts';
import {
  bare,
  choicesOf,
  fieldsOf,
  hintOf,
  isOptional,
  itemOf,
  collections,
  leastOf,
  PLACEHOLDER,
  type CollectionName,
} from '../schema/index.ts';

type Schema = Parameters<typeof bare>[0];

/** Values that are known already, by field. */
export type Answers = Readonly<Record<string, string | string[]>>;

/** An alert is read again after half a year. */
const ALERT_MONTHS = 6;

/** The field that an entry is called by, and that its file name is made from. */
export const nameField = (kind: CollectionName): string =>
  ['title', 'term', 'name', 'label'].find((field) => field in fieldsOf(collections[kind].schema)!)!;

const typeOf = (schema: Schema): string => (bare(schema)._zod.def as { type: string }).type;

/** What is known of the day without asking. Nobody but the editor knows when facts were held against their sources. */
const known = (kind: CollectionName, today: string): Record<string, string> => ({
  // A release was published by others.
  publishedAt: kind === 'statistics' ? '' : today,
  updatedAt: today,
  dateAccessed: today,
  expiresAt: dates.monthsBefore(today, -ALERT_MONTHS),
});

/** A value for a field: what was answered, what is known, or marks to fill in. In JSON, which has no comments, a mark says what belongs there. */
const valueFor = (
  name: string,
  schema: Schema,
  answers: Answers,
  day: Record<string, string>,
  explain: boolean,
): unknown => {
  const answer = answers[name];
  const mark = explain && hintOf(schema) ? `${PLACEHOLDER}: ${hintOf(schema)}` : PLACEHOLDER;
  const fields = fieldsOf(schema);
  if (fields) return groupFor(fields, typeof answer === 'string' ? { vi: answer } : {}, {}, explain);
  if (answer !== undefined)
    return typeOf(schema) === 'array'
      ? [answer].flat()
      : typeOf(schema) === 'number'
        ? Number(answer)
        : typeOf(schema) === 'boolean'
          ? answer === 'true'
          : answer;
  if (day[name]) return day[name];
  const item = itemOf(schema);
  if (typeOf(schema) === 'record') return { [PLACEHOLDER]: mark };
  if (item)
    return Array.from({ length: Math.max(leastOf(schema), 1) }, () =>
      fieldsOf(item) ? groupFor(fieldsOf(item)!, {}, {}, explain) : mark,
    );
  return mark;
};

const groupFor = (
  fields: Record<string, Schema>,
  answers: Answers,
  day: Record<string, string>,
  explain: boolean,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([name, schema]) => !isOptional(schema) || answers[name] !== undefined)
      .map(([name, schema]) => [name, valueFor(name, schema, answers, day, explain)]),
  );

/** Headings to begin with. They may be changed; what must be written has its mark. */
const bodies: Partial<Record<CollectionName, string>> = {
  alerts: `## Cách lừa diễn ra\n\n<Steps>\n\n1. ${PLACEHOLDER}\n2. ${PLACEHOLDER}\n\n</Steps>\n\n## Cách phân biệt thật và giả\n\n${PLACEHOLDER}\n`,
  articles: `${PLACEHOLDER}\n\n## Việc nên làm\n\n${PLACEHOLDER}\n`,
  conferences: `${PLACEHOLDER}\n\n## Kết quả\n\n${PLACEHOLDER}\n`,
};

/** The whole text of a new file of some kind, on the day `today`. */
export const draft = (kind: CollectionName, answers: Answers, today: string): string => {
  const { schema, format } = collections[kind];
  const fields = fieldsOf(schema)!;
  const day = known(kind, today);
  if (format === 'json') return `${JSON.stringify(groupFor(fields, answers, day, true), null, 2)}\n`;
  return `---\n${frontMatter(fields, groupFor(fields, answers, day, false), answers)}---\n\n${bodies[kind] ?? `${PLACEHOLDER}\n`}`;
};

const frontMatter = (fields: Record<string, Schema>, data: Record<string, unknown>, answers: Answers): string => {
  const document = new Document(data);
  explain(document.contents, fields);
  const optional = Object.entries(fields).filter(([name, schema]) => isOptional(schema) && answers[name] === undefined);
  if (optional.length > 0)
    document.comment = ` Có thể thêm:\n${optional.map(([name, schema]) => ` ${name}: ${commentFor(schema)}`).join('\n')}`;
  return document.toString({ lineWidth: 0 });
};

/** Puts what each field is for in a comment above it. */
const explain = (node: unknown, fields: Record<string, Schema>): void => {
  if (!isMap(node)) return;
  for (const pair of node.items as Pair<Scalar<string>>[]) {
    const schema = fields[pair.key.value];
    if (!schema) continue;
    pair.key.commentBefore = ` ${commentFor(schema)}`;
    const inner = fieldsOf(schema);
    if (inner) explain(pair.value, inner);
  }
};

const commentFor = (schema: Schema): string => {
  const choices = choicesOf(schema);
  return [hintOf(schema), choices ? `Chọn trong: ${choices.values.join(', ')}` : ''].filter(Boolean).join('. ');
};

/** Fields of a kind that may be left out, with what they are for. */
export const optionalFields = (kind: CollectionName): [name: string, hint: string][] =>
  Object.entries(fieldsOf(collections[kind].schema)!)
    .filter(([, schema]) => isOptional(schema))
    .map(([name, schema]) => [name, commentFor(schema)]);
