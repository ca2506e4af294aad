import type { QuantitySummary } from '../compute/quantity.ts';
import { Count, Estimate, Finite } from '../estimate.ts';
import { column, estimateCells, type Cell, type Column } from '../table.ts';

/** The summary of a quantity in results. */
export const quantityShape = {
  n: Count.describe('Programs.'),
  known: Count.describe('Programs whose value is known.'),
  unknown: Count.describe('Programs whose value is unknown.'),
  sum: Finite.describe('Sum of the known values.'),
  least: Finite.nullable().describe('Least known value.'),
  lower_quartile: Finite.nullable().describe('Lower quartile, type 7.'),
  median: Estimate.describe('Median with the exact interval by order statistics; both ends null for too few values.'),
  upper_quartile: Finite.nullable().describe('Upper quartile, type 7.'),
  most: Finite.nullable().describe('Largest known value.'),
};

/** The columns of a summary. */
export const quantityColumns: readonly Column[] = [
  column('n', 'Programs', 'count'),
  column('known', 'Known', 'count'),
  column('sum', 'Sum', 'count'),
  column('least', 'Least', 'number'),
  column('lower_quartile', 'Lower quartile', 'number'),
  column('estimate', 'Median', 'number'),
  column('low', 'Low', 'number'),
  column('high', 'High', 'number'),
  column('upper_quartile', 'Upper quartile', 'number'),
  column('most', 'Most', 'number'),
];

/** The cells of a summary. */
export function quantityCells(summary: QuantitySummary): Record<string, Cell> {
  const { n, known, sum, least, lower_quartile, median, upper_quartile, most } = summary;
  return { n, known, sum, least, lower_quartile, ...estimateCells(median), upper_quartile, most };
}
