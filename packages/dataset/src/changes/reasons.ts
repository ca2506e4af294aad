import { Changes, Text } from '@govexport/schema';
import { z } from 'zod';
import { LocationError } from '../location-error.ts';
import { readLocation, type LocationFiles } from '../locations/read-location.ts';
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

/**
 * The reasons that a package gives for what changed: those that wait for its next release, and those of its history. A
 * plain folder of records gives none.
 *
 * @throws LocationError where its history cannot be read; DatasetError with every row of `corrections.csv` that does not fit
 * @example
 * await reasonsIn('data') // => []
 */
export async function reasonsIn(location: string): Promise<Correction[]> {
  const files = await readLocation(location);
  const waiting = files.get(correctionsFile);
  return [...(waiting === undefined ? [] : readCorrections(textOf(waiting))), ...reasonsOfHistory(files, location)];
}

function textOf(content: Uint8Array): string {
  return new TextDecoder().decode(content);
}

function reasonsOfHistory(files: LocationFiles, location: string): Correction[] {
  const content = files.get('changes.json');
  if (content === undefined) return [];
  const history = Changes.safeParse(parsed(textOf(content)));
  if (!history.success) {
    throw new LocationError(
      `${location} holds a changes.json that cannot be read; expected the history of its releases.`,
    );
  }
  return history.data.releases.flatMap(({ corrected, removed }) =>
    [...corrected, ...removed.map((one) => ({ ...one, field: '*' }))].flatMap(({ table, record, field, reason }) =>
      reason === null ? [] : [{ table, record, field, reason }],
    ),
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The value that changed. */
export interface ChangedValue {
  readonly table: string;
  readonly record: string;
  readonly field: string;
}

/** The row that gives the reason for a change: the one that names its place most exactly. */
export function correctionOf(corrections: readonly Correction[], changed: ChangedValue): Correction | null {
  const fitting = corrections.filter(
    ({ table, record, field }) =>
      table === changed.table && [changed.record, '*'].includes(record) && [changed.field, '*'].includes(field),
  );
  const stars = ({ record, field }: Correction) => [record, field].filter((part) => part === '*').length;
  return fitting.sort((a, b) => stars(a) - stars(b))[0] ?? null;
}
