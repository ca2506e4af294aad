import { escapedCsvText } from '@govexport/schema';
import type { ShownTable } from './shown.ts';

/**
 * The first table as RFC 4180 with LF line ends: keys as the header, numbers unrounded, null as an empty cell, texts
 * escaped against spreadsheets.
 */
export function csvText([main]: readonly ShownTable[]): string {
  if (main === undefined) return '';
  return escapedCsvText(
    main.data.columns.map(({ key }) => key),
    main.data.rows,
  );
}
