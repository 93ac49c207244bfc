/**
 * `npm run schemas`: writes what VS Code needs to help while typing, from the schemas that `check` holds content against:
 * a JSON Schema of each kind, and a snippet of each kind and each tag. A test holds the files against this.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'astro/zod';
import { dates } from '../i18n/index.ts';
import { tagNames, tags } from '../mdx/tags.ts';
import { collectionNames, collections, PLACEHOLDER, type CollectionName } from '../schema/index.ts';
import { draft } from './draft.ts';

const print = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** JSON Schema of what an editor writes: fields with a value of their own may be left out. */
export const jsonSchema = (kind: CollectionName): object => ({
  ...z.toJSONSchema(collections[kind].schema, { io: 'input', unrepresentable: 'any' }),
  $id: `${kind}.schema.json`,
  title: collections[kind].label,
});

/** Every mark becomes a stop of the Tab key; `$` and `}` of the text itself are escaped. */
const snippetBody = (text: string): string[] => {
  let stop = 0;
  return text
    .replace(/[\\$}]/g, '\\$&')
    .replaceAll(PLACEHOLDER, () => `\${${++stop}:${PLACEHOLDER}}`)
    .trimEnd()
    .split('\n');
};

/** Snippets of VS Code: a file of each kind under `moi-…`, a tag under its own name. Days are left to be filled in: a snippet does not know today. */
const snippets = (): Record<string, object> => ({
  ...Object.fromEntries(
    collectionNames.map((kind) => {
      const text = draft(kind, {}, dates.today()).replace(
        /^(publishedAt|updatedAt|expiresAt): .*$|("(?:publishedAt|dateAccessed)": )".*?"/gm,
        (_, yaml: string | undefined, json: string | undefined) =>
          yaml ? `${yaml}: ${PLACEHOLDER}` : `${json!}"${PLACEHOLDER}"`,
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

/** Settings by which VS Code finds the schemas. */
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

/** Every file that is made here, by its path from the root of the project. */
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
  const root = path.resolve(import.meta.dirname, '../..');
  for (const [file, text] of Object.entries(editorFiles())) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
}
