import { type Cell, plain, RequestError, type Table, type View } from '@govexport/router';
import { codebookOf, showValue, type CodebookField, type CodebookTable, type Dataset } from '@govexport/schema';
import { z } from 'zod';
import type { AnswerCommand } from './command.ts';

interface CodebookAnswer {
  readonly dataset: { readonly name: string; readonly version: string; readonly sha256: string };
  readonly tables: readonly CodebookTable[];
}

/** What fields mean. The codebook is made from the schema and the records, as the file of that name. */
export const codebookCommand: AnswerCommand = {
  name: 'codebook',
  title: 'What a field means, and how often it is known',
  summary:
    'Type, description, allowed values with their definitions, what a missing value means, how many records have one that is known, and an example from the data. Without a field: every field of every table.',
  reference: null,
  group: 'records',
  input: z.strictObject({ field: z.string().optional() }),
  arguments: [
    {
      field: 'field',
      placeholder: 'FIELD',
      description: 'Name of a field, such as venue or programs.venue, or of a table.',
      optional: true,
    },
  ],
  examples: () => ['venue', 'programs.participants.basis', 'programs --format csv'],
  answer: { from: (dataset, { field }) => codebookFor(dataset, field as string | undefined), show: showCodebook },
};

function codebookFor(dataset: Dataset, wanted: string | undefined): CodebookAnswer {
  const { name, version } = dataset.meta;
  const tables = codebookOf(dataset).tables.flatMap((table) => {
    const fields = table.fields.filter((field) => isAsked(table.name, field.name, wanted));
    return fields.length === 0 ? [] : [{ ...table, fields }];
  });
  if (tables.length > 0) return { dataset: { name, version, sha256: dataset.sha256 }, tables };
  const expected = 'the name of a field or of a table, such as venue, programs.venue or programs';
  throw new RequestError('not-found', [{ field: 'field', value: showValue(wanted), expected }]);
}

function isAsked(table: string, field: string, wanted: string | undefined): boolean {
  return wanted === undefined || [table, field, `${table}.${field}`].includes(wanted);
}

const labels = {
  table: 'Table',
  field: 'Field',
  type: 'Type',
  description: 'Description',
  null_means: 'Missing means',
  references: 'Refers to',
  known: 'Records with a known value',
  records: 'Records',
  share_known: 'Share known',
  example: 'Example',
};

const kinds: Readonly<Record<string, Table['columns'][number]['kind']>> = {
  known: 'count',
  records: 'count',
  share_known: 'share',
};

function showCodebook({ tables }: CodebookAnswer): View {
  const all = tables.flatMap((table) => table.fields.map((field) => ({ table, field })));
  const naming = { name: 'fields', title: 'Fields', note: null };
  const columns = Object.entries(labels).map(([key, label]) => ({ key, label, kind: kinds[key] ?? ('text' as const) }));
  const fields = { ...naming, columns, rows: all.map(({ table, field }) => rowOf(table, field)) };
  const brief = {
    ...fields,
    columns: columns.filter(({ key }) => ['table', 'field', 'type', 'share_known'].includes(key)),
  };
  const few = all.length <= 3;
  // Of many fields a person takes in the list; the description of each is asked for by its name.
  const shown = few
    ? { ...plain(fields), text: known(fields), layout: 'record' as const }
    : { ...plain(fields), text: brief };
  const finding = few
    ? `${all.map(({ table, field }) => `${table.name}.${field.name}`).join(', ')}: ${all[0]?.field.description ?? ''}`
    : `${all.length} fields of ${tables.length === 1 ? 'one table' : `${tables.length} tables`}. "govexport codebook FIELD" tells what one means.`;
  return { headline: finding, tables: [shown, plain(valueTable(all))] };
}

/** For people, what a field does not have is left out where there is only one. */
function known(table: Table): Table {
  const columns = table.columns.filter(({ key }) => table.rows.some((row) => row[key] !== null));
  return { ...table, columns };
}

function rowOf(table: CodebookTable, field: CodebookField): Record<string, Cell> {
  const { name, type, description, null_means, references, known: held, share_known, example } = field;
  const about = { type, description, null_means, references, known: held };
  return { table: table.name, field: name, ...about, records: table.records, share_known, example };
}

function valueTable(all: readonly { readonly table: CodebookTable; readonly field: CodebookField }[]): Table {
  const valueLabels = { table: 'Table', field: 'Field', value: 'Value', label: 'Label', definition: 'Definition' };
  const columns = Object.entries(valueLabels).map(([key, label]) => ({ key, label, kind: 'text' as const }));
  const rows = all.flatMap(({ table, field }) =>
    field.values.map((value) => ({ table: table.name, field: field.name, ...value })),
  );
  return { name: 'values', title: 'Allowed values', note: null, columns, rows };
}
