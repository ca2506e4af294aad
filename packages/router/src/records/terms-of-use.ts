import { strictObject, termsOf, type Dataset, type Table } from '@govexport/schema';
import { z } from 'zod';

/** The terms under which records stand. */
export const License = strictObject(() => ({
  name: z.string().describe('SPDX identifier, or the name of the Open Definition for what has none.'),
  path: z.string().describe('Address of the terms.'),
  note: z.string().nullable().describe('Whom to name, where the terms are not those of the dataset.'),
}));

/** The part of an answer that names the terms of its records. */
export const licenseShape = { license: License.describe('The terms under which these records stand.') };

/** The terms of a table, or of one of its records: its own, else those of the dataset. */
export function licenseOf(
  { meta }: Pick<Dataset, 'meta'>,
  table: Pick<Table, 'licenses'>,
  record?: object,
): z.output<typeof License> {
  return { ...termsOf(table, meta, record) };
}
