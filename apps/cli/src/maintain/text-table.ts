import type { Cell, Table } from '@govexport/router';

/** What makes a table of texts. */
export interface TextTable {
  readonly name: string;
  readonly title: string;
  /** The columns: their keys with their labels. */
  readonly labels: Readonly<Record<string, string>>;
  readonly rows: readonly object[];
}

/** A table of texts. */
export function textTable({ name, title, labels, rows }: TextTable): Table {
  const columns = Object.entries(labels).map(([key, label]) => ({ key, label, kind: 'text' as const }));
  return { name, title, note: null, columns, rows: rows as readonly Readonly<Record<string, Cell>>[] };
}
