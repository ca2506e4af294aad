import { closeSync, openSync, writeFileSync } from 'node:fs';
import { flatFieldsOf, showValue, valueAt, type FlatField, type Table } from '@govexport/schema';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import { LocationError } from '../location-error.ts';
import { knownPart } from '../records/field-text.ts';
import { isWhole, parquetSchemaOf } from './parquet-schema.ts';

/** Rows that are held at once, here and by whoever reads the file. */
export const groupRows = 8_192;

/**
 * A table that is written to a Parquet file record by record: what is held is one group of rows. The same records give the
 * same bytes.
 */
export class TableWriter {
  readonly #file: number;
  readonly #bytes = new ByteWriter();
  readonly #parquet: ParquetWriter;
  readonly #table: Pick<Table, 'name' | 'record'>;
  readonly #fields: readonly string[];
  readonly #numbers: readonly FlatField[];
  #rows: Readonly<Record<string, unknown>>[] = [];
  #isOpen = true;

  constructor(path: string, table: Pick<Table, 'name' | 'record' | 'description'>) {
    const { record, description } = table;
    this.#table = table;
    this.#numbers = flatFieldsOf(record).filter(({ field }) => isWhole(knownPart(field)));
    this.#file = openSync(path, 'w');
    this.#fields = Object.keys(record.shape);
    this.#parquet = new ParquetWriter({
      writer: Object.assign(this.#bytes, {
        flush: () => {
          this.#write();
        },
      }),
      schema: parquetSchemaOf(record),
      kvMetadata: [{ key: 'description', value: description }],
      createdBy: 'govexport',
    });
  }

  /**
   * Takes a record that fits the schema.
   *
   * @throws LocationError where a whole number is larger than its column holds
   */
  add(record: Readonly<Record<string, unknown>>): void {
    for (const { path } of this.#numbers) this.#expectFits(record, path);
    this.#rows.push(record);
    if (this.#rows.length >= groupRows) this.#writeGroup();
  }

  /** Ends the file. It is none before. */
  finish(): void {
    this.#writeGroup();
    void this.#parquet.finish();
    this.#write();
    this.close();
  }

  /** Lets go of the file, finished or not. */
  close(): void {
    if (this.#isOpen) closeSync(this.#file);
    this.#isOpen = false;
  }

  #writeGroup(): void {
    if (this.#rows.length === 0) return;
    const rows = this.#rows;
    this.#rows = [];
    const columnData = this.#fields.map((name) => ({ name, data: rows.map((row) => row[name] ?? null) }));
    void this.#parquet.write({ columnData, rowGroupSize: groupRows });
  }

  #write(): void {
    writeFileSync(this.#file, this.#bytes.getBytes());
    this.#bytes.index = 0;
  }

  #expectFits(record: Readonly<Record<string, unknown>>, path: readonly string[]): void {
    const value = valueAt(record, path);
    if (typeof value !== 'number' || Math.abs(value) <= largest) return;
    const { id } = record;
    const place = typeof id === 'string' ? `${this.#table.name} ${id}` : this.#table.name;
    const expected = `a whole number of at most ${largest}, which a column of Parquet holds`;
    throw new LocationError(`${place}: ${path.join('.')} is ${showValue(value)}; expected ${expected}.`);
  }
}

const largest = 2 ** 31 - 1;
