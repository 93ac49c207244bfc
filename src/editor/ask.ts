/** The questions of `npm run new`, one at a time. */
import { isCancel, multiselect, select, text, type CommonOptions } from '@clack/prompts';
import { audienceNames, channelNames, methodNames, topicNames } from '../i18n/index.ts';
import {
  choicesOf,
  fieldsOf,
  hintOf,
  isOptional,
  collectionNames,
  collections,
  slugFrom,
  type CollectionName,
} from '../schema/index.ts';
import { nameField, type Answers } from './draft.ts';

/** Thrown when the editor leaves with Esc or Ctrl+C. */
export class Cancelled extends Error {}

const answered = <T>(answer: T): Exclude<T, symbol> => {
  if (isCancel(answer)) throw new Cancelled();
  return answer as Exclude<T, symbol>;
};

const names: Record<string, { vi: string }> = { ...topicNames, ...audienceNames, ...methodNames, ...channelNames };

/** Asks what a file is to be. */
export const askKind = async (streams: CommonOptions = {}): Promise<CollectionName> =>
  answered(
    await select({
      ...streams,
      message: 'Bạn muốn tạo gì?',
      options: collectionNames.map((value) => ({ value, label: collections[value].label })),
    }),
  );

/** Asks for the name and for every choice that a kind demands and `known` lacks. */
export const askAnswers = async (
  kind: CollectionName,
  known: Answers,
  streams: CommonOptions = {},
): Promise<Answers> => {
  const answers: Record<string, string | string[]> = { ...known };
  const fields = fieldsOf(collections[kind].schema)!;
  const name = nameField(kind);
  if (answers[name] === undefined) {
    const written: string = answered(
      await text({
        ...streams,
        message: `${hintOf(fields[name]!)}:`,
        validate: (value) => (slugFrom(value ?? '') ? undefined : 'Viết ít nhất một chữ hoặc số.'),
      }),
    );
    answers[name] = written.trim();
  }
  for (const [field, schema] of Object.entries(fields)) {
    const choices = choicesOf(schema);
    if (!choices || answers[field] !== undefined || isOptional(schema)) continue;
    const options = choices.values.map((value) => ({ value, label: names[value]?.vi ?? value }));
    const message = hintOf(schema) || field;
    answers[field] = answered(
      choices.several
        ? await multiselect({ ...streams, message, options })
        : await select({ ...streams, message, options }),
    );
  }
  return answers;
};
