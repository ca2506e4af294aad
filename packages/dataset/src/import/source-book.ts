import { tables, type RecordFile } from '@govexport/schema';
import { draftRecord, enteredFields } from '../records/draft-record.ts';
import type { ImportMapping } from './mapping.ts';
import { literal, placeOfRow, readCells, type CsvRow } from './read-cells.ts';

const [, sourceTable] = tables;
const fields = enteredFields(sourceTable);

/** The sources of an import: rows with the same source share one record. */
export class SourceBook {
  /** The sources in the order in which rows name them, each with the row that names it first. */
  readonly files: RecordFile[] = [];
  readonly #ids = new Map<string, string>();
  readonly #file: string;
  readonly #mapping: ImportMapping;

  constructor(file: string, mapping: ImportMapping) {
    this.#file = file;
    this.#mapping = mapping;
  }

  /** The ids of the sources of a row, new ones entered. */
  idsOf(row: CsvRow): string[] {
    const { sources: rules, unknown } = this.#mapping;
    const values = readCells(row, fields, { rules, unknown });
    return [...new Set(this.#addresses(values['url']).map((url) => this.#idOf(row, { ...values, url })))];
  }

  /** A cell may hold several addresses, each a source of its own. */
  #addresses(url: unknown): unknown[] {
    const separator = this.#mapping.sources['url']?.separator;
    if (typeof url !== 'string' || separator === undefined) return [url ?? null];
    return url
      .split(literal(separator))
      .map((piece) => piece.trim())
      .filter((piece) => piece !== '');
  }

  #idOf(row: CsvRow, values: Readonly<Record<string, unknown>>): string {
    const key = JSON.stringify(fields.map(({ name }) => values[name] ?? null));
    const known = this.#ids.get(key);
    if (known !== undefined) return known;
    const id = `S-${String(this.files.length + 1).padStart(4, '0')}`;
    this.#ids.set(key, id);
    this.files.push({ file: placeOfRow(this.#file, row), value: draftRecord(sourceTable, id, values) });
    return id;
  }
}
