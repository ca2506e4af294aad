import type { Dataset, Table, TableName } from '@govexport/schema';
import type { z } from 'zod';
import type { Facet } from '../facets/facet.ts';
import type { Row } from './record-key.ts';

/** An input of a list as parsed or, filled in, as an answer echoes it. */
export type Values = Readonly<Record<string, unknown>>;

/** How the records of a table are chosen. */
export interface Listing {
  readonly table: Table;
  /** Inputs that choose records. */
  readonly filter: z.core.$ZodLooseShape;
  /** The same inputs with what may be left open filled in. */
  readonly resolved: z.core.$ZodLooseShape;
  /** How a list is sorted where nothing is asked. */
  readonly defaultSort: readonly string[];
  readonly resolve: (dataset: Dataset, input: Values) => Values;
  /** The records that a filled-in filter lets through, in the order of the dataset. */
  readonly select: (dataset: Dataset, filter: Values) => readonly Row[];
  readonly facets: readonly Facet[];
}

/** A filled-in input in the order of its schema. The mark of a cursor keeps the order in which it was filled in. */
export function inSchemaOrder({ resolved }: Listing, input: Values): Values {
  const filters = Object.keys(resolved).filter((name) => name in input);
  return { ...Object.fromEntries(filters.map((name) => [name, input[name]])), ...input };
}

/** The records of a table, in the order of the dataset. */
export function rowsOf(dataset: Dataset, table: Table): readonly Row[] {
  return dataset[table.name as TableName];
}
