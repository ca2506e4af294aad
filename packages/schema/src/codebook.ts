import type { Dataset } from './dataset.ts';
import { fieldSchemaOf } from './field-schema.ts';
import { jsonSchemaOf, type JsonSchema } from './json-schema.ts';
import { showValue } from './problem.ts';
import { termsOf, type Table, type Terms } from './table.ts';
import { tables } from './tables.ts';
import { isKnown } from './unknown.ts';

/** One allowed value of a field. */
export interface CodebookValue {
  readonly value: string;
  readonly label: string;
  readonly definition: string;
}

/** One field of a table; a field within a group is named `group.field`, one within a list of groups `list[].field`. */
export interface CodebookField {
  readonly name: string;
  readonly type: string;
  readonly description: string;
  /** What `null` means, or `null` where the field always has a value. */
  readonly null_means: string | null;
  readonly values: readonly CodebookValue[];
  /** The table whose ids the field holds, or `null`. */
  readonly references: string | null;
  /** Records with a known value: not null, not a word for unknown, no empty list. */
  readonly known: number;
  /** `known` by the number of records, or `null` where there is none. */
  readonly share_known: number | null;
  /** A known value from the data, shortened; `null` where there is none. */
  readonly example: string | null;
}

/** One table with its fields. */
export interface CodebookTable {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly records: number;
  readonly key: readonly string[];
  readonly license: Terms;
  readonly fields: readonly CodebookField[];
}

/** What every field of a dataset means. */
export interface Codebook {
  readonly dataset: { readonly name: string; readonly title: string; readonly version: string };
  readonly cautions: readonly string[];
  readonly tables: readonly CodebookTable[];
}

/**
 * The codebook of a dataset as plain JSON: every table and field with its type, allowed values, the meaning of null,
 * how often it is known and an example from the data.
 *
 * @example
 * const codebook = codebookOf({ meta: { name: 'mine', senders: ['US'], recipients: ['VN'], scopes: {}, cautions: [] }, programs: [], sources: [] })
 * codebook.tables[0].name // => 'programs'
 */
export function codebookOf(dataset: Dataset): Codebook {
  const { name, title, version, cautions, license, license_url } = dataset.meta;
  return {
    dataset: { name, title, version },
    cautions,
    tables: tables.map((table) => {
      // A dataset may come from a caller that left tables out.
      const rows = (dataset[table.name] as readonly Readonly<Record<string, unknown>>[] | undefined) ?? [];
      return {
        name: table.name,
        title: table.title,
        description: table.description,
        records: rows.length,
        key: table.key,
        license: termsOf(table, { license, license_url }),
        fields: describe(jsonSchemaOf(table, dataset), rows, { prefix: '', table, dataset }),
      };
    }),
  };
}

interface Place {
  readonly prefix: string;
  readonly table: Table;
  readonly dataset: Dataset;
}

function describe(record: JsonSchema, rows: readonly unknown[], place: Place): CodebookField[] {
  return Object.entries((record.properties ?? {}) as Record<string, JsonSchema>).flatMap(([name, property]) => {
    const { schema } = fieldSchemaOf(property);
    const values = rows.map((row) => (row as Readonly<Record<string, unknown>>)[name]);
    const field = fieldOf(name, property, { ...place, values });
    const items = schema.type === 'array' ? (schema.items as JsonSchema) : null;
    if (items?.type === 'object') {
      const inner = values.flatMap((value) => value as readonly unknown[]);
      return [field, ...describe(items, inner, { ...place, prefix: `${place.prefix}${name}[].` })];
    }
    if (schema.type !== 'object') return [field];
    return [field, ...describe(schema, values, { ...place, prefix: `${place.prefix}${name}.` })];
  });
}

function fieldOf(
  name: string,
  property: JsonSchema,
  { prefix, table, dataset, values }: Place & { readonly values: readonly unknown[] },
): CodebookField {
  const { schema, nullable, description, vocabulary } = fieldSchemaOf(property, dataset);
  const known = values.filter(isKnown);
  const terms = Object.entries(vocabulary?.terms ?? {});
  return {
    name: `${prefix}${name}`,
    type: typeInWords(schema),
    description,
    null_means: nullable ? nullInWords(description) : null,
    values: terms.map(([value, { label, definition }]) => ({ value, label, definition })),
    references: prefix === '' ? (table.references[name] ?? null) : null,
    known: known.length,
    share_known: values.length === 0 ? null : known.length / values.length,
    example: known.length === 0 ? null : showValue(known[0]),
  };
}

/** Where the description says what null means, it is that; else null is unknown. */
function nullInWords(description: string): string {
  const stated = /\bnull ([^.;]+)/.exec(description)?.[1];
  return stated === undefined
    ? 'Unknown: the sources are silent.'
    : `${stated[0]?.toUpperCase() ?? ''}${stated.slice(1)}.`;
}

function typeInWords({ type, items, enum: values, format, ...own }: JsonSchema): string {
  if (type === 'array') return `list (${typeInWords(items as JsonSchema)})`;
  if (values !== undefined) return 'term';
  if (own['x-format'] === 'partial-date') return 'date, to the year, month or day';
  if (format === 'uri') return 'address';
  if (type === 'integer') return 'whole number';
  if (type === 'boolean') return 'true or false';
  if (type === 'object') return 'group';
  return type === 'number' ? 'number' : 'text';
}
