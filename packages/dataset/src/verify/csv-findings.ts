import { csvNameOf, escapedCsvText, pathOf, showValue, tables, type Dataset } from '@govexport/schema';
import { parse } from 'csv-parse/sync';
import type { PublishedTable } from '../derived/panels.ts';
import { publishedTables } from '../derived/published-tables.ts';
import type { LocationFiles } from '../locations/read-location.ts';
import { textOf } from './checksum-findings.ts';
import { aboutFile, type CheckOutcome, type VerifyFinding } from './finding.ts';

/** The most findings for one file: a row that is left out shifts all that follow. */
const mostShown = 10;

/**
 * Makes every CSV file anew from the records and compares it row by row. Where the two differ, the one whose checksum is
 * right is believed: the finding is about the other.
 *
 * @param altered - files whose checksum is wrong
 */
export function csvFindings(dataset: Dataset, files: LocationFiles, altered: ReadonlySet<string>): CheckOutcome {
  const published = publishedTables(dataset);
  const found = published.flatMap((table) => compareFile(table, files, altered));
  const seen = new Set<string>();
  const findings = found.filter(({ file, record, field }) => {
    const mark = JSON.stringify([file, record, field]);
    return seen.has(mark) ? false : Boolean(seen.add(mark));
  });
  return { checked: published.reduce((sum, { rows }) => sum + rows.length, 0), findings };
}

function compareFile(published: PublishedTable, files: LocationFiles, altered: ReadonlySet<string>): VerifyFinding[] {
  const path = `csv/${csvNameOf(published.table)}`;
  const made = escapedCsvText(published);
  const text = textOf(files, path);
  if (text === made) return [];
  const lines = text === null ? null : linesOf(text);
  if (lines === null)
    return [aboutFile('csv', path, [text === null ? 'not to be read' : 'not CSV', 'a table in UTF-8'])];
  const wanted = linesOf(made) ?? [];
  const longer = lines.length > wanted.length ? lines : wanted;
  const differences = longer.flatMap((_, at) => differencesOf(published, lines[at], wanted[at]));
  return differences.flatMap((one) => attributed({ ...one, path }, altered)).slice(0, mostShown);
}

function linesOf(text: string): string[][] | null {
  try {
    return parse(text, { relax_column_count: true, record_delimiter: '\n' });
  } catch {
    return null;
  }
}

/** A cell, or a row as a whole, that the file and the records do not agree on. */
interface Difference {
  readonly table: string;
  /** The first field of the key: in a table of records or of their lists, the id. */
  readonly id: string;
  readonly record: string;
  readonly field: string;
  readonly inFile: string;
  readonly inRecords: string;
}

function differencesOf({ table }: PublishedTable, line?: readonly string[], wanted?: readonly string[]): Difference[] {
  const fields = Object.keys(table.record.shape);
  const row = wanted ?? line ?? [];
  const [id = '', ...rest] = table.key.map((field) => row[fields.indexOf(field)] ?? '');
  const found = { table: table.name, id, record: [id, ...rest].join(' / ') };
  if (line?.length !== wanted?.length || line === undefined || wanted === undefined) {
    const shown = (cells?: readonly string[]) => (cells === undefined ? 'no row' : `a row of ${cells.length} cells`);
    return [{ ...found, field: '', inFile: shown(line), inRecords: shown(wanted) }];
  }
  return fields.flatMap((field, at) => {
    const [inFile, inRecords] = [line[at], wanted[at]];
    return inFile === inRecords
      ? []
      : [{ ...found, field, inFile: showValue(inFile), inRecords: showValue(inRecords) }];
  });
}

/** The finding is about the file whose checksum is wrong; where the records are, panels say nothing more. */
function attributed(difference: Difference & { path: string }, altered: ReadonlySet<string>): VerifyFinding[] {
  const { path, id, record, field, inFile, inRecords } = difference;
  const source = sourceOf(difference);
  const inDoubt = source === null ? [...altered].some((file) => file.startsWith('data/')) : altered.has(source.file);
  if (altered.has(path) || !inDoubt) {
    const expected = `${inRecords}, as ${source?.file ?? 'data/'} has it`;
    return [{ check: 'csv', file: path, record, field, value: inFile, expected }];
  }
  if (source === null) return [];
  const whole = { check: 'csv', file: source.file, record: source.isSeries ? record : id } as const;
  return [{ ...whole, field: source.list ?? field, value: inRecords, expected: `${inFile}, as ${path} has it` }];
}

interface Source {
  readonly file: string;
  readonly isSeries: boolean;
  /** The list that the table holds the values of; null for the table itself. */
  readonly list: string | null;
}

/** Where the rows of a table come from; null for a panel. */
function sourceOf({ table: name, id }: Difference): Source | null {
  const base = tables.find((table) => table.name === name) ?? tables.find((table) => name.startsWith(`${table.name}_`));
  if (base === undefined) return null;
  const isSeries = base.storage !== 'records';
  const list = base.name === name ? null : name.slice(base.name.length + 1);
  return { file: `data/${pathOf(base)}${isSeries ? '' : `/${id}.json`}`, isSeries, list };
}
