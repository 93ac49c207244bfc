/** What counts as sound HTML, for components and for built pages alike. */
import { HtmlValidate, StaticConfigLoader } from 'html-validate/node';

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended', 'html-validate:a11y'],
    rules: {
      // Numbers are kept on one line by `white-space: nowrap`, and links to them hold names too, which must wrap.
      'tel-non-breaking': 'off',
      // A wish of search engines: a title here is a sentence for people, and its length is the schema's to limit.
      'long-title': 'off',
      // `<br/>` is `<br>`; the renderer of bodies prints the former.
      'void-style': 'off',
      // HTML allows an id to begin with a digit; ids of sources are their file names, such as `24h-lua-lan-hai`.
      'valid-id': ['error', { relaxed: true }],
    },
  }),
);

/** What is wrong with some HTML, a line each; empty where nothing is. */
export const htmlProblems = async (html: string): Promise<string[]> => {
  const { results } = await validator.validateString(html);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector ?? 'no element'})`),
  );
};

const entities: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#34;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

/** What escaped text or the value of an attribute says. */
export const unescaped = (text: string): string =>
  text.replace(/&(?:lt|gt|quot|amp|#34|#39);/g, (entity) => entities[entity]!);

/** The words of some HTML as a reader gets them: no tags, scripts or styles, one space between words, none before a stop. */
export const textOf = (html: string): string =>
  unescaped(html.replace(/<(script|style)\b[^>]*>[^]*?<\/\1>/g, ' ').replace(/<[^>]*>/g, ' '))
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:?!)])/g, '')
    .trim();
