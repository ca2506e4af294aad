import { declaredOf, everyRecord, scopeInWords, type World } from '@govexport/schema';
import { z } from 'zod';

/** How a field is entered as text. */
export type FieldKind = 'list' | 'choice' | 'integer' | 'number' | 'boolean' | 'text';

/** One input as a form, an option of the command line or a query parameter shows it. */
export interface InputField {
  readonly name: string;
  readonly description: string;
  readonly kind: FieldKind;
  /** Allowed values of a choice or a list; empty where any text may stand, or where the dataset declares them. */
  readonly options: readonly string[];
  /** The vocabulary of the values; null where they have none. */
  readonly vocabulary: string | null;
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
  'x-vocabulary'?: string;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  exclusiveMaximum?: number;
  properties?: Record<string, JsonSchema>;
}

const known = new WeakMap<z.ZodType, readonly InputField[]>();

/**
 * The inputs of a procedure as plain data, read from its zod schema, so that every surface offers the same ones. What a
 * dataset declares, {@link fieldsIn} adds.
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
    vocabulary: vocabularyIn(value),
    default: property.default ?? null,
    minimum: value.minimum ?? value.exclusiveMinimum ?? null,
    maximum: value.maximum ?? value.exclusiveMaximum ?? null,
  };
}

/** The vocabulary of a value, or of the items of a list. */
function vocabularyIn({ items, 'x-vocabulary': own }: JsonSchema): string | null {
  return own ?? items?.['x-vocabulary'] ?? null;
}

/**
 * The same inputs in a dataset: its recipients and its scopes are what may be chosen, and its default scope is the default.
 *
 * @example
 * fieldsIn(inputFields(catalogue.trend.input), dataset.meta)[0]?.options // => ['default', 'article', 'all']
 */
export function fieldsIn<Field extends InputField>(fields: readonly Field[], world: World): Field[] {
  return fields.map((field) => {
    const options = declaredOf(world, field.vocabulary);
    if (options === undefined) return field;
    // A list has a default of its own, and says so.
    if (field.vocabulary !== 'scope' || field.default === everyRecord) return { ...field, options };
    const described = options.map((name) => `${name}: ${scopeInWords(world, name)}.`).join(' ');
    const description = `Named selection. ${described}`;
    return { ...field, options, description, default: world.default_scope };
  });
}

/** What may stand where a value is given: nothing of null, for which an address has no text. */
function withoutNull(property: JsonSchema): JsonSchema {
  const { type, anyOf } = property;
  if (Array.isArray(type)) return { ...property, type: type.filter((one) => one !== 'null')[0] ?? 'null' };
  return anyOf?.find((one) => one.type !== 'null') ?? property;
}

function kindOf({ type, enum: options, 'x-vocabulary': vocabulary }: JsonSchema): FieldKind {
  if (type === 'array') return 'list';
  if (options !== undefined || vocabulary !== undefined) return 'choice';
  return type === 'integer' || type === 'number' || type === 'boolean' ? type : 'text';
}
