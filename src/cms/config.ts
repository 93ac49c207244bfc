/** The configuration of the web editor (Sveltia CMS), made from the schemas: a field added to a schema can be edited there. */
import { collectionNames, collections, fieldsOf, type Field } from '../schema/index.ts';

/** A field as Sveltia CMS describes it: https://sveltiacms.app/en/docs/fields */
type CmsField = Record<string, unknown>;

const widgetOf = ({ type, choices, fields, item, minItems }: Field): CmsField => {
  if (choices) return { widget: 'select', options: choices, multiple: type === 'list' };
  switch (type) {
    case 'group':
      return { widget: 'object', fields: cmsFields(fields) };
    case 'list':
      return {
        widget: 'list',
        min: minItems,
        ...(item?.type === 'group'
          ? { fields: cmsFields(item.fields) }
          : { field: { name: 'item', label: 'Mục', widget: 'string' } }),
      };
    case 'record':
      return { widget: 'keyvalue', key_label: 'Mã', value_label: 'Câu trích' };
    case 'number':
      return { widget: 'number', value_type: 'float' };
    case 'boolean':
      return { widget: 'boolean' };
    case 'text':
      return { widget: 'string' };
  }
};

const cmsFields = (fields: ReadonlyMap<string, Field>): CmsField[] =>
  [...fields].map(([name, field]) => ({
    name,
    label: name,
    hint: field.hint,
    required: field.required,
    ...widgetOf(field),
  }));

/**
 * The whole configuration. `repository` says where proposals go: `github:owner/name` or `gitlab:owner/name`; without it only a
 * clone on the editor's own machine can be opened. Throws where `repository` has another form.
 */
export const adminConfig = (repository: string | undefined): object => {
  const [name = 'github', repo = 'local/clone'] = (repository ?? 'github:local/clone').split(':');
  if (!['github', 'gitlab'].includes(name) || !/^[\w.-]+(?:\/[\w.-]+)+$/.test(repo))
    throw new Error(`ADMIN_REPOSITORY must be github:owner/name or gitlab:owner/name, not “${repository ?? ''}”.`);
  return {
    // The configuration is passed to `init`; without this the editor also fetches config.yml.
    load_config_file: false,
    backend: { name, repo, branch: 'main' },
    // Required by the editor. No content file holds an image, so nothing is uploaded.
    media_folder: 'content',
    slug: { encoding: 'ascii', clean_accents: true, sanitize_replacement: '-' },
    output: { omit_empty_optional_fields: true },
    collections: collectionNames.map((kind) => {
      const { schema, format, label, titleField } = collections[kind];
      const fields = fieldsOf(schema);
      return {
        name: kind,
        label,
        folder: `content/${kind}`,
        create: true,
        delete: false,
        identifier_field: fields.get(titleField)?.type === 'group' ? `${titleField}.vi` : titleField,
        extension: format,
        format: format === 'mdx' ? 'yaml-frontmatter' : 'json',
        fields: [
          ...cmsFields(fields),
          ...(format === 'mdx'
            ? [
                {
                  name: 'body',
                  label: 'Nội dung',
                  hint: 'Markdown và các thẻ của trang',
                  widget: 'markdown',
                  // Only the source view: the rich-text editor would rewrite MDX tags.
                  modes: ['raw'],
                },
              ]
            : []),
        ],
      };
    }),
  };
};
