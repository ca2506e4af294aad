import { reviewedFieldsOf, reviewedTables, type Dataset, type FlatField } from '@govexport/schema';

/** A table whose records persons check. */
export type ReviewedTable = (typeof reviewedTables)[number];

/** A record that a person checks. */
export interface ReviewedRecord {
  readonly id: string;
  readonly table: ReviewedTable;
  readonly record: Readonly<Record<string, unknown>>;
}

/**
 * The records that persons check, table by table.
 *
 * @param table - the name of a table; not given: all of them
 * @example
 * reviewedRecords(loadDataset(), 'programs')[0].id // => 'GX-0001'
 */
export function reviewedRecords(dataset: Dataset, table?: string): ReviewedRecord[] {
  return reviewedTables
    .filter(({ name }) => table === undefined || name === table)
    .flatMap((of) => {
      const rows = dataset[of.name] as readonly (ReviewedRecord['record'] & { readonly id: string })[];
      return rows.map((record) => ({ id: record.id, table: of, record }));
    });
}

/** The fields of a record that a person checks. */
export function fieldsOf({ table }: Pick<ReviewedRecord, 'table'>): FlatField[] {
  return reviewedFieldsOf(table);
}
