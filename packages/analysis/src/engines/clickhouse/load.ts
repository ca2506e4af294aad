import type { Dataset, TableName } from '@govexport/schema';

/** A dataset that was loaded: what it says of itself, and how many records each table has. */
export interface Load {
  readonly meta: Dataset['meta'];
  readonly sha256: string;
  readonly records: Readonly<Record<TableName, number>>;
}
