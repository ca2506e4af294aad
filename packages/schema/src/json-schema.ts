import { z } from 'zod';
import { declaredOf, type WithWorld, type World } from './declared.ts';
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
 * @param dataset - whose recipients are listed where a field holds one; not given: any state may stand there
 * @example
 * jsonSchemaOf(tables[1]).properties.language.pattern // => '^[a-z]{2}$'
 */
export function jsonSchemaOf({ title, description, singular, record }: Table, dataset?: WithWorld): JsonSchema {
  const { $schema, ...schema } = z.toJSONSchema(record, dataset === undefined ? {} : declaring(dataset.meta));
  return { $schema, title, description: `One ${singular}. ${description}`, ...schema } as JsonSchema;
}

/** What `z.toJSONSchema` is told of each schema that it writes. */
export interface Declaring {
  readonly override: (written: { readonly jsonSchema: z.core.JSONSchema.BaseSchema }) => void;
}

/**
 * What makes `z.toJSONSchema` list the values that a dataset declares, where a schema leaves them to the dataset.
 *
 * @example
 * const world = { senders: ['US'], recipients: ['BR', 'VN'], scopes: {}, default_scope: 'all' }
 * z.toJSONSchema(RecipientCountry, declaring(world)).enum // => ['BR', 'VN']
 */
export function declaring(world: World): Declaring {
  return {
    override({ jsonSchema }) {
      const values = declaredOf(world, (jsonSchema as JsonSchema)['x-vocabulary']);
      if (values === undefined || jsonSchema.type !== 'string') return;
      delete jsonSchema.pattern;
      delete jsonSchema['examples'];
      jsonSchema.enum = [...values];
    },
  };
}
