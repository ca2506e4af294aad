import {
  DatasetCheck,
  flatFieldsOf,
  showValue,
  tables,
  type Dataset,
  type DatasetMeta,
  type Program,
  type RecordOf,
} from '@govexport/schema';
import { DatasetError } from '../dataset-error.ts';
import { LocationError } from '../location-error.ts';
import { mustBeEntered } from '../records/draft-record.ts';
import { textOf } from './cell-texts.ts';
import { givenIds, type KeptIds } from './given-ids.ts';
import { countUnlisted, importProblems } from './import-problems.ts';
import { ScopeTally, type LeftOut } from './left-out.ts';
import { expectColumns, expectNamed, takenColumns } from './mapped-columns.ts';
import type { FieldRules, ImportMapping } from './mapping.ts';
import type { Source } from './sheet/head.ts';
import type { SheetChoice } from './sheet/row.ts';
import { openSheet } from './sheet/sheet.ts';
import { findTable, type SheetTable, type TableRow } from './sheet/table.ts';
import { RowReader } from './row-reader.ts';

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
  const { source, mapping, choice = {} } = given;
  const read = { rows: 0, bytes: 0 };
  const sheet = await openSheet(countedIn(source, read), {
    encoding: choice.encoding ?? mapping.encoding,
    delimiter: choice.delimiter ?? mapping.delimiter,
    sheet: choice.sheet ?? mapping.sheet,
  });
  const taken = takenColumns(mapping);
  const table = await findTable(sheet, taken);
  expectColumns(source.name, table, taken);
  const taking = new Taking(given, sink);
  const passed = new Passed(table.passed_over);
  const needed = neededColumns(mapping);
  for await (const row of table.rows) {
    expectNamed(source.name, row, taken);
    const empty = emptyRow(row, needed, mapping.unknown);
    if (empty === null) taking.take(row, read);
    else passed.add(empty);
  }
  if (read.rows === 0) throw new LocationError(`${source.name} has no row below its header; expected at least one.`);
  return { ...taking.finish(table), rows: read.rows, reading: sheet.reading, passed_over: passed.told };
}

/** The rows of an import on their way through the check. */
class Taking {
  readonly #given: Import;
  readonly #sink: Sink;
  readonly #ids: ReturnType<typeof givenIds>;
  readonly #reader: RowReader;
  readonly #check: DatasetCheck;
  readonly #tally: ScopeTally;
  readonly #first: Program[] = [];
  #sources = 0;

  constructor(given: Import, sink: Sink) {
    const { source, mapping, mapping_name } = given;
    this.#given = given;
    this.#sink = sink;
    this.#ids = givenIds(mapping.id_prefix, given.previous);
    this.#reader = new RowReader(source.name, mapping, this.#ids);
    this.#check = new DatasetCheck({ file: mapping_name, value: mapping.dataset }, listed);
    this.#tally = new ScopeTally(mapping.dataset);
  }

  take(row: TableRow, read: { rows: number; readonly bytes: number }): void {
    read.rows += 1;
    const { program, entered } = this.#reader.read(row);
    this.#sources += entered.length;
    // A source comes before the program that cites it.
    for (const one of entered) {
      const record = this.#check.add(sourceTable, one);
      if (record !== null) this.#sink.source(record as RecordOf<'sources'>);
    }
    const record = this.#check.add(programTable, program);
    if (record !== null) this.#takeProgram(record as Program, read);
    if (read.rows % 5000 === 0) this.#given.progress?.(read);
  }

  /** @throws DatasetError where a record, or something between them, does not fit */
  finish({ columns }: SheetTable): Omit<ReadImport, 'rows' | 'reading' | 'passed_over'> {
    const { source, mapping, previous } = this.#given;
    const { problems, unlisted } = this.#check.finish();
    const { meta } = this.#check;
    if (problems.length > 0 || meta === undefined) {
      const told = importProblems(problems, mapping, columns);
      throw new DatasetError(source.name, told, countUnlisted(unlisted, mapping));
    }
    const kept = previous === undefined ? null : this.#ids.programs.outcome;
    return { meta, sources: this.#sources, kept, left_out: this.#tally.leftOut, first: this.#first };
  }

  #takeProgram(record: Program, read: ReadSoFar): void {
    this.#tally.add(record);
    if (this.#first.length < shown.programs) this.#first.push(record);
    this.#sink.program(record, read);
  }
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
