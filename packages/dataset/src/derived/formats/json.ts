/** Records as one JSON document. */
export function jsonText(records: readonly object[]): string {
  return `${JSON.stringify(records, null, 2)}\n`;
}

/** Records as one JSON document a line. */
export function ndjsonText(records: readonly object[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}
