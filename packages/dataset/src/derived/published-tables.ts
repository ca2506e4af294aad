import { flatTablesOf, tables, type Dataset } from '@govexport/schema';
import { missingStates, panelsOf, type PublishedTable } from './panels.ts';

/** Every table of the files: each table of the dataset, a long table for each of its lists, and the panels. */
export function publishedTables(dataset: Dataset): PublishedTable[] {
  const own = tables.flatMap((table) =>
    flatTablesOf(table).map((flat) => ({ table: flat, ...flat.rowsOf(dataset[table.name]) })),
  );
  return [...own, ...panelTables(dataset)];
}

/** The panels; none where the table of countries lacks a state, whose codes they need. */
export function panelTables(dataset: Dataset): PublishedTable[] {
  return missingStates(dataset).length === 0 ? panelsOf(dataset) : [];
}

/** Records as one JSON document. */
export function jsonText(records: readonly object[]): string {
  return `${JSON.stringify(records, null, 2)}\n`;
}
