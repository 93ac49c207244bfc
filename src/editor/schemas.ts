/**
 * `npm run schemas`: writes the settings, JSON Schemas and snippets by which VS Code helps while typing, from the schemas that
 * `check` validates content with. tests/content/editor-files.test.ts fails where the committed files are not what this writes.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../environment.ts';
import { dates } from '../i18n/index.ts';
import { tagNames, tags } from '../mdx/tags.ts';
import { collectionNames, collections, jsonSchemaOf, PLACEHOLDER, type CollectionName } from '../schema/index.ts';
import { scaffold } from './scaffold.ts';

const print = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** The JSON Schema of a collection, as VS Code reads it. */
export const jsonSchema = (kind: CollectionName): object => ({
  ...jsonSchemaOf(collections[kind].schema),
  $id: `${kind}.schema.json`,
  title: collections[kind].label,
});

/** The lines of a snippet: each placeholder becomes a tab stop; `$`, `}` and backslashes of the text are escaped. */
const snippetBody = (text: string): string[] => {
  let stop = 0;
  return text
    .replace(/[\\$}]/g, '\\$&')
    .replaceAll(PLACEHOLDER, () => `\${${++stop}:${PLACEHOLDER}}`)
    .trimEnd()
    .split('\n');
};

/** VS Code snippets: a new file of each collection under `moi-…`, each MDX tag under its name. Dates are placeholders, since a snippet cannot know today. */
const snippets = (): Record<string, object> => ({
  ...Object.fromEntries(
    collectionNames.map((kind) => {
      const text = scaffold(kind, {}, dates.today()).replace(
        /^(publishedAt|updatedAt|expiresAt): .*$|("(?:publishedAt|dateAccessed)": )".*?"/gm,
        (_, yaml: string | undefined, json = '') => (yaml ? `${yaml}: ${PLACEHOLDER}` : `${json}"${PLACEHOLDER}"`),
      );
      return [
        collections[kind].label,
        {
          scope: collections[kind].format,
          prefix: `moi-${kind}`,
          description: `${collections[kind].label}: tệp mới, đủ các trường`,
          body: snippetBody(text),
        },
      ];
    }),
  ),
  ...Object.fromEntries(
    tagNames.map((name) => [
      `<${name}>`,
      { scope: 'mdx', prefix: name, description: `Thẻ <${name}>`, body: snippetBody(tags[name].example) },
    ]),
  ),
});

/** Settings of the workspace, among them where VS Code finds the schemas. */
const settings = (): object => ({
  'json.schemas': collectionNames
    .filter((kind) => collections[kind].format === 'json')
    .map((kind) => ({ fileMatch: [`/content/${kind}/*.json`], url: `./.vscode/schemas/${kind}.schema.json` })),
  // The Astro extension takes the fields of front matter from the collections, once `npm run dev` has run.
  'astro.content-intellisense': true,
  'files.associations': { '*.mdx': 'mdx' },
  'files.encoding': 'utf8',
  'files.eol': '\n',
  'editor.wordWrap': 'on',
  'editor.unicodeHighlight.ambiguousCharacters': true,
  'editor.unicodeHighlight.invisibleCharacters': true,
  'editor.unicodeHighlight.allowedLocales': { vi: true },
});

/** The text of every generated file, by its path from the root of the project. */
export const editorFiles = (): Record<string, string> => ({
  '.vscode/settings.json': print(settings()),
  '.vscode/extensions.json': print({
    recommendations: ['astro-build.astro-vscode', 'unifiedjs.vscode-mdx', 'editorconfig.editorconfig'],
  }),
  '.vscode/noi-dung.code-snippets': print(snippets()),
  ...Object.fromEntries(
    collectionNames.map((kind) => [`.vscode/schemas/${kind}.schema.json`, print(jsonSchema(kind))]),
  ),
});

if (import.meta.main) {
  for (const [file, text] of Object.entries(editorFiles())) {
    mkdirSync(path.dirname(path.join(projectRoot, file)), { recursive: true });
    writeFileSync(path.join(projectRoot, file), text);
  }
}
