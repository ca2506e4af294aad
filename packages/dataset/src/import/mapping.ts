import {
  DatasetMeta,
  flatFieldsOf,
  problemsFromZod,
  tables,
  type Dataset,
  type JsonSchema,
  type Table,
} from '@govexport/schema';
import { z } from 'zod';
import { withLicenseAddress } from '../begin/license-address.ts';
import { DatasetError } from '../dataset-error.ts';
import { renamedMapping } from './former-names.ts';
import { dateFormat } from './values/written-date.ts';

const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const separator = z.string().min(1, { error: 'the text between two values' });

/**
 * Where the value of a field comes from: a column of the table, several of them, or a constant.
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
    columns: z
      .union([z.array(z.string().min(1)).min(1), z.record(z.string().min(1), scalar)])
      .optional()
      .describe(
        'Several columns for one list: their names, or what each stands for where its cell says yes, such as {"KZ": "KZ"}. An empty cell, and one that says no, stands for nothing.',
      ),
    constant: z
      .union([scalar, z.array(scalar)])
      .optional()
      .describe(
        'The same value for every row, instead of a column. A basis of a figure is given only to rows with a figure.',
      ),
    separator: z
      .union([separator, z.array(separator).min(1)])
      .optional()
      .describe(
        'What stands between the values of a list in one cell, or several such texts. Not given: ; ； 、 / and a line break; for codes and names of states also a comma.',
      ),
    values: z
      .record(z.string(), scalar)
      .optional()
      .describe('What a text of the table stands for, such as {"yes": true}. For a list: each of its values.'),
    otherwise: scalar.optional().describe('What every text stands for that `values` does not name.'),
    empty: scalar.optional().describe('What an empty cell stands for. Not given: unknown.'),
    dates: z
      .array(dateFormat)
      .min(1, { error: 'at least one format' })
      .optional()
      .describe(
        'How dates are written, tried in order: YYYY or YY, MM or MMMM, and DD with what stands between, or serial for days as Excel counts them. What can be read in one way only is read without.',
      ),
    year: z
      .string()
      .min(1)
      .optional()
      .describe('Name of the column with the year, where dates are written without one.'),
  })
  .refine((rule) => [rule.column, rule.columns, rule.constant].filter((given) => given !== undefined).length === 1, {
    error: 'one of column, columns and constant',
  });

/** Where the value of a field comes from. */
export type FieldRule = z.infer<typeof FieldRule>;

/** Field rules by the names of the flat fields of a table. */
export type FieldRules = Readonly<Record<string, FieldRule>>;

function rulesFor({ record }: Table, without: readonly string[], more: Readonly<Record<string, string>> = {}) {
  const fields = flatFieldsOf(record).filter(({ name }) => !without.includes(name));
  const described = [...fields.map(({ name, field }) => [name, field.description ?? '']), ...Object.entries(more)];
  return z.strictObject(
    Object.fromEntries(described.map(([name = '', text = '']) => [name, FieldRule.optional().describe(text)] as const)),
  );
}

const [programs, sources] = tables;

const figures =
  'Figures as people write them, such as "20", "more than 20", "25-30" or "about 30", for value, low, high and basis at once.';

/**
 * How a table of programs becomes a dataset: what it says of itself, and which column is which field.
 *
 * @example
 * ImportMapping.safeParse({ programs: {}, sources: {} }).success // => false
 */
export const ImportMapping = z.strictObject({
  dataset: DatasetMeta.describe(
    'What the dataset says about itself, as in dataset.json; left out where the folder that is written to, or an earlier import, says it. The address of a usual licence follows from its identifier.',
  ),
  delimiter: z
    .string()
    .length(1, { error: 'one sign' })
    .optional()
    .describe('What stands between two cells of a text. Not given: it is found.'),
  encoding: z.string().optional().describe('Encoding of a text. Not given: it is found.'),
  sheet: z.string().optional().describe('Sheet of a workbook. Not given: the first one with rows.'),
  unknown: z.array(z.string()).default([]).describe('Texts that mean unknown, beside the empty cell.'),
  ignored_columns: z.array(z.string()).default([]).describe('Columns that are left out on purpose.'),
  id_prefix: z
    .string()
    .regex(/^[A-Z]{1,8}$/, { error: 'one to eight capital letters' })
    .default('GX')
    .describe('Letters before the numbers of programs, in ids that the import gives.'),
  programs: rulesFor(programs, ['sources'], { participants: figures }).describe(
    'Fields of a program. A column for id may hold ids or numbers of your own; without it ids are given in row order.',
  ),
  sources: rulesFor(sources, ['id']).describe(
    'Fields of the sources of a row. Rows with the same source share one record; a separator for url makes several. Without a rule for publisher it is the host of the address.',
  ),
});

/** How a table of programs becomes a dataset. */
export interface ImportMapping {
  readonly dataset: DatasetMeta;
  readonly delimiter?: string | undefined;
  readonly encoding?: string | undefined;
  readonly sheet?: string | undefined;
  readonly id_prefix: string;
  readonly unknown: readonly string[];
  readonly ignored_columns: readonly string[];
  readonly programs: FieldRules;
  readonly sources: FieldRules;
}

/**
 * Checks a mapping. Names that a version of the schema has changed are read as what they are called now.
 *
 * @param file - what to call it in an error
 * @param told - what a folder says about the dataset, for a mapping that leaves it out
 * @throws DatasetError with every fault, a sentence each
 * @example
 * let message = ''
 * try { parseMapping('map.json', { colour: 'red' }) } catch (error) { message = error.message.split('\n').at(-1) }
 * message // => '  map.json: colour is "red"; expected no such field'
 */
export function parseMapping(
  file: string,
  value: unknown,
  told?: Dataset['meta'],
): ImportMapping & { readonly readings: readonly string[] } {
  const { mapping, readings } = renamedMapping(withDataset(value, told));
  const parsed = ImportMapping.safeParse(mapping);
  if (!parsed.success) throw new DatasetError(file, problemsFromZod({ file, value: mapping }, ImportMapping, parsed));
  return { ...(parsed.data as ImportMapping), readings };
}

/** A mapping with what is said of its dataset elsewhere. */
function withDataset(value: unknown, told: Dataset['meta'] | undefined): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const { dataset = told, ...rules } = value as { dataset?: unknown };
  const isSaid = typeof dataset === 'object' && dataset !== null;
  return { dataset: isSaid ? withLicenseAddress(dataset as Record<string, unknown>) : dataset, ...rules };
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
