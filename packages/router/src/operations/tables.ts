import { identityOf } from '@govexport/analysis';
import {
  citationOf,
  codebookOf,
  strictObject,
  type Codebook,
  type CodebookTable,
  type Dataset,
} from '@govexport/schema';
import { z } from 'zod';
import { datasetShape } from '../envelope.ts';
import { licenseShape } from '../records/terms-of-use.ts';
import type { Context } from '../trpc.ts';
import { defineOperation } from './operation.ts';

const TableField = strictObject(() => ({
  name: z.string().describe('Name; a field of a group is named group.field, one of a list of groups list[].field.'),
  type: z.string().describe('Type in words.'),
  description: z.string().describe('What it holds.'),
  null_means: z.string().nullable().describe('What null means; null where the field always has a value.'),
  values: z.array(z.string()).describe('The values that it can have; empty where they are free.'),
  references: z.string().nullable().describe('Table whose ids it holds; null where it holds none.'),
  known: z.int().min(0).describe('Records with a known value.'),
}));

/** Every table with its fields. */
export const TableList = strictObject(() => ({
  ...datasetShape,
  tables: z
    .array(
      z.strictObject({
        name: z.string().describe('Name: of the procedures, addresses, commands and files of the table.'),
        title: z.string().describe('What it is called.'),
        description: z.string().describe('What one record is, and what to know before counting them.'),
        records: z.int().min(0).describe('Number of records.'),
        key: z.array(z.string()).describe('Fields that identify a record together.'),
        ...licenseShape,
        citation: z.string().describe('How to cite the table, whom else to name included.'),
        fields: z.array(TableField).describe('Every field, in the order of columns.'),
      }),
    )
    .describe('Every table of the dataset.'),
}));

const codebooks = new WeakMap<Dataset, Codebook>();

function list({ dataset, served_at }: Context) {
  const codebook = codebooks.get(dataset) ?? codebookOf(dataset);
  codebooks.set(dataset, codebook);
  return {
    dataset: identityOf(dataset),
    tables: codebook.tables.map((table) => entryOf({ dataset, served_at }, table)),
  };
}

function entryOf(
  { dataset, served_at }: Context,
  { name, title, description, records, key, license, fields }: CodebookTable,
) {
  const credit = license.note === null ? {} : { credit: license.note };
  return {
    name,
    title,
    description,
    records,
    key: [...key],
    license,
    citation: citationOf(dataset, { view: name, records, served_at, ...credit }).apa,
    fields: fields.map((field) => ({
      name: field.name,
      type: field.type,
      description: field.description,
      null_means: field.null_means,
      values: field.values.map(({ value }) => value),
      references: field.references,
      known: field.known,
    })),
  };
}

/** What tables there are. */
export const tableList = defineOperation({
  id: 'tables.list',
  path: '/tables',
  command: 'tables',
  tag: 'Dataset',
  title: 'List tables',
  description: 'Every table: what it holds, how many records, its fields, its licence and how to cite it.',
  input: strictObject(() => ({})),
  output: TableList,
  ask: list,
  view: null,
  example: {},
});
