import {
  flatFieldsOf,
  parseDataset,
  showValue,
  tables,
  type Dataset,
  type DatasetTables,
  type RecordFile,
} from '@govexport/schema';
import { DatasetError } from '../dataset-error.ts';
import { LocationError } from '../location-error.ts';
import { draftRecord, mustBeEntered, yearFrom } from '../records/draft-record.ts';
import { givenIds, type GivenIds, type KeptIds } from './given-ids.ts';
import { importProblems } from './import-problems.ts';
import type { FieldRules, ImportMapping } from './mapping.ts';
import { readCells, textOf } from './read-cells.ts';
import type { Source } from './sheet/head.ts';
import type { SheetChoice } from './sheet/row.ts';
import { openSheet } from './sheet/sheet.ts';
import { plain, findTable, type SheetTable, type TableRow } from './sheet/table.ts';
import { SourceBook } from './source-book.ts';

const [programTable] = tables;
const fields = flatFieldsOf(programTable.record);

/** A checked import that is not written yet. */
export interface ImportedDataset {
  readonly rows: number;
  readonly tables: DatasetTables;
  /** How the file was read, in words. */
  readonly reading: string;
  /** What of the file is no program, in words, with the numbers of the rows. */
  readonly passed_over: readonly string[];
  /** Programs that an earlier import knows; null where none is given. */
  readonly kept: KeptIds | null;
}

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
  /** Called with the number of rows read, now and then. */
  readonly progress?: (rows: number) => void;
}

/**
 * Turns a table of programs into a dataset: a CSV, a TSV or a sheet of an Excel workbook. A row is a program; its sources
 * are made from its columns. Either every row fits, or nothing comes of it: a dataset that lacks some rows would look
 * whole. Titles, empty rows and legends are no rows; they are passed over and told.
 *
 * @throws DatasetError with every problem, each with its row and column as a spreadsheet shows them
 * @throws LocationError where the file cannot be read, goes beyond `importLimits`, or its columns are not those of the mapping
 */
export async function importPrograms(given: Import): Promise<ImportedDataset> {
  const { source, mapping, mapping_name, choice = {}, progress } = given;
  const sheet = await openSheet(source, {
    encoding: choice.encoding ?? mapping.encoding,
    delimiter: choice.delimiter ?? mapping.delimiter,
    sheet: choice.sheet ?? mapping.sheet,
  });
  const taken = takenColumns(mapping);
  const table = await findTable(sheet, taken);
  expectColumns(source.name, table, taken);
  const ids = givenIds(mapping.id_prefix, given.previous);
  const book = new SourceBook(source.name, mapping, ids.sources);
  const programs: RecordFile[] = [];
  const passed: string[] = [...table.passed_over];
  const needed = neededColumns(mapping);
  for await (const row of table.rows) {
    expectNamed(source.name, row, taken);
    const empty = emptyRow(row, needed, mapping.unknown);
    if (empty !== null) {
      passed.push(empty);
      continue;
    }
    programs.push(programOf(row, { name: source.name, mapping, book, ids: ids.programs }));
    if (programs.length % 5000 === 0) progress?.(programs.length);
  }
  if (programs.length === 0)
    throw new LocationError(`${source.name} has no row below its header; expected at least one.`);
  const parsed = parseDataset({ meta: { file: mapping_name, value: mapping.dataset }, programs, sources: book.files });
  if (!parsed.ok) throw new DatasetError(source.name, importProblems(parsed.problems, mapping, table.columns));
  const kept = given.previous === undefined ? null : ids.programs.outcome;
  return { rows: programs.length, tables: parsed.tables, reading: sheet.reading, passed_over: passed, kept };
}

interface Reading {
  readonly name: string;
  readonly mapping: ImportMapping;
  readonly book: SourceBook;
  readonly ids: GivenIds;
}

function programOf(row: TableRow, { name, mapping, book, ids }: Reading): RecordFile {
  const { programs: rules, unknown } = mapping;
  const { id: own, ...values } = readCells(row, fields, { rules, unknown });
  const id = typeof own === 'string' ? ownId(own, mapping.id_prefix) : ids.idOf(values);
  const year = yearFrom(values['start'], mapping.dataset.year_starts_in);
  const value = draftRecord(programTable, id, { ...year, ...values, sources: book.idsOf(row) });
  return { file: `${name}:${row.number}`, value };
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

/** Every column that the mapping names, as it stands in the header. */
function takenColumns({ programs, sources, ignored_columns }: ImportMapping): string[] {
  const ofRules = [programs, sources].flatMap((rules) =>
    Object.values(rules).flatMap(({ column, columns, year }) => [
      ...(column === undefined ? [] : [column]),
      ...(columns === undefined ? [] : Array.isArray(columns) ? columns : Object.keys(columns)),
      ...(year === undefined ? [] : [year]),
    ]),
  );
  return [...ofRules, ...ignored_columns].map(plain);
}

/** A column that nothing takes would be lost without a word, and one that is not there would leave all unknown. */
function expectColumns(name: string, { columns }: SheetTable, taken: readonly string[]): void {
  const held = columns.map((column) => column.name);
  const missing = taken.find((column) => column !== '' && !held.includes(column));
  if (missing !== undefined) {
    const names = held.map((column) => showValue(column)).join(', ');
    throw new LocationError(`${name} has no column ${showValue(missing)}, which the mapping names; it has ${names}.`);
  }
  const lost = columns.find((column) => !taken.includes(column.name));
  if (lost !== undefined) {
    throw new LocationError(
      `${name} has the column ${showValue(lost.name)} (${lost.letters}), which the mapping does not name; give it to a field or to ignored_columns.`,
    );
  }
}

/** A cell in a column without a name. */
function expectNamed(name: string, { cells, number }: TableRow, taken: readonly string[]): void {
  const stray = Object.keys(cells).find((column) => column.startsWith('column ') && !taken.includes(column));
  if (stray === undefined || taken.includes('')) return;
  throw new LocationError(
    `${name}:${number} has ${showValue(cells[stray] ?? '')} in ${stray}, which has no name; give ${showValue(stray)} to a field or to ignored_columns.`,
  );
}
