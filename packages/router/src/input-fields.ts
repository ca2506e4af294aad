import { z } from 'zod';

/** How a field is entered as text. */
export type FieldKind = 'list' | 'choice' | 'integer' | 'number' | 'boolean' | 'text';

/** One input as a form, an option of the command line or a query parameter shows it. */
export interface InputField {
  readonly name: string;
  readonly description: string;
  readonly kind: FieldKind;
  /** Allowed values of a choice or a list; empty where any text may stand. */
  readonly options: readonly string[];
  /** Value where none is given; null where the description says what happens. */
  readonly default: unknown;
  readonly minimum: number | null;
  readonly maximum: number | null;
}

interface JsonSchema {
  type?: string | string[];
  enum?: string[];
  anyOf?: JsonSchema[];
  items?: JsonSchema;
  description?: string;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  properties?: Record<string, JsonSchema>;
}

const known = new WeakMap<z.ZodType, readonly InputField[]>();

/**
 * The inputs of a procedure as plain data, read from its zod schema, so that every surface offers the same ones.
 *
 * @example
 * inputFields(catalogue.share.input).find(({ name }) => name === 'attribute')?.kind // => 'choice'
 */
export function inputFields(schema: z.ZodType): readonly InputField[] {
  const cached = known.get(schema);
  if (cached !== undefined) return cached;
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input' }) as JsonSchema;
  const fields = Object.entries(properties).map(([name, property]) => fieldOf(name, property));
  known.set(schema, fields);
  return fields;
}

function fieldOf(name: string, property: JsonSchema): InputField {
  const value = withoutNull(property);
  return {
    name,
    description: property.description ?? '',
    kind: kindOf(value),
    options: value.enum ?? value.items?.enum ?? [],
    default: property.default ?? null,
    minimum: value.minimum ?? value.exclusiveMinimum ?? null,
    maximum: value.maximum ?? value.exclusiveMaximum ?? null,
  };
}

/** What may stand where a value is given: nothing of null, for which an address has no text. */
function withoutNull(property: JsonSchema): JsonSchema {
  const { type, anyOf } = property;
  if (Array.isArray(type)) return { ...property, type: type.filter((one) => one !== 'null')[0] ?? 'null' };
  return anyOf?.find((one) => one.type !== 'null') ?? property;
}

function kindOf({ type, enum: options }: JsonSchema): FieldKind {
  if (type === 'array') return 'list';
  if (options !== undefined) return 'choice';
  return type === 'integer' || type === 'number' || type === 'boolean' ? type : 'text';
}
