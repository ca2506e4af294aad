import {
  DatasetCheck,
  flatFieldsOf,
  showValue,
  tables,
  type Dataset,
  type DatasetMeta,
  type Program,
  type RecordFile,
  type RecordOf,
} from '@govexport/schema';
import { DatasetError } from '../dataset-error.ts';
import { LocationError } from '../location-error.ts';
import { draftRecord, mustBeEntered, yearFrom } from '../records/draft-record.ts';
import { textOf } from './cell-texts.ts';
import { givenIds, type KeptIds } from './given-ids.ts';
import { countUnlisted, importProblems } from './import-problems.ts';
import { ScopeTally, type LeftOut } from './left-out.ts';
import { expectColumns, expectNamed, takenColumns } from './mapped-columns.ts';
import type { FieldRules, ImportMapping } from './mapping.ts';
import { cellReader } from './read-cells.ts';
import type { Source } from './sheet/head.ts';
import type { SheetChoice } from './sheet/row.ts';
import { openSheet } from './sheet/sheet.ts';
import { findTable, type TableRow } from './sheet/table.ts';
import { SourceBook } from './source-book.ts';

const [programTable, sourceTable] = tables;
const fields = flatFieldsOf(programTable.record);

/** A table with what its columns mean. */
export interface Import {
  readonly source: Source;
  readonly mapping: ImportMapping;
  /** What to call the mapping in a problem. */
  readonly mapping_name: string;
  /** What is said of the file beside the mapping, and comes before it. */
  readonly choice?: SheetChoice;
  /** An earlier import of the same table, whose ids are kept. */
  readonly previous?: Pick<Dataset, 'programs' | 'sources'> | undefined;
  /** Called now and then. */
  readonly progress?: (read: ReadSoFar) => void;
}

/** How far an import is. */
export interface ReadSoFar {
  readonly rows: number;
  readonly bytes: number;
}

/** What takes in the records of an import, each of them checked for itself. */
export interface Sink {
  program(record: RecordOf<'programs'>, read: ReadSoFar): void;
  source(record: RecordOf<'sources'>): void;
}

/** A checked import. */
export interface ReadImport {
  readonly meta: DatasetMeta;
  readonly rows: number;
  readonly sources: number;
  /** How the file was read, in words. */
  readonly reading: string;
  /** What of the file is no program, in words, with the numbers of the rows. */
  readonly passed_over: readonly string[];
  /** Programs that an earlier import knows; null where none is given. */
  readonly kept: KeptIds | null;
  readonly left_out: LeftOut;
  /** The first programs of the table. */
  readonly first: readonly Program[];
}

/** Problems of one field that are listed; more of them are counted. */
const listed = 100;

/** Rows that are shown of all that were read, or told of those passed over. */
const shown = { programs: 10, passed: 100 };

/**
 * Reads a table of programs: a CSV, a TSV or a sheet of an Excel workbook, of any number of rows. A row is a program; its
 * sources are made from its columns. Either every row fits, or nothing comes of it: a dataset that lacks some rows would
 * look whole. Titles, empty rows and legends are no rows; they are passed over and told.
 *
 * @throws DatasetError with the problems, each with its row and column as a spreadsheet shows them
 * @throws LocationError where the file cannot be read, or its columns are not those of the mapping
 */
export async function readImport(given: Import, sink: Sink): Promise<ReadImport> {
  const { source, mapping, mapping_name, choice = {}, progress } = given;
  const read = { rows: 0, bytes: 0 };
  const sheet = await openSheet(countedIn(source, read), {
    encoding: choice.encoding ?? mapping.encoding,
    delimiter: choice.delimiter ?? mapping.delimiter,
    sheet: choice.sheet ?? mapping.sheet,
  });
  const taken = takenColumns(mapping);
  const table = await findTable(sheet, taken);
  expectColumns(source.name, table, taken);
  const ids = givenIds(mapping.id_prefix, given.previous);
  const reader = new RowReader(source.name, mapping, ids);
  const check = new DatasetCheck({ file: mapping_name, value: mapping.dataset }, listed);
  const tally = new ScopeTally(check.meta ?? mapping.dataset);
  const first: Program[] = [];
  const passed = new Passed(table.passed_over);
  const needed = neededColumns(mapping);
  let sources = 0;
  for await (const row of table.rows) {
    expectNamed(source.name, row, taken);
    const empty = emptyRow(row, needed, mapping.unknown);
    if (empty !== null) {
      passed.add(empty);
      continue;
    }
    read.rows += 1;
    const { program, entered } = reader.read(row);
    for (const one of entered) {
      sources += 1;
      const record = check.add(sourceTable, one);
      if (record !== null) sink.source(record as RecordOf<'sources'>);
    }
    const record = check.add(programTable, program) as Program | null;
    if (record !== null) {
      tally.add(record);
      if (first.length < shown.programs) first.push(record);
      sink.program(record, read);
    }
    if (read.rows % 5000 === 0) progress?.(read);
  }
  if (read.rows === 0) throw new LocationError(`${source.name} has no row below its header; expected at least one.`);
  const { problems, unlisted } = check.finish();
  if (problems.length > 0 || check.meta === undefined)
    throw new DatasetError(
      source.name,
      importProblems(problems, mapping, table.columns),
      countUnlisted(unlisted, mapping),
    );
  const kept = given.previous === undefined ? null : ids.programs.outcome;
  const told = { reading: sheet.reading, passed_over: passed.told, kept, left_out: tally.leftOut, first };
  return { meta: check.meta, rows: read.rows, sources, ...told };
}

function countedIn({ name, chunks }: Source, read: { bytes: number }): Source {
  async function* counted(): AsyncGenerator<Uint8Array> {
    for await (const chunk of chunks) {
      read.bytes += chunk.byteLength;
      yield chunk;
    }
  }
  return { name, chunks: counted() };
}

/** Rows that are no programs: the first of them, and how many more there are. */
class Passed {
  readonly #rows: string[];
  #more = 0;

  constructor(rows: readonly string[]) {
    this.#rows = [...rows];
  }

  add(row: string): void {
    if (this.#rows.length < shown.passed) this.#rows.push(row);
    else this.#more += 1;
  }

  get told(): readonly string[] {
    return this.#more === 0 ? this.#rows : [...this.#rows, `${this.#more} more such rows`];
  }
}

/** Makes a program and its sources of a row. */
class RowReader {
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

/** The columns that every program must fill. */
function neededColumns({ programs, sources }: ImportMapping): string[] {
  const names = fields.filter(mustBeEntered).map(({ name }) => name);
  return [...new Set([...columnsOfRules(programs, names), ...columnsOfRules(sources, ['url', 'publisher'])])];
}

/** A legend or a line of totals: none of the columns that every program must fill holds anything. */
function emptyRow(row: TableRow, needed: readonly string[], unknown: readonly string[]): string | null {
  if (needed.length === 0 || needed.some((column) => textOf(row, column, unknown) !== undefined)) return null;
  return `row ${row.number}, without ${needed.map((column) => showValue(column)).join(', ')}: ${row.text}`;
}

function columnsOfRules(rules: FieldRules, names: readonly string[]): string[] {
  return names.flatMap((name) => rules[name]?.column ?? []);
}
