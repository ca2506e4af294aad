/** Rows as CSV with a header: LF, an empty cell for null, quotes where a cell needs them. */
export function csvText(rows: readonly Readonly<Record<string, string | number | boolean | null>>[]): string {
  const header = Object.keys(rows[0] ?? {});
  const lines = rows.map((row) => header.map((field) => cell(row[field] ?? null)));
  return [header, ...lines].map((cells) => `${cells.join(',')}\n`).join('');
}

function cell(value: string | number | boolean | null): string {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
