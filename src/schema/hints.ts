import type { z } from 'astro/zod';

/** Stands in a new file where an editor has to write something. No file that holds it is published. */
export const PLACEHOLDER = 'CẦN ĐIỀN';

/** A schema without what makes it optional or fills it in. */
export const bare = (schema: z.core.$ZodType): z.core.$ZodType => {
  const { def } = schema._zod as { def: { innerType?: z.core.$ZodType } };
  return def.innerType ? bare(def.innerType) : schema;
};

/** What a field is for, in one line of Vietnamese: its `.describe()`, or an empty string. */
export const hintOf = (schema: z.core.$ZodType): string => {
  const { description } = schema as z.ZodType;
  const { def } = schema._zod as { def: { innerType?: z.core.$ZodType } };
  return description ?? (def.innerType ? hintOf(def.innerType) : '');
};

/** Whether a field may be left out: it is optional, or has a value of its own. */
export const isOptional = (schema: z.core.$ZodType): boolean => schema._zod.optin !== undefined;

/** Least number of items of a list. */
export const leastOf = (schema: z.core.$ZodType): number => {
  const { def } = bare(schema)._zod as { def: { checks?: { _zod: { def: { check: string; minimum?: number } } }[] } };
  return def.checks?.find((each) => each._zod.def.check === 'min_length')?._zod.def.minimum ?? 0;
};

/** The fields of a group; null for anything else. */
export const fieldsOf = (schema: z.core.$ZodType): Record<string, z.core.$ZodType> | null => {
  const { def } = bare(schema)._zod as { def: { shape?: Record<string, z.core.$ZodType> } };
  return def.shape ?? null;
};

/** The schema of the items of a list, or of the values of a record; null for anything else. */
export const itemOf = (schema: z.core.$ZodType): z.core.$ZodType | null => {
  const { def } = bare(schema)._zod as { def: { element?: z.core.$ZodType; valueType?: z.core.$ZodType } };
  return def.element ?? def.valueType ?? null;
};

/** What the field at a path is for; what its nearest parent is for where it has no words of its own. */
export const hintAt = (schema: z.core.$ZodType, path: readonly PropertyKey[]): string => {
  let [current, hint]: [z.core.$ZodType, string] = [schema, ''];
  for (const part of path) {
    const next = fieldsOf(current)?.[String(part)] ?? itemOf(current);
    if (!next) break;
    current = next;
    hint = hintOf(next) || hint;
  }
  return hint;
};

/** The choices of a field: its values, and whether several may be taken; null for a field that is no choice. */
export const choicesOf = (schema: z.core.$ZodType): { values: string[]; several: boolean } | null => {
  const { def } = bare(schema)._zod as { def: { type: string; entries?: Record<string, string> } };
  if (def.entries) return { values: Object.values(def.entries), several: false };
  const item = def.type === 'array' ? itemOf(schema) : null;
  const inner = item && choicesOf(item);
  return inner ? { values: inner.values, several: true } : null;
};
