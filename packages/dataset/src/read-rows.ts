import { problemsFromZod, type Problem } from '@govexport/schema';
import type { z } from 'zod';
import { DatasetError } from './dataset-error.ts';
import { readSeries } from './read-series.ts';

/**
 * The rows of a CSV file that is no table of a dataset.
 *
 * @throws DatasetError with every row that does not fit
 */
export function readRows<Schema extends z.ZodObject>(file: string, text: string, schema: Schema): z.output<Schema>[] {
  const series = readSeries(file, text, schema);
  const problems: Problem[] = [...series.problems];
  const rows = series.rows.flatMap((row) => {
    const parsed = schema.safeParse(row.value);
    if (parsed.success) return [parsed.data];
    if (row.value !== undefined) problems.push(...problemsFromZod(row, schema, parsed));
    return [];
  });
  if (problems.length > 0) throw new DatasetError(file, problems);
  return rows;
}
