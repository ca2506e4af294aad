import { z } from 'zod';
import { Count, Finite } from '../estimate.ts';
import { column, type Column } from '../table.ts';

/** Fields of the count of a year with its interval, in results. */
export const yearCountShape = {
  year: z.int(),
  count: Count.describe('Programs that started in the year.'),
  low: Finite.describe('Lower end of the Garwood interval of the expected count.'),
  high: Finite.nullable().describe('Upper end; null where it is unbounded.'),
};

/** Columns of the count of a year with its interval, in tables. */
export function yearCountColumns(counted = 'Programs'): Column[] {
  return [
    column('year', 'Year', 'year'),
    column('count', counted, 'count'),
    column('low', 'Low', 'number'),
    column('high', 'High', 'number'),
  ];
}
