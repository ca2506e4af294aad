import { Text } from '@govexport/schema';
import { z } from 'zod';
import { readRows } from '../read-rows.ts';

/** Why values were corrected since the last release: one row of `corrections.csv`. */
export const Correction = z.strictObject({
  table: Text.describe('The table; `dataset` for what the dataset says of itself.'),
  record: Text.describe('The record by its id, or by the values of its key joined by “ / ”; * for every record.'),
  field: Text.describe('The field as a path, such as participants.low; * for every field.'),
  reason: Text.describe('Why, with the source.'),
});

/** Why values were corrected since the last release. */
export type Correction = z.infer<typeof Correction>;

/** The name of the file that holds them. */
export const correctionsFile = 'corrections.csv';

/**
 * Reads the text of `corrections.csv`.
 *
 * @throws DatasetError with every row that does not fit
 */
export function readCorrections(text: string): Correction[] {
  return readRows(correctionsFile, text, Correction);
}

/** The value that changed. */
export interface ChangedPlace {
  readonly table: string;
  readonly record: string;
  readonly field: string;
}

/** The row that gives the reason for a change: the one that names its place most exactly. */
export function correctionOf(corrections: readonly Correction[], place: ChangedPlace): Correction | null {
  const fitting = corrections.filter(
    ({ table, record, field }) =>
      table === place.table && [place.record, '*'].includes(record) && [place.field, '*'].includes(field),
  );
  const stars = ({ record, field }: Correction) => [record, field].filter((part) => part === '*').length;
  return fitting.sort((a, b) => stars(a) - stars(b))[0] ?? null;
}
