import { showValue } from '@govexport/schema';
import { LocationError } from '../location-error.ts';
import type { ImportMapping } from './mapping.ts';
import { plain, type SheetTable, type TableRow } from './sheet/table.ts';

/** Every column that the mapping names, as it stands in the header. */
export function takenColumns({ programs, sources, ignored_columns }: ImportMapping): string[] {
  const ofRules = [programs, sources].flatMap((rules) =>
    Object.values(rules).flatMap(({ column, columns, year }) => [
      ...(column === undefined ? [] : [column]),
      ...(columns === undefined ? [] : Array.isArray(columns) ? columns : Object.keys(columns)),
      ...(year === undefined ? [] : [year]),
    ]),
  );
  return [...ofRules, ...ignored_columns].map(plain);
}

/** A column that nothing takes would be lost without a word, and one that is not there would leave all unknown. */
export function expectColumns(name: string, { columns }: SheetTable, taken: readonly string[]): void {
  const held = columns.map((column) => column.name);
  const missing = taken.find((column) => column !== '' && !held.includes(column));
  if (missing !== undefined) {
    const names = held.map((column) => showValue(column)).join(', ');
    throw new LocationError(`${name} has no column ${showValue(missing)}, which the mapping names; it has ${names}.`);
  }
  const lost = columns.find((column) => !taken.includes(column.name));
  if (lost !== undefined) {
    throw new LocationError(
      `${name} has the column ${showValue(lost.name)} (${lost.letters}), which the mapping does not name; give it to a field or to ignored_columns.`,
    );
  }
}

/** A cell in a column without a name. */
export function expectNamed(name: string, { cells, number, unnamed }: TableRow, taken: readonly string[]): void {
  const stray = unnamed.find((column) => !taken.includes(column));
  if (stray === undefined || taken.includes('')) return;
  throw new LocationError(
    `${name}:${number} has ${showValue(cells[stray] ?? '')} in ${stray}, which has no name; give ${showValue(stray)} to a field or to ignored_columns.`,
  );
}
