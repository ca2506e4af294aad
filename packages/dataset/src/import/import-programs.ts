import {
  flatFieldsOf,
  parseDataset,
  tables,
  type DatasetTables,
  type Problem,
  type RecordFile,
} from '@govexport/schema';
import { DatasetError } from '../dataset-error.ts';
import { LocationError } from '../location-error.ts';
import { draftRecord } from '../records/draft-record.ts';
import type { FieldRules, ImportMapping } from './mapping.ts';
import { placeOfRow, readCells, type CsvRow } from './read-cells.ts';
import { SourceBook } from './source-book.ts';
import { streamRows, type CsvSource } from './stream-rows.ts';

const [programTable] = tables;
const fields = flatFieldsOf(programTable.record);

/** A checked import that is not written yet. */
export interface ImportedDataset {
  readonly rows: number;
  readonly tables: DatasetTables;
}

/** A CSV with what its columns mean. */
export interface Import {
  readonly csv: Omit<CsvSource, 'delimiter'>;
  readonly mapping: ImportMapping;
  /** What to call the mapping in a problem. */
  readonly mapping_name: string;
  /** Called with the number of rows read, now and then. */
  readonly progress?: (rows: number) => void;
}

/**
 * Turns a flat CSV of programs into a dataset. A row is a program; its sources are made from its columns. Either every
 * row fits, or nothing comes of it: a dataset that lacks some rows would look whole.
 *
 * @throws DatasetError with every problem, each with its line and column
 * @throws LocationError where the CSV cannot be read, goes beyond `importLimits`, or its columns are not those of the mapping
 */
export async function importPrograms({ csv, mapping, mapping_name, progress }: Import): Promise<ImportedDataset> {
  const book = new SourceBook(csv.name, mapping);
  const programs: RecordFile[] = [];
  for await (const row of streamRows({ ...csv, delimiter: mapping.delimiter })) {
    if (programs.length === 0) expectColumns(csv.name, row, mapping);
    programs.push(programOf(row, { csv, mapping, book, number: programs.length + 1 }));
    if (programs.length % 5000 === 0) progress?.(programs.length);
  }
  if (programs.length === 0) throw new LocationError(`${csv.name} has no row below its header; expected at least one.`);
  const meta = { file: mapping_name, value: mapping.dataset };
  const parsed = parseDataset({ meta, programs, sources: book.files });
  if (!parsed.ok)
    throw new DatasetError(
      csv.name,
      parsed.problems.map((problem) => withColumn(problem, mapping)),
    );
  return { rows: programs.length, tables: parsed.tables };
}

interface Reading extends Pick<Import, 'csv' | 'mapping'> {
  readonly book: SourceBook;
  readonly number: number;
}

function programOf(row: CsvRow, { csv, mapping, book, number }: Reading): RecordFile {
  const { programs: rules, unknown } = mapping;
  const { id = `GX-${String(number).padStart(4, '0')}`, ...values } = readCells(row, fields, { rules, unknown });
  const value = draftRecord(programTable, id as string, { ...values, sources: book.idsOf(row) });
  return { file: placeOfRow(csv.name, row), value };
}

/** A column that nothing takes would be lost without a word, and one that is not there would leave all unknown. */
function expectColumns(name: string, { cells }: CsvRow, mapping: ImportMapping): void {
  const held = Object.keys(cells);
  const taken = [...columnsOf(mapping.programs), ...columnsOf(mapping.sources), ...mapping.ignored_columns];
  const missing = taken.find((column) => !held.includes(column));
  if (missing !== undefined) {
    throw new LocationError(
      `${name} has no column ${JSON.stringify(missing)}, which the mapping names; it has ${held.map((column) => JSON.stringify(column)).join(', ')}.`,
    );
  }
  const lost = held.find((column) => !taken.includes(column));
  if (lost !== undefined) {
    throw new LocationError(
      `${name} has the column ${JSON.stringify(lost)}, which the mapping does not name; give it to a field or to ignored_columns.`,
    );
  }
}

function columnsOf(rules: FieldRules): string[] {
  return Object.values(rules).flatMap(({ column }) => (column === undefined ? [] : [column]));
}

/** A problem of a record with the column that the value comes from. */
function withColumn(problem: Problem, mapping: ImportMapping): Problem {
  const rules = problem.record?.startsWith('S-') === true ? mapping.sources : mapping.programs;
  const flat = `${problem.field.replaceAll('.', '_')}_`;
  const [name] = Object.keys(rules)
    .filter((field) => flat.startsWith(`${field}_`))
    .sort((a, b) => b.length - a.length);
  const column = name === undefined ? undefined : rules[name]?.column;
  return column === undefined ? problem : { ...problem, field: `${problem.field} (column ${JSON.stringify(column)})` };
}
