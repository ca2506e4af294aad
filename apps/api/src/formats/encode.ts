import { byteOrderMark, escapedCsvText, ndjsonText, type FlatRows } from '@govexport/schema';
import type { Format, PictureFormat } from './formats.ts';

/**
 * Rows as a file. What writes Parquet and XLSX is loaded when it is first asked for.
 *
 * @param marked - whether a CSV begins with a byte order mark
 */
export async function encode(
  format: Exclude<Format, 'json' | PictureFormat>,
  rows: FlatRows,
  marked: boolean,
): Promise<string | Uint8Array<ArrayBuffer>> {
  switch (format) {
    case 'ndjson':
      return ndjsonText(rows.records);
    case 'csv':
      return `${marked ? byteOrderMark : ''}${escapedCsvText(rows)}`;
    case 'parquet':
      return (await import('@govexport/dataset/parquet')).parquetOf(rows);
    case 'xlsx':
      return (await import('@govexport/dataset/workbook')).workbookOf(rows);
  }
}
