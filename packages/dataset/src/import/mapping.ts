import { DatasetMeta, flatFieldsOf, problemsFromZod, tables, type JsonSchema, type Table } from '@govexport/schema';
import { z } from 'zod';
import { DatasetError } from '../dataset-error.ts';
import { dateFormat } from './written-date.ts';

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/**
 * Where the value of a field comes from: a column of the CSV, or a constant.
 *
 * @example
 * FieldRule.safeParse({ column: 'Year', dates: ['DD.MM.YYYY'] }).success // => true
 */
export const FieldRule = z
  .strictObject({
    column: z
      .string()
      .min(1, { error: 'the name of a column' })
      .optional()
      .describe('Name of the column, as in the header.'),
    constant: z
      .union([scalar, z.array(scalar)])
      .optional()
      .describe('The same value for every row, instead of a column.'),
    separator: z
      .string()
      .min(1, { error: 'the text between two values' })
      .optional()
      .describe(
        'What stands between the values of a list in one cell. Not given: a semicolon; for codes also a comma.',
      ),
    values: z
      .record(z.string(), scalar)
      .optional()
      .describe('What a text of the CSV stands for, such as {"yes": true}. For a list: each of its values.'),
    dates: z
      .array(dateFormat)
      .min(1, { error: 'at least one format' })
      .optional()
      .describe('How dates are written, tried in order: YYYY, MM and DD with what stands between. Default: ISO.'),
  })
  .refine(({ column, constant }) => (column === undefined) !== (constant === undefined), {
    error: 'either a column or a constant',
  });

/** Where the value of a field comes from. */
export type FieldRule = z.infer<typeof FieldRule>;

/** Field rules by the names of the flat fields of a table. */
export type FieldRules = Readonly<Record<string, FieldRule>>;

function rulesFor({ record }: Table, without: readonly string[]) {
  const fields = flatFieldsOf(record).filter(({ name }) => !without.includes(name));
  return z.strictObject(
    Object.fromEntries(
      fields.map(({ name, field }) => [name, FieldRule.optional().describe(field.description ?? '')] as const),
    ),
  );
}

const [programs, sources] = tables;

/**
 * How a flat CSV of programs becomes a dataset: what it says of itself, and which column is which field.
 *
 * @example
 * ImportMapping.safeParse({ programs: {}, sources: {} }).success // => false
 */
export const ImportMapping = z.strictObject({
  dataset: DatasetMeta.describe('What the dataset says about itself.'),
  delimiter: z.string().length(1, { error: 'one sign' }).default(',').describe('What stands between two cells.'),
  unknown: z.array(z.string()).default([]).describe('Texts that mean unknown, beside the empty cell.'),
  ignored_columns: z.array(z.string()).default([]).describe('Columns that are left out on purpose.'),
  programs: rulesFor(programs, ['sources']).describe('Fields of a program. Without id, ids are given in row order.'),
  sources: rulesFor(sources, ['id']).describe(
    'Fields of the sources of a row. Rows with the same source share one record; a separator for url makes several.',
  ),
});

/** How a flat CSV of programs becomes a dataset. */
export interface ImportMapping {
  readonly dataset: DatasetMeta;
  readonly delimiter: string;
  readonly unknown: readonly string[];
  readonly ignored_columns: readonly string[];
  readonly programs: FieldRules;
  readonly sources: FieldRules;
}

/**
 * Checks a mapping.
 *
 * @param file - what to call it in an error
 * @throws DatasetError with every fault, a sentence each
 * @example
 * let message = ''
 * try { parseMapping('map.json', { colour: 'red' }) } catch (error) { message = error.message.split('\n').at(-1) }
 * message // => '  map.json: colour is "red"; expected no such field'
 */
export function parseMapping(file: string, value: unknown): ImportMapping {
  const parsed = ImportMapping.safeParse(value);
  if (!parsed.success) throw new DatasetError(file, problemsFromZod({ file, value }, ImportMapping, parsed.error));
  return parsed.data as ImportMapping;
}

/**
 * JSON Schema (draft 2020-12) of a mapping, for editors that check while one writes.
 *
 * @example
 * mappingJsonSchema().type // => 'object'
 */
export function mappingJsonSchema(): JsonSchema {
  return z.toJSONSchema(ImportMapping, { io: 'input' });
}
