import { DatasetIdentity, Estimate, FacetCounts, License, Match, type AddressedOperation } from '@govexport/router';
import { declaring, JsonValue, tables, type World } from '@govexport/schema';
import { z } from 'zod';
import { Problem } from '../problems/problem.ts';

/** A part of the description. */
export type Json = Record<string, unknown>;

/** Schemas below `components`, and the reference to that of an answer. */
export interface DescribedSchemas {
  readonly written: Json;
  readonly ofAnswer: (operation: AddressedOperation) => Json;
}

/** Describes what operations answer. What many answers hold has a name, as every answer has, and is written once. */
export function describeSchemas(operations: readonly AddressedOperation[], world: World): DescribedSchemas {
  const registry = z.registry<{ id: string }>();
  const named: readonly (readonly [string, z.ZodType])[] = [
    ['Estimate', Estimate],
    ['DatasetIdentity', DatasetIdentity],
    ['License', License],
    ['Match', Match],
    ['FacetCounts', FacetCounts],
    ['Problem', Problem],
    ['JsonValue', JsonValue],
    ...tables.map(({ singular, record }) => [typeName(singular), record] as const),
    ...operations.map(({ id, output }) => [`${typeName(id)}Answer`, output] as const),
  ];
  // Operations that answer alike share a schema, and with it the name of the first.
  for (const [id, schema] of named) if (!registry.has(schema)) registry.add(schema, { id });
  const uri = (id: string) => `#/components/schemas/${id}`;
  const { schemas } = z.toJSONSchema(registry, { io: 'output', uri, ...declaring(world) });
  return {
    written: {
      ...Object.fromEntries(
        // An address of its own would make the references within a schema relative to it.
        Object.entries(schemas).map(([name, schema]) => [name, { ...schema, $id: undefined, $schema: undefined }]),
      ),
      // A schema that holds itself alone says no more than this, and generators of types make a type of itself of it.
      JsonValue: { description: 'Any JSON value.' },
    },
    ofAnswer: ({ output }) => ({ $ref: uri(registry.get(output)?.id ?? '') }),
  };
}

/** `us_training_total` as `UsTrainingTotal`. */
export function typeName(words: string): string {
  return words.replaceAll(/(^|[^a-z0-9]+)([a-z0-9])/gi, (_, __, letter: string) => letter.toUpperCase());
}
