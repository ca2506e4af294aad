/** Tables of answers and how their numbers are written, for who shows answers and computes none. */
export { withDigits } from './column-digits.ts';
export {
  cellWriter,
  inLanguage,
  locales,
  signs,
  writeCount,
  writeExact,
  writeLevel,
  writeNumber,
  type CellWriter,
  type Language,
  type NumberForm,
} from './numbers.ts';
export { nameInWords } from './name-in-words.ts';
export { counted } from './words.ts';
export { flatRowsOf, type Cell, type Chart, type Column, type ColumnKind, type Table } from './table.ts';
