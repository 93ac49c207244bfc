/** The text of a new content file: every required field in its place, with its hint, and a placeholder where somebody has to write. */
import { Document, isMap, type Pair, type Scalar } from 'yaml';
import { dates } from '../i18n/index.ts';
import { collections, fieldsOf, PLACEHOLDER, type CollectionName, type Field } from '../schema/index.ts';

type Fields = ReadonlyMap<string, Field>;

/** Values that are known already, by field. */
export type Answers = Readonly<Record<string, string | string[]>>;

/** Months until a new alert expires, unless the editor says otherwise. */
const ALERT_MONTHS = 6;

/** What follows from the day `today`, by field. Only the editor knows when facts were last verified. */
const datesFor = (kind: CollectionName, today: string): Record<string, string> => ({
  // A statistics release was published by somebody else, on another day.
  publishedAt: kind === 'statistics' ? '' : today,
  updatedAt: today,
  dateAccessed: today,
  expiresAt: dates.monthsBefore(today, -ALERT_MONTHS),
});

/** An answer, typed at a prompt or given by `--set`, as the type of its field. */
const parseAnswer = (type: Field['type'], answer: string | string[]): unknown => {
  if (type === 'list') return [answer].flat();
  if (type === 'number') return Number(answer);
  return type === 'boolean' ? answer === 'true' : answer;
};

/** A value for a field: what was answered, what is known, or placeholders. JSON has no comments, so there (`explain`) a placeholder carries the hint. */
const valueFor = (
  name: string,
  field: Field,
  answers: Answers,
  known: Record<string, string>,
  explain: boolean,
): unknown => {
  const answer = answers[name];
  const placeholder = explain && field.hint ? `${PLACEHOLDER}: ${field.hint}` : PLACEHOLDER;
  // A text that answers for a group, such as the name of a hotline, is its Vietnamese.
  if (field.type === 'group')
    return groupFor(field.fields, typeof answer === 'string' ? { vi: answer } : {}, {}, explain);
  if (answer !== undefined) return parseAnswer(field.type, answer);
  if (known[name]) return known[name];
  if (field.type === 'record') return { [PLACEHOLDER]: placeholder };
  if (field.type === 'list')
    return Array.from({ length: Math.max(field.minItems, 1) }, () =>
      field.item?.type === 'group' ? groupFor(field.item.fields, {}, {}, explain) : placeholder,
    );
  return placeholder;
};

const groupFor = (
  fields: Fields,
  answers: Answers,
  known: Record<string, string>,
  explain: boolean,
): Record<string, unknown> =>
  Object.fromEntries(
    [...fields]
      .filter(([name, { required }]) => required || answers[name] !== undefined)
      .map(([name, field]) => [name, valueFor(name, field, answers, known, explain)]),
  );

/** Headings to start from; an editor may change them. */
const bodies: Partial<Record<CollectionName, string>> = {
  alerts: `## Cách lừa diễn ra\n\n<Steps>\n\n1. ${PLACEHOLDER}\n2. ${PLACEHOLDER}\n\n</Steps>\n\n## Cách phân biệt thật và giả\n\n${PLACEHOLDER}\n`,
  articles: `${PLACEHOLDER}\n\n## Việc nên làm\n\n${PLACEHOLDER}\n`,
  conferences: `${PLACEHOLDER}\n\n## Kết quả\n\n${PLACEHOLDER}\n`,
};

/** The whole text of a new file of a collection, on the day `today` (`YYYY-MM-DD`). */
export const scaffold = (kind: CollectionName, answers: Answers, today: string): string => {
  const { schema, format } = collections[kind];
  const fields = fieldsOf(schema);
  const known = datesFor(kind, today);
  if (format === 'json') return `${JSON.stringify(groupFor(fields, answers, known, true), null, 2)}\n`;
  return `---\n${frontMatter(fields, groupFor(fields, answers, known, false), answers)}---\n\n${bodies[kind] ?? `${PLACEHOLDER}\n`}`;
};

const frontMatter = (fields: Fields, data: Record<string, unknown>, answers: Answers): string => {
  const document = new Document(data);
  addComments(document.contents, fields);
  const optional = [...fields].filter(([name, { required }]) => !required && answers[name] === undefined);
  if (optional.length > 0)
    document.comment = ` Có thể thêm:\n${optional.map(([name, field]) => ` ${name}: ${commentFor(field)}`).join('\n')}`;
  return document.toString({ lineWidth: 0 });
};

/** Puts the hint of each field in a comment above it. */
const addComments = (node: unknown, fields: Fields): void => {
  if (!isMap(node)) return;
  for (const pair of node.items as Pair<Scalar<string>>[]) {
    const field = fields.get(pair.key.value);
    if (!field) continue;
    pair.key.commentBefore = ` ${commentFor(field)}`;
    addComments(pair.value, field.fields);
  }
};

const commentFor = ({ hint, choices }: Field): string =>
  [hint, choices ? `Chọn trong: ${choices.join(', ')}` : ''].filter(Boolean).join('. ');

/** The fields of a collection that may be left out, with their hints. */
export const optionalFields = (kind: CollectionName): [name: string, hint: string][] =>
  [...fieldsOf(collections[kind].schema)]
    .filter(([, { required }]) => !required)
    .map(([name, field]) => [name, commentFor(field)]);
