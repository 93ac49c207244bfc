/** The questions of `npm run new`, one at a time. */
import { isCancel, multiselect, select, text, type CommonOptions } from '@clack/prompts';
import { audienceNames, channelNames, methodNames, topicNames } from '../i18n/index.ts';
import { collectionNames, collections, fieldsOf, slugFrom, type CollectionName } from '../schema/index.ts';
import type { Answers } from './scaffold.ts';

/** Thrown when the editor leaves with Esc or Ctrl+C. */
export class Cancelled extends Error {}

const orCancel = <T>(answer: T): Exclude<T, symbol> => {
  if (isCancel(answer)) throw new Cancelled();
  return answer as Exclude<T, symbol>;
};

const labels: Record<string, { vi: string }> = { ...topicNames, ...audienceNames, ...methodNames, ...channelNames };

/** Asks which collection the new file is for. `streams` replaces the terminal in tests. */
export const promptForCollection = async (streams: CommonOptions = {}): Promise<CollectionName> =>
  orCancel(
    await select({
      ...streams,
      message: 'Bạn muốn tạo gì?',
      options: collectionNames.map((value) => ({ value, label: collections[value].label })),
    }),
  );

/** Asks for the title and for every required choice that `known` lacks; returns `known` with the answers. */
export const promptForAnswers = async (
  kind: CollectionName,
  known: Answers,
  streams: CommonOptions = {},
): Promise<Answers> => {
  const answers: Record<string, string | string[]> = { ...known };
  const { schema, titleField } = collections[kind];
  const fields = fieldsOf(schema);
  if (answers[titleField] === undefined) {
    const title: string = orCancel(
      await text({
        ...streams,
        message: `${fields.get(titleField)?.hint ?? titleField}:`,
        validate: (value) => (slugFrom(value ?? '') ? undefined : 'Viết ít nhất một chữ hoặc số.'),
      }),
    );
    answers[titleField] = title.trim();
  }
  for (const [name, { type, hint, choices, required }] of fields) {
    if (!choices || !required || answers[name] !== undefined) continue;
    const question = {
      ...streams,
      message: hint || name,
      options: choices.map((value) => ({ value, label: labels[value]?.vi ?? value })),
    };
    answers[name] = orCancel(type === 'list' ? await multiselect(question) : await select(question));
  }
  return answers;
};
