/**
 * Text as a cell that no spreadsheet runs: one that begins with `=`, `+`, `-`, `@`, a tab, a carriage return or an
 * apostrophe gets an apostrophe before it. {@link unescapeCell} takes it off again. Numbers are not escaped.
 *
 * @example
 * escapeCell('=1+1') // => "'=1+1"
 */
export function escapeCell(text: string): string {
  return /^[=+\-@\t\r']/.test(text) ? `'${text}` : text;
}

/**
 * The text of a cell that {@link escapeCell} made: without the apostrophe at its start, if there is one.
 *
 * @example
 * unescapeCell("'=1+1") // => '=1+1'
 */
export function unescapeCell(cell: string): string {
  return cell.startsWith("'") ? cell.slice(1) : cell;
}
