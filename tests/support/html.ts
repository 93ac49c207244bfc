/** What counts as sound HTML, for components and for built pages alike. */
import { HtmlValidate, StaticConfigLoader } from 'html-validate/node';

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended', 'html-validate:a11y'],
    rules: {},
  }),
);

/** What is wrong with some HTML, a line each; empty where nothing is. */
export const htmlProblems = async (html: string): Promise<string[]> => {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector ?? ''})`));
};
