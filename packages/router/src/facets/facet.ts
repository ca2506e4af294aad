import type { World } from '@govexport/schema';
import type { Row } from '../records/record-key.ts';

/** A property of records by whose values they are counted. */
export interface Facet {
  readonly name: string;
  readonly label: string;
  readonly multi_valued: boolean;
  /** Inputs that choose by it, which do not narrow its own counts. */
  readonly inputs: readonly string[];
  /** These inputs where they ask nothing. */
  readonly open: Readonly<Record<string, unknown>>;
  /** The values of a record; none where unknown. */
  readonly values: (row: Row) => readonly string[];
  /** The values that there can be, counted also where they are none; empty where the values are free. */
  readonly categories: (world: World) => readonly string[];
  readonly labelOf: (value: string, world: World) => string;
  /** frequency: the most frequent first. value: in the order of the values. */
  readonly order: 'frequency' | 'value';
}
