/** What the JSON Schema of a record is made of. */
interface Schema {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly minItems?: number;
  readonly uniqueItems?: boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

/**
 * TypeScript that says with zod what a JSON Schema says, to be copied into a project of its own.
 *
 * @example
 * zodSource({ type: 'string', enum: ['a', 'b'] }) // => 'z.enum(["a","b"])'
 */
export function zodSource(schema: Schema, indent = ''): string {
  const { description } = schema;
  const source = nullable(schema, indent);
  return description === undefined ? source : `${source}.describe(${JSON.stringify(description)})`;
}

function nullable(schema: Schema, indent: string): string {
  const { anyOf = [], type } = schema;
  const types = typeof type === 'string' ? [type] : (type ?? []);
  const variants = anyOf.length > 0 ? anyOf : types.map((one) => ({ ...schema, type: one }));
  const known = variants.filter((variant) => variant.type !== 'null').map((variant) => kindOf(variant, indent));
  const source = known.length === 1 ? (known[0] ?? '') : `z.union([${known.join(', ')}])`;
  return known.length < variants.length ? `${source}.nullable()` : source;
}

function kindOf(schema: Schema, indent: string): string {
  switch (schema.type) {
    case 'string':
      return textOf(schema);
    case 'integer':
      return `z.int()${boundsOf(schema)}`;
    case 'number':
      return `z.number()${boundsOf(schema)}`;
    case 'boolean':
      return 'z.boolean()';
    case 'array':
      return listOf(schema, indent);
    case 'object':
      return objectOf(schema, indent);
    default:
      throw new TypeError(`a JSON Schema of the type ${String(schema.type)} is not known here`);
  }
}

function textOf({ enum: values, pattern }: Schema): string {
  if (values !== undefined) return `z.enum(${JSON.stringify(values)})`;
  return pattern === undefined ? 'z.string()' : `z.string().regex(${String(new RegExp(pattern, 'u'))})`;
}

function boundsOf({ minimum, maximum = Infinity, exclusiveMinimum }: Schema): string {
  return [
    minimum === undefined || minimum === Number.MIN_SAFE_INTEGER ? '' : `.min(${minimum})`,
    exclusiveMinimum === undefined ? '' : `.gt(${exclusiveMinimum})`,
    maximum >= Number.MAX_SAFE_INTEGER ? '' : `.max(${maximum})`,
  ].join('');
}

function listOf({ items = {}, minItems, uniqueItems }: Schema, indent: string): string {
  const least = minItems === undefined ? '' : `.min(${minItems})`;
  const unique = uniqueItems === true ? '.refine((list) => new Set(list).size === list.length)' : '';
  return `z.array(${zodSource(items, indent)})${least}${unique}`;
}

function objectOf({ properties = {}, required = [] }: Schema, indent: string): string {
  const inner = `${indent}  `;
  const fields = Object.entries(properties).map(([name, field]) => {
    const optional = required.includes(name) ? '' : '.optional()';
    return `${inner}${name}: ${zodSource(field, inner)}${optional},\n`;
  });
  return `z.strictObject({\n${fields.join('')}${indent}})`;
}
