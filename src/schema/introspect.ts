/** What the schemas say about their fields, read from the JSON Schema that zod makes of them. */
import { z } from 'astro/zod';

/** One field of a collection, or one item of a list. */
export interface Field {
  /** `group`: fields of its own. `list` and `record`: items of one shape, by number or by name. */
  type: 'text' | 'number' | 'boolean' | 'group' | 'list' | 'record';
  /** What it is for, in one line of Vietnamese: its `.describe()`, or an empty string. */
  hint: string;
  /** Whether a file must have it. A field with a default may be left out. */
  required: boolean;
  /** Fewest items of a list. */
  minItems: number;
  /** The values to choose from, of one choice or of a list of choices; undefined where anything may be written. */
  choices: string[] | undefined;
  /** The fields of a group, in the order of the schema; empty for anything else. */
  fields: ReadonlyMap<string, Field>;
  /** An item of a list, or a value of a record; undefined for anything else. */
  item: Field | undefined;
}

type JsonSchema = z.core.JSONSchema.BaseSchema;

/** `true` and `false` are JSON Schemas too, which say nothing about fields. */
const asObject = (schema: z.core.JSONSchema._JSONSchema | undefined): JsonSchema | undefined =>
  typeof schema === 'object' ? schema : undefined;

const typeOf = ({ type, properties, additionalProperties, anyOf }: JsonSchema): Field['type'] => {
  if (properties) return 'group';
  if (asObject(additionalProperties)) return 'record';
  if (type === 'array') return 'list';
  // Of a choice of forms, the first is the usual one.
  const [usual] = anyOf ?? [];
  if (asObject(usual)?.type === 'number' || type === 'number' || type === 'integer') return 'number';
  return type === 'boolean' ? 'boolean' : 'text';
};

const toField = (schema: JsonSchema, required: boolean): Field => {
  const itemSchema =
    asObject(Array.isArray(schema.items) ? undefined : schema.items) ?? asObject(schema.additionalProperties);
  const item = itemSchema && toField(itemSchema, true);
  return {
    type: typeOf(schema),
    hint: schema.description ?? '',
    required,
    minItems: schema.minItems ?? 0,
    choices: schema.enum?.map(String) ?? item?.choices,
    fields: new Map(
      Object.entries(schema.properties ?? {}).flatMap(([name, property]): [string, Field][] => {
        const own = asObject(property);
        return own ? [[name, toField(own, schema.required?.includes(name) ?? false)]] : [];
      }),
    ),
    item,
  };
};

/** JSON Schema (draft 2020-12) of what an editor writes: fields with a default may be left out. */
export const jsonSchemaOf = (schema: z.ZodType): JsonSchema =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });

const cache = new WeakMap<z.ZodType, Field>();

/** The schema of a collection as one field: a group. */
const rootOf = (schema: z.ZodType): Field => {
  const root = cache.get(schema) ?? toField(jsonSchemaOf(schema), true);
  cache.set(schema, root);
  return root;
};

/** The fields of a collection's schema, by name and in its order. */
export const fieldsOf = (schema: z.ZodType): ReadonlyMap<string, Field> => rootOf(schema).fields;

/** What the field at a path is for; what its nearest parent is for where it has no hint of its own. */
export const hintAt = (schema: z.ZodType, path: readonly PropertyKey[]): string => {
  let hint = '';
  let current: Field | undefined = rootOf(schema);
  for (const part of path) {
    current = current.fields.get(String(part)) ?? current.item;
    if (!current) break;
    hint = current.hint || hint;
  }
  return hint;
};
