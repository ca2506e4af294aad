import {
  codebookMarkdown,
  codebookOf,
  csvNameOf,
  flatTablesOf,
  jsonSchemaOf,
  tables,
  tableSchemaOf,
  type Dataset,
} from '@govexport/schema';

/** A text that is made from the schema and what the dataset declares: what it is, its type and how to write it. */
export interface Document {
  readonly summary: string;
  readonly type: string;
  readonly write: () => string;
}

/** The codebook and the schemas of each table and CSV, by their paths below `/v1` and below a version. */
export function documentsOf(dataset: Dataset): ReadonlyMap<string, Document> {
  const json = 'application/json';
  const schemas = tables.map((table): [string, Document] => [
    `schema/${table.name}.json`,
    {
      summary: `JSON Schema of a ${table.singular}`,
      type: 'application/schema+json',
      write: () => pretty(jsonSchemaOf(table, dataset)),
    },
  ]);
  // A CSV has one value in a cell: groups become columns, and lists have a table of their own.
  const tableSchemas = tables.flatMap(flatTablesOf).map((table): [string, Document] => [
    `table-schema/${table.name}.json`,
    {
      summary: `Frictionless Table Schema of ${csvNameOf(table)}`,
      type: json,
      write: () => pretty(tableSchemaOf(table, dataset)),
    },
  ]);
  return new Map<string, Document>([
    ['codebook.json', { summary: 'Codebook for programs', type: json, write: () => pretty(codebookOf(dataset)) }],
    [
      'codebook.md',
      {
        summary: 'Codebook for people',
        type: 'text/markdown; charset=utf-8',
        write: () => codebookMarkdown(codebookOf(dataset)),
      },
    ],
    ...schemas,
    ...tableSchemas,
  ]);
}

function pretty(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
