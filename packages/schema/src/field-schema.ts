import type { WithWorld } from './declared.ts';
import type { JsonSchema } from './json-schema.ts';
import { vocabularyOf } from './vocabularies-of.ts';
import { vocabularies } from './vocabularies.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A field as its JSON Schema describes it, with what may be unknown taken apart. */
export interface FieldSchema {
  /** The schema of a known value. */
  readonly schema: JsonSchema;
  readonly nullable: boolean;
  readonly description: string;
  readonly vocabulary: Vocabulary | null;
}

/** Reads one property of a JSON Schema of a record; the recipients are those of the dataset, where one is given. */
export function fieldSchemaOf(property: JsonSchema, dataset?: WithWorld): FieldSchema {
  const { schema, nullable } = knownPart(property);
  const items = schema.type === 'array' ? (schema.items as JsonSchema) : schema;
  const name = items['x-vocabulary'] ?? '';
  return {
    schema,
    nullable,
    description: property.description ?? schema.description ?? '',
    vocabulary: (dataset === undefined ? vocabularies[name] : vocabularyOf(dataset, name)) ?? null,
  };
}

/** zod writes what may be null as a list of types, or as a choice where a type says more. */
function knownPart(property: JsonSchema): Pick<FieldSchema, 'schema' | 'nullable'> {
  if (Array.isArray(property.type)) {
    const type = property.type.find((one) => one !== 'null');
    return { schema: { ...property, type } as JsonSchema, nullable: property.type.includes('null') };
  }
  const branches = (property.anyOf ?? []) as JsonSchema[];
  const known = branches.find(({ type }) => type !== 'null');
  const nullable = branches.some(({ type }) => type === 'null');
  return { schema: nullable && known !== undefined ? known : property, nullable };
}
