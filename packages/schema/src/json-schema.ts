import { z } from 'zod';
import type { Table } from './table.ts';

/**
 * JSON Schema of one value, as zod writes it. Keywords of our own begin with `x-`: the name of a vocabulary, and the form
 * of a text for which JSON Schema has no `format`.
 */
export type JsonSchema = z.core.JSONSchema.JSONSchema & {
  readonly 'x-vocabulary'?: string;
  readonly 'x-format'?: string;
};

/**
 * JSON Schema (draft 2020-12) of one record of a table. Rules between fields and references to other tables are not
 * part of it: `parseDataset` checks those.
 *
 * @example
 * jsonSchemaOf(tables[1]).properties.language.pattern // => '^[a-z]{2}$'
 */
export function jsonSchemaOf({ title, description, singular, record }: Table): JsonSchema {
  const { $schema, ...schema } = z.toJSONSchema(record);
  return { $schema, title, description: `One ${singular}. ${description}`, ...schema } as JsonSchema;
}
