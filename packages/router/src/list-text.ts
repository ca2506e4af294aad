/**
 * A list as one text, in an address, a form or an option: its values separated by commas. A value that holds a comma, is
 * empty or begins with a quotation mark stands in quotation marks, those within it doubled, as in a line of CSV (RFC 4180).
 *
 * @param values - the values in order
 * @example
 * listText(['KZ', 'Osh, Jalal-Abad']) // => 'KZ,"Osh, Jalal-Abad"'
 */
export function listText(values: readonly string[]): string {
  return values.map((value) => (/^$|^"|,/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)).join(',');
}

/**
 * The values of a list that is written as one text; the inverse of {@link listText}. Between two commas without quotation
 * marks there is no value. Quotation marks that do not enclose a whole value are part of it.
 *
 * @param text - values separated by commas
 * @example
 * listValues('KZ,"Osh, Jalal-Abad",') // => ['KZ', 'Osh, Jalal-Abad']
 */
export function listValues(text: string): string[] {
  const values = text.matchAll(/"((?:[^"]|"")*)"(?=,|$)|[^,]+/g);
  return [...values].map(([whole, quoted]) => quoted?.replaceAll('""', '"') ?? whole);
}
