import { flatFieldsOf, tables, type RecordFile } from '@govexport/schema';
import { draftRecord, yearFrom } from '../records/draft-record.ts';
import type { givenIds } from './given-ids.ts';
import type { ImportMapping } from './mapping.ts';
import { cellReader } from './read-cells.ts';
import type { TableRow } from './sheet/table.ts';
import { SourceBook } from './source-book.ts';

const [programTable] = tables;
const fields = flatFieldsOf(programTable.record);

/** Makes a program and its sources of a row. */
export class RowReader {
  readonly #name: string;
  readonly #mapping: ImportMapping;
  readonly #ids: ReturnType<typeof givenIds>;
  readonly #book: SourceBook;
  readonly #cells: ReturnType<typeof cellReader>;

  constructor(name: string, mapping: ImportMapping, ids: ReturnType<typeof givenIds>) {
    this.#name = name;
    this.#mapping = mapping;
    this.#ids = ids;
    this.#book = new SourceBook(name, mapping, ids.sources);
    const { unknown, dataset } = mapping;
    const { year_starts_in } = dataset;
    this.#cells = cellReader(fields, { rules: mapping.programs, unknown, year_starts_in });
  }

  read(row: TableRow): { program: RecordFile; entered: readonly RecordFile[] } {
    const { id_prefix, dataset } = this.#mapping;
    const values = this.#cells(row);
    const own = values['id'];
    const id = typeof own === 'string' ? ownId(own, id_prefix) : this.#ids.programs.idOf(values);
    const { year } = yearFrom(values['start'], dataset.year_starts_in);
    if (values['year'] === undefined && year !== undefined) values['year'] = year;
    const { ids, entered } = this.#book.of(row);
    values['sources'] = ids;
    const value = draftRecord(programTable, id, values);
    return { program: { file: `${this.#name}:${row.number}`, value }, entered };
  }
}

/** A number of one's own becomes an id with the prefix, whatever row it stands in. */
function ownId(text: string, prefix: string): string {
  return /^\d+$/.test(text) ? `${prefix}-${text.padStart(4, '0')}` : text;
}
