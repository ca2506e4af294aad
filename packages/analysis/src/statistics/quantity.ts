import type { QuantitySummary } from '../compute/quantity.ts';
import { column, estimateCells, type Cell, type Column } from '../table.ts';

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
