import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { parquetMetadata, parquetSchema, type DecodedArray, type FileMetaData, type SchemaTree } from 'hyparquet';
import { assembleNested } from 'hyparquet/src/assemble.js';
import { readColumn } from 'hyparquet/src/column.js';
import { DEFAULT_PARSERS } from 'hyparquet/src/convert.js';
import { getSchemaPath } from 'hyparquet/src/schema.js';
import { flatten } from 'hyparquet/src/utils.js';
import { NotReadable } from '../not-readable.ts';

/** The schema and the groups of rows of a Parquet file stand at its end. */
const footer = 8;

/**
 * A table in a Parquet file, read group by group: what is held is one group of rows. It is read at once and not in turns,
 * as every other file of a dataset is.
 */
export class TableFile {
  readonly #file: number;
  readonly #metadata: FileMetaData;
  readonly #tree: SchemaTree;
  #isOpen = true;

  /** @throws NotReadable where it is no Parquet file */
  constructor(path: string) {
    this.#file = openSync(path, 'r');
    try {
      this.#metadata = inWords(() => metadataOf(this.#file));
    } catch (error) {
      this.close();
      throw error;
    }
    this.#tree = parquetSchema(this.#metadata);
  }

  get rows(): number {
    return Number(this.#metadata.num_rows);
  }

  /** The names of the columns; one of groups or lists has one name. */
  get columns(): string[] {
    return this.#tree.children.map(({ element }) => element.name);
  }

  /**
   * The rows in the order of the file, each as a plain object. It is read once.
   *
   * @throws NotReadable where a group of rows cannot be read
   */
  *records(): Generator<Record<string, unknown>> {
    try {
      for (const group of this.#metadata.row_groups) {
        const rows = Number(group.num_rows);
        const columns = this.#tree.children.map((column) => {
          const values: ArrayLike<unknown> = inWords(() => this.#valuesOf(column, group));
          return { name: column.element.name, values: hasLargeNumbers(column) ? Array.from(values, plain) : values };
        });
        for (let row = 0; row < rows; row += 1) {
          const record: Record<string, unknown> = {};
          for (const { name, values } of columns) record[name] = values[row] ?? null;
          yield record;
        }
      }
    } finally {
      this.close();
    }
  }

  /** Lets go of the file, read or not. */
  close(): void {
    if (this.#isOpen) closeSync(this.#file);
    this.#isOpen = false;
  }

  /** The values of a column, those of a group of fields put together. */
  #valuesOf(column: SchemaTree, group: FileMetaData['row_groups'][number]): DecodedArray {
    const leaves = group.columns.flatMap(({ meta_data }) =>
      meta_data?.path_in_schema[0] === column.element.name ? [meta_data] : [],
    );
    const values = new Map(
      leaves.map((leaf) => {
        const from = Number(leaf.dictionary_page_offset ?? leaf.data_page_offset);
        const view = viewOf(this.#file, from, Number(leaf.total_compressed_size));
        const schemaPath = getSchemaPath(this.#metadata.schema, leaf.path_in_schema);
        const element = schemaPath.at(-1)?.element ?? column.element;
        const rows = Number(group.num_rows);
        const decoder = { ...leaf, pathInSchema: leaf.path_in_schema, element, schemaPath, parsers: DEFAULT_PARSERS };
        const selected = { groupStart: 0, groupRows: rows, selectStart: 0, selectEnd: rows };
        const { data } = readColumn({ view, offset: 0 }, selected, decoder);
        return [leaf.path_in_schema.join('.'), flatten(data)] as const;
      }),
    );
    if (column.children.length > 0) assembleNested(values, column, DEFAULT_PARSERS);
    return values.get(column.path.join('.')) ?? [];
  }
}

function metadataOf(file: number): FileMetaData {
  const { size } = fstatSync(file);
  const end = viewOf(file, Math.max(0, size - footer), Math.min(size, footer));
  const length = end.byteLength < footer ? 0 : end.getUint32(0, true) + footer;
  const view = viewOf(file, Math.max(0, size - length), Math.min(size, length));
  return parquetMetadata(new Uint8Array(view.buffer));
}

function viewOf(file: number, from: number, length: number): DataView<ArrayBuffer> {
  // A damaged file may ask for more than there is, which would fill the memory.
  if (from < 0 || from + length > fstatSync(file).size) throw new NotReadable('cut');
  const bytes = new Uint8Array(length);
  let read = 0;
  while (read < length) {
    const count = readSync(file, bytes, read, length - read, from + read);
    if (count === 0) break;
    read += count;
  }
  return new DataView(bytes.buffer);
}

/** Whether other programs have written whole numbers with 64 bits. */
function hasLargeNumbers({ element, children }: SchemaTree): boolean {
  return element.type === 'INT64' || children.some(hasLargeNumbers);
}

/** Such a number is one of JavaScript where it is as exact. */
function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : value;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, plain(inner)]));
}

function inWords<Value>(read: () => Value): Value {
  try {
    return read();
  } catch {
    throw new NotReadable('no Parquet, or damaged');
  }
}
