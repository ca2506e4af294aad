import { readCell, type Problem, type RecordFile } from '@govexport/schema';
import { parse } from 'csv-parse/sync';
import type { z } from 'zod';
import { failure, fileProblem, NotReadable } from './not-readable.ts';

/** The unchecked rows of a series, each with its line, and what was wrong with the text. */
export interface Series {
  readonly rows: readonly RecordFile[];
  readonly problems: readonly Problem[];
}

interface Line {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

/**
 * Reads the text of a series: CSV with one header line that names the fields in order, lines that end in LF or CRLF,
 * an empty cell for unknown. A row is called by its line, such as `codings.csv:12`.
 *
 * @param file - the name of the file
 * @param text - its text
 * @param record - the schema of one row
 */
export function readSeries(file: string, text: string, record: z.ZodObject): Series {
  const fields = Object.keys(record.shape);
  try {
    const [header, ...lines] = parseCsv(text);
    if (header?.record.join() !== fields.join()) {
      throw new NotReadable(header === undefined ? 'empty' : `text with the header ${header.record.join(',')}`);
    }
    const problems = lines.flatMap(({ record: cells, info }) =>
      cells.length === fields.length
        ? []
        : [fileProblem(`${file}:${info.lines}`, counted(cells.length), `${fields.length}, one for each field`)],
    );
    return { rows: lines.map((line) => rowOf(file, line, record)), problems };
  } catch (error) {
    const expected = `CSV in UTF-8 with the header ${fields.join(',')}`;
    return { rows: [{ file, value: undefined }], problems: [fileProblem(file, failure(error), expected)] };
  }
}

function parseCsv(text: string): Line[] {
  const options = { info: true, relax_column_count: true, record_delimiter: ['\r\n', '\n'] };
  // csv-parse types its rows as plain lists, whatever the options.
  return parse(text, options) as unknown as Line[];
}

function rowOf(file: string, { record: cells, info }: Line, record: z.ZodObject): RecordFile {
  const fields = Object.entries(record.shape);
  const location = `${file}:${info.lines}`;
  if (cells.length !== fields.length) return { file: location, value: undefined };
  return {
    file: location,
    value: Object.fromEntries(fields.map(([name, field], index) => [name, readCell(field, cells[index] ?? '')])),
  };
}

function counted(cells: number): string {
  return cells === 1 ? 'a row of one cell' : `a row of ${cells} cells`;
}
