import { z } from 'zod';
import { fieldSchemaOf, type FieldSchema } from './field-schema.ts';
import type { WithWorld } from './declared.ts';
import { WebAddress } from './fields.ts';
import { flatTablesOf } from './flat-table.ts';
import { jsonSchemaOf, type JsonSchema } from './json-schema.ts';
import { once } from './once.ts';
import { pathOf, type Table } from './table.ts';

/** One field of a Frictionless Table Schema. */
export interface TableSchemaField {
  readonly name: string;
  readonly type: 'string' | 'integer' | 'number' | 'boolean';
  readonly description: string;
  readonly constraints: Readonly<Record<string, unknown>>;
  readonly categories?: readonly { readonly value: string; readonly label: string; readonly description: string }[];
}

/** A Frictionless Table Schema (Data Package 2.0). */
export interface TableSchema {
  readonly $schema: string;
  readonly fields: readonly TableSchemaField[];
  readonly missingValues: readonly string[];
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly {
    readonly fields: readonly string[];
    readonly reference: { readonly resource: string; readonly fields: readonly string[] };
  }[];
}

/**
 * Frictionless Table Schema of a table as CSV: the columns of `flatTablesOf`, an empty cell for unknown. A foreign key is
 * written where the field holds one id; a list of ids is checked by `parseDataset`.
 *
 * @param dataset - whose recipients are listed where a field holds one
 * @example
 * tableSchemaOf(tables[0]).fields.map(({ name }) => name).includes('participants_low') // => true
 */
export function tableSchemaOf(table: Table, dataset?: WithWorld): TableSchema {
  const [flat = table] = flatTablesOf(table);
  const properties = Object.entries((jsonSchemaOf(flat, dataset).properties ?? {}) as Record<string, JsonSchema>);
  const fields = properties.map(([name, property]) => tableField(name, fieldSchemaOf(property, dataset), table.key));
  return {
    $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
    fields,
    missingValues: [''],
    primaryKey: table.key,
    foreignKeys: Object.entries(flat.references).map(([name, to]) => ({
      fields: [name],
      reference: { resource: to, fields: ['id'] },
    })),
  };
}

function tableField(name: string, field: FieldSchema, key: readonly string[]): TableSchemaField {
  const { schema, nullable, description, vocabulary } = field;
  const bounds = {
    required: !nullable,
    ...(key.length === 1 && key[0] === name ? { unique: true } : {}),
    ...scalarConstraints(schema),
  };
  const categories = Object.entries(vocabulary?.terms ?? {});
  return {
    name,
    type: schema.type as TableSchemaField['type'],
    description,
    constraints: bounds,
    ...(categories.length === 0
      ? {}
      : {
          categories: categories.map(([value, term]) => ({ value, label: term.label, description: term.definition })),
        }),
  };
}

function scalarConstraints({ enum: values, pattern, minimum, maximum, exclusiveMinimum }: JsonSchema) {
  // zod bounds every integer by what JavaScript holds exactly; that says nothing about the data.
  const bound = (limit?: number) => (Math.abs(limit ?? 0) < Number.MAX_SAFE_INTEGER ? limit : undefined);
  const bounds = { minimum: bound(minimum), maximum: bound(maximum), exclusiveMinimum };
  return Object.fromEntries(
    Object.entries({ enum: values, pattern: wholePattern(pattern), ...bounds }).filter(
      ([, value]) => value !== undefined,
    ),
  );
}

/**
 * Whether a field holds addresses. It says so by its pattern alone: libraries check the format `uri` by rules of their own,
 * which refuse addresses that RFC 3986 and browsers allow.
 *
 * @example
 * tableSchemaOf(tables[1]).fields.filter(isAddress).map(({ name }) => name) // => ['url']
 */
export function isAddress({ constraints }: TableSchemaField): boolean {
  return constraints['pattern'] === addresses();
}

const addresses = once(() => wholePattern(z.toJSONSchema(WebAddress).pattern));

/** Table Schema asks for patterns of XML Schema, which hold for the whole text and know no anchors. */
function wholePattern(pattern: string | undefined): string | undefined {
  return pattern?.replaceAll(/^\^|\$$/g, '');
}

/**
 * The name of the CSV file of a table in an export.
 *
 * @example
 * csvNameOf(tables[0]) // => 'programs.csv'
 */
export function csvNameOf(table: Pick<Table, 'name'>): string {
  return pathOf({ name: table.name, storage: 'series' });
}
