/** The configuration of the web editor (Sveltia CMS), made from the schemas: a field that content gains is there to be edited. */
import {
  bare,
  choicesOf,
  fieldsOf,
  hintOf,
  isOptional,
  itemOf,
  collectionNames,
  collections,
  leastOf,
} from '../schema/index.ts';

type Schema = Parameters<typeof bare>[0];
type Field = Record<string, unknown>;

/** Longer texts get more lines to write in. */
const LINE = 140;

const typeOf = (schema: Schema): string => (bare(schema)._zod.def as { type: string }).type;

const widgetOf = (schema: Schema): Field => {
  const choices = choicesOf(schema);
  if (choices) return { widget: 'select', options: choices.values, multiple: choices.several };
  const fields = fieldsOf(schema);
  if (fields) return { widget: 'object', fields: fieldList(fields) };
  const item = itemOf(schema);
  switch (typeOf(schema)) {
    case 'array':
      return {
        widget: 'list',
        min: leastOf(schema),
        ...(item && fieldsOf(item)
          ? { fields: fieldList(fieldsOf(item)!) }
          : { field: { name: 'item', label: 'Mục', widget: 'string' } }),
      };
    case 'record':
      return { widget: 'keyvalue', key_label: 'Mã', value_label: 'Câu trích' };
    case 'number':
      return { widget: 'number', value_type: 'float' };
    case 'boolean':
      return { widget: 'boolean' };
    default: {
      const most = (bare(schema)._zod.bag as { maximum?: number }).maximum;
      return { widget: most !== undefined && most > LINE ? 'text' : 'string' };
    }
  }
};

const fieldList = (fields: Record<string, Schema>): Field[] =>
  Object.entries(fields).map(([name, schema]) => ({
    name,
    label: name,
    hint: hintOf(schema),
    required: !isOptional(schema),
    ...widgetOf(schema),
  }));

/** Where proposals go: `github:owner/name` or `gitlab:owner/name`. Without it only a clone on the editor's own machine can be opened. */
export const adminConfig = (repository: string | undefined): object => {
  const [name = 'github', repo = 'local/clone'] = (repository ?? 'github:local/clone').split(':');
  if (!['github', 'gitlab'].includes(name) || !/^[\w.-]+(?:\/[\w.-]+)+$/.test(repo))
    throw new Error(`ADMIN_REPOSITORY must be github:owner/name or gitlab:owner/name, not “${repository ?? ''}”.`);
  return {
    // Nothing is read from another address than this one.
    load_config_file: false,
    backend: { name, repo, branch: 'main' },
    // Files keep what people may read: no image has a place on this site.
    media_folder: 'content',
    slug: { encoding: 'ascii', clean_accents: true, sanitize_replacement: '-' },
    output: { omit_empty_optional_fields: true },
    collections: collectionNames.map((kind) => {
      const { schema, format, label } = collections[kind];
      const fields = fieldsOf(schema)!;
      const title = ['title', 'term', 'name', 'label'].find((field) => field in fields)!;
      return {
        name: kind,
        label,
        folder: `content/${kind}`,
        create: true,
        delete: false,
        identifier_field: fieldsOf(fields[title]!) ? `${title}.vi` : title,
        extension: format,
        format: format === 'mdx' ? 'yaml-frontmatter' : 'json',
        // Tags are typed as they are; a rich editor would take them for something else.
        fields: [
          ...fieldList(fields),
          ...(format === 'mdx'
            ? [
                {
                  name: 'body',
                  label: 'Nội dung',
                  hint: 'Markdown và các thẻ của trang',
                  widget: 'markdown',
                  modes: ['raw'],
                },
              ]
            : []),
        ],
      };
    }),
  };
};
